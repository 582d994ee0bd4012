"""The export of everything in open formats, so that no office is locked in."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from creditbank_desktop.domain.backup_progress import BackupProgress, BackupStage
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.open_export import REVISION, NamedFile, OpenExport, TableNote
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.export_readme import readme
from creditbank_desktop.services.export_sinks import EncryptedSink, ExportSink, FolderSink
from creditbank_desktop.services.exporting import Exported, ExportPurpose, check_purpose, note_export
from creditbank_desktop.services.paper_issue import original_pdf
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_backup import ExportReport
from creditbank_desktop.services.workroom import Workroom
from creditbank_desktop.version import VERSION

LEAST_PASSPHRASE = 12
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_LONGEST_NAME = 120


@dataclass(slots=True)
class _Count:
    """What was written so far, and which files could not be."""

    operations: int = 0
    tables: int = 0
    files: int = 0
    papers: int = 0
    missing: list[str] = field(default_factory=list)


class ExportService:
    """Writes everything that the store holds into files that any program can read."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def everything(
        self,
        actor: Actor,
        folder: str,
        purpose: ExportPurpose,
        passphrase: str,
        progress: BackupProgress,
    ) -> OpResult[ExportReport]:
        """Export everything into ``folder``: a folder of plain files, or with a ``passphrase`` one age file.

        The ``purpose`` and the export enter the audit trail before anything is written. Raises `Problems`
        (``purpose.…``, ``export.folder_missing``, ``passphrase.short``), `Refused` ("backup.cancelled")
        and `EnvironmentFault` ("export.exists", "export.unwritable"); then nothing of it is left.
        """
        self._check(folder, purpose, passphrase)
        now = self._room.clock.now()

        def note(unit: UnitOfWork) -> None:
            count, _day = unit.operations_behind(0)
            exported = Exported("everything", count, bool(passphrase))
            note_export(unit, actor, self._room.ids, exported, purpose)

        changes = self._room.store.write(note).changes
        sink = self._sink(Path(folder), passphrase, now)
        try:
            count = self._room.store.read(lambda reader: self._write(reader, sink, now, progress))
            size = sum(one.size_bytes for one in sink.written)
            path = sink.finish()
        except BaseException:  # nothing in the clear may stay half-made, also on Ctrl+C
            sink.abandon()
            raise
        progress.stage = BackupStage.DONE
        report = ExportReport(
            str(path), count.operations, count.tables, count.files, count.papers, size, len(count.missing)
        )
        return OpResult(report, changes)

    def _check(self, folder: str, purpose: ExportPurpose, passphrase: str) -> None:
        found = list(check_purpose(purpose))
        if not Path(folder).is_absolute() or not Path(folder).is_dir():
            found.append(Problem("export.folder_missing", "folder", {"path": folder}))
        if passphrase and len(passphrase) < LEAST_PASSPHRASE:
            found.append(Problem("passphrase.short", "passphrase", {"least": LEAST_PASSPHRASE}))
        if found:
            raise Problems(found)

    def _sink(self, folder: Path, passphrase: str, now: datetime) -> ExportSink:
        name = f"creditbank-export-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        if not passphrase:
            return FolderSink(folder / name)
        return EncryptedSink(folder / f"{name}.zip.age", passphrase, self._room.backups.encrypting)

    def _write(self, reader: Reader, sink: ExportSink, now: datetime, progress: BackupProgress) -> _Count:
        export = OpenExport(reader)
        tables = export.tables()
        count = _Count()
        progress.enter(BackupStage.DATABASE, len(tables) + 1)
        with sink.file("README.md") as file:
            file.write(readme(now, VERSION, REVISION, tables).encode())
        with sink.file("operations.jsonl") as file:
            count.operations = _lines(file, export.operations(), progress)
        progress.done += 1
        self._write_tables(export, tables, sink, progress)
        count.tables = len(tables)
        self._write_files(export, sink, progress, count)
        self._write_papers(export, reader, sink, progress, count)
        progress.go_on()
        _write_manifest(sink, now, count)
        return count

    def _write_tables(
        self, export: OpenExport, tables: tuple[TableNote, ...], sink: ExportSink, progress: BackupProgress
    ) -> None:
        for table in tables:
            with sink.file(f"tables/{table.name}.jsonl") as file:
                _lines(file, export.rows(table.name), progress)
            progress.done += 1

    def _write_files(
        self, export: OpenExport, sink: ExportSink, progress: BackupProgress, count: _Count
    ) -> None:
        files = list(export.files())
        progress.enter(BackupStage.FILES, len(files))
        for one in files:
            progress.go_on()
            name = _name_of(one)
            # Read whole before its file is begun: what turns out to be damaged leaves no part of itself.
            content = io.BytesIO()
            try:
                self._room.files.copy_to(BlobHash(one.blob), content)
            except EnvironmentFault as fault:
                if not fault.code.startswith("evidence."):
                    raise
                count.missing.append(name)
            else:
                with sink.file(name) as file:
                    file.write(content.getvalue())
                count.files += 1
            progress.done += 1

    def _write_papers(
        self,
        export: OpenExport,
        reader: Reader,
        sink: ExportSink,
        progress: BackupProgress,
        count: _Count,
    ) -> None:
        rows = list(export.rows("paper"))
        progress.enter(BackupStage.PAPERS, len(rows))
        for row in rows:
            progress.go_on()
            name = f"papers/{_safe(str(row['number']))}-{str(row['paper'])[-8:]}.pdf"
            try:
                paper = reader.paper(row["paper"])  # type: ignore[arg-type]
                pdf = b"" if paper is None else original_pdf(paper, self._room)
            except (Refused, EnvironmentFault):
                pdf = b""  # the person was disposed of, or the paper cannot be drawn alike
            if pdf:
                with sink.file(name) as file:
                    file.write(pdf)
                count.papers += 1
            else:
                count.missing.append(name)
            progress.done += 1


def _write_manifest(sink: ExportSink, now: datetime, count: _Count) -> None:
    listed = tuple(sink.written)
    manifest = {
        "format": "creditbank-export",
        "version": 1,
        "made_at": now.astimezone(UTC).isoformat(timespec="seconds"),
        "program": VERSION,
        "files": [{"path": one.path, "size": one.size_bytes, "sha256": one.sha256} for one in listed],
        "missing": count.missing,
    }
    with sink.file("manifest.json") as file:
        file.write(json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n")
    with sink.file("SHA256SUMS") as file:
        for one in sink.written:
            file.write(f"{one.sha256}  {one.path}\n".encode())


def _lines(file: BinaryIO, rows: Iterator[Mapping[str, object]], progress: BackupProgress) -> int:
    count = 0
    for row in rows:
        file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
        count += 1
        if count % 100 == 0:
            progress.go_on()
    return count


def _name_of(one: NamedFile) -> str:
    name = _safe(one.file_name) or one.blob[:16]
    return f"evidence/{_safe(one.receipt_number)}/{one.position + 1:02d}-{name}"


def _safe(name: str) -> str:
    """Return a name that every system can keep."""
    cleaned = _UNSAFE.sub("_", name).strip(" .")
    return cleaned[-_LONGEST_NAME:]
