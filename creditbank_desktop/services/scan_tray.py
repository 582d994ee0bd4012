"""The pages of a draft as they are kept from the moment they arrive until the draft ends.

Each page has a record of its own, written together with its picture, so that nothing that was acknowledged
depends on when the form is saved. What the form does not know yet is put into it when the draft is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from creditbank_desktop.domain.codec import from_plain, to_plain
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.scans import ScannedDocument, ScanPage
from creditbank_desktop.models.blob_disposal import blobs_in
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.views_intake import ApplicationForm

SCAN_KIND = "scan"
"""The kind under which the records stand among the drafts; no list of drafts shows them."""


class TrayState(StrEnum):
    """What the saved form knows of a page: nothing yet, that it is there, or it was taken out."""

    ARRIVED = "arrived"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class TrayRecord:
    """One page, or one piece of evidence bound from the pages ``bound``, of the draft ``draft``."""

    draft: str
    state: TrayState = TrayState.ARRIVED
    page: ScanPage | None = None
    evidence: Evidence | None = None
    bound: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return the id of what is recorded."""
        if self.page is not None:
            return self.page.page
        return "" if self.evidence is None else str(self.evidence.evidence)


def write_record(unit: UnitOfWork, actor: Actor, record: TrayRecord) -> None:
    """Keep a record; it belongs to the learner of its draft."""
    draft = unit.draft(record.draft)
    unit.save_draft(
        actor, record.key, SCAN_KIND, to_plain(record), learner=None if draft is None else draft.learner
    )


def records(reader: Reader, draft: str | None = None) -> tuple[TrayRecord, ...]:
    """Return the records of one draft, or of all, in the order in which they came."""
    found = (from_plain(TrayRecord, row.data) for row in reader.drafts(kind=SCAN_KIND))
    wanted = (record for record in found if draft is None or record.draft == draft)
    return tuple(sorted(wanted, key=lambda record: record.key))


def record_of(reader: Reader, page: str) -> TrayRecord | None:
    """Return the record of one page, None if there is none any more."""
    row = reader.draft(page)
    return None if row is None or row.kind != SCAN_KIND else from_plain(TrayRecord, row.data)


def double_of(reader: Reader, draft: str, page: ScanPage) -> str:
    """Return the id of the page of this draft that shows the same, "" for none; dropped ones do not count."""
    for record in records(reader, draft):
        there = record.page
        if there is None or record.state is TrayState.DROPPED or there.page == page.page:
            continue
        shown = {there.pixels} | ({there.origin.pixels} if there.origin else set())
        if page.pixels in shown:
            return there.page
    return ""


def with_arrivals(reader: Reader, form: ApplicationForm) -> ApplicationForm:
    """Return a saved form together with what came, was bound or taken out after it was saved."""
    found = records(reader, form.draft)
    if not found:
        return form
    bound = {page for record in found for page in record.bound}
    dropped = {record.key for record in found if record.state is TrayState.DROPPED}
    newer = {record.key: record.page for record in found if record.page is not None}
    tray = [
        replace(
            document,
            pages=tuple(
                newer.get(page.page) or page for page in document.pages if page.page not in bound | dropped
            ),
        )
        for document in form.tray
    ]
    there = {page.page for document in tray for page in document.pages}
    arrived = {record.key for record in found if record.state is TrayState.ARRIVED}
    late = [newer[key] for key in newer if key in arrived - there - bound]
    if late:
        tray.append(ScannedDocument(late[0].page, pages=tuple(late)))
    known = {item.evidence for item in form.evidence}
    fresh = (record.evidence for record in found)
    evidence = (*form.evidence, *(item for item in fresh if item is not None and item.evidence not in known))
    return replace(form, tray=tuple(document for document in tray if document.pages), evidence=evidence)


def note_saved(unit: UnitOfWork, actor: Actor, form: ApplicationForm, before: ApplicationForm | None) -> None:
    """Note what the form that was just saved holds, and which pictures it does not need any more.

    ``before`` is the form as it was saved earlier, None for the first time.
    """
    pages = {page.page: page for page in pages_of(form.tray)}
    known = {item.evidence for item in form.evidence}
    other_learner = before is None or before.learner != form.learner
    for record in records(unit, form.draft):
        if record.evidence is not None and record.evidence.evidence in known:
            unit.delete_draft(record.key)
        elif record.state is TrayState.ARRIVED and record.page == pages.get(record.key, ""):
            write_record(unit, actor, replace(record, state=TrayState.KEPT))
        elif other_learner:
            write_record(unit, actor, record)
        pages.pop(record.key, None)
    for page in pages.values():  # a form that was thrown away and taken back
        write_record(unit, actor, TrayRecord(form.draft, TrayState.KEPT, page))
    for blob, size in blobs_in(to_plain((form.tray, form.evidence))).items():
        unit.add_blob(BlobHash(blob), size)
    if before is not None:
        left = blobs_in(to_plain(before.tray)).items() - blobs_in(to_plain(form.tray)).items()
        if left:
            unit.note_stray_blobs(dict(left))


def end_tray(unit: UnitOfWork, draft: str) -> None:
    """Forget the pages of a draft that ends and note the pictures that nothing needs any more.

    Call it after the draft's own record went, in the same transaction; `ScanService.sweep` deletes the files.
    """
    sizes: dict[str, int] = {}
    for record in records(unit, draft):
        sizes |= blobs_in(to_plain(record))
        unit.delete_draft(record.key)
    if sizes:
        unit.note_stray_blobs(sizes)


def release_form(unit: UnitOfWork, form: ApplicationForm) -> None:
    """Note the pictures of a form that was thrown away, as far as nothing else needs them."""
    sizes = blobs_in(to_plain((form.tray, form.evidence)))
    if sizes:
        unit.note_stray_blobs(sizes)


def pages_of(documents: Iterable[ScannedDocument]) -> Sequence[ScanPage]:
    """Return the pages of all documents in their order."""
    return [page for document in documents for page in document.pages]
