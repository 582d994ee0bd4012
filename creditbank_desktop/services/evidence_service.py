"""Attaching scans and files as evidence, and opening them again."""

from __future__ import annotations

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import ApplicationId, BlobHash, EvidenceId
from creditbank_desktop.domain.page_views import DrawnPage, PagePlace, TextPiece
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.scans import ReadPage
from creditbank_desktop.services.attachments import check_attachment, open_attachment
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.scan_store import content_of
from creditbank_desktop.services.views_intake import Attachment
from creditbank_desktop.services.workroom import Workroom


class EvidenceService:
    """Actions on the files behind the materials."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def attach(self, actor: Actor, attachment: Attachment) -> OpResult[Evidence]:
        """Store a file, encrypted and once by content, and return the evidence to put into a form.

        It is decoded within bounds before. A PDF with scripts, actions or attachments is kept as pictures of
        its pages; any other file is kept as it is.

        Raises `Problems` on field ``file``: ``evidence.empty``, ``evidence.too_big`` (most_mb, size_mb),
        ``evidence.not_what_it_says`` (named, found), ``evidence.kind``, ``evidence.damaged``,
        ``evidence.unreadable``; and `EnvironmentFault` for the disk.
        """
        with open_attachment(attachment) as reader:
            checked = check_attachment(attachment, reader)
            data = reader.read()
        found = self._room.scanning.reader.examine(data, checked.file_name)
        if found.flattened:
            data = self._flattened(data, checked.file_name)
        blob, size = self._room.files.put_bytes(data)
        written = self._room.store.write(lambda unit: unit.add_blob(blob, size))
        if not self._room.files.has(blob):  # a sweep took the same file, not needed until now
            self._room.files.put_bytes(data)
        evidence = Evidence(
            evidence=EvidenceId(self._room.ids.new_id()),
            blob=blob,
            size_bytes=size,
            media_type=checked.media_type,
            file_name=checked.file_name,
            material=attachment.material,
            line=attachment.line,
            pages=found.pages,
        )
        return OpResult(evidence, written.changes)

    def _flattened(self, data: bytes, name: str) -> bytes:
        """Return a PDF that shows the same and can do nothing."""
        reader = self._room.scanning.reader
        pages: list[ReadPage] = []
        reader.read(data, name, pages.append, lambda: False)
        return reader.bind([(content_of(page), page.dpi, page.data) for page in pages])

    @permitted
    def open(self, actor: Actor, blob: BlobHash, application: ApplicationId | None = None) -> bytes:
        """Return the bytes of a stored file; reading one of a file at hand is entered into the audit trail.

        Raises `Refused` ("evidence.disposed"), `EnvironmentFault` ("evidence.missing", "evidence.damaged").
        """
        try:
            data = self._room.files.open(blob)
        except EnvironmentFault as fault:
            if fault.code == "evidence.missing" and self._room.store.read(
                lambda reader: blob in reader.disposed_blobs()
            ):
                raise Refused("evidence.disposed", blob=blob) from fault
            raise
        if application is not None:
            subject = ("application", application)
            self._room.store.readings.note(actor, "evidence.opened", subject, {"blob": blob})
        return data

    @permitted
    def draw(
        self, actor: Actor, blob: BlobHash, place: PagePlace, application: ApplicationId | None = None
    ) -> DrawnPage:
        """Return one page of a stored file as pixels, decoded within bounds and never by this process.

        Raises as `open`, and `Problems` on field "file" as `PageReader`.
        """
        return self._room.scanning.reader.drawn(self.open(actor, blob, application), place)

    @permitted
    def pieces(
        self, actor: Actor, blob: BlobHash, page: int, application: ApplicationId | None = None
    ) -> tuple[TextPiece, ...]:
        """Return the text of one page of a stored PDF with its places; raises as `draw`."""
        return self._room.scanning.reader.pieces(self.open(actor, blob, application), page)
