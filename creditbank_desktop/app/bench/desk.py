"""How soon the next case stands on the evaluator's screen with its PDF, drawn ahead and not, side by side."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from creditbank_desktop.app.bench.big_store import BigStore, big_store
from creditbank_desktop.app.bench.measures import Report, figure
from creditbank_desktop.app.bench.submit import seeded_forms, submit_form
from creditbank_desktop.app.office import Session
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.devices.memory import resident_mib
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.services.views_intake import ApplicationForm, Attachment

if TYPE_CHECKING:
    from creditbank_desktop.ui.evaluation.page import EvaluationPage
    from creditbank_desktop.ui.viewer.reading_viewer import ReadingViewer

MOST_CASES = 500
_LEARNERS = 20
_PAGES = 4
_WAIT_S = 30.0
TARGET = "≤ 200 ms at p95"


def measure(learners: int) -> Report:
    """Bring as many cases as ``learners``, at most 500, to the evaluation and open one after another."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with big_store(_LEARNERS).copied() as store:
        clerk = store.open()
        try:
            cases = _bring(store, clerk, min(learners, MOST_CASES))
            person = store.person(Role.EVALUATOR)
            return _report(store, clerk.switch(person.login, person.passphrase), cases)
        finally:
            clerk.close()


def _bring(store: BigStore, clerk: Session, cases: int) -> list[ApplicationId]:
    """Take in files with a PDF of four pages each, and let the reviewer pass their materials."""
    person = store.person(Role.MATERIAL_REVIEWER)
    reviewer = clerk.switch(person.login, person.passphrase)
    forms = seeded_forms(clerk, store.seed)
    brought = []
    for number in range(cases):
        form = _with_pdf(clerk, next(forms), number)
        application, _took = submit_form(clerk, form)
        taken = clerk.services.counter.accept(clerk.actor, application, _revision(clerk, application))
        brought.append(application)
        compared = tuple(item.evidence for item in form.evidence)
        reviewer.services.review.pass_materials(reviewer.actor, application, taken.value.revision, compared)
    return brought


def _revision(session: Session, application: ApplicationId) -> int:
    found = session.store.read(lambda reader: reader.application(application))
    assert found is not None
    return found.revision


def _with_pdf(session: Session, form: ApplicationForm, number: int) -> ApplicationForm:
    line = form.outcomes[0].line
    attachment = Attachment("certificate", f"certificate-{number}.pdf", data=_pdf(number), line=line)
    evidence = session.services.evidence.attach(session.actor, attachment).value
    return replace(form, evidence=(evidence,))


def _pdf(number: int) -> bytes:
    """Return a certificate of four pages, a photograph and text on each."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    photo = resources_folder() / "sample" / "certificates" / "cert_photo.jpg"
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for page in range(_PAGES):
        canvas.drawImage(str(photo), 60, 420, 470, 330)
        for row in range(24):
            canvas.drawString(
                60, 390 - 14 * row, f"Fictional certificate {number}, page {page + 1}, line {row}"
            )
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _report(store: BigStore, session: Session, cases: list[ApplicationId]) -> Report:
    from PySide6.QtWidgets import QApplication

    from creditbank_desktop.ui.evaluation.desk import EvaluationDesk
    from creditbank_desktop.ui.evaluation.page import EvaluationPage
    from creditbank_desktop.ui.running import ChangeBus, OperationRunner
    from creditbank_desktop.ui.theme.appearance import start_appearance
    from creditbank_desktop.ui.theme.colours import Look

    app = cast(QApplication, QApplication.instance() or QApplication(sys.argv[:1]))
    start_appearance(app, resources_folder() / "icons", Look.LIGHT)
    runner = OperationRunner()
    desk = EvaluationDesk(
        session.services, runner, ChangeBus(), session.actor, session.around.clock, session.room.diary
    )
    page = EvaluationPage(desk)
    try:
        page.resize(1366, 700)
        page.show()
        page.on_opened()
        _until(lambda: not runner.is_busy)
        page.queue.select(cases[0])
        _until(lambda: page.materials.panel.viewer.pages > 0 and not runner.is_busy)
        half = (len(cases) - 2) // 2
        ahead = _openings(page, runner, half)
        page.reads_ahead = False
        page.queue.go_next()  # still drawn ahead
        _until(lambda: not runner.is_busy)
        cold = _openings(page, runner, half)
        kept = page.materials.panel.viewer.pages_kept.megabytes
    finally:
        page.close()
        page.deleteLater()
        runner.close()
    figures = (
        figure("next case with its PDF, drawn ahead", "ms", ahead, target=TARGET),
        figure("next case with its PDF, not drawn ahead", "ms", cold),
        figure("pages kept", "MiB", [kept], target="≤ 128 MiB"),
        figure("memory", "MiB", [resident_mib()]),
    )
    note = f"{len(cases)} cases, each with a PDF of {_PAGES} pages, in the workplace off screen, painted"
    return Report("desk", store.seed, figures, (note,))


def _openings(page: EvaluationPage, runner: object, count: int) -> Sequence[float]:
    """Return how long each of ``count`` cases takes from the key to the painted page, in milliseconds."""
    from creditbank_desktop.ui.running import OperationRunner

    assert isinstance(runner, OperationRunner)
    viewer = page.materials.panel.viewer
    took = []
    for _ in range(count):
        before = viewer.document.id if viewer.document is not None else ""
        begin = time.perf_counter()
        page.queue.go_next()
        _until(partial(_is_another, viewer, before))
        page.repaint()
        viewer.viewport().repaint()
        took.append((time.perf_counter() - begin) * 1_000)
        _until(lambda: not runner.is_busy)
    return took


def _is_another(viewer: ReadingViewer, before: str) -> bool:
    return viewer.pages > 0 and viewer.document is not None and viewer.document.id != before


def _until(holds: object) -> None:
    from PySide6.QtCore import QCoreApplication, QEventLoop

    assert callable(holds)
    until = time.monotonic() + _WAIT_S
    while not holds():
        if time.monotonic() > until:
            raise TimeoutError("the page did not come")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
