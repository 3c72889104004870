"""Bytes by their hash: durable, once, and never by a name from outside."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest

from store.port import StoreUnusable
from store.spool import Spool

RAW = b"Subject: hello\r\n\r\n\x00\xff\r\n"
KEY = sha256(RAW).hexdigest()


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path / "spool")


def files(spool: Spool) -> list[Path]:
    return sorted(path for path in spool.folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("raw", [RAW, b"", bytes(range(256)) * 10_000])
def test_bytes_come_back_as_they_were(spool: Spool, raw: bytes) -> None:
    key = spool.put(raw)
    assert key == sha256(raw).hexdigest()
    assert spool.get(key) == raw
    assert Spool(spool.folder).get(key) == raw


def test_the_same_bytes_are_kept_once(spool: Spool) -> None:
    assert spool.put(RAW) == spool.put(RAW)
    (only,) = files(spool)
    assert only == spool.folder / "mail" / KEY[:2] / KEY[2:4] / KEY


def test_an_attachment_is_kept_apart_and_found_alike(spool: Spool) -> None:
    key = spool.put_file(b"%PDF")
    assert spool.get(key) == b"%PDF"
    assert files(spool)[0].is_relative_to(spool.folder / "file")


@pytest.mark.parametrize(
    "key",
    [
        "",
        "../../etc/passwd",
        KEY.upper(),
        KEY[:-1],
        KEY + "\n",
        KEY + "/..",
        "/" + KEY[1:],
        KEY[:62] + "..",
        "٣" * 64,
    ],
)
def test_only_a_hash_is_a_name(spool: Spool, key: str) -> None:
    spool.put(RAW)
    assert spool.get(key) is None


def test_what_is_not_there_is_none(spool: Spool) -> None:
    assert spool.get(KEY) is None


def test_damaged_bytes_are_not_passed_on_and_are_mended_by_the_next_put(spool: Spool) -> None:
    spool.put(RAW)
    files(spool)[0].write_bytes(RAW[:5])
    assert spool.get(KEY) is None
    spool.put(RAW)
    assert spool.get(KEY) == RAW


def test_only_its_owner_may_read_it(spool: Spool) -> None:
    spool.put(RAW)
    for path in (spool.folder, *spool.folder.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_cut_off_write_leaves_no_half_mail(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fills while the bytes are being confirmed."""
    spool.put(b"something before")
    before = files(spool)

    def full(fd: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as cut:
        cut.setattr(os, "fsync", full)
        with pytest.raises(StoreUnusable, match="is full. Nothing of this was written"):
            spool.put(RAW)
    assert spool.get(KEY) is None
    assert files(spool) == before
    assert spool.get(spool.put(RAW)) == RAW


def test_what_a_power_cut_left_is_tidied(spool: Spool) -> None:
    spool.put(RAW)
    (spool.folder / "unfinished" / "1-1.part").write_bytes(b"half")
    assert spool.tidy() == 1
    assert spool.tidy() == 0
    assert spool.get(KEY) == RAW


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreUnusable, match="cannot be opened"):
        Spool(tmp_path / "file" / "spool").put(RAW)
