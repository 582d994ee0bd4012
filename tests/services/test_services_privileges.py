"""The privilege matrix: every call of every service for every role, generated from the services themselves.

The guard answers before any work is done, so the services here have nothing to work with: whoever may call
gets as far as that.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest

import creditbank_desktop.services
import creditbank_desktop.ui
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import DeviceId, OfficeId, PersonId
from creditbank_desktop.domain.people import Actor, Role
from creditbank_desktop.services.roles import PERMITTED, may
from creditbank_desktop.services.services import Services
from creditbank_desktop.sync.desk import EngineDesk
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.ui.sync_centre.desk import SyncDesk
from creditbank_desktop.vault.keys import SigningKey

MAKE_AN_ACTOR = frozenset({"IdentityService.admit", "IdentityService.set_up"})
"""There is nobody yet: a passphrase opens the office, or the first administrator sets it up."""

WITHOUT_A_PERSON = frozenset({"status", "sync_now"})
"""Synchronising goes on while nobody is signed in, shows nothing personal and signs with the device alone."""

WITHOUT_AN_ACTOR = frozenset({"LoginDesk", "RestoreDesk", "PrintingDesk"})
"""Signing in and restoring ask for a passphrase or a code, as there is nobody yet; a printer's test page has
nothing of anybody.
"""

SIGNER = SigningKey.new()


def actor_of(*roles: Role) -> Actor:
    person, office, device = PersonId("person"), OfficeId("office"), DeviceId("device")
    return Actor(person, office, device, "somebody", frozenset(roles), SIGNER)


def service_classes() -> dict[str, type]:
    """Return every class that a screen can reach through `Services`, by its name."""
    hints = typing.get_type_hints(Services)
    return {hints[field.name].__name__: hints[field.name] for field in fields(Services)}


def public_methods(kind: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield what can be called on a service, inherited methods too."""
    for name, member in inspect.getmembers(kind):
        if not name.startswith("_") and callable(member):
            yield name, member


@cache
def calls() -> dict[str, tuple[type, Callable[..., Any]]]:
    """Return every call but those that make an actor, by its name in the table."""
    return {
        method.__qualname__: (kind, method)
        for kind in service_classes().values()
        for _name, method in public_methods(kind)
        if method.__qualname__ not in MAKE_AN_ACTOR
    }


def passes(kind: type, method: Callable[..., Any], actor: Actor) -> bool:
    """Return whether the guard lets ``actor`` through; behind it there is nothing to work with."""
    try:
        result = method(object.__new__(kind), actor)
        if inspect.isgenerator(result):
            next(result)
    except Refused as refused:
        if (refused.code, dict(refused.params)) == ("actor.role_missing", {"act": method.__qualname__}):
            return False
        raise
    except (TypeError, AttributeError):
        return True
    return True


@pytest.mark.parametrize("action", sorted(PERMITTED))
def test_only_the_roles_of_the_table_get_through(action: str) -> None:
    kind, method = calls()[action]
    through = {role for role in Role if passes(kind, method, actor_of(role))}
    assert through == PERMITTED[action]
    assert {role for role in Role if may(actor_of(role), action)} == through


@pytest.mark.parametrize("action", sorted(PERMITTED))
def test_without_a_role_and_without_a_person_nobody_gets_through(action: str) -> None:
    kind, method = calls()[action]
    assert not passes(kind, method, actor_of())
    with pytest.raises((TypeError, AttributeError)):
        method(object.__new__(kind))
    with pytest.raises((TypeError, AttributeError)):
        method(object.__new__(kind), None)


def test_every_call_is_in_the_table_and_every_row_of_the_table_is_a_call() -> None:
    assert set(calls()) == set(PERMITTED)


def test_every_call_takes_an_actor_first_and_is_guarded() -> None:
    for action, (_kind, method) in calls().items():
        inner = getattr(method, "__wrapped__", None)
        assert inner is not None, f"{action} is not @permitted"
        first = list(inspect.signature(inner).parameters.values())[1]
        assert first.name == "actor", action
        assert first.annotation in (Actor, "Actor"), action
        # A generator would be guarded only when somebody begins to read it.
        assert not inspect.isgeneratorfunction(method), action


