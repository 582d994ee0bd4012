"""Workflows on the store alone: taking postings in, bringing an old database up to date, making backups."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.ledger import LedgerEntry, first_broken
from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.identity import StorePorts
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.replay import table_digest
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.sync_records import FeedCursor, FeedItem
from creditbank_desktop.vault.keys import Ed25519Verifier, new_data_key
from tests.crash.desk_workflow import chains_are_whole
from tests.crash.workflow import Done, Job, Script, Step, Workflow
from tests.models.models_samples import DATA_KEY, IDS, SettableClock, fill, new_world

POSTINGS = 8
FEED = "feed.json"
STORE = "store"
OLDEST = "0001"
SETTING = "crash.number"


class RunningClock(SettableClock):
    """A clock that goes on: no two attempts, in whichever process, are made at one moment."""

    def now(self) -> datetime:
        return self.moment + timedelta(seconds=time.monotonic())


def ports() -> StorePorts:
    return StorePorts(RunningClock(), IDS, Ed25519Verifier(), new_data_key, busy_timeout_ms=1_000)


def open_store(folder: Path) -> Store:
    return Store.open(folder / STORE, DATA_KEY, ports())


def writer_of(store: Store) -> Callable[[Job], object]:
    return lambda job: store.write(lambda _unit: job())


# -- postings ---------------------------------------------------------------------------------------


def prepare_posting(folder: Path) -> None:
    """Make a store whose results are delivered, and beside it the server's postings for them."""
    world = new_world(folder / STORE)
    feed = []
    for _ in range(POSTINGS):
        learner = world.register()
        application = world.receive(learner)
        world.walk_to_recognised(application)
        world.do(Role.CLERK, acts.ResultDelivered(application, world.clock.today(), "counter"))
        body = registry.LedgerPosted(learner, world.entries(application), application)
        feed.append((learner, world.server_operation(body).hex()))
    world.close()
    (folder / FEED).write_text(json.dumps(feed), encoding="ascii")


def _ledger(learner: str, reader: Reader) -> tuple[LedgerEntry, ...]:
    return reader.ledger(LearnerId(learner))


def feed_of(folder: Path) -> list[tuple[str, bytes]]:
    """Return learner and operation of every posting of the feed."""
    rows = json.loads((folder / FEED).read_text(encoding="ascii"))
    return [(learner, bytes.fromhex(data)) for learner, data in rows]


def posting(folder: Path) -> Script:
    """Take the feed in, a page with one posting at a time."""
    store = open_store(folder)
    try:
        behind = store.read(lambda reader: reader.feed_cursor()).number
        for number, (learner, data) in enumerate(feed_of(folder), 1):
            if number > behind:
                yield Step("post", _page(store, number, data), _told(learner, number), writer_of(store))
    finally:
        store.close()


def _page(store: Store, number: int, data: bytes) -> Callable[[], object]:
    item, cursor = FeedItem(number, data), FeedCursor("epoch", number)
    return lambda: store.write(lambda unit: unit.apply_feed_page((item,), cursor)).value


def _told(learner: str, number: int) -> Callable[[object], tuple[str, str]]:
    return lambda _outcome: (learner, str(number))


@dataclass
class Posted:
    """The postings that were called taken in: each is in its ledger once, the cursor behind it."""

    cursor: int = 0

    def add(self, done: Done) -> None:
        self.cursor = max(self.cursor, int(done.said))

    def examine(self, folder: Path) -> None:
        store = open_store(folder)
        try:
            assert store.findings == ()
            cursor = store.read(lambda reader: reader.feed_cursor()).number
            assert cursor - self.cursor in (0, 1), (self.cursor, cursor)
            store.read(chains_are_whole)
            for number, (learner, _data) in enumerate(feed_of(folder), 1):
                entries = store.read(partial(_ledger, learner))
                assert bool(entries) == (number <= cursor), (number, cursor)
                assert first_broken(LearnerId(learner), entries) is None
            assert store.read(lambda reader: reader.held_operations()) == ()
            self.cursor = cursor
        finally:
            store.close()


