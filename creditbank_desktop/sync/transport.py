"""Carries messages to the server over HTTP and tells apart the ways in which that can fail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ipaddress import ip_address
from typing import TypeVar
from urllib.parse import urlsplit

import httpx2

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems
from creditbank_desktop.domain.ports import Verifier
from creditbank_desktop.sync.protocol.refusals import read_refusal
from creditbank_desktop.sync.protocol.signing import MEDIA_TYPE, Message, SignedMessage, open_message

M = TypeVar("M", bound=Message)

_TIMEOUT = httpx2.Timeout(60.0, connect=10.0)
_SERVER_ERROR = 500


class Transport:
    """One connection to one server; ended by `close`.

    Every call raises `EnvironmentFault`: ``sync.away`` (nobody answers), ``sync.server_error`` (status; 5xx),
    ``sync.nonsense`` (an answer that is none of ours, such as a log-in page) or ``sync.refused`` (code and
    the refusal's parameters).
    """

    def __init__(self, address: str, timeout: httpx2.Timeout = _TIMEOUT) -> None:
        """Speak to the server at ``address`` (http or https). Raises `Problems` ``server_address.shape``."""
        self.address = check_address(address)
        # A proxy that the system names is used, except for a server on this very computer.
        through_proxy = not _is_local(self.address)
        # Reading the system's certificates takes longer than a sync with nothing to do; http needs none.
        self._client = httpx2.Client(
            base_url=self.address,
            timeout=timeout,
            trust_env=through_proxy,
            follow_redirects=False,
            verify=self.address.startswith("https:"),
        )

    def close(self) -> None:
        """End the connection."""
        self._client.close()

    def send(self, path: str, message: bytes) -> bytes:
        """Post a message and return the answer's bytes, which are not verified yet."""
        with _faults():
            answer = self._client.post(path, content=message, headers={"content-type": MEDIA_TYPE})
        return _content(answer)

    def has_file(self, path: str, claim: bytes) -> bool:
        """Return whether the server has a file."""
        with _faults():
            answer = self._client.head(path, headers=_claimed(claim))
        if answer.status_code == httpx2.codes.NOT_FOUND and _is_ours(answer):
            return False
        _content(answer)
        return True

    def put_file(self, path: str, claim: bytes, content: bytes) -> None:
        """Send a file."""
        with _faults():
            answer = self._client.put(path, content=content, headers=_claimed(claim))
        if answer.status_code != httpx2.codes.NO_CONTENT:
            _content(answer)
            raise EnvironmentFault("sync.nonsense", status=answer.status_code)

    def get_file(self, path: str, claim: bytes) -> bytes | None:
        """Return a file's bytes, None when the server does not have it."""
        with _faults():
            answer = self._client.get(path, headers=_claimed(claim))
        if answer.status_code == httpx2.codes.NOT_FOUND and _is_ours(answer):
            return None
        return _content(answer)


def check_address(raw: str, field: str = "address") -> str:
    """Return a server's address without surrounding space and final slash.

    Raises `Problems` ``server_address.shape`` for anything but http or https with a host.
    """
    text = raw.strip().rstrip("/")
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query
        _ = parts.port
    except ValueError:
        sound = False
    if not sound:
        raise Problems([Problem("server_address.shape", field)])
    return text


def opened(kind: type[M], answer: bytes, signing_key: bytes, verifier: Verifier) -> SignedMessage[M]:
    """Return the message that the server signed.

    Raises `EnvironmentFault` ``sync.nonsense`` for another message and ``sync.not_our_server`` for another
    signature.
    """
    try:
        signed = open_message(kind, answer)
    except Malformed as error:
        raise EnvironmentFault("sync.nonsense") from error
    if not signed.is_signed_by(signing_key, verifier):
        raise EnvironmentFault("sync.not_our_server")
    return signed


def _content(answer: httpx2.Response) -> bytes:
    """Return the body of a good answer; raise the fault that another one is."""
    if answer.status_code >= _SERVER_ERROR:
        raise EnvironmentFault("sync.server_error", status=answer.status_code)
    if answer.is_success:
        if not _is_ours(answer):
            raise EnvironmentFault("sync.nonsense", status=answer.status_code)
        return answer.content
    try:
        refused = read_refusal(answer.content)
    except Malformed as error:
        raise EnvironmentFault("sync.nonsense", status=answer.status_code) from error
    params = {name: value for name, value in refused.params.items() if name != "code"}
    raise EnvironmentFault("sync.refused", reason=refused.code, **params)


def _is_ours(answer: httpx2.Response) -> bool:
    return answer.headers.get("content-type", "").split(";")[0] == MEDIA_TYPE


def _claimed(claim: bytes) -> Mapping[str, str]:
    return {"creditbank-claim": claim.hex()}


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except (httpx2.ProtocolError, httpx2.DecodingError) as error:
        raise EnvironmentFault("sync.nonsense") from error
    except httpx2.RequestError as error:
        raise EnvironmentFault("sync.away") from error


def _is_local(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
