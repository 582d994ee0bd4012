"""Evidence files: encrypted, named by their content, kept once, checked when they are opened."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.models.blobs import EvidenceFiles
from tests.models.models_samples import DATA_KEY


@pytest.fixture
def files(tmp_path: Path) -> EvidenceFiles:
    return EvidenceFiles(tmp_path / "evidence", DATA_KEY)


@pytest.mark.parametrize("size", [0, 1, 65_536, 200_000])
def test_what_is_kept_comes_back(files: EvidenceFiles, size: int) -> None:
    content = bytes(range(256)) * (size // 256 + 1)
    content = content[:size]
    blob, length = files.put(io.BytesIO(content))
    assert (blob, length) == (hashlib.sha256(content).hexdigest(), size)
    assert files.has(blob)
    assert files.open(blob) == content


def test_the_same_content_is_kept_once_and_not_in_the_open(files: EvidenceFiles) -> None:
    content = b"a certificate " * 1_000
    first, second = files.put_bytes(content), files.put_bytes(content)
    assert first == second
    stored = [path for path in files.path(first[0]).parents[1].rglob("*") if path.is_file()]
    assert stored == [files.path(first[0])]
    assert b"certificate" not in stored[0].read_bytes()


def test_every_flipped_byte_is_found(files: EvidenceFiles) -> None:
    blob, _ = files.put_bytes(b"a certificate")
    path = files.path(blob)
    whole = path.read_bytes()
    for place in range(len(whole)):
        broken = bytearray(whole)
        broken[place] ^= 1
        path.write_bytes(broken)
        with pytest.raises(EnvironmentFault, match=r"evidence\.damaged"):
            files.open(blob)


def test_a_file_under_another_name_is_damage(files: EvidenceFiles) -> None:
    one, _ = files.put_bytes(b"one")
    two, _ = files.put_bytes(b"two")
    files.path(one).replace(files.path(two))
    with pytest.raises(EnvironmentFault, match=r"evidence\.damaged"):
        files.open(two)


def test_a_missing_file_is_said_to_be_missing(files: EvidenceFiles) -> None:
    blob = BlobHash("0" * 64)
    assert not files.has(blob)
    with pytest.raises(EnvironmentFault, match=r"evidence\.missing"):
        files.open(blob)
    files.remove(blob)


def test_only_a_hash_names_a_file(files: EvidenceFiles) -> None:
    for name in ("", "../../etc/passwd", "A" * 64, "0" * 63):
        with pytest.raises(ValueError, match="no hash"):
            files.path(BlobHash(name))


def test_a_source_that_breaks_off_leaves_nothing(files: EvidenceFiles, tmp_path: Path) -> None:
    class Breaking(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError("the stick was pulled out")

    with pytest.raises(EnvironmentFault, match=r"evidence\.not_written"):
        files.put(Breaking())
    assert [path for path in (tmp_path / "evidence").rglob("*") if path.is_file()] == []
