"""What answers when the server does not: each kind of trouble has its own words, and nothing is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.sync.link import keep_link, link_of
from creditbank_desktop.sync.protocol.messages import EnrolmentAnswer
from creditbank_desktop.sync.protocol.refusals import refusal_body
from creditbank_desktop.sync.protocol.signing import MEDIA_TYPE, seal_message
from creditbank_desktop.sync.transport import check_address
from creditbank_desktop.vault.keys import SigningKey
from tests.sync.conftest import Counter

Answer = tuple[int, str, bytes]
LOGIN_PAGE = (200, "text/html", b"<html>Please log in to the campus network</html>")


@contextmanager
def answering(answer: Answer) -> Iterator[str]:
    """Run something on a port that gives the same answer to everything."""
    status, media_type, body = answer

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", 0)))
            self.send_response(status)
            self.send_header("content-type", media_type)
            self.send_header("content-length", str(len(body)))
            if status == 302:
                self.send_header("location", "http://127.0.0.1:9/login")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=listening.serve_forever, name="answering")
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.server_address[1]}"
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


def moved_to(counter: Counter, address: str) -> None:
    link = counter.store.read(link_of)
    counter.store.write(lambda unit: keep_link(unit, replace(link, address=address)))


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (LOGIN_PAGE, "sync.nonsense"),
        ((302, "text/html", b""), "sync.nonsense"),
        ((200, MEDIA_TYPE, b"CBF1 and then nothing"), "sync.nonsense"),
        ((200, MEDIA_TYPE, b""), "sync.nonsense"),
        ((404, "text/html", b"not here"), "sync.nonsense"),
        ((403, "application/json", b'{"error": "proxy"}'), "sync.nonsense"),
        ((500, "text/plain", b"oh"), "sync.server_error"),
        ((503, "application/json", refusal_body("database.away", {})), "sync.server_error"),
        ((403, "application/json", refusal_body("device.inactive", {"device": "x"})), "sync.refused"),
    ],
    ids=["login", "redirect", "cut", "empty", "missing", "proxy", "error", "database", "inactive"],
)
def test_trouble_has_a_name_and_nothing_is_lost(
    new_counter: Callable[..., Counter], answer: Answer, code: str
) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    right = counter.store.read(link_of).address
    counter.receive()
    with answering(answer) as address:
        moved_to(counter, address)
        with pytest.raises(EnvironmentFault) as raised:
            counter.engine.sync_now()
    assert raised.value.code == code
    assert counter.engine.status().last_fault == code
    moved_to(counter, right)
    report = counter.engine.sync_now()
    assert (report.accepted, report.in_doubt) == (2, 0)
    assert counter.engine.status().is_complete


def test_a_server_with_another_key_is_not_believed(new_counter: Callable[..., Counter]) -> None:
    counter = new_counter()
    other = new_counter()
    link = counter.store.read(link_of)
    stranger = replace(link.server, signing_key=SigningKey.new().public_key)
    counter.store.write(lambda unit: keep_link(unit, replace(link, server=stranger)))
    with pytest.raises(EnvironmentFault, match=r"sync\.not_our_server"):
        counter.engine.sync_now()
    assert counter.store.read(lambda reader: reader.acknowledged().sequence) == 0
    assert other.engine.sync_now().accepted == 8


def test_an_enrolment_that_somebody_else_answers_is_not_kept(new_counter: Callable[..., Counter]) -> None:
    counter = new_counter()
    link = counter.store.read(link_of)
    forger = SigningKey.new()
    said = EnrolmentAnswer(counter.store.device, link.office, link.server, link.epoch, counter.clock.now(), 0)
    code = "0" * 12 + "ABCDEFGH"
    answer = (200, MEDIA_TYPE, seal_message(said, forger))
    with answering(answer) as address, pytest.raises(Refused, match=r"sync\.enrolled_elsewhere"):
        counter.engine.enrol(counter.actor("admin"), address, code)
    assert counter.store.read(link_of) == link


@pytest.mark.parametrize("raw", ["", "ftp://x", "https://", "server", "http://x:port", "http://x/?a=1"])
def test_an_address_that_is_none_is_refused(raw: str) -> None:
    with pytest.raises(Problems):
        check_address(raw)


def test_an_address_is_taken_without_spaces_and_slash() -> None:
    assert check_address("  https://bank.example.edu/credit/ ") == "https://bank.example.edu/credit"
