"""How many credit statements of sixty rows one processor draws in a second."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from itertools import cycle, islice
from random import Random

from creditbank_desktop.app.bench.measures import Report, figure, milliseconds, timed
from creditbank_desktop.app.bench.standing import AS_OF
from creditbank_desktop.app.reference import read_reference_data
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.people import read_sample_office
from creditbank_desktop.app.sample.sources import read_sample_sources
from creditbank_desktop.devices.memory import resident_mib
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.papers import render_statement
from creditbank_desktop.documents.papers_data import (
    Bilingual,
    LearnerCard,
    OfficeCard,
    PaperHead,
    StatementData,
    StatementRow,
)
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.programmes import Programme

SEED = 20260630
ROWS = 60
STATEMENTS = 200
_CELLS = 8
"""Strings in a row of the bare page."""
_FEWEST = 3


def measure(learners: int) -> Report:
    """Draw a statement for each of up to 200 of ``learners`` learners, and as many bare pages of text."""
    count = max(_FEWEST, min(STATEMENTS, learners))
    fonts = Fonts(resources_folder() / "fonts")
    try:
        statements = list(islice(_statements(Random(SEED)), count))
        first = milliseconds(partial(render_statement, statements[0], fonts))
        times, bare, sizes = [], [], []
        for data in statements:
            drawn, took = timed(partial(render_statement, data, fonts))
            times.append(took)
            sizes.append(len(drawn) / 1024)
            bare.append(milliseconds(partial(_bare_pages, data)))
    finally:
        fonts.close()
    a_second = [1_000 / time for time in times]
    baseline = ("bare ReportLab pages with as many strings", [1_000 / time for time in bare])
    figures = (
        figure("statements a second, one processor", "1/s", a_second, baseline=baseline),
        figure("one statement", "ms", times, baseline=(baseline[0], bare)),
        figure("the first statement, fonts cold", "ms", [first]),
        figure("size of a statement", "KiB", sizes),
        figure("memory", "MiB", [resident_mib()]),
    )
    notes = (
        f"statements of {ROWS} posted rows in Chinese and English, each learner another one",
        "the bare pages use a font that every reader has, so nothing is embedded in them",
    )
    return Report("papers", SEED, figures, notes)


def _statements(chance: Random) -> Iterator[StatementData]:
    folder = resources_folder() / "sample"
    sources = read_sample_sources(folder)
    programme = read_reference_data(resources_folder()).programmes.programmes()[0]
    titles = cycle((entry.type, entry.fields["title"]) for entry in sources.entries)
    office = _office()
    for number, name in enumerate(cycle(sources.hard_names), start=1):
        learner = LearnerCard(
            name=name.zh,
            latin_name=name.latin,
            account_number=f"XF990002026010{number:06d}",
            document_masked="370199********0000",
            student_number=f"2024{programme.code}{number:06d}",
            programme=Bilingual(programme.name_zh, programme.name_en),
            programme_code=programme.code,
        )
        yield StatementData(
            head=PaperHead(f"ZM-2026-01-A1-{number:06d}", AS_OF, office, learner, "7K3M-9QPT"),
            posted=tuple(_row(place, next(titles), programme, chance) for place in range(ROWS)),
            up_to_entry=ROWS,
            required_credits=programme.total_credits,
            account_opened_on=AS_OF - timedelta(days=700),
        )


def _office() -> OfficeCard:
    form = read_sample_office(resources_folder() / "sample")
    return OfficeCard(
        name_zh=form.name_zh,
        name_en=form.name_en,
        school_name_zh=form.school_name_zh,
        school_name_en=form.school_name_en,
        address=form.address,
        phone=form.phone,
        is_sample=True,
    )


def _row(
    place: int, presented: tuple[OutcomeType, str], programme: Programme, chance: Random
) -> StatementRow:
    kind, title = presented
    course = chance.choice(programme.courses)
    row = StatementRow(
        title=Bilingual(title),
        source=kind,
        day=AS_OF - timedelta(days=600 - 10 * place),
        credits=Decimal(chance.randrange(1, 10)) / 2,
        entry_number=place + 1,
        target_code=course.code,
        target=Bilingual(course.name_zh, course.name_en),
    )
    return replace(row, grade_text="免修") if place % 2 else replace(row, hours=Decimal(48))


def _bare_pages(data: StatementData) -> bytes:
    """Draw as many strings as the statement's rows have, page after page, and nothing else."""
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    y_pt = 800.0
    for row in data.posted:
        for cell in range(_CELLS):
            canvas.drawString(40.0 + 65 * cell, y_pt, f"{row.entry_number}.{cell} {row.credits}")
        y_pt -= 25
        if y_pt < 60:
            canvas.showPage()
            y_pt = 800.0
    canvas.save()
    return target.getvalue()
