"""Attaching scans and files as evidence, and opening them again."""

from __future__ import annotations

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import ApplicationId, BlobHash
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_intake import Attachment
from creditbank_desktop.services.workroom import Workroom


class EvidenceService:
    """Actions on the files behind the materials."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def attach(self, actor: Actor, attachment: Attachment) -> OpResult[Evidence]:
        """Store a file, encrypted and once by content, and return the evidence to put into a form.

        Raises `Problems` on field ``file``: ``evidence.empty``, ``evidence.too_big`` (most_mb),
        ``evidence.not_what_it_says`` (named, found), ``evidence.kind``, ``evidence.damaged``,
        ``evidence.unreadable``; and `EnvironmentFault` for the disk.
        """
        raise NotImplementedError

    @permitted
    def open(self, actor: Actor, blob: BlobHash, application: ApplicationId | None = None) -> bytes:
        """Return the bytes of a stored file; the reading is entered into the audit trail.

        Raises `EnvironmentFault` ("evidence.missing", "evidence.damaged").
        """
        raise NotImplementedError
