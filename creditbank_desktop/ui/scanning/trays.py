"""What lies in a scan tray: documents of pages, how keys rearrange them, and the way back and forth.

Everything here is a value: each move gives a new `Tray`. `TrayHistory` remembers the trays before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.scans import ScannedDocument, ScanPage

MOST_STEPS_BACK = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page lies: the number of its document and its number in it, both from 0."""

    document: int
    page: int


@dataclass(frozen=True, slots=True)
class Tray:
    """Documents in their order; a document without a page is none."""

    documents: tuple[ScannedDocument, ...] = ()

    @property
    def pages(self) -> tuple[ScanPage, ...]:
        """Return every page in the order of the tray."""
        return tuple(page for document in self.documents for page in document.pages)

    def page(self, page: str) -> ScanPage | None:
        """Return the page of that id, None if it is not there."""
        return next((one for one in self.pages if one.page == page), None)

    def place(self, page: str) -> Place | None:
        """Return where the page lies, None if it is not there."""
        for number, document in enumerate(self.documents):
            for at, one in enumerate(document.pages):
                if one.page == page:
                    return Place(number, at)
        return None

    def document_of(self, page: str) -> ScannedDocument | None:
        """Return the document that the page belongs to."""
        place = self.place(page)
        return None if place is None else self.documents[place.document]

    def holds(self, page: ScanPage) -> bool:
        """Return whether the same picture lies here already."""
        return any(one.pixels == page.pixels for one in self.pages)

    def begun(self, document: str, material: str, line: LineId | None, page: ScanPage) -> Tray:
        """Return the tray with ``page`` as a new document at its end."""
        return Tray((*self.documents, ScannedDocument(document, material, line, (page,))))

    def added(self, document: str, page: ScanPage) -> Tray:
        """Return the tray with ``page`` at the end of a document; unchanged if there is no such document."""
        return self._with(
            lambda one: replace(one, pages=(*one.pages, page)) if one.document == document else one
        )

    def removed(self, page: str) -> Tray:
        """Return the tray without the page."""
        return self._with(lambda one: replace(one, pages=tuple(p for p in one.pages if p.page != page)))

    def exchanged(self, page: str, new: ScanPage) -> Tray:
        """Return the tray with ``new`` in the place of the page."""
        return self._with(
            lambda one: replace(one, pages=tuple(new if p.page == page else p for p in one.pages))
        )

    def assigned(self, page: str, material: str) -> Tray:
        """Return the tray with the page's document as ``material``."""
        mine = self.document_of(page)
        return self._with(lambda one: replace(one, material=material) if one is mine else one)

    def moved(self, page: str, step: int) -> Tray:
        """Return the tray with the page one place on (1) or back (-1); over its document's edge into the
        next one.
        """
        place = self.place(page)
        if place is None:
            return self
        document = self.documents[place.document]
        target = place.page + step
        if 0 <= target < len(document.pages):
            pages = list(document.pages)
            pages[place.page], pages[target] = pages[target], pages[place.page]
            return self._with(lambda one: replace(one, pages=tuple(pages)) if one is document else one)
        number = place.document + step
        if not 0 <= number < len(self.documents):
            return self
        return self.put(page, Place(number, len(self.documents[number].pages) if step < 0 else 0))

    def put(self, page: str, to: Place) -> Tray:
        """Return the tray with the page taken out and put in before ``to``; its number may be the length."""
        place, moving = self.place(page), self.page(page)
        if place is None or moving is None or not 0 <= to.document < len(self.documents):
            return self
        at = to.page - (place.document == to.document and place.page < to.page)
        documents: list[ScannedDocument] = []
        for number, document in enumerate(self.documents):
            pages = [one for one in document.pages if one.page != page]
            if number == to.document:
                pages.insert(at, moving)
            documents.append(replace(document, pages=tuple(pages)))
        return Tray(tuple(document for document in documents if document.pages))

    def split(self, page: str, document: str, material: str) -> Tray:
        """Return the tray with the page and those behind it as a document of their own."""
        place = self.place(page)
        if place is None or place.page == 0:
            return self
        old = self.documents[place.document]
        first = replace(old, pages=old.pages[: place.page])
        second = ScannedDocument(document, material, old.line, old.pages[place.page :])
        before, after = self.documents[: place.document], self.documents[place.document + 1 :]
        return Tray((*before, first, second, *after))

    def joined(self, page: str) -> Tray:
        """Return the tray with the page's document behind the one before it, the first with the next."""
        place = self.place(page)
        if place is None or len(self.documents) < 2:
            return self
        at = max(1, place.document)
        first, second = self.documents[at - 1], self.documents[at]
        whole = replace(
            first, material=first.material or second.material, pages=(*first.pages, *second.pages)
        )
        return Tray((*self.documents[: at - 1], whole, *self.documents[at + 1 :]))

    def without(self, documents: frozenset[str]) -> Tray:
        """Return the tray without the documents of those ids."""
        return Tray(tuple(one for one in self.documents if one.document not in documents))

    def neighbour(self, page: str) -> str:
        """Return the page to look at when this one goes: the next, else the one before, else ""."""
        ids = [one.page for one in self.pages]
        if page not in ids or len(ids) == 1:
            return ""
        at = ids.index(page)
        return ids[at + 1] if at + 1 < len(ids) else ids[at - 1]

    def _with(self, change: Callable[[ScannedDocument], ScannedDocument]) -> Tray:
        changed = (change(document) for document in self.documents)
        return Tray(tuple(document for document in changed if document.pages))


@dataclass(frozen=True, slots=True)
class Step:
    """A tray with the page that was chosen in it."""

    tray: Tray
    current: str


class TrayHistory:
    """The trays before and after the present one."""

    def __init__(self) -> None:
        """Begin with nothing to go back to."""
        self._before: list[Step] = []
        self._after: list[Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a tray before."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return bool(self._after)

    def forget(self) -> None:
        """Begin anew."""
        self._before.clear()
        self._after.clear()

    def note(self, step: Step) -> None:
        """Remember the tray that is about to be changed."""
        self._before.append(step)
        del self._before[:-MOST_STEPS_BACK]
        self._after.clear()

    def let_in(self, change: Callable[[Tray], Tray]) -> None:
        """Change every remembered tray too: what came in by itself is not taken back with a step."""
        self._before = [Step(change(step.tray), step.current) for step in self._before]
        self._after = [Step(change(step.tray), step.current) for step in self._after]

    def back(self, now: Step) -> Step | None:
        """Return the tray before ``now``, None if there is none."""
        if not self._before:
            return None
        self._after.append(now)
        return self._before.pop()

    def forth(self, now: Step) -> Step | None:
        """Return the tray that was taken back from, None if there is none."""
        if not self._after:
            return None
        self._before.append(now)
        return self._after.pop()
