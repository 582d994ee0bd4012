"""Values offered under the fields of an outcome: read from a code or a page, or known from earlier outcomes.

``FieldOffers(form)``: ``show_offers(offers)`` puts each under its field, the crop of the page beside it;
``take_one()`` takes the offer of the field in focus, else the first; ``take_all()``. An offer never
overwrites by itself: only one from an earlier outcome fills an empty field, is marked as such, and
``take_one`` takes it out again. Signals: ``taken(str)`` with the field.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from creditbank_desktop.services.views_intake import FieldOffer, OfferSource
from creditbank_desktop.ui.counter.typed_values import put, shown_words, typed
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import QuietButton
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import KeyHint, Label

TAKE_KEY = "F12"
TAKE_ALL_KEY = "Shift+F12"
MOST_A_FIELD = 3
_CROP_HEIGHT_PX = 30
_CROP_WIDTH_PX = 220
_DOUBTFUL_BELOW = 0.8


class OfferLine(QWidget):
    """One offer: the crop, the words, and what the key does. Signals: ``pressed()``."""

    pressed = Signal()

    def __init__(self, offer: FieldOffer, words: str, *, is_filled: bool) -> None:
        """Show ``offer`` as ``words``; ``is_filled`` when its value stands in the field already."""
        super().__init__()
        self.offer = offer
        self.is_filled = is_filled
        self.text = Label(words, "small", wrap=True)
        self._key = KeyHint(TAKE_KEY)
        button = QuietButton(tr("Clear") if is_filled else tr("Take it"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.pressed)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.text, 1)
        line.addWidget(button)
        line.addWidget(self._key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        crop = _crop(offer.picture)
        if crop is not None:
            column.addWidget(crop)
        column.addLayout(line)

    def show_key(self, shown: bool) -> None:
        """Print the key only where it would take this very offer."""
        self._key.setVisible(shown)


class FieldOffers(QObject):
    """The offers of one form; its methods and signals are named in the module's text."""

    taken = Signal(str)

    def __init__(self, form: Form) -> None:
        """Serve the rows of ``form``."""
        super().__init__(form)
        self._form = form
        self._lines: dict[str, list[OfferLine]] = {}
        for row in form.rows:
            row.edited.connect(partial(self._on_row_edited, row.field))

    def show_offers(self, offers: Sequence[FieldOffer]) -> None:
        """Show ``offers``, each value once a field, and none that stands there already."""
        for row in self._form.rows:
            mine = [offer for offer in offers if offer.field == row.field and offer.text.strip()]
            for offer in mine:
                self._show(row, offer)

    def forget(self) -> None:
        """Show no offer any more; what was filled in stays."""
        for field in tuple(self._lines):
            self._drop(field)

    def lines(self, field: str) -> tuple[OfferLine, ...]:
        """Return what is offered under ``field``, the first first."""
        return tuple(self._lines.get(field, ()))

    def filled(self) -> frozenset[str]:
        """Return the fields that hold a value which nobody has typed or looked at yet."""
        return frozenset(field for field, lines in self._lines.items() if any(one.is_filled for one in lines))

    @Slot()
    def take_one(self) -> bool:
        """Take the offer of the field in focus, or the first; return whether there was one."""
        row = self._row_in_focus()
        if row is None or not self._lines.get(row.field):
            row = next((one for one in self._form.rows if self._lines.get(one.field)), None)
        if row is None:
            return False
        self._take(row, self._lines[row.field][0])
        return True

    @Slot()
    def take_all(self) -> bool:
        """Take the first offer of every field that is empty; return whether there was one."""
        took = False
        for row in self._form.rows:
            lines = self._lines.get(row.field, [])
            if lines and not lines[0].is_filled and not typed(row.editor).strip():
                self._take(row, lines[0])
                took = True
        return took

    def _show(self, row: FieldRow, offer: FieldOffer) -> None:
        there = self._lines.setdefault(row.field, [])
        now = typed(row.editor).strip()
        if now == offer.text.strip() or any(line.offer.text == offer.text for line in there):
            return
        if len(there) >= MOST_A_FIELD:
            return
        fills = offer.source is OfferSource.EARLIER and offer.confidence >= 1 and not now
        if fills:
            put(row.editor, offer.text)
        line = OfferLine(offer, _words(offer, shown_words(row.editor, offer.text), fills), is_filled=fills)
        line.pressed.connect(partial(self._on_line_pressed, row, line))
        row.add_below(line)
        there.append(line)
        self._print_keys(row.field)

    def _take(self, row: FieldRow, line: OfferLine) -> None:
        text = "" if line.is_filled else line.offer.text
        self._drop(row.field)
        put(row.editor, text)
        row.edited.emit()
        self.taken.emit(row.field)

    def _drop(self, field: str) -> None:
        for line in self._lines.pop(field, []):
            line.hide()
            line.deleteLater()

    def _print_keys(self, field: str) -> None:
        for place, line in enumerate(self._lines.get(field, ())):
            line.show_key(place == 0)

    def _row_in_focus(self) -> FieldRow | None:
        focus = QApplication.focusWidget()
        rows = self._form.rows
        return next((row for row in rows if focus is not None and row.isAncestorOf(focus)), None)

    def _on_line_pressed(self, row: FieldRow, line: OfferLine) -> None:
        self._take(row, line)

    def _on_row_edited(self, field: str) -> None:
        # What somebody typed over is no longer pre-filled; other offers stay for comparison.
        lines = self._lines.get(field, [])
        for line in [one for one in lines if one.is_filled]:
            lines.remove(line)
            line.hide()
            line.deleteLater()
        self._print_keys(field)


def _words(offer: FieldOffer, text: str, fills: bool) -> str:
    if fills:
        return tr("Pre-filled, please check")
    if offer.source is OfferSource.BARCODE:
        return tr("From the code: {text}").format(text=text)
    if offer.source is OfferSource.EARLIER:
        return tr("Earlier: {text}").format(text=text)
    if offer.confidence < _DOUBTFUL_BELOW:
        return tr("Read, uncertain: {text}").format(text=text)
    return tr("Read: {text}").format(text=text)


def _crop(picture: bytes) -> QLabel | None:
    pixels = QPixmap()
    if not picture or not pixels.loadFromData(picture) or pixels.isNull():
        return None
    shown = pixels.scaledToHeight(_CROP_HEIGHT_PX, Qt.TransformationMode.SmoothTransformation)
    if shown.width() > _CROP_WIDTH_PX:
        shown = pixels.scaledToWidth(_CROP_WIDTH_PX, Qt.TransformationMode.SmoothTransformation)
    label = QLabel()
    label.setPixmap(shown)
    say(label.setAccessibleName, tr("Where it stands on the page"))
    return label
