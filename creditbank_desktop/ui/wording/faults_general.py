"""Faults of disk, network and printer, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

FAULTS_GENERAL: Mapping[str, str] = {}
