"""What is known before anything is typed: titles by any name, and outcomes and proxies met before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType, fold
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference import is_valid_on, lines_of
from creditbank_desktop.domain.reference_book import Entry
from creditbank_desktop.domain.reference_kinds import CERTIFICATE_TYPES, ReferenceKind
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.outcome_fields import FIELDS_OF
from creditbank_desktop.services.outcome_questions import CARRIED_BY_TITLE
from creditbank_desktop.services.outcome_writing import typed_fields
from creditbank_desktop.services.reference_finder import Found
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_intake import (
    EarlierOutcome,
    FieldHit,
    FieldOffer,
    HitSource,
    OfferSource,
    ProxyForm,
)
from creditbank_desktop.services.workroom import Workroom

LATEST_OUTCOMES = 500
MOST_EARLIER = 60
ALIKE_READ = 20
LATEST_PROXIES = 200
MOST_PROXIES = 20
_EARLIER_KEY = "earlier"
_NAME_FIELDS = ("issuer", "examining_board", "organiser", "provider", "school")


class KnownValues:
    """Answers while somebody types; writes nothing."""

    def __init__(self, room: Workroom) -> None:
        self._room = room
        self._earlier: dict[OutcomeType, tuple[tuple[tuple[str, str], ...], tuple[Entry, ...]]] = {}

    @permitted
    def find(
        self, actor: Actor, outcome_type: OutcomeType, field: str, text: str, limit: int = 8
    ) -> tuple[FieldHit, ...]:
        """Return what fits ``text`` in a field: catalogue entries and titles met before, the best first.

        Exact names, codes and aliases come before beginnings, those before initials and pinyin, those before
        texts that are alike. () for a field that nothing is known of.
        """
        kind = _kind_of(outcome_type, field)
        entries = [] if kind is None else self._entries(kind, outcome_type)
        listed = {fold(entry.fields.get("name_zh", "")) for entry in entries}
        if field == "title":
            met = self._met_before(outcome_type)
            entries = [*(one for one in met if fold(one.fields["name_zh"]) not in listed), *entries]
        found = self._room.reference.finder.find(entries, text, limit)
        return tuple(_hit(one, outcome_type, field) for one in found)

    @permitted
    def of_title(
        self, actor: Actor, outcome_type: OutcomeType, title: str, issuer: str = ""
    ) -> tuple[FieldOffer, ...]:
        """Return what outcomes of that title (and issuer, if given) shared: confidence 1 where all agree.

        Only what goes with the title is offered; numbers, days and marks belong to a person.
        """
        if not fold(title):
            return ()
        alike = self._room.store.read(lambda reader: reader.outcomes_titled(outcome_type, title, ALIKE_READ))
        same = [one for one in alike if not issuer or fold(one.issuer) == fold(issuer)]
        texts = [typed_fields(one) for one in same]
        return tuple(
            offer
            for name in CARRIED_BY_TITLE.get(outcome_type, ())
            for offer in _agreed(name, [one[name] for one in texts if name in one])
        )

    @permitted
    def outcomes_of(self, actor: Actor, learner: LearnerId) -> tuple[EarlierOutcome, ...]:
        """Return what the learner presented before, the latest first, with the credits given."""

        def work(reader: Reader) -> tuple[EarlierOutcome, ...]:
            found = []
            for record in reader.same_person(learner):
                for file in reader.applications_of(record):
                    for line in file.live_lines:
                        if line.outcome is not None:
                            given = None if line.decision is None else line.decision.credits
                            found.append(_earlier(line.outcome, file.receipt_number, file.state, given))
            return tuple(found)

        self._room.store.readings.note(actor, "learner.read", ("learner", learner))
        return self._room.store.read(work)

    @permitted
    def proxies(self, actor: Actor, learner: LearnerId) -> tuple[ProxyForm, ...]:
        """Return who applied for somebody before, those who did for this learner first, each once."""

        def work(reader: Reader) -> tuple[ProxyForm, ...]:
            own = [
                file.proxy
                for record in reader.same_person(learner)
                for file in reader.applications_of(record)
                if file.proxy is not None
            ]
            known: dict[tuple[str, str], ProxyForm] = {}
            for proxy in (*own, *reader.latest_proxies(LATEST_PROXIES)):
                relation = proxy.relation if proxy in own else ""
                form = ProxyForm(proxy.name, proxy.document_kind, proxy.document_number, relation)
                known.setdefault((proxy.document_kind, proxy.document_number), form)
            return tuple(known.values())[:MOST_PROXIES]

        return self._room.store.read(work)

    def _entries(self, kind: ReferenceKind, outcome_type: OutcomeType) -> list[Entry]:
        today = self._room.clock.today()
        return [
            entry
            for entry in self._room.reference.book.entries(kind)
            if is_valid_on(entry.fields, today)
            and entry.fields.get("outcome_type", outcome_type) == outcome_type
        ]

    def _met_before(self, outcome_type: OutcomeType) -> tuple[Entry, ...]:
        """Return titles lately taken in, the most frequent first, as entries that stay the same objects."""
        latest = self._room.store.read(lambda reader: reader.latest_outcomes(outcome_type, LATEST_OUTCOMES))
        kept = self._earlier.get(outcome_type)
        if kept is not None and kept[0] == latest:
            return kept[1]
        counted = Counter(latest).most_common(MOST_EARLIER)
        entries = tuple(
            Entry(
                ReferenceKind.CERTIFICATE,
                f"{_EARLIER_KEY}/{outcome_type.value}/{title}/{issuer}",
                {"name_zh": title, "issuer": issuer},
            )
            for (title, issuer), _times in counted
        )
        self._earlier[outcome_type] = (latest, entries)
        return entries


def _kind_of(outcome_type: OutcomeType, field: str) -> ReferenceKind | None:
    if field == "platform":
        return ReferenceKind.MOOC_PLATFORM
    if field in _NAME_FIELDS:
        return ReferenceKind.ISSUER
    if field != "title":
        return None
    if outcome_type in CERTIFICATE_TYPES:
        return ReferenceKind.CERTIFICATE
    if outcome_type is OutcomeType.CONTEST:
        return ReferenceKind.CONTEST
    if outcome_type in (OutcomeType.FORMAL_COURSE, OutcomeType.MOOC, OutcomeType.SELF_STUDY_EXAM):
        return ReferenceKind.COURSE
    return None


def _hit(found: Found, outcome_type: OutcomeType, field: str) -> FieldHit:
    fields = found.entry.fields
    name = fields.get("name_zh", "") or fields.get("name_en", "")
    earlier = found.entry.key.startswith(f"{_EARLIER_KEY}/")
    printed = {name, fields.get("name_en", ""), *lines_of(fields.get("aliases", ""))}
    return FieldHit(
        text=name,
        note=fields.get("issuer", ""),
        matched=found.matched if found.matched in printed and found.matched != name else "",
        source=HitSource.EARLIER if earlier else HitSource.CATALOGUE,
        score=found.score,
        fills=_fills(found.entry, outcome_type) if field == "title" else {},
    )


def _fills(entry: Entry, outcome_type: OutcomeType) -> Mapping[str, str]:
    """Return what an entry says about other fields of the form, in the words of that form."""
    fields = entry.fields
    specs = {spec.name: spec for spec in FIELDS_OF[outcome_type]}
    issuer = next((name for name in _NAME_FIELDS if name in specs), "")
    levels, codes = lines_of(fields.get("levels", "")), lines_of(fields.get("codes", ""))
    said = {
        issuer: fields.get("issuer", ""),
        "level": fields.get("level", "") or (levels[0].lower() if len(levels) == 1 else ""),
        "organiser_kind": fields.get("organiser_kind", ""),
        "credits": fields.get("credits", ""),
        "hours": fields.get("hours", ""),
        "programme": fields.get("programme", ""),
        "term": fields.get("term", ""),
        "course_code": codes[0] if len(codes) == 1 else "",
        "code": codes[0] if len(codes) == 1 else "",
        "test": entry.key,
    }
    return {
        name: text
        for name, text in said.items()
        if text and name in specs and (not specs[name].choices or text in specs[name].choices)
    }


def _agreed(name: str, texts: Iterable[str]) -> tuple[FieldOffer, ...]:
    counted = Counter(texts).most_common(2)
    total = sum(times for _text, times in counted)
    return tuple(FieldOffer(name, text, OfferSource.EARLIER, times / total) for text, times in counted)


def _earlier(outcome: Outcome, receipt: str, state: State, credits: Decimal | None) -> EarlierOutcome:
    return EarlierOutcome(
        outcome.type,
        outcome.title,
        outcome.issuer,
        outcome.level,
        outcome.issued_on,
        receipt,
        state,
        credits,
    )
