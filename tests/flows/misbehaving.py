"""Servers on loopback that do not answer as the credit bank's server would."""

from __future__ import annotations

import gzip
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from creditbank_desktop.sync.protocol.refusals import SERVICE, refusal_body
from creditbank_desktop.sync.protocol.signing import MEDIA_TYPE

Conduct = Callable[[socket.socket, threading.Event], None]
PORTAL = b"<html><title>Campus network</title>Please log in</html>"


def answer(status: str, media_type: str, body: bytes, *headers: str) -> Conduct:
    """Answer in good order, whatever was asked."""
    lines = [f"HTTP/1.1 {status}", f"content-type: {media_type}", f"content-length: {len(body)}", *headers]
    head = "\r\n".join((*lines, "", "")).encode()

    def conduct(line: socket.socket, _ended: threading.Event) -> None:
        line.sendall(head + body)

    return conduct


def say(*parts: bytes) -> Conduct:
    """Say something and hang up."""

    def conduct(line: socket.socket, _ended: threading.Event) -> None:
        for part in parts:
            line.sendall(part)

    return conduct


def say_nothing(line: socket.socket, ended: threading.Event) -> None:
    """Take the request and leave the line open."""
    ended.wait(30)


def drip(beginning: bytes) -> Conduct:
    """Begin an answer and go on byte by byte, always just in time."""

    def conduct(line: socket.socket, ended: threading.Event) -> None:
        line.sendall(beginning)
        while not ended.wait(0.05):
            line.sendall(b"x")

    return conduct


def flood(line: socket.socket, ended: threading.Event) -> None:
    """Answer without an end."""
    line.sendall(f"HTTP/1.1 200 OK\r\ncontent-type: {MEDIA_TYPE}\r\n\r\n".encode())
    while not ended.is_set():
        line.sendall(bytes(1 << 20))


def bomb() -> bytes:
    """Return a small body that unfolds to 200 MB."""
    return gzip.compress(bytes(200_000_000), compresslevel=9)


def refusal(params: object) -> bytes:
    """Return a refusal as the server words it, with ``params`` of any kind."""
    return json.dumps({"service": SERVICE, "code": "stream.gap", "params": params}).encode()


OURS = MEDIA_TYPE
JSON = "application/json"
CONDUCTS: dict[str, tuple[Conduct, str]] = {
    "portal": (answer("200 OK", "text/html", PORTAL), "sync.nonsense"),
    "redirect": (answer("302 Found", "text/html", b"", "location: http://127.0.0.1:9/"), "sync.nonsense"),
    "not-found": (answer("404 Not Found", "text/html", b"not here"), "sync.nonsense"),
    "proxy-wants-login": (answer("407 Proxy Authentication", "text/html", PORTAL), "sync.nonsense"),
    "error-500": (answer("500 Internal Server Error", "text/plain", b"oh"), "sync.server_error"),
    "bad-gateway": (answer("502 Bad Gateway", "text/html", PORTAL), "sync.server_error"),
    "database-away": (
        answer("503 Service Unavailable", JSON, refusal_body("database.away", {})),
        "sync.server_error",
    ),
    "shut-out": (
        answer("403 Forbidden", JSON, refusal_body("device.inactive", {"device": "x"})),
        "sync.refused",
    ),
    "refusal-with-odd-names": (
        answer(
            "403 Forbidden", JSON, refusal_body("version.too_old", {"reason": "x", "code": "y", "self": "z"})
        ),
        "sync.refused",
    ),
    "refusal-without-a-number": (
        answer("409 Conflict", JSON, refusal({"sequence": "many"})),
        "sync.nonsense",
    ),
    "refusal-beyond-numbers": (
        answer("409 Conflict", JSON, refusal({"sequence": "9" * 40})),
        "sync.nonsense",
    ),
    "refusal-of-lists": (answer("409 Conflict", JSON, refusal([1])), "sync.nonsense"),
    "refusal-too-deep": (answer("409 Conflict", JSON, b'{"a":' * 30_000), "sync.nonsense"),
    "empty": (answer("200 OK", OURS, b""), "sync.nonsense"),
    "no-frame": (answer("200 OK", OURS, b"CBF1 and then nothing"), "sync.nonsense"),
    "frame-too-deep": (
        answer("200 OK", OURS, b"CBF1\x03" + b"\x00\x00\x00\x01x" + b"\x00\x00\xea\x60" + b"[" * 60_000),
        "sync.nonsense",
    ),
    "compression-bomb": (answer("200 OK", OURS, bomb(), "content-encoding: gzip"), "sync.nonsense"),
    "without-end": (flood, "sync.nonsense"),
    "not-http": (say(b"220 mail.example ESMTP\r\n"), "sync.nonsense"),
    "cut": (
        say(f"HTTP/1.1 200 OK\r\ncontent-type: {OURS}\r\ncontent-length: 99\r\n\r\nCBF1".encode()),
        "sync.nonsense",
    ),
    "hangs-up": (say(), "sync.nonsense"),
    "silent": (say_nothing, "sync.away"),
    "drips-its-head": (drip(b"HTTP/1.1 200 OK\r\nx-wait: "), "sync.away"),
    "drips-its-body": (drip(f"HTTP/1.1 200 OK\r\ncontent-type: {OURS}\r\n\r\n".encode()), "sync.away"),
}
"""What a server does, and the fault by which that is told."""


@contextmanager
def misbehaving(conduct: Conduct) -> Iterator[str]:
    """Run a server that treats every request by ``conduct`` and give its address."""
    ended = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.05)

    def serve() -> None:
        while not ended.is_set():
            with suppress(TimeoutError):
                line, _peer = listening.accept()
                with line, suppress(OSError):
                    line.settimeout(20)
                    _read_request(line)
                    conduct(line, ended)

    thread = threading.Thread(target=serve, name="misbehaving")
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        ended.set()
        thread.join()
        listening.close()


def _read_request(line: socket.socket) -> None:
    seen = b""
    while b"\r\n\r\n" not in seen:
        part = line.recv(65_536)
        if not part:
            return
        seen += part
    head, _, body = seen.partition(b"\r\n\r\n")
    length = next(
        (
            int(one.split(b":")[1])
            for one in head.split(b"\r\n")
            if one.lower().startswith(b"content-length:")
        ),
        0,
    )
    left = length - len(body)
    while left > 0:
        left -= len(line.recv(65_536))
