"""Gives a check of the store what only synchronisation knows: the server's keys and its signed answers."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.domain.codec import Malformed, format_instant
from creditbank_desktop.domain.ports import Verifier
from creditbank_desktop.models.anchor import read_anchor
from creditbank_desktop.models.check_findings import (
    Answered,
    CheckPorts,
    CheckProgress,
    StoreFinding,
    TrustedServer,
)
from creditbank_desktop.models.checking import check_store
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.store import Store
from creditbank_desktop.sync.link import find_link
from creditbank_desktop.sync.protocol.messages import PushAnswer
from creditbank_desktop.sync.protocol.signing import open_message


def check_ports(reader: Reader, verifier: Verifier) -> CheckPorts:
    """Return the ports of a check of the store behind ``reader``, without an anchor."""
    link = find_link(reader)
    if link is None:
        return CheckPorts(verifier)
    server = TrustedServer(link.server.signing_key, link.server.person, link.server.person_key)
    return CheckPorts(verifier, server, AnswerReader(link.server.signing_key, verifier))


def check_whole_store(
    store: Store, verifier: Verifier, progress: CheckProgress | None = None
) -> tuple[StoreFinding, ...]:
    """Return everything that does not hold in an open store; lists and writes go on meanwhile.

    Raises `EnvironmentFault` as `Store.read` does.
    """
    # Read first: behind the check's own sight of the database the anchor only moves on.
    anchor = read_anchor(store.folder)

    def work(reader: Reader) -> tuple[StoreFinding, ...]:
        ports = check_ports(reader, verifier)
        with_anchor = CheckPorts(ports.verifier, ports.server, ports.read_answer, anchor)
        return tuple(check_store(reader, with_anchor, progress))

    return store.inspect(work)


class AnswerReader:
    """Reads the server's answers to pushes as they were kept."""

    def __init__(self, signing_key: bytes, verifier: Verifier) -> None:
        """Believe what the holder of ``signing_key`` signed."""
        self._signing_key = signing_key
        self._verifier = verifier

    def __call__(self, data: bytes) -> Mapping[str, Answered] | None:
        """Return what the answer says by operation, None if the server did not sign it."""
        try:
            signed = open_message(PushAnswer, data)
        except Malformed:
            return None
        if not signed.is_signed_by(self._signing_key, self._verifier):
            return None
        answer = signed.message
        at = format_instant(answer.server_time)
        return {
            result.operation: Answered(result.state.value, result.code, result.feed_number, at)
            for result in answer.results
        }