# -- migration --------------------------------------------------------------------------------------


def prepare_migration(folder: Path) -> None:
    """Make a filled database of the oldest revision, and beside it the digest of its tables."""
    from tests.models.test_models_migrations import made_old

    world = new_world(folder / "now")
    fill(world)
    digest = table_digest(world.store)
    world.close()
    made_old(world, folder / STORE, OLDEST)
    for file in (folder / "now").iterdir():
        file.unlink()
    (folder / "now").rmdir()
    (folder / FEED).write_text(digest, encoding="ascii")


def migrating(folder: Path) -> Script:
    """Open the old database, which brings it up to date."""
    opened: list[Store] = []

    def migrate() -> None:
        opened.append(open_store(folder))

    try:
        yield Step("migrate", migrate)
    finally:
        for store in opened:
            store.close()


@dataclass
class Migrated:
    """However the migration ended: the next opening finishes it, and every table holds what it held."""

    def add(self, done: Done) -> None:
        pass

    def examine(self, folder: Path) -> None:
        store = open_store(folder)
        try:
            assert table_digest(store) == (folder / FEED).read_text(encoding="ascii")
            store.read(chains_are_whole)
        finally:
            store.close()


# -- backup -----------------------------------------------------------------------------------------


def prepare_backup(folder: Path) -> None:
    """Make a filled store."""
    world = new_world(folder / STORE)
    fill(world)
    world.close()


def backing_up(folder: Path) -> Script:
    """Make one backup after the other, with work between them, without an end."""
    store = open_store(folder)
    number = len(list((folder / "backups").glob("*.db")))
    try:
        while True:
            number += 1
            target = folder / "backups" / f"{number:04d}.db"
            yield Step("back up", partial(store.back_up, target), _named(target))
            yield Step("setting", partial(_set, store, number), _numbered(number), writer_of(store))
    finally:
        store.close()


def _set(store: Store, number: int) -> None:
    store.write(lambda unit: unit.set_setting(SETTING, number))


def _numbered(number: int) -> Callable[[object], tuple[str, str]]:
    return lambda _value: ("", str(number))


def _named(target: Path) -> Callable[[object], tuple[str, str]]:
    return lambda _value: (target.name, "")


@dataclass
class BackedUp:
    """Every backup that was called made opens and is whole; so is every one that has its final name."""

    setting: int = 0
    backups: set[str] = field(default_factory=set)

    def add(self, done: Done) -> None:
        if done.step == "back up":
            self.backups.add(done.record)
        else:
            self.setting = int(done.said)

    def examine(self, folder: Path) -> None:
        store = open_store(folder)
        try:
            assert store.findings == ()
            store.read(chains_are_whole)
            found = store.read(lambda reader: reader.setting(SETTING)) or 0
            assert isinstance(found, int)
            assert found in (self.setting, self.setting + 1)
            self.setting = found
        finally:
            store.close()
        there = {path.name for path in (folder / "backups").glob("*.db")}
        assert self.backups <= there, "a backup is lost"
        for name in there:
            _check_backup(folder / "backups" / name)


def _check_backup(path: Path) -> None:
    from creditbank_desktop.models.database import open_database

    copy = open_database(path, DATA_KEY, busy_timeout_ms=1_000, read_only=True)
    try:
        assert copy.execute("PRAGMA cipher_integrity_check").fetchall() == []
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        copy.close()


POSTING = Workflow(
    "posting", prepare_posting, posting, lambda _folder: Posted(), aimed=("post",), most_steps=8
)
MIGRATING = Workflow(
    "migrating", prepare_migration, migrating, lambda _folder: Migrated(), aimed=("migrate",), most_steps=1
)
BACKING_UP = Workflow(
    "backing up",
    prepare_backup,
    backing_up,
    lambda _folder: BackedUp(),
    aimed=("back up",),
    most_steps=6,
)
