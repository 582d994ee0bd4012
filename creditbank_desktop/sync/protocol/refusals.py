"""How the server says no: JSON that names the service, so that a proxy's page never passes for it."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.domain.codec import Malformed, canonical_bytes, plain_of
from creditbank_desktop.domain.failures import Refused

SERVICE = "creditbank-server"
_TAKEN = ("self", "code", "reason")


def refusal_body(code: str, params: Mapping[str, str]) -> bytes:
    """Return the body of a refusal."""
    return canonical_bytes({"service": SERVICE, "code": code, "params": dict(params)})


def read_refusal(body: bytes) -> Refused:
    """Return the refusal that ``body`` holds; raise `Malformed` if it is none of this service's."""
    plain = plain_of(body)
    if not isinstance(plain, dict) or plain.get("service") != SERVICE:
        raise Malformed("not a refusal")
    code, params = plain.get("code"), plain.get("params")
    if not isinstance(code, str) or not isinstance(params, dict):
        raise Malformed("not a refusal")
    # Whoever writes a refusal chooses the names, so they must not meet those of `Refused` itself.
    return Refused(code, **{name: str(value) for name, value in params.items() if name not in _TAKEN})
