"""Resident identity numbers and the other identity documents."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.areas import PROVINCES, is_known_area, province_name
from creditbank_desktop.domain.failures import Problems, Severity
from creditbank_desktop.domain.identity_documents import (
    DocumentKind,
    IdentityDocument,
    check_identity_document,
    parse_identity_document,
)
from creditbank_desktop.domain.resident_ids import (
    age_on,
    is_legacy_resident_id,
    mask_resident_id,
    parse_resident_id,
    resident_id_check_character,
    resident_id_warnings,
)

TODAY = date(2026, 11, 23)


@st.composite
def numbers(draw):
    area = draw(st.sampled_from(["110105", "440524", "340524", "513101", "650102"]))
    born = draw(st.dates(date(1900, 1, 1), TODAY))
    body = f"{area}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + resident_id_check_character(body)


def codes_of(raw):
    with pytest.raises(Problems) as caught:
        parse_resident_id(raw, TODAY)
    return [problem.code for problem in caught.value.problems]


def is_valid(raw):
    try:
        parse_resident_id(raw, TODAY)
    except Problems:
        return False
    return True


def test_all_shared_vectors_hold(shared_data):
    with (shared_data / "resident_ids.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 14
    for row in rows:
        assert is_valid(row["number"]) == (row["valid"] == "true"), row


@pytest.mark.parametrize(
    "raw", ["11010519491231002x", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ"]
)
def test_typed_forms_fold_to_one(raw):
    parsed = parse_resident_id(raw, TODAY)
    assert parsed.number == "11010519491231002X"
    assert parsed.birth_date == date(1949, 12, 31)
    assert (parsed.sex_code, parsed.area) == ("2", "110105")


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("", ["resident_id.length"]),
        ("1101051949123100", ["resident_id.length"]),
        ("110105491231002", ["resident_id.length"]),
        ("1101051949123I0021", ["resident_id.characters"]),
        ("X10105194912310021", ["resident_id.characters"]),
        ("110105194912310021", ["resident_id.check"]),
        ("110105194913310021", ["resident_id.birth_date"]),
        ("110105194902310026", ["resident_id.birth_date"]),
        ("110105209912310029", ["resident_id.future"]),
        ("110105194913310022", ["resident_id.check", "resident_id.birth_date"]),
        ("110105209912310020", ["resident_id.check", "resident_id.future"]),
    ],
)
def test_findings_come_all_at_once(raw, codes):
    assert codes_of(raw) == codes


@given(numbers(), st.integers(0, 17), st.integers(1, 9))
def test_any_changed_digit_is_found(number, place, shift):
    if number[place] == "X":
        return
    changed = str((int(number[place]) + shift) % 10)
    assert "resident_id.check" in codes_of(number[:place] + changed + number[place + 1 :])


@given(numbers(), st.integers(0, 16))
def test_any_swapped_neighbours_are_found(number, place):
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert swapped == number or not is_valid(swapped)


@given(numbers())
def test_valid_numbers_tell_birth_and_sex(number):
    parsed = parse_resident_id(f" {number[:6]} {number[6:].lower()}", TODAY)
    assert parsed.number == number
    assert f"{parsed.birth_date:%Y%m%d}" == number[6:14]
    assert parsed.sex_code == ("1" if int(number[16]) % 2 else "2")
    assert resident_id_warnings(parsed, parsed.birth_date, parsed.sex_code) == ()


def warnings_of(number, sex=None):
    found = resident_id_warnings(parse_resident_id(number, TODAY), TODAY, sex)
    assert all(problem.severity is Severity.WARNING for problem in found)
    return {problem.code: dict(problem.params) for problem in found}


def test_unlikely_numbers_warn():
    assert warnings_of("990105194912310023") == {"resident_id.unknown_area": {"area": "990105"}}
    assert warnings_of("440524188001010014") == {"resident_id.age": {"age": 146}}
    assert warnings_of("11010519491231002X", "1") == {"resident_id.sex": {}}


@pytest.mark.parametrize("sex", ["2", "0", "9", None])
def test_agreeing_or_unknown_sex_does_not_warn(sex):
    assert warnings_of("11010519491231002X", sex) == {}


def test_legacy_numbers_serve_search_only():
    assert is_legacy_resident_id("110105 491231 002")
    assert not is_legacy_resident_id("110105491331002")
    assert not is_legacy_resident_id("11010519491231002X")


def test_masking_hides_the_birth_date():
    assert mask_resident_id("11010519491231002x") == "110105********002X"
    assert mask_resident_id("E12345678") == "E1*****78"
    assert mask_resident_id("123") == "***"


@pytest.mark.parametrize(("day", "age"), [("2026-02-27", 25), ("2026-03-01", 26), ("2024-02-29", 24)])
def test_age_counts_completed_years(day, age):
    assert age_on(date(2000, 2, 29), date.fromisoformat(day)) == age


def test_areas_of_all_provinces_are_known():
    for province in PROVINCES:
        assert is_known_area(province + ("0000" if province in ("71", "81", "82", "83") else "0102"))
    assert is_known_area("659001")
    assert is_known_area("441901")
    assert not is_known_area("110999")
    assert not is_known_area("990105")
    assert not is_known_area("1101")
    assert province_name("330106") == "浙江省"
    assert province_name("99") is None


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (DocumentKind.RESIDENT_ID, "11010519491231002x"),
        (DocumentKind.PASSPORT, "E 12345678"),
        (DocumentKind.PASSPORT, "ea1234567"),
        (DocumentKind.HK_MACAO_PERMIT, "H12345678"),
        (DocumentKind.HK_MACAO_PERMIT, "M12345678(01)"),
        (DocumentKind.TAIWAN_PERMIT, "12345678"),
        (DocumentKind.TAIWAN_PERMIT, "1234567890(B)"),
        (DocumentKind.FOREIGN_PERMANENT_RESIDENCE, "USA110075121201"),
        (DocumentKind.FOREIGN_PERMANENT_RESIDENCE, "９11840198012120015"),
    ],
)
def test_document_numbers_of_every_kind_pass(kind, raw):
    assert check_identity_document(kind, raw, TODAY) == ()


@pytest.mark.parametrize(
    ("kind", "raw", "codes"),
    [
        (DocumentKind.PASSPORT, " ", ["identity_document.empty"]),
        (DocumentKind.RESIDENT_ID, "", ["identity_document.empty"]),
        (DocumentKind.PASSPORT, "ABCDEFG", ["identity_document.shape"]),
        (DocumentKind.PASSPORT, "12", ["identity_document.shape"]),
        (DocumentKind.HK_MACAO_PERMIT, "K12345678", ["identity_document.shape"]),
        (DocumentKind.TAIWAN_PERMIT, "1234567", ["identity_document.shape"]),
        (DocumentKind.RESIDENT_ID, "110105-19491231-002X", ["resident_id.length"]),
        (DocumentKind.RESIDENT_ID, "110105194913310022", ["resident_id.check", "resident_id.birth_date"]),
        (DocumentKind.FOREIGN_PERMANENT_RESIDENCE, "911840198012120014", ["resident_id.check"]),
    ],
)
def test_bad_document_numbers_are_named(kind, raw, codes):
    found = check_identity_document(kind, raw, TODAY, "learner.document_number")
    assert [problem.code for problem in found] == codes
    assert {problem.field for problem in found} == {"learner.document_number"}


def test_documents_are_kept_normalised_and_shown_masked():
    document = parse_identity_document(DocumentKind.PASSPORT, "e1234 5678", TODAY)
    assert document == IdentityDocument(DocumentKind.PASSPORT, "E12345678")
    assert document.masked() == "E1*****78"
    with pytest.raises(Problems):
        parse_identity_document(DocumentKind.PASSPORT, "", TODAY)
