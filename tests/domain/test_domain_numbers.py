"""Numbers of accounts, papers, receipts, organisations and certificates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain import numbers
from creditbank_desktop.domain.failures import Problems, Severity
from creditbank_desktop.domain.numbers import (
    AccountNumber,
    DocumentNumber,
    account_number,
    certificate_level,
    certificate_number_warnings,
    check_account_number,
    check_receipt_number,
    check_unified_social_credit_code,
    document_number,
    mod_11_10,
    mod_37_36,
    parse_account_number,
    parse_document_number,
    receipt_number,
    unified_social_credit_check,
)

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
digits = st.text("0123456789", min_size=17, max_size=17)
accounts = st.builds(
    account_number,
    st.from_regex(r"[0-9]{5}", fullmatch=True),
    st.integers(1990, 2100),
    st.from_regex(r"[0-9]{2}", fullmatch=True),
    st.integers(0, 999_999),
)


def codes(problems):
    return [problem.code for problem in problems]


def changed(text, place, alphabet, shift):
    other = alphabet[(alphabet.index(text[place]) + shift) % len(alphabet)]
    return text[:place] + other + text[place + 1 :]


def test_check_digit_of_the_standards_example():
    # ISO/IEC 7064 gives 0794 with check digit 5 for MOD 11,10.
    assert mod_11_10("0794") == "5"


@given(digits, st.integers(0, 17), st.integers(1, 9))
def test_mod_11_10_finds_every_changed_digit(body, place, shift):
    number = body + mod_11_10(body)
    wrong = changed(number, place, "0123456789", shift)
    assert mod_11_10(wrong[:-1]) != wrong[-1]


def test_mod_11_10_finds_nearly_all_swapped_neighbours():
    missed = total = 0
    for value in range(1_000):
        body = f"{value:03d}"
        number = body + mod_11_10(body)
        for place in range(3):
            swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
            if swapped != number:
                total += 1
                missed += mod_11_10(swapped[:-1]) == swapped[-1]
    assert missed / total < 0.03


@given(st.text(ALPHABET, min_size=1, max_size=20), st.data(), st.integers(1, 35))
def test_mod_37_36_finds_every_changed_character(body, data, shift):
    number = body + mod_37_36(body)
    wrong = changed(number, data.draw(st.integers(0, len(body))), ALPHABET, shift)
    assert mod_37_36(wrong[:-1]) != wrong[-1]


@given(accounts, st.integers(2, 19), st.integers(1, 9))
def test_account_numbers_hold_and_wrong_digits_are_found(number, place, shift):
    assert number.startswith("XF")
    assert len(number) == 20
    assert check_account_number(number.lower()) == ()
    assert str(parse_account_number(number)) == number
    assert codes(check_account_number(changed(number, place, "0123456789", shift))) == [
        "account_number.check"
    ]


def test_account_number_tells_its_parts():
    number = account_number("11234", 2026, "01", 42)
    assert number[:-1] == "XF11234" + "2026" + "01" + "000042"
    assert parse_account_number(f"ＸＦ {number[2:]}") == AccountNumber("11234", 2026, "01", 42)


@pytest.mark.parametrize("raw", ["", "XF123", "11234202601000042", "XG112342026010000420"])
def test_other_shapes_are_no_account_numbers(raw):
    with pytest.raises(Problems) as caught:
        parse_account_number(raw, "search")
    assert codes(caught.value.problems) == ["account_number.shape"]


@pytest.mark.parametrize(
    "parts",
    [
        ("1234", 2026, "01", 1),
        ("11234", 2026, "1", 1),
        ("11234", 2026, "01", 1_000_000),
        ("11234", 2026, "01", -1),
    ],
)
def test_parts_out_of_range_make_no_account_number(parts):
    with pytest.raises(ValueError, match="no account number"):
        account_number(*parts)


@given(
    st.from_regex(r"[0-9]{2}", fullmatch=True),
    st.from_regex(r"[0-9A-Z]{2,4}", fullmatch=True),
    st.from_regex(r"[A-Z]{2,4}", fullmatch=True),
    st.integers(2000, 2999),
    st.integers(0, 999_999),
)
def test_document_numbers_are_read_back(office, device, kind, year, sequence):
    number = document_number(office, device, kind, year, sequence)
    assert parse_document_number(f" {number.lower()} ") == DocumentNumber(
        office, device, kind, year, sequence
    )


def test_document_numbers_of_wrong_shape_are_refused():
    assert document_number("01", "A3", "TZ", 2026, 42) == "TZ-2026-01-A3-000042"
    with pytest.raises(Problems) as caught:
        parse_document_number("TZ-26-01-A3-42")
    assert codes(caught.value.problems) == ["document_number.shape"]
    with pytest.raises(ValueError, match="no document number"):
        document_number("01", "A3", "TZ", 2026, 1_000_000)


def test_receipt_numbers_catch_a_slip_on_the_telephone():
    number = receipt_number("01", "A3", 2026, 7)
    assert number.startswith("SL-2026-01-A3-000007-")
    assert check_receipt_number(number) == ()
    assert codes(check_receipt_number(number.replace("A3", "A8"))) == ["receipt_number.check"]
    assert codes(check_receipt_number(number[:-2])) == ["receipt_number.shape"]


@given(st.text(CREDIT_CODE_ALPHABET, min_size=17, max_size=17), st.integers(0, 17), st.integers(1, 30))
def test_credit_codes_find_every_changed_character(body, place, shift):
    code = body + unified_social_credit_check(body)
    assert check_unified_social_credit_code(f"{code[:8]} {code[8:].lower()}") == ()
    wrong = changed(code, place, CREDIT_CODE_ALPHABET, shift)
    assert codes(check_unified_social_credit_code(wrong)) == ["social_credit_code.check"]


@given(st.text(CREDIT_CODE_ALPHABET, min_size=17, max_size=17), st.integers(0, 15))
def test_credit_codes_find_swapped_neighbours(body, place):
    code = body + unified_social_credit_check(body)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or check_unified_social_credit_code(swapped)


def test_credit_codes_of_known_bodies():
    # The example printed in annex of GB 32100-2015.
    assert check_unified_social_credit_code("91350100M000100Y43") == ()
    assert codes(check_unified_social_credit_code("91350100M000100Y4")) == ["social_credit_code.length"]
    (problem,) = check_unified_social_credit_code("91350100I000100Z43")
    assert (problem.code, problem.params) == ("social_credit_code.characters", {"characters": "IZ"})


def test_certificate_numbers_only_warn():
    assert certificate_number_warnings("S000033000007213000012") == ()
    assert certificate_level("Ｓ0000 33000007213000012") == 3
    for raw, expected in (
        ("1633000000300123", ["certificate_number.shape"]),
        ("S000099000007217000012", ["certificate_number.province", "certificate_number.level"]),
    ):
        found = certificate_number_warnings(raw)
        assert codes(found) == expected
        assert all(problem.severity is Severity.WARNING for problem in found)
        assert certificate_level(raw) is None


def test_an_enquiry_code_leads_back_to_its_receipt_and_finds_a_slip_of_the_pen() -> None:
    receipt = numbers.receipt_number("01", "A3", 2026, 42)
    code = numbers.ticket_code(receipt)
    assert code.startswith("26A3-000042-")
    assert receipt.startswith(numbers.receipt_of_ticket(code.lower().replace("-", " "), "01"))
    for place, sign in enumerate(code):
        if sign != "-":
            wrong = code[:place] + ("7" if sign != "7" else "1") + code[place + 1 :]
            assert numbers.receipt_of_ticket(wrong, "01") == "", wrong
    assert numbers.ticket_code("no receipt") == ""
