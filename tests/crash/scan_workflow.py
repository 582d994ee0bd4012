"""Pages that arrive, are turned, bound and thrown away, killed anywhere: none is lost, none is left over."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PIL import Image

from creditbank_desktop.app.office import Session, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.devices.clock import SystemClock
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.scans import GivenFile, PageEdit, ScannedDocument, ScanPage
from creditbank_desktop.models.health_queries import files_with_a_record
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.scan_store import orphaned_pages
from creditbank_desktop.services.views_intake import ApplicationForm
from tests.crash.desk_workflow import OFFICE, around, people, prepare, writer_of
from tests.crash.workflow import Done, Script, Step, Workflow

PAGES = 3


def open_as_clerk(folder: Path) -> Session:
    """Return a session whose clock goes on: what is left over is known by its age."""
    clerk = people()[Role.CLERK]
    surroundings = replace(around(), clock=SystemClock())
    return unlock_office(OfficePlace(folder / OFFICE), surroundings, clerk.login, clerk.passphrase)


def picture() -> bytes:
    """Return a page like no other."""
    target = io.BytesIO()
    Image.frombytes("RGB", (60, 40), os.urandom(7_200)).save(target, "PNG")
    return target.getvalue()


def scanning(folder: Path) -> Script:
    """Fill one draft after the other with pages; bind every second, throw every third away."""
    session = open_as_clerk(folder)
    services, actor, writer = session.services, session.actor, writer_of(session)
    services.scans.sweep(actor)
    turn = 0
    try:
        while True:
            turn += 1
            draft = services.intake.save_draft(actor, ApplicationForm()).value
            pages: list[ScanPage] = []
            for _ in range(PAGES):
                page = yield Step("page", partial(_take, session, draft), partial(_told, draft), writer)
                pages.append(page)
            pages[0] = yield Step("turn", partial(_turn, session, pages[0]), partial(_told, draft), writer)
            document = ScannedDocument("pages", "certificate", pages=tuple(pages))
            form = ApplicationForm(draft=draft, tray=(document,))
            yield Step("save", partial(_save, session, form), lambda _value: ("", ""), writer)
            if turn % 2:
                bound = yield Step(
                    "bind", partial(_bind, session, document, draft), partial(_told, draft), writer
                )
                form = ApplicationForm(draft=draft, evidence=(bound,))
                yield Step("save", partial(_save, session, form), lambda _value: ("", ""), writer)
            if turn % 3 == 0:
                yield Step(
                    "discard",
                    partial(services.intake.discard_draft, actor, draft),
                    partial(_named, draft),
                    writer,
                )
    finally:
        session.close()


def _take(session: Session, draft: str) -> ScanPage:
    file = GivenFile("page.png", data=picture())
    end = session.services.scans.take_files(session.actor, draft, (file,), lambda _page: None, lambda: False)
    if end.fault is not None:
        raise end.fault
    (page,) = end.pages
    return page


def _turn(session: Session, page: ScanPage) -> ScanPage:
    return session.services.pages.edit(session.actor, page, PageEdit(1))


def _save(session: Session, form: ApplicationForm) -> None:
    session.services.intake.save_draft(session.actor, form)


def _bind(session: Session, document: ScannedDocument, draft: str) -> Evidence:
    return session.services.pages.bind(session.actor, draft, document).value


def _told(draft: str, value: ScanPage | Evidence) -> tuple[str, str]:
    name = value.page if isinstance(value, ScanPage) else value.evidence
    return draft, f"{name} {value.blob}"


def _named(draft: str, _value: object) -> tuple[str, str]:
    return draft, ""


@dataclass
class KeptPages:
    """What the counter was told of: by draft its pages, by id their content, and what was bound of them."""

    pages: dict[str, dict[str, str]] = field(default_factory=dict)
    bound: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, done: Done) -> None:
        name, _, blob = done.said.partition(" ")
        match done.step:
            case "page" | "turn":
                self.pages.setdefault(done.record, {})[name] = blob
            case "bind":
                self.bound[done.record] = (name, blob)
            case "discard":
                self.pages.pop(done.record, None)
                self.bound.pop(done.record, None)

    def examine(self, folder: Path) -> None:
        session = open_as_clerk(folder)
        try:
            session.services.scans.sweep(session.actor)
            for draft in list(self.pages):
                self._compare(session, draft)
            count, _size = orphaned_pages(session.room, session.room.clock.now())
            assert count == 0, "orphaned pages"
            known = session.store.read(_known)
            there = {str(blob) for blob, _path, _size in session.room.files.listed()}
            assert there <= known, "orphaned files"
        finally:
            session.close()

    def _compare(self, session: Session, draft: str) -> None:
        """Every acknowledged page is in its draft, or bound, unless the step under way ended them."""
        try:
            form = session.services.intake.draft(session.actor, draft).form
        except Refused:
            assert draft == max(self.pages), f"draft {draft} is lost"
            self.add(Done("discard", draft))
            return
        tray = {page.page: page for document in form.tray for page in document.pages}
        evidence = {str(item.evidence): item for item in form.evidence}
        if draft in self.bound:
            name, blob = self.bound[draft]
            assert evidence[name].blob == blob
        elif evidence:
            assert draft == max(self.pages)
            ((name, item),) = evidence.items()
            self.bound[draft] = (name, str(item.blob))
        if draft in self.bound:
            session.room.files.open(evidence[self.bound[draft][0]].blob)
            assert evidence[self.bound[draft][0]].pages == PAGES
            assert tray == {}, "bound and there as well"
            return
        for name, blob in self.pages[draft].items():
            assert name in tray, f"page {name} is lost"
            origin = tray[name].origin
            contents = {str(tray[name].blob), "" if origin is None else str(origin.blob)}
            assert blob in contents
            session.room.files.open(tray[name].blob)


def _known(reader: Reader) -> set[str]:
    return {str(blob) for blob in files_with_a_record(reader)}


SCANNING = Workflow("scanning", prepare, scanning, lambda _folder: KeptPages(), aimed=("page", "bind"))
