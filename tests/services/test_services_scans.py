"""Pages at the counter: stored when they arrive, changed, bound, and gone when nothing needs them."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from creditbank_desktop.devices.folder_watch import WatchedFolder
from creditbank_desktop.devices.page_worker import PageWorker
from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.scans import (
    AfterTaking,
    CropBox,
    GivenFile,
    PageEdit,
    RawPicture,
    ReadCode,
    ScanEnd,
    ScannedDocument,
    ScanPage,
    ScanProfile,
    ScanSource,
)
from creditbank_desktop.services.code_offers import offers_of
from creditbank_desktop.services.file_names import clean_name
from creditbank_desktop.services.health_service import YOUNG_S
from creditbank_desktop.services.scan_ports import Scanning
from creditbank_desktop.services.scan_store import orphaned_pages
from creditbank_desktop.services.services import Services, build_services
from creditbank_desktop.services.views_health import HealthProgress
from creditbank_desktop.services.views_intake import ApplicationForm, Attachment
from creditbank_desktop.services.workroom import Workroom
from tests.devices.hostile_files import ACTIVE, drawn, page_pdf, saved
from tests.services.services_world import World


def never() -> bool:
    return False


class Feeder:
    """A scanner that gives so many pages and then may fail."""

    def __init__(self, pages: int, fault: str = "") -> None:
        self.pages = pages
        self.fault = fault

    def drives(self, source: str) -> bool:
        return True

    def sources(self) -> tuple[ScanSource, ...]:
        raise EnvironmentFault("scanner.silent", seconds=1)

    def scan(
        self, profile: ScanProfile, on_picture: Callable[[RawPicture], None], cancelled: Callable[[], bool]
    ) -> None:
        for number in range(self.pages):
            if cancelled():
                return
            on_picture(RawPicture(saved(marked(number), "PPM"), profile.dpi, str(number + 1)))
        if self.fault:
            raise EnvironmentFault(self.fault)


def marked(number: int) -> Image.Image:
    """Return a page like no other."""
    page = drawn(200, 140)
    page.paste((number * 20 % 256, 90, 160), (20, 20, 90, 60))
    return page


class Counter:
    """A clerk with scanner, worker and watched folder."""

    def __init__(self, world: World, worker: PageWorker, **scanning: object) -> None:
        began = world.clock.now() + timedelta(seconds=1)
        ports = Scanning(worker, began, folder=WatchedFolder(lambda: self.seconds), **scanning)  # type: ignore[arg-type]
        self.seconds = 0.0
        self.room: Workroom = replace(world.room, scanning=ports)
        self.services: Services = build_services(self.room)
        self.actor: Actor = world.actors["clerk"]
        self.heard: list[ScanPage] = []

    def take(self, *files: GivenFile, draft: str = "draft") -> ScanEnd:
        return self.services.scans.take_files(self.actor, draft, files, self.heard.append, never)

    def one(self, number: int = 1, kind: str = "PNG") -> ScanPage:
        (page,) = self.take(GivenFile(f"p.{kind.lower()}", data=saved(marked(number), kind))).pages
        return page

    def strays(self) -> int:
        return orphaned_pages(self.room, self.room.clock.now() + timedelta(days=1))[0]

    def files(self) -> set[str]:
        return {str(blob) for blob, _path, _size in self.room.files.listed()}


@pytest.fixture(scope="module")
def worker() -> Iterator[PageWorker]:
    worker = PageWorker()
    yield worker
    worker.close()


@pytest.fixture
def counter(world: World, worker: PageWorker) -> Counter:
    return Counter(world, worker)


def test_every_page_is_stored_before_it_is_told(world: World, worker: PageWorker) -> None:
    counter = Counter(world, worker, scanners=(Feeder(4),))

    def on_page(page: ScanPage) -> None:
        assert counter.room.files.open(page.blob)
        assert counter.services.scans.loose(counter.actor)[0].pages[-1] == page
        counter.heard.append(page)

    end = counter.services.scans.scan(counter.actor, "draft", on_page, never)
    assert list(end.pages) == counter.heard
    assert (len(end.pages), end.fault, end.cancelled) == (4, None, False)
    assert [page.name for page in end.pages] == ["1", "2", "3", "4"]


def test_a_jam_keeps_the_pages_before_it(world: World, worker: PageWorker) -> None:
    counter = Counter(world, worker, scanners=(Feeder(2, "scanner.jam"),))
    end = counter.services.scans.scan(counter.actor, "draft", counter.heard.append, never)
    assert len(end.pages) == 2
    assert end.fault is not None
    assert end.fault.code == "scanner.jam"
    assert counter.services.scans.sources(counter.actor) == ()


def test_without_a_scanner_that_is_said(counter: Counter) -> None:
    end = counter.services.scans.scan(counter.actor, "draft", counter.heard.append, never)
    assert end.fault is not None
    assert end.fault.code == "scanner.none"


def test_the_same_picture_is_never_there_twice(counter: Counter) -> None:
    picture = marked(3)
    first = counter.take(GivenFile("a.png", data=saved(picture, "PNG")))
    before = counter.files()
    second = counter.take(
        GivenFile("b.tif", data=saved(picture, "TIFF")), GivenFile("c.png", data=saved(picture, "PNG"))
    )
    assert second.pages == ()
    assert second.doubled == (first.pages[0].page,) * 2
    assert counter.files() == before
    other = counter.take(GivenFile("a.png", data=saved(picture, "PNG")), draft="another")
    assert len(other.pages) == 1


def test_a_turned_page_is_still_the_same_page(counter: Counter) -> None:
    page = counter.one()
    counter.services.pages.edit(counter.actor, page, PageEdit(1))
    end = counter.take(GivenFile("p.png", data=saved(marked(1), "PNG")))
    assert end.doubled == (page.page,)


def test_refused_files_do_not_keep_the_others_out(counter: Counter, tmp_path: Path) -> None:
    end = counter.take(
        GivenFile("a.exe", data=b"MZ"),
        GivenFile("b.png", path=str(tmp_path / "none.png")),
        GivenFile("nul", path="a\0b"),
        GivenFile("c.png", data=saved(marked(1), "PNG")),
        GivenFile("d.png"),
    )
    assert [problem.code for problem in end.problems] == [
        "evidence.kind",
        "evidence.unreadable",
        "evidence.unreadable",
        "evidence.empty",
    ]
    assert len(end.pages) == 1


def test_edits_are_made_from_the_page_as_it_came(counter: Counter) -> None:
    page = counter.one(kind="JPEG")
    pages, actor = counter.services.pages, counter.actor
    turned = pages.edit(actor, page, PageEdit(1))
    assert (turned.width, turned.height) == (page.height, page.width)
    cut = pages.edit(actor, turned, PageEdit(crop=CropBox(0, 0, 5_000, 10_000)))
    assert cut.width == page.height // 2
    assert cut.origin == page.content
    assert pages.take_back(actor, cut) == turned
    assert pages.take_back(actor, turned) == page
    with pytest.raises(Problems):
        pages.edit(actor, page, PageEdit(crop=CropBox(0, 0, 1, 1)))


def test_a_page_is_shown_as_a_picture(counter: Counter) -> None:
    shown = counter.services.pages.picture(counter.actor, counter.one(), 100)
    assert max(Image.open(io.BytesIO(shown)).size) == 100


def draft_with(counter: Counter, *documents: ScannedDocument, draft: str = "draft") -> None:
    counter.services.intake.save_draft(counter.actor, ApplicationForm(draft=draft, tray=documents))


def opened(counter: Counter, draft: str = "draft") -> ApplicationForm:
    return counter.services.intake.draft(counter.actor, draft).form


def test_what_came_after_the_last_save_is_there_when_the_draft_is_opened(counter: Counter) -> None:
    first = counter.one(1)
    draft_with(counter, ScannedDocument("d1", "certificate", pages=(first,)))
    turned = counter.services.pages.edit(counter.actor, first, PageEdit(2))
    late = counter.one(2)
    found = opened(counter).tray
    assert [page for document in found for page in document.pages] == [turned, late]
    assert found[0].material == "certificate"
    assert counter.services.scans.loose(counter.actor) == ()


def test_dropped_pages_come_back_until_the_draft_ends(counter: Counter) -> None:
    first, second = counter.one(1), counter.one(2)
    draft_with(counter, ScannedDocument("d1", pages=(first, second)))
    counter.services.pages.drop(counter.actor, (first.page,))
    assert opened(counter).tray[0].pages == (second,)
    draft_with(counter, ScannedDocument("d1", pages=(second,)))
    assert counter.services.pages.restore(counter.actor, (first.page,)) == (first,)
    assert counter.room.files.open(first.blob)
    assert {page for document in opened(counter).tray for page in document.pages} == {first, second}


def test_binding_makes_one_file_and_the_pages_leave(counter: Counter) -> None:
    first, second = counter.one(1, "JPEG"), counter.one(2)
    document = ScannedDocument("d1", "certificate", pages=(first, second))
    draft_with(counter, document)
    evidence = counter.services.pages.bind(counter.actor, "draft", document).value
    assert (evidence.media_type, evidence.pages, evidence.material) == ("application/pdf", 2, "certificate")
    # Nobody saved the form since: both are there when it is opened.
    form = opened(counter)
    assert (form.tray, form.evidence) == ((), (evidence,))
    counter.services.intake.save_draft(counter.actor, form)
    counter.services.scans.sweep(counter.actor)
    assert counter.files() == {evidence.blob}
    assert counter.strays() == 0


def test_a_single_page_is_kept_as_its_picture(counter: Counter) -> None:
    page = counter.one(1, "JPEG")
    document = ScannedDocument("d1", "certificate", pages=(page,))
    evidence = counter.services.pages.bind(counter.actor, "draft", document).value
    assert (evidence.media_type, evidence.blob, evidence.file_name) == ("image/jpeg", page.blob, "p.jpg")


def test_bound_pages_can_be_taken_apart_again(counter: Counter) -> None:
    pages = (counter.one(1, "JPEG"), counter.one(2))
    document = ScannedDocument("d1", "certificate", pages=pages)
    evidence = counter.services.pages.bind(counter.actor, "draft", document).value
    end = counter.services.pages.reopen(counter.actor, "draft", evidence, counter.heard.append, never)
    assert [page.blob for page in end.pages] == [page.blob for page in pages]


@pytest.mark.parametrize(
    ("document", "code"),
    [(ScannedDocument("d", "form"), "scan.no_pages"), (ScannedDocument("d"), "scan.no_material")],
)
def test_nothing_is_bound_of_nothing(counter: Counter, document: ScannedDocument, code: str) -> None:
    if not document.material:
        document = replace(document, pages=(counter.one(),))
    with pytest.raises(Problems) as stopped:
        counter.services.pages.bind(counter.actor, "draft", document)
    assert stopped.value.problems[0].code == code


def test_a_discarded_draft_takes_its_pages_along(counter: Counter) -> None:
    first = counter.one(1)
    counter.services.pages.edit(counter.actor, first, PageEdit(1))
    bound = counter.one(2)
    document = ScannedDocument("d2", "form", pages=(bound,))
    draft_with(counter, ScannedDocument("d1", pages=(first,)), document)
    evidence = counter.services.pages.bind(counter.actor, "draft", document).value
    form = ApplicationForm(draft="draft", evidence=(evidence,), tray=opened(counter).tray)
    counter.services.intake.save_draft(counter.actor, form)
    counter.services.intake.discard_draft(counter.actor, "draft")
    counter.services.scans.sweep(counter.actor)
    assert counter.files() == set()
    assert counter.strays() == 0
    with pytest.raises(Refused):
        counter.services.pages.edit(counter.actor, first, PageEdit(1))


def test_a_thrown_away_form_that_is_saved_again_keeps_its_pages(counter: Counter) -> None:
    page = counter.one(1)
    draft_with(counter, ScannedDocument("d1", pages=(page,)))
    form = opened(counter)
    counter.services.intake.discard_draft(counter.actor, "draft")
    counter.services.intake.save_draft(counter.actor, replace(form, draft_revision=0))
    counter.services.scans.sweep(counter.actor)
    assert counter.room.files.open(page.blob)
    assert counter.services.pages.edit(counter.actor, page, PageEdit(1)).width == page.height


def test_pages_without_a_draft_are_offered_and_not_swept(counter: Counter) -> None:
    page = counter.one()
    assert counter.services.scans.sweep(counter.actor) == 0
    assert counter.services.scans.loose(counter.actor) == (ScannedDocument("draft", pages=(page,)),)
    counter.services.scans.let_go(counter.actor, "draft")
    assert counter.files() == set()


def aged(counter: Counter) -> None:
    """Let every stored file look as if it were written long ago."""
    for _blob, path, _size in list(counter.room.files.listed()):
        os.utime(path, (1_000_000, 1_000_000))


def test_the_sweep_takes_what_interrupted_work_left_and_nothing_else(
    world: World, worker: PageWorker
) -> None:
    before = Counter(world, worker)
    kept = before.one(1)
    stray, size = before.room.files.put_bytes(b"registered and never used")
    before.room.store.write(lambda unit: unit.add_blob(stray, size))
    before.room.files.put_bytes(b"never registered")
    # Younger than this opening of the office: it may belong to work under way.
    assert before.services.scans.sweep(before.actor) == 1
    assert len(before.files()) == 2
    aged(before)
    world.clock.advance(hours=1)
    after = Counter(world, worker)
    assert after.services.scans.sweep(after.actor) == 1
    assert after.files() == {kept.blob}
    assert after.strays() == 0


def test_printed_papers_are_never_swept(world: World, counter: Counter) -> None:
    file = world.submit(world.form(world.register()))
    paper = counter.services.issuing.receipt(counter.actor, file).value
    aged(counter)
    counter.services.scans.sweep(counter.actor)
    assert hashlib.sha256(paper.pdf).hexdigest() in counter.files()


def test_examination_counts_pages_that_nothing_needs(world: World, counter: Counter) -> None:
    blob, size = counter.room.files.put_bytes(b"left behind")
    counter.room.store.write(lambda unit: unit.add_blob(blob, size))
    world.clock.advance(seconds=YOUNG_S + 1)
    report = counter.services.health.examine(world.actors["admin"], HealthProgress()).value
    assert "orphans.pages" in {found.code for found in report.findings}
    assert counter.services.health.remove_orphans(world.actors["admin"]).value == 1
    assert counter.files() == set()


def test_a_form_with_loose_pages_is_not_handed_in(world: World, counter: Counter) -> None:
    learner = world.register()
    page = counter.one()
    form = replace(world.form(learner), draft="draft", tray=(ScannedDocument("d", pages=(page,)),))
    with pytest.raises(Problems) as stopped:
        counter.services.intake.submit(counter.actor, form)
    assert [problem.code for problem in stopped.value.problems] == ["scan.unbound"]


def test_originals_that_were_compared_are_noted_with_who_and_when(world: World, counter: Counter) -> None:
    learner = world.register()
    document = ScannedDocument("d", "certificate", pages=(counter.one(),))
    evidence = counter.services.pages.bind(counter.actor, "draft", document).value
    form = world.form(learner)
    form = replace(
        form, evidence=(*form.evidence, evidence), compared=frozenset({evidence.evidence}), draft="draft"
    )
    file = counter.services.intake.submit(counter.actor, form).value.application
    (noted,) = counter.services.counter.case(counter.actor, file).application.compared
    assert (noted.evidence, noted.person, noted.at) == (
        evidence.evidence,
        counter.actor.person,
        world.clock.now(),
    )
    others = tuple(item.evidence for item in form.evidence)
    case = counter.services.counter.case(counter.actor, file)
    counter.services.counter.compare_originals(counter.actor, file, case.revision, others)
    noted_all = counter.services.counter.case(counter.actor, file).application.compared
    assert len(noted_all) == len(others)
    counter.services.scans.sweep(counter.actor)
    assert evidence.blob in counter.files()


def test_files_of_the_watched_folder_are_taken_and_moved(counter: Counter, tmp_path: Path) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    scans, actor = counter.services.scans, counter.actor
    scans.set_profile(actor, ScanProfile(folder=str(folder), after=AfterTaking.MOVE))
    (folder / "good.png").write_bytes(saved(marked(1), "PNG"))
    (folder / "bad.png").write_bytes(b"no picture at all")
    assert scans.waiting_files(actor) == ()
    counter.seconds += 5
    waiting = scans.waiting_files(actor)
    end = scans.take_waiting(actor, "draft", waiting, counter.heard.append, never)
    assert (len(end.pages), [problem.params["name"] for problem in end.problems]) == (1, ["bad.png"])
    assert not (folder / "good.png").exists()
    assert (folder / "taken" / "good.png").exists()
    assert (folder / "bad.png").exists()


def test_the_profile_is_remembered_and_checked(counter: Counter, tmp_path: Path) -> None:
    scans, actor = counter.services.scans, counter.actor
    scans.set_profile(actor, ScanProfile(dpi=200, folder=str(tmp_path)))
    assert scans.profile(actor) == ScanProfile(dpi=200, folder=str(tmp_path))
    with pytest.raises(Problems) as stopped:
        scans.set_profile(actor, ScanProfile(dpi=9_000, folder=str(tmp_path / "none")))
    assert [problem.code for problem in stopped.value.problems] == ["scan.dpi", "scan.folder"]


@pytest.mark.parametrize("kind", sorted(ACTIVE))
def test_an_attached_pdf_that_could_act_is_kept_as_pictures(counter: Counter, kind: str) -> None:
    attachment = Attachment("certificate", "a.pdf", data=ACTIVE[kind])
    evidence = counter.services.evidence.attach(counter.actor, attachment).value
    kept = counter.room.files.open(evidence.blob)
    assert b"/Page" in kept
    assert not counter.room.scanning.reader.examine(kept, "a.pdf").flattened


def test_an_attached_pdf_that_only_shows_is_kept_as_it_is(counter: Counter) -> None:
    evidence = counter.services.evidence.attach(
        counter.actor, Attachment("certificate", "a.pdf", data=page_pdf())
    ).value
    assert counter.room.files.open(evidence.blob) == page_pdf()


def test_a_broken_attachment_is_refused(counter: Counter) -> None:
    with pytest.raises(Problems) as stopped:
        counter.services.evidence.attach(
            counter.actor, Attachment("certificate", "a.pdf", data=b"%PDF-1.7\n%%EOF\n")
        )
    assert stopped.value.problems[0].code in {"evidence.damaged", "evidence.no_pages"}


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\x\\a.pdf", "a.pdf"),
        ("a\0b\r\n\x1b[31m.pdf", "ab[31m.pdf"),
        ("evil\u202efdp.exe", "evilfdp.exe"),
        ("CON.pdf", "_CON.pdf"),
        ("lpt1", "_lpt1"),
        ("..", "file"),
        ("", "file"),
        ("   .pdf ", "file.pdf"),
        ("a.pdf. . ", "a.pdf"),
        ("\ud800x.png", "x.png"),
        ('a<b>:"|?*.png', "ab.png"),
        ("证书（扫描）.jpg", "证书（扫描）.jpg"),
    ],
)
def test_names_from_hell_become_plain(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_a_long_name_keeps_its_ending() -> None:
    name = clean_name("证" * 255 + ".jpeg")
    assert name.endswith(".jpeg")
    assert len(name) == 120


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Y000037012023400187654", "evidence_number", "Y000037012023400187654"),
        ("https://example.invalid/q?zsbh=S000037012023401&x=1", "evidence_number", "S000037012023401"),
        ("https://example.invalid/verify/2023-001234", "evidence_number", "2023-001234"),
        ("CB|A|2026-000123|370102|7F", "evidence_number", "2026-000123"),
    ],
)
def test_codes_are_offered_as_numbers(text: str, field: str, value: str) -> None:
    (offer,) = offers_of((ReadCode("qr_code", text),), "page")
    assert (offer.field, offer.text, offer.evidence) == (field, value, "page")


@pytest.mark.parametrize("text", ["", "hello", "https://example.invalid/", "https://[bad", "x" * 3_000])
def test_other_codes_offer_nothing(text: str) -> None:
    assert offers_of((ReadCode("qr_code", text),), "page") == ()


def test_own_numbers_are_known(world: World) -> None:
    receipt = world.file(world.submit(world.form(world.register()))).receipt_number
    (offer,) = offers_of((ReadCode("qr_code", receipt),), "page")
    assert (offer.field, offer.text) == ("receipt_number", receipt)
