"""What the counter is given by the composition root."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFileDialog, QWidget

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.services.counter_papers import Slip
from creditbank_desktop.services.services import Services
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.counter.centre import AskCentre
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.running import ChangeBus, OperationRunner


def ask_for_files(parent: QWidget) -> Sequence[str]:
    """Let the user choose files with the dialog of the system; none when it is closed without."""
    kinds = f"{tr('Scans and documents')} (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"
    paths, _kind = QFileDialog.getOpenFileNames(parent, tr("Attach files"), "", kinds)
    return paths


@dataclass(frozen=True, slots=True)
class CounterDesk:
    """Services, threads, news, clock and the ways out of the counter.

    ``show_paper`` opens an issued paper for printing or saving; ``open_learner`` brings a learner's card to
    the front, if there is such a workplace; ``choose_files`` asks for files to attach;
    ``ask_centre`` asks the central server about a person, where there is one; ``show_slip`` opens a slip
    without a number for printing or saving, where there is a printer.
    """

    services: Services
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    clock: Clock
    show_paper: Callable[[IssuedPaper], None]
    open_learner: Callable[[LearnerId], None] | None = None
    choose_files: Callable[[QWidget], Sequence[str]] = ask_for_files
    ask_centre: AskCentre | None = None
    show_slip: Callable[[Slip], object] | None = None
