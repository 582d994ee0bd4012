"""The server's face on the network: raw signed messages in and out, refusals in JSON."""

from __future__ import annotations

import logging
import tempfile
import time
from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from typing import Annotated, Any

import psycopg
from fastapi import FastAPI, Header, Path, Request, Response
from fastapi.concurrency import run_in_threadpool
from psycopg_pool import PoolTimeout
from starlette.requests import ClientDisconnect

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.sync.protocol.limits import MOST_BLOB_BYTES, MOST_MESSAGE_BYTES
from creditbank_desktop.sync.protocol.look_ups import LOOK_UPS_PATH
from creditbank_desktop.sync.protocol.messages import BlobAction
from creditbank_desktop.sync.protocol.notices import NOTICES_PATH
from creditbank_desktop.sync.protocol.refusals import refusal_body
from creditbank_desktop.sync.protocol.signing import MEDIA_TYPE
from creditbank_desktop.sync.protocol.trails import TRAILS_PATH
from creditbank_desktop.version import VERSION
from creditbank_server.central_server import CentralServer

STATUS_OF = {
    "device.unknown": HTTPStatus.FORBIDDEN,
    "device.inactive": HTTPStatus.FORBIDDEN,
    "signature.wrong": HTTPStatus.FORBIDDEN,
    "office.unknown": HTTPStatus.FORBIDDEN,
    "version.too_old": HTTPStatus.UPGRADE_REQUIRED,
    "actor.role_missing": HTTPStatus.FORBIDDEN,
    "look_up.too_many": HTTPStatus.TOO_MANY_REQUESTS,
    "blob.too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "request.too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
}
"""Statuses of refusals; all others are conflicts with what the server holds."""

# The shapes of an ASGI application, as its specification has them.
Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]

_log = logging.getLogger("creditbank_server.requests")
_Claim = Annotated[str, Header(alias="creditbank-claim", description="Signed BlobClaim, hexadecimal")]
_Blob = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="SHA-256 of the file")]


def build_app(server: CentralServer) -> FastAPI:
    """Return the ASGI application of an opened server."""
    app = FastAPI(title="CreditBank central server", version=VERSION, docs_url=None, redoc_url=None)
    app.add_middleware(RequestLog)
    for kind, handler in _HANDLERS:
        app.add_exception_handler(kind, handler)
    _add_messages(app, server)
    _add_blobs(app, server)
    _add_health(app, server)
    return app


def _add_messages(app: FastAPI, server: CentralServer) -> None:
    desks = server.desks
    answers: tuple[tuple[str, Callable[[bytes], bytes], str], ...] = (
        ("/v1/enrolments", desks.enrolment.enrol, "Enrol a device: EnrolmentRequest, EnrolmentAnswer"),
        ("/v1/pushes", desks.pushes.push, "Push operations: PushManifest, PushAnswer"),
        ("/v1/pulls", desks.pulls.pull, "Pull a page of the feed: PullRequest, FeedPage"),
        (NOTICES_PATH, desks.notices.notice, "Ask for notices: NoticeRequest, OfficeNotice"),
        (TRAILS_PATH, desks.trails.report, "Show an audit trail's end: TrailReport, TrailAnswer"),
        (LOOK_UPS_PATH, desks.look_ups.look_up, "Ask about a person: LookUpRequest, LookUpAnswer"),
        ("/v1/wants", desks.pulls.want, "Ask what is missing: HaveRequest, WantAnswer"),
    )
    for path, answer, summary in answers:
        app.add_api_route(
            path,
            _message_endpoint(answer),
            methods=["POST"],
            summary=summary,
            response_class=Response,
            responses=_ANSWERS,
            openapi_extra={"requestBody": {"required": True, "content": {MEDIA_TYPE: _BINARY}}},
        )


