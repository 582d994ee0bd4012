"""What is done with pages that are there: turned, cropped, set straight, read for codes, bound."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import BlobHash, EvidenceId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.scans import (
    MOST_EDITS,
    GivenFile,
    PageEdit,
    ScanEnd,
    ScannedDocument,
    ScanPage,
)
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.attachments import MOST_BYTES
from creditbank_desktop.services.code_offers import offers_of
from creditbank_desktop.services.file_names import clean_name
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.scan_intake import PageIntake, take_file
from creditbank_desktop.services.scan_ports import Cancelled
from creditbank_desktop.services.scan_service import OnPage
from creditbank_desktop.services.scan_store import page_of, store_record
from creditbank_desktop.services.scan_tray import TrayRecord, TrayState, record_of, write_record
from creditbank_desktop.services.views_intake import FieldOffer
from creditbank_desktop.services.workroom import Workroom

LONGEST_SIDE = 2_000
_MEGABYTE = 1024 * 1024


class PageService:
    """Actions on stored pages."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def edit(self, actor: Actor, page: ScanPage, edit: PageEdit) -> ScanPage:
        """Return the page cropped, turned or set straight, written once more from the page as it came.

        Raises `Problems` on field "page": "scan.crop", "scan.too_many_edits" (most); `Refused`
        "scan.page_gone".
        """
        if edit.crop is not None and not edit.crop.is_sound:
            raise Problems([Problem("scan.crop", "page")])
        if len(page.edits) >= MOST_EDITS:
            raise Problems([Problem("scan.too_many_edits", "page", {"most": MOST_EDITS})])
        return self._rewritten(actor, page, (*page.edits, edit))

    @permitted
    def take_back(self, actor: Actor, page: ScanPage) -> ScanPage:
        """Return the page without its last edit; one without edits stays as it is."""
        return self._rewritten(actor, page, page.edits[:-1]) if page.edits else page

    @permitted
    def drop(self, actor: Actor, pages: Sequence[str]) -> None:
        """Take pages out of the tray; they can be restored until the draft ends."""
        self._mark(actor, pages, TrayState.DROPPED)

    @permitted
    def restore(self, actor: Actor, pages: Sequence[str]) -> tuple[ScanPage, ...]:
        """Put dropped pages back and return them."""
        return self._mark(actor, pages, TrayState.ARRIVED)

    @permitted
    def picture(self, actor: Actor, page: ScanPage, longest_side: int = LONGEST_SIDE) -> bytes:
        """Return the page as a JPEG for a viewer, of at most so many pixels on its longer side.

        Raises `EnvironmentFault` "evidence.missing", "evidence.damaged".
        """
        return self._room.scanning.reader.picture(self._room.files.open(page.blob), longest_side)

    @permitted
    def codes(self, actor: Actor, page: ScanPage) -> tuple[FieldOffer, ...]:
        """Return what QR and bar codes on the page offer for fields: certificate numbers, our own numbers."""
        found = self._room.scanning.reader.codes(self._room.files.open(page.blob))
        return offers_of(found, page.page)

    @permitted
    def bind(self, actor: Actor, draft: str, document: ScannedDocument) -> OpResult[Evidence]:
        """Make one file of a document: its one picture, or a PDF with all of them embedded as they are.

        The pages leave the tray in the same transaction. Raises `Problems` on field "document":
        "scan.no_pages", "scan.no_material", "scan.document_too_big" (most_mb, size_mb).
        """
        if not document.pages:
            raise Problems([Problem("scan.no_pages", "document")])
        if not document.material:
            raise Problems([Problem("scan.no_material", "document")])
        evidence, data = self._bound(document)
        record = TrayRecord(draft, evidence=evidence, bound=tuple(page.page for page in document.pages))

        def let_pages_go(unit: UnitOfWork) -> None:
            sizes: dict[str, int] = {}
            for page in document.pages:
                unit.delete_draft(page.page)
                contents = [page.content] if page.origin is None else [page.content, page.origin]
                sizes |= {str(content.blob): content.size_bytes for content in contents}
            unit.note_stray_blobs(sizes)

        store_record(self._room, actor, record, data, let_pages_go)
        return OpResult(evidence, frozenset({("draft", draft)}))

    @permitted
    def reopen(
        self, actor: Actor, draft: str, evidence: Evidence, on_page: OnPage, cancelled: Cancelled
    ) -> ScanEnd:
        """Take a bound file apart into pages again; take the evidence out of the form afterwards."""
        intake = PageIntake(self._room, actor, draft, on_page, cancelled)
        file = GivenFile(evidence.file_name, data=self._room.files.open(evidence.blob))
        if take_file(intake, file):
            self._room.store.write(lambda unit: unit.delete_draft(str(evidence.evidence)))
        return intake.end()

    def _bound(self, document: ScannedDocument) -> tuple[Evidence, bytes]:
        room = self._room
        contents = [(page.content, page.dpi, room.files.open(page.blob)) for page in document.pages]
        first = document.pages[0]
        single = len(document.pages) == 1
        media_type = first.media_type if single else "application/pdf"
        data = contents[0][2] if single else room.scanning.reader.bind(contents)
        if len(data) > MOST_BYTES:
            sizes: dict[str, str | int] = {
                "most_mb": MOST_BYTES // _MEGABYTE,
                "size_mb": len(data) // _MEGABYTE,
            }
            raise Problems([Problem("scan.document_too_big", "document", sizes)])
        ending = {"image/jpeg": ".jpg", "image/png": ".png"}.get(media_type, ".pdf")
        stem = clean_name(first.name or document.material).rsplit(".", 1)[0]
        evidence = Evidence(
            EvidenceId(room.ids.new_id()),
            BlobHash(hashlib.sha256(data).hexdigest()),
            len(data),
            media_type,
            f"{stem}{ending}",
            document.material,
            document.line,
            len(document.pages),
        )
        return evidence, data

    def _rewritten(self, actor: Actor, page: ScanPage, edits: tuple[PageEdit, ...]) -> ScanPage:
        room = self._room
        record = room.store.read(lambda reader: record_of(reader, page.page))
        if record is None:
            raise Refused("scan.page_gone", page=page.page)
        origin = page.origin or page.content
        data = room.files.open(origin.blob)
        if edits:
            read = room.scanning.reader.edited(data, edits, page.dpi)
            changed = page_of(page.page, read, page.name)
            changed = replace(changed, origin=origin, edits=edits)
            data = read.data
        else:
            changed = replace(
                page,
                blob=origin.blob,
                size_bytes=origin.size_bytes,
                width=origin.width,
                height=origin.height,
                media_type=origin.media_type,
                pixels=origin.pixels,
                origin=None,
                edits=(),
            )
        store_record(room, actor, TrayRecord(record.draft, TrayState.ARRIVED, changed), data)
        if page.blob != origin.blob:
            room.store.write(lambda unit: unit.note_stray_blobs({page.blob: page.size_bytes}))
        return changed

    def _mark(self, actor: Actor, pages: Sequence[str], state: TrayState) -> tuple[ScanPage, ...]:
        def work(unit: UnitOfWork) -> tuple[ScanPage, ...]:
            marked = []
            for page in pages:
                record = record_of(unit, page)
                if record is not None and record.page is not None:
                    write_record(unit, actor, replace(record, state=state))
                    marked.append(record.page)
            return tuple(marked)

        return self._room.store.write(work).value