def test_what_makes_an_actor_is_there_and_named() -> None:
    named = {
        method.__qualname__ for kind in service_classes().values() for _name, method in public_methods(kind)
    }
    assert named >= MAKE_AN_ACTOR
    for action in MAKE_AN_ACTOR:
        assert action not in PERMITTED


def test_services_keep_nothing_but_calls_for_others_to_take() -> None:
    for name, kind in service_classes().items():
        public = [one for one in vars(kind) if not one.startswith("_") and not callable(vars(kind)[one])]
        assert public == [], name


def test_every_service_is_built_with_the_others() -> None:
    """A class that is called …Service and that no screen gets by `Services` would escape the matrix."""
    found: set[str] = set()
    folder = creditbank_desktop.services
    for module in pkgutil.iter_modules(folder.__path__, f"{folder.__name__}."):
        for name, member in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if name.endswith("Service") and member.__module__ == module.name:
                found.add(name)
    assert found <= set(service_classes())


def test_nobody_signs_with_the_role_of_the_server() -> None:
    for action, roles in PERMITTED.items():
        assert roles, f"nobody may {action}"
        assert Role.CENTRAL_SERVER not in roles, action


def test_what_keeps_roles_apart() -> None:
    """Some pairs must never meet in one row: they are what four eyes and separation of duties rest on."""
    for writes, never in (
        ("EvaluationService.decide", Role.CLERK),
        ("SignOffService.sign", Role.EVALUATOR),
        ("SignOffService.approve", Role.DEAN),
        ("AppealService.decide", Role.EVALUATOR),
        ("IdentityService.change_roles", Role.SECURITY_OFFICER),
        ("LearnerService.card", Role.ADMINISTRATOR),
        ("LearnerService.card", Role.SECURITY_OFFICER),
        ("EvidenceService.open", Role.ADMINISTRATOR),
    ):
        assert never not in PERMITTED[writes], writes


def test_the_sync_centre_asks_who_wants_to_know() -> None:
    for name, method in public_methods(SyncDesk):
        parameters = list(inspect.signature(method).parameters)
        assert (name in WITHOUT_A_PERSON) or parameters[1] == "actor", name
        assert list(inspect.signature(getattr(EngineDesk, name)).parameters) == parameters


def desks() -> Iterator[type]:
    """Yield what screens are given by the composition root: every class …Desk of the user interface."""
    for module in pkgutil.walk_packages(creditbank_desktop.ui.__path__, "creditbank_desktop.ui."):
        if not module.name.endswith("desk"):
            continue
        for name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name and name.endswith("Desk"):
                yield kind


def test_every_screen_is_given_the_person_that_works_there() -> None:
    found = {kind.__name__: kind for kind in desks()}
    assert set(found) > {"CounterDesk", "SettingsDesk", "SyncCentreDesk", "BackupDesk"} | WITHOUT_AN_ACTOR
    for name, kind in found.items():
        if is_dataclass(kind) and name not in WITHOUT_AN_ACTOR:
            assert typing.get_type_hints(kind).get("actor") is Actor, name
        elif name != SyncDesk.__name__:
            assert name in WITHOUT_AN_ACTOR, f"{name}: who calls it?"


@pytest.mark.parametrize("role", Role)
def test_only_administrators_connect_a_computer(role: Role) -> None:
    engine = object.__new__(SyncEngine)
    if role is Role.ADMINISTRATOR:
        with pytest.raises(Exception) as stopped:  # noqa: PT011 - whatever it is, it is not the role
            engine.enrol(actor_of(role), "http://server.example", "no code")
        assert getattr(stopped.value, "code", "") != "actor.role_missing"
    else:
        with pytest.raises(Refused, match="role_missing"):
            engine.enrol(actor_of(role), "http://server.example", "no code")
