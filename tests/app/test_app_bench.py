"""Every benchmark runs at a tiny size and says what it promises; the generated store holds together."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from creditbank_desktop.app.bench import audit, counter, papers, startup, submit, table
from creditbank_desktop.app.bench import big_store as generating
from creditbank_desktop.app.bench import store as store_bench
from creditbank_desktop.app.bench.big_store import BigStore, big_store
from creditbank_desktop.app.bench.measures import Report, figure
from creditbank_desktop.app.bench.runner import run_bench
from creditbank_desktop.app.bench.standing import SeededIds
from creditbank_desktop.app.bench.statements import taken_down
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.main import main
from creditbank_desktop.domain.applications import Application, check_four_eyes
from creditbank_desktop.domain.ledger import first_broken
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.states import ACT_RULES, Act, State
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.views import QueueFilter
from creditbank_desktop.vault.passphrases import Cost

LEARNERS = 150
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
FIGURE = {
    "name",
    "unit",
    "median",
    "low",
    "high",
    "p95",
    "p99",
    "runs",
    "target",
    "baseline",
    "baseline_median",
    "ratio",
}


@pytest.fixture(scope="module", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory):
    """Keep generated stores of this module together, with passphrases that cost little."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generating, "COST", CHEAP)
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def store(own_cache: None) -> BigStore:
    return big_store(LEARNERS)


@pytest.fixture(scope="module")
def files(store: BigStore) -> tuple[Application, ...]:
    """Return every application of the generated store."""
    session = store.open()
    try:
        return session.store.read(_all_files)
    finally:
        session.close()


def _all_files(reader: Reader) -> tuple[Application, ...]:
    rows = reader.queue(QueueFilter(), None, 100_000)
    return reader.applications(row.application for row in rows)


def test_the_generated_store_has_every_state_and_every_type(files: tuple[Application, ...]) -> None:
    assert len(files) == 3 * LEARNERS
    states = Counter(file.state for file in files)
    assert set(states) == set(State) - {State.DRAFT, State.PRE_ASSESSED}
    assert {line.type for file in files for line in file.lines} == set(OutcomeType)
    assert len({file.receipt_number for file in files}) == len(files)


def test_generated_files_went_where_the_rules_of_the_path_allow(files: tuple[Application, ...]) -> None:
    for file in files:
        state = State.DRAFT
        for deed in file.deeds:
            rule = ACT_RULES[deed.act]
            assert deed.before is state
            assert state in rule.since, (file.state, deed.act)
            assert not rule.to or deed.after in rule.to, (file.state, deed.act)
            state = deed.after
        assert state is file.state
        assert file.revision == len(file.deeds)
        judged = any(deed.act is Act.EVALUATE for deed in file.deeds)
        assert all((line.decision is not None) is judged for line in file.lines)
        for place, deed in enumerate(file.deeds):
            earlier = Application(**{**_fields(file), "deeds": file.deeds[:place]})
            check_four_eyes(earlier, deed.act, deed.person)


def _fields(file: Application) -> dict:
    return {name: getattr(file, name) for name in Application.__slots__}


def test_generated_accounts_are_whole_and_people_are_found(store: BigStore) -> None:
    session = store.open()
    try:
        session.store.read(_check_accounts)
        hits = session.store.read(lambda reader: reader.learner_page(None, 20))
        for hit in hits:
            found = session.services.learners.find(session.actor, hit.student_number or "")
            assert found.only is not None
            assert found.only.learner == hit.learner
    finally:
        session.close()


def _check_accounts(reader: Reader) -> None:
    entries = 0
    for hit in reader.learner_page(None, LEARNERS):
        ledger = reader.ledger(hit.learner)
        head = reader.account(hit.learner)
        assert first_broken(hit.learner, ledger) is None
        assert (0 if head is None else head.entries) == len(ledger)
        assert (0 if head is None else head.balance) == sum(entry.credits for entry in ledger)
        entries += len(ledger)
    assert entries > LEARNERS


def test_a_store_is_made_once(store: BigStore) -> None:
    made = (store.root / "made.json").stat().st_mtime_ns
    assert big_store(LEARNERS).root == store.root
    assert (store.root / "made.json").stat().st_mtime_ns == made
    assert not list(store.root.parent.glob("making-*"))


def test_the_same_seed_gives_the_same_keys() -> None:
    first, second, other = SeededIds(1), SeededIds(1), SeededIds(2)
    keys = [first.new_id() for _ in range(100)]
    assert keys == [second.new_id() for _ in range(100)]
    assert keys == sorted(set(keys))
    assert keys != [other.new_id() for _ in range(100)]


def test_a_figure_says_median_spread_and_ratio() -> None:
    made = figure("a", "ms", [4.0, 1.0, 2.0], target="≤ 5 ms", baseline=("bare", [1.0, 0.5, 2.0]))
    assert (made.low, made.median, made.high, made.runs) == (1.0, 2.0, 4.0, 3)
    assert (made.baseline_median, made.ratio) == (1.0, 2.0)
    assert set(Report("x", 1, (made,)).plain()["figures"][0]) == FIGURE  # type: ignore[index]


