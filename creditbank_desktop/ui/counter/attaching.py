"""Bringing files into a list of materials: by dialog, by drag and drop, from the clipboard.

``Attacher(desk, reader)``: ``watch(panel)`` serves a panel's own requests; ``ask(panel)`` opens the dialog,
``paste(panel)`` takes what the clipboard holds. Signals: ``attached(object)`` with the panel after files were
stored, or refused with the reasons under the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from shiboken6 import isValid

from creditbank_desktop.services.views_intake import Attachment
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.materials_panel import MaterialsPanel
from creditbank_desktop.ui.counter.readings import Attached, CounterReader
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_fault


class Attacher(QObject):
    """Attaches files; its methods and signals are named in the module's text."""

    attached = Signal(object)

    def __init__(self, desk: CounterDesk, reader: CounterReader, parent: QObject) -> None:
        """Store with the services of ``desk``."""
        super().__init__(parent)
        self._desk = desk
        self._reader = reader

    def watch(self, panel: MaterialsPanel) -> None:
        """Serve what ``panel`` asks for."""
        panel.attach_asked.connect(partial(self._on_panel_attach_asked, panel))
        panel.dropped.connect(partial(self._on_panel_dropped, panel))

    def ask(self, panel: MaterialsPanel, material: str = "") -> None:
        """Let the user choose files and attach them to what is missing."""
        self.attach_paths(panel, self._desk.choose_files(panel), material)

    def attach_paths(self, panel: MaterialsPanel, paths: Sequence[str], material: str = "") -> None:
        """Attach the files at ``paths``, the first to ``material`` if one is named."""
        if not paths:
            return
        wanted = list(panel.next_materials(len(paths)))
        if material:
            wanted = [material] * len(paths)
        self._store(
            panel,
            [
                Attachment(one, PurePath(path).name, path=path, line=panel.line)
                for one, path in zip(wanted, paths, strict=True)
            ],
        )

    def paste(self, panel: MaterialsPanel) -> None:
        """Attach the files or the picture on the clipboard."""
        # A clipboard that was never filled gives None, whatever its type says.
        urls: list[QUrl] = getattr(QGuiApplication.clipboard().mimeData(), "urls", list)()
        paths = [url.toLocalFile() for url in urls if url.isLocalFile()]
        if paths:
            self.attach_paths(panel, paths)
            return
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            notice = Notice(
                tr("The clipboard holds neither a file nor a picture. Copy the scan first."), Tone.INFO
            )
            self._desk.runner.tell(panel, notice)
            return
        name = tr("pasted {time}").format(time=self._desk.clock.now().astimezone().strftime("%H%M%S"))
        (material,) = panel.next_materials(1)
        self._store(panel, [Attachment(material, f"{name}.png", data=_png(image), line=panel.line)])

    def _store(self, panel: MaterialsPanel, attachments: Sequence[Attachment]) -> None:
        reader = self._reader
        self._desk.runner.run(
            lambda: reader.attach(attachments), partial(self._on_stored, panel), owner=panel, busy=None
        )

    def _on_stored(self, panel: MaterialsPanel, attached: Attached) -> None:
        if not isValid(panel):
            return
        panel.add_evidence(attached.evidence)
        panel.show_problems(attached.problems)
        self._desk.bus.announce(attached.changes)
        if attached.fault is not None:
            again = partial(self._store, panel, attached.left)
            self._desk.runner.tell(panel, Notice(word_fault(attached.fault), Tone.DANGER, again))
        if attached.evidence:
            panel.edited.emit()
        self.attached.emit(panel)

    def _on_panel_attach_asked(self, panel: MaterialsPanel, material: str) -> None:
        self.ask(panel, material)

    def _on_panel_dropped(self, panel: MaterialsPanel, dropped: tuple[str, tuple[str, ...]]) -> None:
        material, paths = dropped
        self.attach_paths(panel, paths, material)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(data.data())
