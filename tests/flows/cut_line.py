"""A line to a server that is cut in the middle of every other request, each time at another place."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from urllib.parse import urlsplit

PUSHES = "/v1/pushes"
WHOLE, HALF_ASKED, UNANSWERED, HALF_ANSWERED = "whole", "half asked", "unanswered", "half answered"
_FATES = (HALF_ASKED, WHOLE, HALF_ANSWERED, WHOLE, UNANSWERED, WHOLE)
_PASSED_ON = ("content-type", "creditbank-claim")


@dataclass(slots=True)
class Seen:
    """What befell the pushes that came along, and how many bytes each had."""

    fates: list[str] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    server: str
    seen: Seen
    fates: Iterator[str]


class _Carrier(BaseHTTPRequestHandler):
    """Carries one request on, or half of it."""

    line: _Line
    protocol_version = "HTTP/1.1"

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._carry
        raise AttributeError(name)

    def _carry(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        fate = WHOLE
        if self.path == PUSHES:
            fate = next(self.line.fates)
            self.line.seen.fates.append(fate)
            self.line.seen.sizes.append(len(body))
        if fate == HALF_ASKED:
            self._ask_half(body)
        else:
            self._answer(fate, *self._asked(body))

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _headers(self) -> dict[str, str]:
        return {name: self.headers[name] for name in _PASSED_ON if name in self.headers}

    def _asked(self, body: bytes) -> tuple[int, str, bytes]:
        line = http.client.HTTPConnection(urlsplit(self.line.server).netloc, timeout=120)
        try:
            line.request(self.command, self.path, body or None, self._headers())
            answer = line.getresponse()
            return answer.status, answer.headers.get("content-type", ""), answer.read()
        finally:
            line.close()

    def _ask_half(self, body: bytes) -> None:
        host, _colon, port = urlsplit(self.line.server).netloc.partition(":")
        head = [f"POST {self.path} HTTP/1.1", f"host: {host}", f"content-length: {len(body)}"]
        head += [f"{name}: {text}" for name, text in self._headers().items()]
        with socket.create_connection((host, int(port)), 20) as line:
            line.sendall("\r\n".join((*head, "", "")).encode() + body[: len(body) // 2])
        self._hang_up()

    def _answer(self, fate: str, status: int, media_type: str, body: bytes) -> None:
        if fate == UNANSWERED:
            self._hang_up()
            return
        self.send_response(status)
        self.send_header("content-type", media_type)
        if status != http.client.NO_CONTENT:
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body if fate == WHOLE else body[: len(body) // 2])
        if fate == HALF_ANSWERED:
            self._hang_up()

    def _hang_up(self) -> None:
        self.close_connection = True
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def cut_line(server: str) -> Iterator[tuple[str, Seen]]:
    """Give the address of a line to ``server`` whose pushes are cut in turn, and what it saw."""
    seen = Seen()
    carrier = type("Carrier", (_Carrier,), {"line": _Line(server, seen, cycle(_FATES))})
    listening = ThreadingHTTPServer(("127.0.0.1", 0), carrier)
    listening.daemon_threads = True
    thread = threading.Thread(target=listening.serve_forever, name="cut-line")
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.server_address[1]}", seen
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()
