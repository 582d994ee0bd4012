"""Certificates are read by the real models in their own process, however they lie."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from creditbank_desktop.devices.text_reader import RecognisingReader, is_installed
from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.page_text import TextPage, rows_of
from creditbank_desktop.services.certificate_reading import read_certificate
from creditbank_desktop.services.outcome_fields import FIELDS_OF

SKILL = OutcomeType.SKILL_CERTIFICATE
MOST_ERRORS = 0.05
PAGES = {
    "cert_clean.png": 0,
    "cert_hard.jpg": 0,
    "cert_photo.jpg": 0,
    "cert_qr.jpg": 0,
    "cert_rot90.jpg": 90,
}
SAID = {
    "holder.name": "张雨桐",
    "holder.document_number": "370102200308171526",
    "title": "电子商务师",
    "occupation": "电子商务师",
    "level": "3",
    "evidence_number": "Y000037012023400187654",
    "issuer": "德州星海职业技能评价中心（虚构）",
    "issued_on": "2023-11-06",
}


@pytest.fixture(scope="module")
def reader() -> Iterator[RecognisingReader]:
    reader = RecognisingReader(idle_s=None)
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def pages(reader: RecognisingReader, shared_data: Path) -> dict[str, TextPage]:
    folder = shared_data / "certificates"
    return {name: reader.read((folder / name).read_bytes()) for name in PAGES}


def test_the_packages_of_the_extra_are_here() -> None:
    assert is_installed()


@pytest.mark.parametrize("name", PAGES)
def test_every_field_of_the_form_is_read(name: str, pages: dict[str, TextPage]) -> None:
    fields = frozenset(spec.name for spec in FIELDS_OF[SKILL])
    found = {one.field: one.text for one in read_certificate(pages[name], SKILL, fields)}
    assert found == SAID
    assert pages[name].turned == PAGES[name]


@pytest.mark.parametrize("name", PAGES)
def test_hardly_a_character_is_wrong(name: str, pages: dict[str, TextPage], shared_data: Path) -> None:
    truth = json.loads((shared_data / "certificates" / "ground_truth.json").read_text("utf-8"))
    rows = ["".join(line.text for line in row).replace(" ", "") for row in rows_of(pages[name].lines)]
    wrong = total = 0
    for line in truth:
        said = line.replace(" ", "")
        wrong += min(Levenshtein.distance(said, row) for row in rows)
        total += len(said)
    assert wrong / total <= MOST_ERRORS, f"{wrong} of {total}"


def test_each_line_comes_with_its_picture(pages: dict[str, TextPage]) -> None:
    assert all(line.picture.startswith(b"\xff\xd8") for line in pages["cert_clean.png"].lines)


def test_what_is_no_picture_is_told_and_the_next_page_is_read(
    reader: RecognisingReader, shared_data: Path
) -> None:
    with pytest.raises(Problems) as told:
        reader.read(b"%PDF-1.7 no picture")
    assert [problem.code for problem in told.value.problems] == ["text.no_picture"]
    assert reader.read((shared_data / "certificates" / "cert_hard.jpg").read_bytes()).lines


def test_the_process_goes_when_nothing_is_read() -> None:
    reader = RecognisingReader(idle_s=0.05)
    with pytest.raises(Problems):
        reader.read(b"nothing")
    deadline = time.monotonic() + 20
    while reader.is_running and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not reader.is_running
    reader.close()
