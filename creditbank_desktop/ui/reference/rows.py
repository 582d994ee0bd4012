"""The entries of reference data as rows: columns for each table, titles, and how an entry stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from creditbank_desktop.domain.reference_kinds import ReferenceKind, spec_of
from creditbank_desktop.services.views_reference import EntryRow, Fields, Origin
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.reference.editors import word_value
from creditbank_desktop.ui.settings.register import RowReading
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.reference_words import word_field, word_key
from creditbank_desktop.ui.wording.registry_names import local_name

_K = ReferenceKind


def row_id(row: EntryRow) -> str:
    """Return the id by which a row is recognised."""
    return f"{row.kind.value}:{row.key}"


def entry_reading() -> RowReading[EntryRow]:
    """Return how rows are recognised; the search is the service's."""
    return RowReading(row_id, lambda row: (title_of(row.kind, row.key, row.fields), *row.fields.values()))


def title_of(kind: ReferenceKind, key: str, fields: Fields) -> str:
    """Return what an entry is called, in the language of the screen where it has both."""
    spec = spec_of(kind)
    if spec is not None and spec.fixed_keys:
        return str(word_key(kind, key))
    if kind is _K.PHRASE:
        return local_name(fields.get("text_zh", ""), fields.get("text_en", ""))
    if kind is _K.HOLIDAY:
        return " ".join(part for part in (fields.get("date", key), fields.get("name", "")) if part)
    if kind is _K.SIGNATORY:
        return fields.get("name", key)
    return local_name(fields.get("name_zh", ""), fields.get("name_en", "")) or key


def standing_words(row: EntryRow) -> Words:
    """How an entry stands."""
    if row.is_contested:
        return tr("Changed twice")
    if row.is_pending:
        return tr("Waits for approval")
    if not row.is_active:
        return tr("Out of use")
    return {
        Origin.SHIPPED: tr("As shipped"),
        Origin.CHANGED: tr("Changed here"),
        Origin.OWN: tr("Own entry"),
    }[row.origin]


def standing_tone(row: EntryRow) -> Tone:
    """The tint of how an entry stands."""
    if row.is_contested:
        return Tone.DANGER
    if row.is_pending:
        return Tone.WARNING
    if not row.is_active or row.origin is Origin.SHIPPED:
        return Tone.NEUTRAL
    return Tone.INFO


def entry_columns(kind: ReferenceKind) -> Sequence[Column[EntryRow]]:
    """Return the columns of a table of ``kind``; the last says how an entry stands."""
    title = tr("Text") if kind is _K.PHRASE else tr("Entry")
    name: Column[EntryRow] = Column(title, _title, strong=True)
    standing: Column[EntryRow] = Column(
        tr("Standing"), lambda row: str(standing_words(row)), STANDING_PX, chip=standing_tone
    )
    return (name, *(_field(kind, *field) for field in _MIDDLE.get(kind, ())), standing)


STANDING_PX = 146
_MIDDLE: Mapping[ReferenceKind, tuple[tuple[str, int], ...]] = {
    _K.CERTIFICATE: (("outcome_type", 130), ("credits", 76), ("issuer", 150)),
    _K.CONTEST: (("level", 96), ("organiser_kind", 120)),
    _K.MOOC_PLATFORM: (("issuer", 170),),
    _K.COURSE: (("credits", 76), ("codes", 110), ("issuer", 150)),
    _K.ISSUER: (("issuer_kind", 130),),
    _K.PHRASE: (("code", 170),),
    _K.SIGNATORY: (("role_zh", 150), ("valid_to", 110)),
    _K.OFFICE_TEXT: (("text_zh", 230),),
    _K.NUMBER_FORMAT: (("prefix", 170),),
}
"""The fields that a list shows between name and standing, with their widths in pixels; the last go first."""


def shy_columns(kind: ReferenceKind) -> tuple[int, ...]:
    """Return the places of the columns that a narrow list leaves out, what goes first first."""
    return tuple(range(len(_MIDDLE.get(kind, ())), 0, -1))


def _field(kind: ReferenceKind, name: str, width: int) -> Column[EntryRow]:
    spec = spec_of(kind)
    known = None if spec is None else spec.field(name)

    def text(row: EntryRow) -> str:
        return str(word_value(known, row.fields.get(name, "")))

    return Column(word_field(kind, name), text, width, secondary=True, right=name == "credits")


def _title(row: EntryRow) -> str:
    return title_of(row.kind, row.key, row.fields)
