"""How fast the first results of a search come, beside the bare queries of the same file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from random import Random
from typing import Any

from creditbank_desktop.app.bench.big_store import BigStore, big_store
from creditbank_desktop.app.bench.measures import Figure, Report, figure, milliseconds
from creditbank_desktop.app.office import Session
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.learners import LearnerProfile
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.pinyin import readings
from creditbank_desktop.models.search_keys import fold_search, phone_tail_key

QUERIES = 600
TARGET = "≤ 50 ms at p95"
_LIMIT = 20
_KEYS_A_LEARNER = 6

Queries = Mapping[str, tuple[str, ...]]


def measure(learners: int) -> Report:
    """Search the generated store by number, name, pinyin, initials and the telephone's tail."""
    store = big_store(learners)
    session = store.open()
    try:
        return _report(store, session)
    finally:
        session.close()


def seeded_queries(session: Session, seed: int, count: int = QUERIES) -> Queries:
    """Return about ``count`` things that people type, by kind, each about a learner who is there."""
    chance = Random(seed)
    learners = list(_learners(session, chance, -(-count // 6)))
    asked: dict[str, list[str]] = {}
    for account, profile in learners:
        for kind, text in _typed(account, profile, chance):
            asked.setdefault(kind, []).append(text)
    return {kind: tuple(texts) for kind, texts in asked.items()}


def _typed(account: str, profile: LearnerProfile, chance: Random) -> Iterator[tuple[str, str]]:
    yield "number", chance.choice((profile.student_number, account, profile.document_number))
    yield "number begun", profile.student_number[: chance.randrange(4, 14)]
    yield "name", profile.name
    spoken = readings(profile.name)
    if spoken:
        yield "pinyin", spoken[0].full
        yield "initials", spoken[0].initials
    yield "telephone's tail", profile.phone[-chance.randrange(4, 7) :]


def _learners(session: Session, chance: Random, count: int) -> Iterator[tuple[str, LearnerProfile]]:
    total = session.store.read(lambda reader: reader.learner_count())
    every = max(1, total // (4 * count))
    keys = [key for key in session.store.read(lambda reader: reader.learner_anchors(every)) if key]
    for key in chance.choices(keys, k=count):
        found = session.store.read(lambda reader, key=key: reader.learner(LearnerId(key[-1])))  # type: ignore[misc]
        if found is not None and found.profile is not None:
            yield found.account_number, found.profile


def _report(store: BigStore, session: Session) -> Report:
    asked = seeded_queries(session, store.seed)
    actor, services = session.actor, session.services
    bare = _bare(session)
    first = milliseconds(lambda: services.learners.find(actor, asked["name"][0], _LIMIT))
    ways: tuple[Callable[[str], object], ...] = (
        lambda text: services.learners.find(actor, text, _LIMIT),
        lambda text: services.search.search(actor, text),
        bare,
    )
    find, search, plain = _times(asked, ways)
    figures: list[Figure] = [
        figure("first search after opening", "ms", [first]),
        _both("LearnerService.find, all kinds", _all(find), _all(plain), TARGET),
        _both("SearchService.search, all kinds", _all(search), _all(plain), TARGET),
        *(_both(f"find by {kind}", find[kind], plain[kind], TARGET) for kind in asked),
    ]
    return Report("search", store.seed, tuple(figures), (store.told(),))


def _times(asked: Queries, ways: tuple[Callable[[str], object], ...]) -> list[dict[str, list[float]]]:
    """Return for each way the times of all queries by kind; the ways take turns at every query."""
    times: list[dict[str, list[float]]] = [{kind: [] for kind in asked} for _ in ways]
    for kind, texts in asked.items():
        for text in texts:
            for taken, ask in zip(times, ways, strict=True):
                taken[kind].append(milliseconds(partial(ask, text)))
    return times


def _all(times: Mapping[str, list[float]]) -> list[float]:
    return [time for kind in times.values() for time in kind]


def _both(name: str, ours: list[float], bare: list[float], target: str) -> Figure:
    return figure(name, "ms", ours, target=target, baseline=("bare SQLCipher query", bare))


def _bare(session: Session) -> Callable[[str], object]:
    """Return the same search as two plain statements on a connection of its own."""
    path = session.place.store / DATABASE_NAME
    connection: Any = open_database(path, session.unlocked.data_key, busy_timeout_ms=5_000, read_only=True)
    keys = (
        "SELECT learner, kind FROM learner_search_key WHERE text >= ? AND text < ? "
        "ORDER BY text, kind, learner LIMIT ?"
    )

    def ask(text: str) -> object:
        folded = fold_search(text)
        beginnings = [folded]
        if folded.isdigit() and len(folded) >= 4:
            beginnings.append(phone_tail_key(folded))
        found: dict[str, str] = {}
        for beginning in beginnings:
            span = (beginning, beginning + "\U0010ffff", (_LIMIT + 1) * _KEYS_A_LEARNER)
            for learner, kind in connection.execute(keys, span):
                found.setdefault(learner, kind)
        wanted = list(found)[: _LIMIT + 1]
        places = ", ".join("?" * len(wanted))
        return connection.execute(f"SELECT * FROM learner WHERE learner IN ({places})", wanted).fetchall()

    return ask