def _message_endpoint(answer: Callable[[bytes], bytes]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        body = await _body(request)
        return Response(await run_in_threadpool(answer, body), media_type=MEDIA_TYPE)

    return endpoint


async def _body(request: Request) -> bytes:
    """Return the request's body; stop reading as soon as it is larger than any message."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST_MESSAGE_BYTES:
            raise Refused("request.too_large", most=MOST_MESSAGE_BYTES)
        chunks.append(chunk)
    return b"".join(chunks)


def _add_blobs(app: FastAPI, server: CentralServer) -> None:
    desk = server.desks.blobs

    async def ask(blob: _Blob, claim: _Claim) -> Response:
        checked = await run_in_threadpool(desk.check, _unhexed(claim), BlobAction.ASK, blob)
        size = await run_in_threadpool(desk.size, checked)
        if size is None:
            return Response(status_code=HTTPStatus.NOT_FOUND, media_type=MEDIA_TYPE)
        return Response(headers={"creditbank-size": str(size)}, media_type=MEDIA_TYPE)

    async def put(request: Request, blob: _Blob, claim: _Claim) -> Response:
        checked = await run_in_threadpool(desk.check, _unhexed(claim), BlobAction.PUT, blob)
        with tempfile.SpooledTemporaryFile(max_size=8 << 20) as content:
            await _spool(request, content, min(checked.size_bytes, MOST_BLOB_BYTES))
            content.seek(0)
            await run_in_threadpool(desk.put, checked, content)
        return Response(status_code=HTTPStatus.NO_CONTENT)

    async def get(blob: _Blob, claim: _Claim) -> Response:
        checked = await run_in_threadpool(desk.check, _unhexed(claim), BlobAction.GET, blob)
        content = await run_in_threadpool(desk.get, checked)
        if content is None:
            return Response(status_code=HTTPStatus.NOT_FOUND, media_type=MEDIA_TYPE)
        return Response(content, media_type=MEDIA_TYPE)

    path = "/v1/blobs/{blob}"
    answers = {**_REFUSALS, HTTPStatus.NOT_FOUND: {"description": "No such file"}}
    app.add_api_route(path, ask, methods=["HEAD"], responses=answers, summary="Ask for a file")
    app.add_api_route(
        path,
        put,
        methods=["PUT"],
        responses=answers,
        summary="Keep a file",
        status_code=HTTPStatus.NO_CONTENT,
    )
    app.add_api_route(path, get, methods=["GET"], responses=answers, summary="Fetch a file")


async def _spool(request: Request, content: Any, most: int) -> None:
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise Refused("blob.too_large", most=most)
        content.write(chunk)


def _unhexed(claim: str) -> bytes:
    try:
        return bytes.fromhex(claim)
    except ValueError as error:
        raise Malformed("claim") from error


def _add_health(app: FastAPI, server: CentralServer) -> None:
    def health(nonce: str) -> Response:
        return Response(server.health(nonce), media_type=MEDIA_TYPE)

    app.add_api_route(
        "/v1/health",
        health,
        methods=["GET"],
        summary="Whether the server works, signed over the nonce",
        response_class=Response,
        responses=_ANSWERS,
    )


class RequestLog:
    """Logs method, route, status and time of every request, and nothing that a person could be told by."""

    def __init__(self, app: ASGIApp) -> None:
        """Log what ``app`` answers."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = HTTPStatus.INTERNAL_SERVER_ERROR.value

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            milliseconds = round((time.perf_counter() - began) * 1000, 1)
            route = getattr(scope.get("route"), "path", "")
            found = {"method": scope["method"], "route": route, "status": status, "ms": milliseconds}
            _log.info("request", extra=found)


def _refusal(status: int, code: str, params: dict[str, str]) -> Response:
    return Response(refusal_body(code, params), status_code=status, media_type="application/json")


async def _on_hang_up(request: Request, error: Exception) -> Response:
    # Lines break; nobody is there to read this, and nothing of what came was done.
    return _refusal(HTTPStatus.BAD_REQUEST, "request.malformed", {})


async def _on_malformed(request: Request, error: Exception) -> Response:
    return _refusal(HTTPStatus.BAD_REQUEST, "request.malformed", {})


async def _on_problems(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problems)
    return _refusal(HTTPStatus.BAD_REQUEST, error.problems[0].code, {})


async def _on_refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    status = STATUS_OF.get(error.code, HTTPStatus.CONFLICT)
    return _refusal(status, error.code, {name: str(value) for name, value in error.params.items()})


async def _on_fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, EnvironmentFault)
    if error.code == "vault.box_unreadable":
        return _refusal(HTTPStatus.BAD_REQUEST, "request.malformed", {})
    return _refusal(HTTPStatus.SERVICE_UNAVAILABLE, error.code, {})


async def _on_database(request: Request, error: Exception) -> Response:
    _log.error("database away", extra={"error": type(error).__name__})
    return _refusal(HTTPStatus.SERVICE_UNAVAILABLE, "database.away", {})


_HANDLERS: tuple[tuple[type[Exception], Callable[[Request, Exception], Awaitable[Response]]], ...] = (
    (Malformed, _on_malformed),
    (Problems, _on_problems),
    (Refused, _on_refused),
    (EnvironmentFault, _on_fault),
    (psycopg.OperationalError, _on_database),
    (PoolTimeout, _on_database),
    (ClientDisconnect, _on_hang_up),
)
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_REFUSED = {"description": "A refusal: service, code and params"}
_REFUSALS: dict[int | str, dict[str, Any]] = {
    HTTPStatus.BAD_REQUEST: _REFUSED,
    HTTPStatus.FORBIDDEN: _REFUSED,
    HTTPStatus.CONFLICT: _REFUSED,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: _REFUSED,
    HTTPStatus.UPGRADE_REQUIRED: _REFUSED,
    HTTPStatus.SERVICE_UNAVAILABLE: _REFUSED,
}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    HTTPStatus.OK: {"description": "The signed answer", "content": {MEDIA_TYPE: _BINARY}},
    **_REFUSALS,
}
