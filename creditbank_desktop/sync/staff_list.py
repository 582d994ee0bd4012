"""Keeps the server's staff list on this device, and turns away one that is not to be believed."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime

from creditbank_desktop.domain.codec import Malformed, format_instant, parse_instant
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ports import Verifier
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.sync.link import find_link
from creditbank_desktop.sync.protocol.enrolment_codes import parse_enrolment_code
from creditbank_desktop.sync.protocol.notices import StaffLine, StaffList
from creditbank_desktop.sync.protocol.signing import SignedMessage, open_message

SETTING = "staff_list"
REFUSED_SETTING = "staff_list.refused"
CHANGED = ("setting", SETTING)


def kept_list(reader: Reader, verifier: Verifier) -> StaffList | None:
    """Return the list in force; one that was changed in the database counts as none."""
    kept = reader.setting(SETTING)
    if not isinstance(kept, str):
        return None
    try:
        return _checked(reader, base64.b64decode(kept, validate=True), verifier).message
    except (Refused, binascii.Error):
        return None


def keep_list(unit: UnitOfWork, data: bytes, verifier: Verifier) -> StaffList:
    """Keep a list unless it is older than the one in force; return the one in force now.

    Raises `Refused`: ``staff_list.no_server``, ``staff_list.malformed``, ``staff_list.signature``,
    ``staff_list.other_office``, ``staff_list.older`` (version, kept).
    """
    signed = _checked(unit, data, verifier)
    kept = kept_list(unit, verifier)
    said = signed.message
    if kept is not None and (said.version < kept.version or (said.version == kept.version and said != kept)):
        raise Refused("staff_list.older", version=said.version, kept=kept.version)
    if kept != said:
        unit.set_setting(SETTING, base64.b64encode(data).decode("ascii"))
    if unit.setting(REFUSED_SETTING) is not None:
        unit.set_setting(REFUSED_SETTING, None)
    return said


def note_refusal(unit: UnitOfWork, code: str, moment: datetime) -> None:
    """Remember that a list was turned away, until a good one comes; the same code again says nothing new."""
    known = refusal_of(unit)
    if known is None or known[0] != code:
        unit.set_setting(REFUSED_SETTING, [code, format_instant(moment)])


def refusal_of(reader: Reader) -> tuple[str, datetime] | None:
    """Return code and moment of the last list that was turned away, None when none was since."""
    match reader.setting(REFUSED_SETTING):
        case [str(code), str(moment)]:
            return code, parse_instant(moment)
        case _:
            return None


def is_code_of(reader: Reader, code: str, line: StaffLine) -> bool:
    """Return whether ``code`` is the one-time code of ``line`` and came from this device's server.

    Raises `Problems` (``enrolment_code.shape``).
    """
    parsed = parse_enrolment_code(code)
    link = find_link(reader)
    known = link is not None and parsed.is_of(link.server.signing_key)
    return known and bool(line.code_sha256) and parsed.secret_sha256 == line.code_sha256


def _checked(reader: Reader, data: bytes, verifier: Verifier) -> SignedMessage[StaffList]:
    link = find_link(reader)
    if link is None:
        raise Refused("staff_list.no_server")
    try:
        signed = open_message(StaffList, data)
    except Malformed as error:
        raise Refused("staff_list.malformed") from error
    if not signed.is_signed_by(link.server.signing_key, verifier):
        raise Refused("staff_list.signature")
    if signed.message.office != link.office:
        raise Refused("staff_list.other_office")
    return signed
