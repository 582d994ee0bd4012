"""What the screens that show papers are given by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFileDialog, QWidget

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.services.issuing_service import IssuingService
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.running import ChangeBus, OperationRunner


def ask_where_to_save(parent: QWidget, name: str) -> str:
    """Let the user choose where a PDF goes with the dialog of the system; "" when it is closed without."""
    path, _kind = QFileDialog.getSaveFileName(parent, tr("Save as PDF"), name, "PDF (*.pdf)")
    return path


@dataclass(frozen=True, slots=True)
class PaperDesk:
    """Issuing, threads, news, clock and the ways out: printer and files.

    ``print_pdf(pdf, title)`` hands a paper to the printer, ``print_paper(pdf, title, kind)`` to the one that
    is set for its kind, where there is such a setting, and ``write_file(path, data)`` writes a file whole;
    both are called on a worker thread and raise `EnvironmentFault`. ``prints_directly`` is False where the
    system's viewer opens the paper and the user prints from there. ``choose_path`` asks where to save.
    """

    issuing: IssuingService
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    clock: Clock
    print_pdf: Callable[[bytes, str], object]
    write_file: Callable[[str, bytes], object]
    prints_directly: bool = True
    print_paper: Callable[[bytes, str, str], object] | None = None
    choose_path: Callable[[QWidget, str], str] = ask_where_to_save
