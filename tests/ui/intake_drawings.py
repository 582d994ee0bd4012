"""Draws what a clerk might type into the form of an outcome, with what the store must say of it later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from creditbank_desktop.domain.numbers import unified_social_credit_check
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.services.outcome_fields import FIELDS_OF, LIMITS
from creditbank_desktop.services.views_intake import FieldKind, FieldSpec

TODAY = date(2026, 3, 2)
_DAYS_BACK = 3_600
_WIDE = {"（": "(", "）": ")", "Ａ": "A", "７": "7", "　": " "}
_LETTERS = "电工大学英语计算机示范中心职业技能德州李雷𠅤ABCabc0127-./·《》" + "".join(_WIDE)
_CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@dataclass(frozen=True)
class Typed:
    """What is typed into one field and what the store keeps of it; ``wrong`` for what it must not take."""

    text: str
    kept: object = None
    wrong: bool = False


@dataclass(frozen=True)
class Drawing:
    """One outcome as a clerk types it."""

    kind: OutcomeType
    fields: Mapping[str, Typed]

    @property
    def wrong(self) -> frozenset[str]:
        """The fields that must show a problem."""
        needed = {spec.name for spec in FIELDS_OF[self.kind] if spec.required}
        return frozenset(
            name
            for name, typed in self.fields.items()
            if typed.wrong or (name in needed and typed.text == "")
        )


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    """Draw an outcome of any type; about one in three has something wrong."""
    kind = draw(st.sampled_from(list(OutcomeType)))
    spoiled = draw(st.integers(0, 8)) == 0
    fields = {spec.name: draw(_typed(spec, spoiled=spoiled)) for spec in FIELDS_OF[kind]}
    return Drawing(kind, fields)


def _typed(spec: FieldSpec, *, spoiled: bool) -> st.SearchStrategy[Typed]:
    good = _good(spec)
    if spec.kind is FieldKind.FLAG:
        return good
    if (not spec.required and spec.kind is not FieldKind.CHOICE) or (not spec.required and not spec.default):
        good = st.one_of(st.just(Typed("")), good)
    return st.one_of(good, good, _bad(spec)) if spoiled else good


def _good(spec: FieldSpec) -> st.SearchStrategy[Typed]:
    match spec.kind:
        case FieldKind.DATE:
            return st.tuples(st.integers(0, _DAYS_BACK), st.sampled_from(_DATES)).map(_dated)
        case FieldKind.INTEGER:
            return st.integers(*LIMITS[spec.name]).flatmap(_numbers)
        case FieldKind.DECIMAL:
            return st.integers(0, 1_000).map(lambda tenths: Typed(f"{tenths / 10}", Decimal(tenths) / 10))
        case FieldKind.CREDITS:
            return st.integers(1, 80).map(lambda n: Typed(str(Decimal(n) / 4), Decimal(n) / 4))
        case FieldKind.CHOICE:
            return st.sampled_from([str(code) for code in spec.choices]).map(lambda code: Typed(code, code))
        case FieldKind.FLAG:
            return st.booleans().map(lambda on: Typed("true" if on else "", on))
    if spec.name == "unified_social_credit_code":
        return st.text(_CODE_LETTERS, min_size=17, max_size=17).map(_checked)
    return st.text(_LETTERS, min_size=1, max_size=40).filter(lambda text: _kept(text) != "").map(_written)


def _bad(spec: FieldSpec) -> st.SearchStrategy[Typed]:
    match spec.kind:
        case FieldKind.DATE:
            return st.sampled_from(("2026-02-30", "20261340", "abc", "1850-01-01")).map(_refused)
        case FieldKind.INTEGER:
            return st.sampled_from(("zwölf", "-1", "99999999", "1.5")).map(_refused)
        case FieldKind.DECIMAL | FieldKind.CREDITS:
            return st.sampled_from(("x", "-3", "1,5", "99999")).map(_refused)
        case FieldKind.CHOICE | FieldKind.FLAG:
            return st.nothing()
    if spec.name == "unified_social_credit_code":
        return st.sampled_from(("123", "91350100M000100Y4O")).map(_refused)
    most = 2_000 if spec.kind is FieldKind.LONG_TEXT else 200
    return st.just(Typed("长" * (most + 1), wrong=True))


_DATES = (
    "{:%Y-%m-%d}",
    "{:%Y%m%d}",
    "{:%Y/%m/%d}",
    "{0.year}年{0.month}月{0.day}日",
    "{0.year}.{0.month}.{0.day}",
)


def _dated(drawn: tuple[int, str]) -> Typed:
    back, shape = drawn
    day = TODAY - timedelta(days=back)
    return Typed(shape.format(day), day)


def _numbers(number: int) -> st.SearchStrategy[Typed]:
    wide = str(number).translate({ord("0") + n: ord("０") + n for n in range(10)})
    return st.sampled_from((Typed(str(number), number), Typed(wide, number)))


def _checked(body: str) -> Typed:
    code = body + unified_social_credit_check(body)
    return Typed(code.lower(), code)


def _written(text: str) -> Typed:
    return Typed(text, _kept(text))


def _kept(text: str) -> str:
    """Return the text as it is kept: half width, single spaces, none at the ends."""
    for wide, plain in _WIDE.items():
        text = text.replace(wide, plain)
    return " ".join(text.split())


def _refused(text: str) -> Typed:
    return Typed(text, wrong=True)
