"""Carries messages to the server over HTTP and tells apart the ways in which that can fail."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx2

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems
from creditbank_desktop.domain.ports import Verifier
from creditbank_desktop.sync.protocol.limits import MOST_BLOB_BYTES, MOST_MESSAGE_BYTES
from creditbank_desktop.sync.protocol.refusals import read_refusal
from creditbank_desktop.sync.protocol.signing import MEDIA_TYPE, Message, SignedMessage, open_message

M = TypeVar("M", bound=Message)

_SERVER_ERROR = 500
_MOST_REFUSAL_BYTES = 65_536
_LONGEST_HOST = 253
_LABEL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server is waited for, in seconds.

    ``answer`` is for every sign of life and for the whole head of an answer, to which the time is added
    that ``least_bytes_per_second`` allow for what is sent; a body that comes slower than that is given up.
    """

    connect: float = 10.0
    answer: float = 60.0
    least_bytes_per_second: float = 1_024.0


PATIENCE = Patience()


class Transport:
    """One connection to one server; ended by `close`.

    Every call raises `EnvironmentFault`: ``sync.away`` (nobody answers, or too slowly), ``sync.server_error``
    (status; 5xx), ``sync.nonsense`` (an answer that is none of ours, such as a log-in page, or one without
    an end) or ``sync.refused`` (reason and the refusal's parameters).
    """

    def __init__(self, address: str, patience: Patience = PATIENCE) -> None:
        """Speak to the server at ``address`` (http or https).

        Raises `Problems` ``server_address.shape`` and `EnvironmentFault` ``sync.settings`` (reason) when this
        computer's proxy or certificate settings cannot be used.
        """
        self.address = check_address(address)
        self._patience = patience
        self._socket: socket.socket | None = None
        self._hung_up = False
        # A proxy that the system names is used, except for a server on this very computer.
        through_proxy = not _is_local(self.address)
        timeout = httpx2.Timeout(patience.answer, connect=patience.connect)
        try:
            self._client = httpx2.Client(
                base_url=self.address,
                timeout=timeout,
                trust_env=through_proxy,
                follow_redirects=False,
                headers={"accept-encoding": "identity"},
            )
        except (ImportError, ValueError, OSError, httpx2.InvalidURL) as error:
            raise EnvironmentFault("sync.settings", reason=str(error)[:200]) from error

    def close(self) -> None:
        """End the connection."""
        self._client.close()

    def hang_up(self) -> None:
        """End what is under way at once, from any thread: it fails with ``sync.away``."""
        self._hung_up = True
        held = self._socket
        if held is not None:
            # Closing would leave the other thread waiting on some systems; this wakes it on all.
            with suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)

    def send(self, path: str, message: bytes) -> bytes:
        """Post a message and return the answer's bytes, which are not verified yet."""
        with self._asking("POST", path, {"content-type": MEDIA_TYPE}, message) as answer:
            return self._content(answer, MOST_MESSAGE_BYTES)

    def has_file(self, path: str, claim: bytes) -> bool:
        """Return whether the server has a file."""
        with self._asking("HEAD", path, _claimed(claim)) as answer:
            if answer.status_code == httpx2.codes.NOT_FOUND and _is_ours(answer):
                return False
            self._content(answer, 0)
        return True

    def put_file(self, path: str, claim: bytes, content: bytes) -> None:
        """Send a file."""
        with self._asking("PUT", path, _claimed(claim), content) as answer:
            if answer.status_code != httpx2.codes.NO_CONTENT:
                self._content(answer, 0)
                raise EnvironmentFault("sync.nonsense", status=answer.status_code)

    def get_file(self, path: str, claim: bytes) -> bytes | None:
        """Return a file's bytes, None when the server does not have it."""
        with self._asking("GET", path, _claimed(claim)) as answer:
            if answer.status_code == httpx2.codes.NOT_FOUND and _is_ours(answer):
                return None
            return self._content(answer, MOST_BLOB_BYTES)

    @contextmanager
    def _asking(
        self, method: str, path: str, headers: Mapping[str, str], content: bytes = b""
    ) -> Iterator[httpx2.Response]:
        """Yield the answer's head; its body is read by `_content`, never further than it may go."""
        patience = self._patience
        # Every byte of a head may come just in time: only a clock over the whole of it ends such waiting.
        seconds = patience.answer + patience.connect + len(content) / patience.least_bytes_per_second
        watch = threading.Timer(seconds, self.hang_up)
        watch.daemon = True
        request = self._client.build_request(
            method, path, headers=headers, content=content or None, extensions={"trace": self._on_trace}
        )
        try:
            with _faults():
                if self._hung_up:
                    raise EnvironmentFault("sync.away")
                watch.start()
                answer = self._client.send(request, stream=True)
                watch.cancel()
                try:
                    yield answer
                finally:
                    answer.close()
        except EnvironmentFault as fault:
            if not self._hung_up:
                raise
            # A line that was cut from here looks like an answer that broke off.
            raise EnvironmentFault("sync.away") from fault
        finally:
            watch.cancel()

    def _on_trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Keep the socket of a new connection, by which it can be ended."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = info["return_value"].get_extra_info("socket")
            if self._hung_up:
                self.hang_up()

    def _content(self, answer: httpx2.Response, most: int) -> bytes:
        """Return the body of a good answer, at most ``most`` bytes; raise the fault that another one is."""
        if answer.status_code >= _SERVER_ERROR:
            raise EnvironmentFault("sync.server_error", status=answer.status_code)
        if answer.is_success:
            if not _is_ours(answer):
                raise EnvironmentFault("sync.nonsense", status=answer.status_code)
            return self._body(answer, most)
        try:
            refused = read_refusal(self._body(answer, _MOST_REFUSAL_BYTES))
        except Malformed as error:
            raise EnvironmentFault("sync.nonsense", status=answer.status_code) from error
        raise EnvironmentFault("sync.refused", reason=refused.code, **refused.params)

    def _body(self, answer: httpx2.Response, most: int) -> bytes:
        begun = time.monotonic()
        parts: list[bytes] = []
        length = 0
        if answer.headers.get("content-encoding", "identity") != "identity":
            # We ask for none: packed, a small answer could unfold to more than the memory holds.
            raise EnvironmentFault("sync.nonsense", status=answer.status_code)
        for part in answer.iter_raw():
            parts.append(part)
            length += len(part)
            if length > most:
                raise EnvironmentFault("sync.nonsense", status=answer.status_code)
            late = time.monotonic() - begun - self._patience.answer
            if late > length / self._patience.least_bytes_per_second:
                raise EnvironmentFault("sync.away")
        return b"".join(parts)


def check_address(raw: str, field: str = "address") -> str:
    """Return a server's address without surrounding space and final slash.

    Raises `Problems` ``server_address.shape`` for anything but http or https with a host.
    """
    text = raw.strip().rstrip("/")
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query
        sound = sound and parts.username is None and not parts.fragment and parts.port != 0
        sound = sound and _is_host(httpx2.URL(text).raw_host)
    except (ValueError, httpx2.InvalidURL):
        sound = False
    if not sound:
        raise Problems([Problem("server_address.shape", field)])
    return text


def _is_host(raw_host: bytes) -> bool:
    """Return whether a name or address can be looked up at all; names are in their ASCII form here."""
    text = raw_host.decode("ascii", "replace")
    if ":" in text:
        return True  # an IPv6 address, which the parser has checked
    labels = text.removesuffix(".").split(".")
    return len(text) <= _LONGEST_HOST and all(_LABEL.fullmatch(label) for label in labels)


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
    except (httpx2.RequestError, httpx2.InvalidURL, UnicodeError, OSError) as error:
        raise EnvironmentFault("sync.away") from error


def _is_local(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
