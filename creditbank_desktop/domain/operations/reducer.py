"""What an operation changes: a pure function from the records as they are to the records as they become.

Client and server apply the same function, for own and for pulled operations; replaying all operations into an
empty shelf gives the same records. Guards that must hold everywhere (states, roles, four eyes, the ledger's
chain) stand here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.operations import (
    learner_reducer,
    office_reducer,
    paper_reducer,
    privacy_reducer,
)
from creditbank_desktop.domain.operations.application_bodies import ApplicationBody, ApplicationReceived
from creditbank_desktop.domain.operations.application_reducer import (
    change_application,
    open_application,
)
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.operations.reference_bodies import ReferenceBody
from creditbank_desktop.domain.operations.reference_reducer import (
    reduce_reference,
)
from creditbank_desktop.domain.operations.shelf import Handler, Record, Shelf, acting, known_learner

__all__ = ["Record", "Shelf", "reduce"]


def reduce(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    """Return the records that ``operation`` makes or replaces.

    Raises `Refused` if it is not allowed on what the shelf holds: wrong state, missing role, four eyes,
    broken chain, unknown learner ("….unknown": a dependency that has not arrived) or an id that is taken
    ("….exists").
    """
    body = operation.body
    if isinstance(body, ReferenceBody):
        return reduce_reference(operation, body, acting(operation, shelf), shelf)
    handler = _HANDLERS.get(type(body))
    if handler is not None:
        return handler(operation, shelf)
    return _application(operation, cast(ApplicationBody, body), shelf)


def _application(operation: Operation, body: ApplicationBody, shelf: Shelf) -> tuple[Record, ...]:
    person = acting(operation, shelf)
    if isinstance(body, ApplicationReceived):
        if shelf.application(body.application) is not None:
            raise Refused("application.exists", application=body.application)
        known_learner(shelf, body.learner)
        return (open_application(operation, body, person.roles),)
    application = shelf.application(body.application)
    if application is None:
        raise Refused("application.unknown", application=body.application)
    return (change_application(application, operation, body, person.roles),)


_HANDLERS: Mapping[type, Handler] = MappingProxyType(
    {
        **office_reducer.HANDLERS,
        **learner_reducer.HANDLERS,
        **privacy_reducer.HANDLERS,
        **paper_reducer.HANDLERS,
    }
)
