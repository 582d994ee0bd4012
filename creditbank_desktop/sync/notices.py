"""Fetches what the server has to say to the office: the staff list and the organisation's recovery key."""

from __future__ import annotations

import base64
import binascii

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.sync.protocol.messages import EMPTY_SHA256, Versions
from creditbank_desktop.sync.protocol.notices import (
    MOST_STAFF_BYTES,
    NOTICES_PATH,
    NoticeRequest,
    OfficeNotice,
)
from creditbank_desktop.sync.protocol.signing import SignedMessage, check_attachment, seal_message
from creditbank_desktop.sync.session import Session
from creditbank_desktop.sync.staff_list import keep_list, note_refusal
from creditbank_desktop.sync.transport import opened
from creditbank_desktop.version import VERSION

RECOVERY_SETTING = "sync.recovery_key"
_KEY_BYTES = 32
_UNHEARD = ("sync.nonsense", "sync.refused")


def recovery_key_of(reader: Reader) -> bytes:
    """Return the organisation's recovery key that the server told last, b"" for none."""
    kept = reader.setting(RECOVERY_SETTING)
    if not isinstance(kept, str):
        return b""
    try:
        key = base64.b64decode(kept, validate=True)
    except binascii.Error:
        return b""
    return key if len(key) == _KEY_BYTES else b""


def take_notices(session: Session) -> None:
    """Ask and keep what is said; a server that has no notices yet is no fault.

    A staff list that cannot be believed is turned away, remembered as refused, and stops nothing else.
    Raises `EnvironmentFault` ``sync.away`` and the like as `Transport` does.
    """
    try:
        signed = _ask(session)
    except EnvironmentFault as fault:
        if fault.code in _UNHEARD:
            return
        raise
    notice = signed.message
    staff = b""
    code = ""
    if notice.staff_sha256 != EMPTY_SHA256:
        try:
            (attached,) = signed.attachments
            staff = check_attachment(attached, notice.staff_sha256, MOST_STAFF_BYTES)
        except ValueError:  # Malformed among them
            code = "staff_list.malformed"

    def work(unit: UnitOfWork) -> None:
        _keep_recovery_key(unit, notice.recovery_key)
        refusal = code or (_kept(session, unit, staff) if staff else "")
        if refusal:
            note_refusal(unit, refusal, session.clock.now())

    session.write(work)


def _ask(session: Session) -> SignedMessage[OfficeNotice]:
    request = NoticeRequest(session.store.device, session.link.office, Versions(program=VERSION))
    answer = session.transport.send(NOTICES_PATH, seal_message(request, session.signer))
    return opened(OfficeNotice, answer, session.link.server.signing_key, session.verifier)


def _kept(session: Session, unit: UnitOfWork, staff: bytes) -> str:
    try:
        keep_list(unit, staff, session.verifier)
    except Refused as refused:
        return refused.code
    return ""


def _keep_recovery_key(unit: UnitOfWork, key: bytes) -> None:
    if len(key) == _KEY_BYTES and key != recovery_key_of(unit):
        unit.set_setting(RECOVERY_SETTING, base64.b64encode(key).decode("ascii"))
