"""Build hook that puts the folder resources/ into a wheel, inside the package that looks for it."""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelResources(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the resources to a real wheel only: an editable install finds them in the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            build_data["force_include"]["resources"] = "creditbank_desktop/resources"
