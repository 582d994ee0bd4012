"""Numbers that people read and type: accounts, papers, receipts, organisations and certificates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from creditbank_desktop.domain.areas import province_name
from creditbank_desktop.domain.failures import Problem, Problems, Severity
from creditbank_desktop.domain.folding import without_spaces

ACCOUNT_PREFIX = "XF"
RECEIPT_KIND = "SL"

_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCOUNT = re.compile(r"XF([0-9]{5})([0-9]{4})([0-9]{2})([0-9]{6})([0-9])")
_ACCOUNT_BODY = re.compile(r"[0-9]{5} [0-9]{4} [0-9]{2} [0-9]{6}")
_DOCUMENT = re.compile(r"([A-Z]{2,4})-([0-9]{4})-([0-9]{2})-([0-9A-Z]{2,4})-([0-9]{6})")
_TICKET = re.compile(r"([0-9]{2})([0-9A-Z]{2,4})([0-9]{6})([0-9A-Z])")
_RECEIPT = re.compile(rf"({_DOCUMENT.pattern})-([0-9A-Z])")
# GB 32100-2015 leaves out I, O, S, V and Z; the weights are the powers of 3 modulo 31.
_CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_CODE_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_CERTIFICATE = re.compile(r"[YS][0-9]{4}([0-9]{2})[0-9]{6}[0-9]{2}([0-9])[0-9]{6}")


@dataclass(frozen=True, slots=True)
class AccountNumber:
    """The parts of a credit account number: school (5 digits), year, office (2 digits), sequence."""

    school: str
    year: int
    office: str
    sequence: int

    def __str__(self) -> str:
        """Return the number as printed: XF and 18 digits, the last the check digit."""
        body = f"{self.school}{self.year:04d}{self.office}{self.sequence:06d}"
        return f"{ACCOUNT_PREFIX}{body}{mod_11_10(body)}"


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The parts of a paper's number: office (2 digits), device (2 to 4 capitals or digits), kind of paper
    (2 to 4 capitals), year and sequence, which is gapless per office, device and kind.
    """

    office: str
    device: str
    kind: str
    year: int
    sequence: int

    def __str__(self) -> str:
        """Return the number as printed, for example ``TZ-2026-01-A3-000042``."""
        return f"{self.kind}-{self.year:04d}-{self.office}-{self.device}-{self.sequence:06d}"


def mod_11_10(digits: str) -> str:
    """Return the check digit of ``digits`` by ISO/IEC 7064 MOD 11,10.

    It finds every wrong digit and nearly all swapped neighbours.
    """
    return str(_hybrid_check([int(digit) for digit in digits], 10))


def mod_37_36(characters: str) -> str:
    """Return the check character of capitals and digits by ISO/IEC 7064 MOD 37,36."""
    return _ALPHANUMERIC[_hybrid_check([_ALPHANUMERIC.index(c) for c in characters], 36)]


def account_number(school: str, year: int, office: str, sequence: int) -> str:
    """Return a credit account number with its check digit.

    ``school`` 5 digits, ``office`` 2 digits, ``sequence`` 0 to 999999 from the device's block.
    Raises ValueError for parts out of range.
    """
    parts = AccountNumber(school, year, office, sequence)
    if not _ACCOUNT_BODY.fullmatch(f"{school} {year:04d} {office} {sequence:06d}"):
        raise ValueError(f"no account number: {parts!r}")
    return str(parts)


def check_account_number(raw: str, field: str = "account_number") -> tuple[Problem, ...]:
    """Return what is wrong with an account number: ``account_number.shape`` or ``account_number.check``."""
    matched = _ACCOUNT.fullmatch(without_spaces(raw).upper())
    if not matched:
        return (Problem("account_number.shape", field),)
    if mod_11_10("".join(matched.groups()[:4])) != matched.group(5):
        return (Problem("account_number.check", field),)
    return ()


def parse_account_number(raw: str, field: str = "account_number") -> AccountNumber:
    """Return the parts of an account number.

    Raises `Problems` with what `check_account_number` finds.
    """
    found = check_account_number(raw, field)
    matched = _ACCOUNT.fullmatch(without_spaces(raw).upper())
    if found or matched is None:
        raise Problems(found)
    school, year, office, sequence, _ = matched.groups()
    return AccountNumber(school, int(year), office, int(sequence))


def document_number(office: str, device: str, kind: str, year: int, sequence: int) -> str:
    """Return the number of a paper; the sequence is gapless per office, device and kind, voids are logged.

    Raises ValueError for parts out of range.
    """
    number = str(DocumentNumber(office, device, kind, year, sequence))
    if not _DOCUMENT.fullmatch(number):
        raise ValueError(f"no document number: {number}")
    return number


def parse_document_number(raw: str, field: str = "document_number") -> DocumentNumber:
    """Return the parts of a paper's number.

    Raises `Problems` with ``document_number.shape``.
    """
    matched = _DOCUMENT.fullmatch(without_spaces(raw).upper())
    if not matched:
        raise Problems([Problem("document_number.shape", field)])
    kind, year, office, device, sequence = matched.groups()
    return DocumentNumber(office, device, kind, int(year), int(sequence))


