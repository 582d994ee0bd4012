"""Reads the text of scanned pages behind the clerk's back, where the computer can, one page after the other.

``PageTexts(desk, parent)``: ``read(editor, pages, learner)`` reads pages that were not read for it yet,
offers what they say under the fields of ``editor`` and tells when a page is in another person's name.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from shiboken6 import isValid

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.domain.ids import BlobHash, LearnerId
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.scans import ScanPage
from creditbank_desktop.services.text_service import CertificateText
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.outcome_editor import OutcomeEditor
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.colours import Tone


@dataclass(frozen=True, slots=True)
class _Errand:
    editor: OutcomeEditor
    page: ScanPage
    kind: OutcomeType
    learner: LearnerId


class PageTexts(QObject):
    """Reads pages; its method is named in the module's text."""

    def __init__(self, desk: CounterDesk, parent: QObject) -> None:
        """Read with the services of ``desk``."""
        super().__init__(parent)
        self._desk = desk
        self._waiting: deque[_Errand] = deque()
        self._read: set[tuple[BlobHash, OutcomeType, LearnerId]] = set()
        self._is_reading = False
        self._can_read = desk.services.texts.is_there(desk.actor)

    def read(self, editor: OutcomeEditor, pages: Iterable[ScanPage], learner: LearnerId | None) -> None:
        """Read ``pages`` for the form of one outcome when those before them are read."""
        if not self._can_read or learner is None:
            return
        kind = editor.sheet.kind
        for page in pages:
            if (page.blob, kind, learner) not in self._read:
                self._read.add((page.blob, kind, learner))
                self._waiting.append(_Errand(editor, page, kind, learner))
        self._next()

    def forget(self) -> None:
        """Read nothing more of what waits; the next application begins anew."""
        self._waiting.clear()
        self._read.clear()

    def _next(self) -> None:
        while self._waiting and not self._is_reading:
            errand = self._waiting.popleft()
            if isValid(errand.editor):
                self._begin(errand)

    def _begin(self, errand: _Errand) -> None:
        texts, actor = self._desk.services.texts, self._desk.actor

        def read() -> CertificateText:
            # What cannot be read offers nothing; nobody asked for it, so nothing is said either.
            try:
                return texts.read(actor, errand.page, errand.kind, errand.learner)
            except (EnvironmentFault, Refused, Problems):
                return CertificateText()

        def show(found: CertificateText) -> None:
            self._is_reading = False
            if isValid(errand.editor):
                self._show(errand.editor, found)
            self._next()

        self._is_reading = self._desk.runner.run(read, show, owner=self)

    def _show(self, editor: OutcomeEditor, found: CertificateText) -> None:
        editor.offer(found.offers)
        if found.other_holder:
            words = tr("This page is in the name of {holder}, not of the learner. Compare before you go on.")
            said = Notice(words.format(holder=found.other_holder), Tone.WARNING)
            self._desk.runner.tell(editor, said)
