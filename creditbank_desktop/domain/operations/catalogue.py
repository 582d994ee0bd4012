"""Every operation type there is, by its name on the wire, and how old versions are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import get_args

from creditbank_desktop.domain.learners import LearnerProfile
from creditbank_desktop.domain.operations.application_bodies import (
    ApplicationBody,
    DecisionTexts,
    EvidenceList,
    Note,
    ReceivedPersonal,
)
from creditbank_desktop.domain.operations.privacy_bodies import PrivacyBody
from creditbank_desktop.domain.operations.reference_bodies import ReferenceBody
from creditbank_desktop.domain.operations.registry_bodies import PaperText, ProfileChange, RegistryBody

Body = ApplicationBody | RegistryBody | PrivacyBody | ReferenceBody
Personal = LearnerProfile | ProfileChange | PaperText | ReceivedPersonal | EvidenceList | DecisionTexts | Note

BODIES: Mapping[str, type[Body]] = MappingProxyType({body.op_type: body for body in get_args(Body)})

Upcast = Callable[[dict[str, object]], dict[str, object]]
UPCASTS: Mapping[tuple[str, int], Upcast] = MappingProxyType(
    {
        ("learner.disposed", 1): lambda plain: {**plain, "disposal": None},
        ("application.line_withdrawn", 1): lambda plain: plain,
        ("account.state_changed", 1): lambda plain: {**plain, "destination": ""},
    }
)
"""By (type, old version): what makes the plain body of the old version one of the next.

Stored bytes are never rewritten.
"""