def receipt_number(office: str, device: str, year: int, sequence: int) -> str:
    """Return the number of an acceptance receipt: a document number and a check character.

    Learners read it out on the telephone, hence the check (ISO/IEC 7064 MOD 37,36).
    Raises ValueError for parts out of range.
    """
    body = document_number(office, device, RECEIPT_KIND, year, sequence)
    return f"{body}-{mod_37_36(body.replace('-', ''))}"


def ticket_code(receipt: str) -> str:
    """Return the short code by which a learner asks for a file: ``26A3-000042-7``, "" for no receipt number.

    Year, device and sequence of the receipt number with a check character of their own (ISO/IEC 7064
    MOD 37,36); the office is the one that is asked.
    """
    matched = _RECEIPT.fullmatch(receipt)
    if not matched:
        return ""
    year, device, sequence = matched.group(3)[2:], matched.group(5), matched.group(6)
    return f"{year}{device}-{sequence}-{mod_37_36(year + device + sequence)}"


def receipt_of_ticket(raw: str, office: str) -> str:
    """Return how the receipt number begins that a ticket code of an office (2 digits) stands for.

    Hyphens, spaces and small letters do not matter. Returns "" for another text or a wrong check character.
    """
    matched = _TICKET.fullmatch(without_spaces(raw).upper().replace("-", ""))
    if not matched or mod_37_36("".join(matched.groups()[:3])) != matched.group(4):
        return ""
    year, device, sequence, _check = matched.groups()
    return f"{RECEIPT_KIND}-20{year}-{office}-{device}-{sequence}-"


def check_receipt_number(raw: str, field: str = "receipt_number") -> tuple[Problem, ...]:
    """Return what is wrong with a receipt number: ``receipt_number.shape`` or ``receipt_number.check``."""
    matched = _RECEIPT.fullmatch(without_spaces(raw).upper())
    if not matched:
        return (Problem("receipt_number.shape", field),)
    if mod_37_36(matched.group(1).replace("-", "")) != matched.groups()[-1]:
        return (Problem("receipt_number.check", field),)
    return ()


def normalise_unified_social_credit_code(raw: str) -> str:
    """Return the code without spaces and hyphens, half-width, in capitals."""
    return without_spaces(raw).upper().replace("-", "")


def unified_social_credit_check(body: str) -> str:
    """Return the check character of the 17 leading characters (GB 32100-2015, modulo 31)."""
    values = (_CREDIT_CODE_ALPHABET.index(character) for character in body)
    total = sum(value * weight for value, weight in zip(values, _CREDIT_CODE_WEIGHTS, strict=True))
    return _CREDIT_CODE_ALPHABET[-total % 31]


def check_unified_social_credit_code(
    raw: str, field: str = "unified_social_credit_code"
) -> tuple[Problem, ...]:
    """Return what is wrong with the code of an employer or organiser.

    Codes: ``social_credit_code.length`` (length), or else ``social_credit_code.characters`` (characters),
    or else ``social_credit_code.check``.
    """
    code = normalise_unified_social_credit_code(raw)
    if len(code) != 18:
        return (Problem("social_credit_code.length", field, {"length": len(code)}),)
    strange = "".join(dict.fromkeys(c for c in code if c not in _CREDIT_CODE_ALPHABET))
    if strange:
        return (Problem("social_credit_code.characters", field, {"characters": strange}),)
    if unified_social_credit_check(code[:17]) != code[17]:
        return (Problem("social_credit_code.check", field),)
    return ()


def certificate_number_warnings(raw: str, field: str = "evidence_number") -> tuple[Problem, ...]:
    """Return what is unusual about the number of a vocational skill certificate; all can be confirmed.

    The shape is Y or S, 4 digits of the assessing body, 2 province, 6 site, 2 year, 1 level, 6 serial;
    layouts vary, so nothing here blocks. Codes: ``certificate_number.shape`` (length), or else
    ``certificate_number.province`` (province) and ``certificate_number.level`` (level).
    """
    number = without_spaces(raw).upper()
    matched = _CERTIFICATE.fullmatch(number)
    if not matched:
        return (Problem("certificate_number.shape", field, {"length": len(number)}, Severity.WARNING),)
    province, level = matched.groups()
    found = []
    if province != "00" and province_name(province) is None:
        found.append(Problem("certificate_number.province", field, {"province": province}, Severity.WARNING))
    if level not in "12345":
        found.append(Problem("certificate_number.level", field, {"level": level}, Severity.WARNING))
    return tuple(found)


def certificate_level(raw: str) -> int | None:
    """Return the skill level 1 to 5 that a certificate number of the usual shape carries, else None."""
    matched = _CERTIFICATE.fullmatch(without_spaces(raw).upper())
    return int(matched.group(2)) if matched and matched.group(2) in "12345" else None


def _hybrid_check(values: list[int], modulus: int) -> int:
    remainder = modulus
    for value in values:
        remainder = (remainder + value) % modulus or modulus
        remainder = remainder * 2 % (modulus + 1)
    return (modulus + 1 - remainder) % modulus
