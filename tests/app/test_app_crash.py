"""A crash leaves a report that helps and says nothing about anybody."""

from __future__ import annotations

from pathlib import Path

from creditbank_desktop.app.crash import CrashHandler


def provoke(secret: str) -> Exception:
    try:
        try:
            int(secret)
        except ValueError as inner:
            raise RuntimeError(f"cannot read {secret}") from inner
    except RuntimeError as error:
        return error
    raise AssertionError


def test_the_report_names_types_and_lines_but_no_values(tmp_path: Path) -> None:
    path = CrashHandler(tmp_path / "logs").report(provoke("张三 11010519491231002X"))
    assert path is not None
    text = path.read_text("utf-8")
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "test_app_crash.py" in text
    assert "张三" not in text
    assert "110105" not in text


def test_a_folder_that_cannot_be_written_is_no_second_crash(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    told: list[Path | None] = []
    handler = CrashHandler(blocked / "logs")
    handler.tell_by(told.append)
    handler.handle(provoke("x"))
    assert told == [None]
