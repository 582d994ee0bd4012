"""What the sections that keep the office in order are given by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFileDialog, QWidget

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.services.services import Services
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.running import ChangeBus, OperationRunner


def ask_where_to_save(parent: QWidget, name: str, kind: str) -> str:
    """Let the user choose where a file goes; ``kind`` is like "Excel (*.xlsx)"; "" when closed without."""
    path, _kind = QFileDialog.getSaveFileName(parent, tr("Save as"), name, kind)
    return path


def ask_what_to_open(parent: QWidget, kind: str) -> str:
    """Let the user choose a file; ``kind`` is like "Excel (*.xlsx)"; "" when the dialog is closed without."""
    path, _kind = QFileDialog.getOpenFileName(parent, tr("Open"), "", kind)
    return path


@dataclass(frozen=True, slots=True)
class SettingsDesk:
    """Services, threads, news, who works, the clock and the way to files.

    ``read_file(path, most_bytes)`` and ``write_file(path, data)`` are called on a worker thread and raise
    `EnvironmentFault`; a file that is larger than ``most_bytes`` raises `Problems`.
    """

    services: Services
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    clock: Clock
    read_file: Callable[[str, int], bytes]
    write_file: Callable[[str, bytes], object]
    choose_save: Callable[[QWidget, str, str], str] = ask_where_to_save
    choose_open: Callable[[QWidget, str], str] = ask_what_to_open
