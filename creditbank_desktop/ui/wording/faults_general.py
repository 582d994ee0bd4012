"""Faults of disk, network and printer, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

FAULTS_GENERAL: Mapping[str, str] = {}
