"""Makes offers of field values out of the texts of QR and bar codes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from urllib.parse import parse_qsl, urlsplit

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.numbers import (
    certificate_number_warnings,
    check_account_number,
    check_receipt_number,
)
from creditbank_desktop.domain.scans import ReadCode
from creditbank_desktop.services.views_intake import FieldOffer, OfferSource

CERTIFICATE_NUMBER = "evidence_number"
_OWN: tuple[tuple[str, Callable[[str], tuple[Problem, ...]]], ...] = (
    ("account_number", check_account_number),
    ("receipt_number", check_receipt_number),
)
_NUMBER_NAMES = re.compile(
    r"(cert|zs|zheng)?_?(no|num|number|code|id|bh|bianhao|sn|serial)|cert|zs|zsbh|zsh|certificate(no|number|id)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z/-]{4,39}")
_LEAST_DIGITS = 4
_SURE, _LIKELY, _POSSIBLE = 0.95, 0.8, 0.5


def offers_of(codes: Iterable[ReadCode], page: str) -> tuple[FieldOffer, ...]:
    """Return what codes on the page with this id offer, the surest first, each value once.

    Our own account and receipt numbers go by "account_number" and "receipt_number"; a number found in the
    address of a web page or standing alone is offered as certificate number. Nothing is ever looked up.
    """
    offers: dict[tuple[str, str], FieldOffer] = {}
    for code in codes:
        text = "".join(one for one in unicodedata.normalize("NFKC", code.text) if one.isprintable()).strip()
        for field, value, confidence in _values(text):
            key = (field, value)
            if key not in offers or offers[key].confidence < confidence:
                offers[key] = FieldOffer(field, value, OfferSource.BARCODE, confidence, page, code.picture)
    return tuple(sorted(offers.values(), key=lambda offer: -offer.confidence))


def _values(text: str) -> list[tuple[str, str, float]]:
    for field, check in _OWN:
        if not check(text):
            return [(field, text, _SURE)]
    if re.match(r"https?://", text, re.IGNORECASE):
        return [(CERTIFICATE_NUMBER, value, sure) for value, sure in _numbers_in_address(text)]
    if _is_number(text):
        return [(CERTIFICATE_NUMBER, text, _SURE if not certificate_number_warnings(text) else _LIKELY)]
    parts = [part for part in re.split(r"[|;,\s]+", text) if _is_number(part)]
    if not parts:
        return []
    return [(CERTIFICATE_NUMBER, max(parts, key=len), _POSSIBLE)]


def _numbers_in_address(address: str) -> list[tuple[str, float]]:
    try:
        found = urlsplit(address)
        named = parse_qsl(found.query, max_num_fields=40)
    except ValueError:
        return []
    numbers = [
        (value, _LIKELY) for name, value in named if _NUMBER_NAMES.fullmatch(name) and _is_number(value)
    ]
    if not numbers:
        last = found.path.rstrip("/").rpartition("/")[2]
        numbers = [(last, _POSSIBLE)] if _is_number(last) else []
    return numbers


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and sum(one.isdigit() for one in text) >= _LEAST_DIGITS
