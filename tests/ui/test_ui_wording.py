"""Every code that an inner layer can give has words, and the words take its parameters."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from creditbank_desktop.domain.deadlines import Step
from creditbank_desktop.domain.decisions import LineResult, TargetKind
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Refused
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.learners import AccountState, Sex
from creditbank_desktop.domain.ledger import EntryKind
from creditbank_desktop.domain.outcomes import OutcomeType, VerificationMethod, VerificationState
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.ui.wording import names
from creditbank_desktop.ui.wording.failures import (
    FAULT_TABLES,
    PROBLEM_TABLES,
    REFUSAL_TABLES,
    word_fault,
    word_problem,
    word_refused,
)
from creditbank_desktop.ui.wording.sync_words import SERVER_REASONS

CODE = re.compile(r"[a-z_]+\.[a-z_]+")
PACKAGE = Path(names.__file__).resolve().parents[2]
TABLES = {"Problem": PROBLEM_TABLES, "Refused": REFUSAL_TABLES, "EnvironmentFault": FAULT_TABLES}
# What a form finds wrong and what the domain then refuses is one thing to the user, and has one sentence.
SEARCHED = {
    **TABLES,
    "Refused": (*REFUSAL_TABLES, *PROBLEM_TABLES),
    "Problem": (*PROBLEM_TABLES, *REFUSAL_TABLES),
}


def raised() -> Iterator[tuple[str, str, str]]:
    """Yield (kind, code, place) of every failure that is made with a literal code."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            code = node.args[0]
            if node.func.id in TABLES and isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield node.func.id, code.value, f"{path.relative_to(PACKAGE)}:{node.lineno}"


def chosen() -> Iterator[tuple[str, str, str]]:
    """Yield (kind, code, place) of every failure whose code is chosen among several, as far as can be read.

    The codes stand in the function that makes the failure, or in what it names of its module.
    """
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = dict(_named(tree))
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            for kind in sorted(_kinds_with_chosen_code(function)):
                used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
                places = [function, *(named[name] for name in sorted(used) if name in named)]
                for code in sorted({code for place in places for code in _codes(place)}):
                    yield kind, code, f"{path.relative_to(PACKAGE)}:{function.lineno}"


def _named(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node


def _kinds_with_chosen_code(function: ast.FunctionDef) -> set[str]:
    return {
        node.func.id
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in TABLES
        and node.args
        and not isinstance(node.args[0], ast.Constant)
    }


def _codes(place: ast.AST) -> Iterator[str]:
    for node in ast.walk(place):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value


def refused_by_server() -> Iterator[tuple[str, str, str]]:
    """Yield (kind, code, place) of every refusal that the central server makes."""
    for path in sorted((PACKAGE.parent / "creditbank_server").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id in ("Refused", "Refusal", "_refusal", "EnvironmentFault"):
                kind = "EnvironmentFault" if node.func.id == "EnvironmentFault" else "Refused"
                for code in (code for argument in node.args for code in _codes(argument)):
                    yield kind, code, f"{path.name}:{node.lineno}"


def test_every_failure_has_words() -> None:
    found = [*raised(), *chosen()]
    assert len({code for _kind, code, _place in found}) > 250
    bare = [
        f"{place}: {kind} {code}"
        for kind, code, place in found
        if not any(code in table for table in SEARCHED[kind])
    ]
    assert bare == []


def test_every_refusal_of_the_server_has_words() -> None:
    found = list(refused_by_server())
    assert len(found) > 40
    bare = [
        f"{place}: {code}"
        for kind, code, place in found
        if code not in SERVER_REASONS and not any(code in table for table in SEARCHED[kind])
    ]
    assert bare == []


def test_no_code_is_worded_twice_in_one_kind() -> None:
    for tables in TABLES.values():
        codes = [code for table in tables for code in table]
        assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize(
    ("table", "enumeration"),
    [
        (names.STATES, State),
        (names.ACTS, Act),
        (names.ROLES, Role),
        (names.OUTCOME_TYPES, OutcomeType),
        (names.LINE_RESULTS, LineResult),
        (names.DOCUMENT_KINDS, DocumentKind),
        (names.VERIFICATION_METHODS, VerificationMethod),
        (names.VERIFICATION_STATES, VerificationState),
        (names.PAPER_KINDS, PaperKind),
        (names.ENTRY_KINDS, EntryKind),
        (names.ACCOUNT_STATES, AccountState),
        (names.SEXES, Sex),
        (names.TARGET_KINDS, TargetKind),
        (names.STEPS, Step),
    ],
)
def test_every_name_of_the_domain_has_words(table, enumeration) -> None:
    assert set(table) == {member.value for member in enumeration}


def test_parameters_fill_the_gaps_and_codes_among_them_are_worded() -> None:
    refused = Refused("application.wrong_state", act="approve", state="publicity")
    assert "approve" in word_refused(refused)
    assert "Publicity" in word_refused(refused)
    assert "21" in word_problem(Problem("certificate_number.shape", "n", {"length": 21}))
    assert "503" in word_fault(EnvironmentFault("server.error", status=503))


def test_an_unknown_code_and_a_forgotten_parameter_do_not_crash() -> None:
    assert "brand.new" in word_problem(Problem("brand.new"))
    assert "brand.new" in word_refused(Refused("brand.new"))
    assert "brand.new" in word_fault(EnvironmentFault("brand.new"))
    assert "…" in word_problem(Problem("name.too_long"))
    assert names.word_state("from_the_future") == "from_the_future"
