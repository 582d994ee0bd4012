"""The benchmark of opening learners from a sheet runs at a tiny size and says what it promises."""

from __future__ import annotations

import json

import pytest

from creditbank_desktop.app.bench import learner_import
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.main import main
from creditbank_desktop.vault.passphrases import Cost


def test_an_import_is_measured_beside_plain_inserts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(learner_import, "COST", Cost(memory_kib=64, passes=1, lanes=1))
    assert main(["bench", "import", "--json", "--size", "250"]) == Exit.DONE
    told = json.loads(capsys.readouterr().out)
    assert told["name"] == "import"
    figures = {one["name"]: one for one in told["figures"]}
    assert figures["enter every learner"]["ratio"] > 0
    assert figures["from file to records"]["baseline"] == "plain executemany of the same rows"
    assert "250 rows, 5 of them bad, 245 learners entered" in told["notes"]