def _measured(name: str, capsys: pytest.CaptureFixture[str], size: int = LEARNERS) -> dict:
    assert main(["bench", name, "--json", "--size", str(size)]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    told: dict = json.loads(lines[0])
    assert told["name"] == name
    assert {"machine", "seed", "figures", "notes", "version"} < set(told)
    assert told["machine"]["processors"]
    assert all(set(one) == FIGURE and one["runs"] >= 1 for one in told["figures"])
    assert any(one["ratio"] for one in told["figures"])
    return told


def test_search_measures_every_way_of_finding(store: BigStore, capsys: pytest.CaptureFixture[str]) -> None:
    told = _measured("search", capsys)
    names = {one["name"] for one in told["figures"]}
    kinds = ("number", "number begun", "name", "pinyin", "initials", "telephone's tail")
    assert {f"find by {kind}" for kind in kinds} <= names
    assert next(one["runs"] for one in told["figures"] if "all kinds" in one["name"]) >= 500


def test_the_counter_measures_titles_and_estimates(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counter, "LOOK_UPS", 12)
    monkeypatch.setattr(counter, "FORMS", 2)
    monkeypatch.setattr(counter, "ESTIMATES", 4)
    told = _measured("counter", capsys)
    cold = [one for one in told["figures"] if one["name"].startswith("first ")]
    assert [one["runs"] for one in cold] == [1, 1]


def test_submit_measures_beside_the_flush(
    store: BigStore, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submit, "RUNS", 4)
    before = _digest(store)
    told = _measured("submit", capsys)
    assert {one["unit"] for one in told["figures"]} == {"ms", "bytes", "MiB"}
    assert _digest(store) == before, "the kept store was written to"


def _digest(store: BigStore) -> int:
    session = store.open()
    try:
        return len(session.store.read(_all_files))
    finally:
        session.close()


def test_papers_are_drawn(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "STATEMENTS", 3)
    _measured("papers", capsys)


def test_the_table_jumps(
    qapp: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "JUMPS", 10)
    told = _measured("table", capsys, size=50)
    assert "500 rows" in told["notes"][0]


@pytest.mark.slow
def test_the_program_starts(
    store: BigStore, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(startup, "WARM_RUNS", 1)
    monkeypatch.setattr(startup, "COLD_RUNS", 0)
    told = _measured("startup", capsys)
    names = {one["name"] for one in told["figures"]}
    assert {
        "login window painted (warm)",
        "login usable (warm)",
        "unlock to workplace painted (warm)",
    } <= names


def test_files_can_be_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_bytes(b"stays")
    if startup.can_forget():
        startup.forget_files(iter([file, tmp_path / "not there"]))
    assert file.read_bytes() == b"stays"


def test_a_benchmark_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_bench("unheard_of", as_json=True, size=1) == Exit.USAGE
    assert "unheard_of" in capsys.readouterr().err


def test_the_store_is_measured_beside_a_plain_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_bench, "COST", CHEAP)
    for name, few in (("READS", 200), ("SEARCHES", 200), ("OPENINGS", 2), ("UNLOCKS", 1), ("SUBMITS", 3)):
        monkeypatch.setattr(store_bench, name, few)
    told = _measured("store", capsys)
    ratios = {one["name"]: one["ratio"] for one in told["figures"]}
    assert ratios["whole submit with its flush"]
    assert sum(one["baseline"] == "plain SQLite" for one in told["figures"]) == 7


def test_what_the_program_wrote_can_be_written_again_elsewhere(
    store: BigStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The measure of a submit rests on copies, encrypted and plain, that end up with the same rows."""
    with store.copied() as copied:
        first = copied.open()
        first.close()
        key = first.unlocked.data_key
        pair = store_bench._twice(copied.place.store / "store.db", tmp_path / "pair", key)
        assert pair.plain.read_bytes().startswith(b"SQLite format 3")
        copies = pair.both()
        with taken_down() as transactions:
            session = copied.open()
            form = next(submit.seeded_forms(session, 1))
            submit.submit_form(session, form)
            session.close()
        assert all(one.committed for one in transactions)
        store_bench._follow(transactions, copies)
        with closing(open_database(copied.place.store / "store.db", key, busy_timeout_ms=5_000)) as ours:
            for table in ("application", "outcome_line", "operation", "audit", "draft", "blob"):
                wanted = ours.execute(f"SELECT * FROM {table}").fetchall()
                assert all(one.execute(f"SELECT * FROM {table}").fetchall() == wanted for one in copies), (
                    table
                )
        for one in copies:
            one.close()


def test_the_audit_trail_is_measured_and_holds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "COST", CHEAP)
    monkeypatch.setattr(audit, "VERIFICATIONS", 1)
    told = _measured("audit", capsys, size=700)
    assert "signed by the device" in told["notes"][0]
