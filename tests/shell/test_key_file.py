"""A key file that somebody edited or a disk damaged: one sentence, at the start, and not a
traceback in some later round."""

import json
from pathlib import Path
from typing import Any

import pytest

from shell.keys import KeyFileUnusable, load_keys

GOOD: dict[str, Any] = {
    "current": 2,
    "keys": {"1": "ab" * 32, "2": "cd" * 32},
    "secret_epochs": {"joy": 2},
    "retired": {"1": "2026-11-01T00:00:00+00:00"},
    "instance": "ab12",
}


def written(folder: Path, text: str) -> Path:
    path = folder / "secret.key"
    path.touch(mode=0o600)
    path.write_text(text)
    return path


def test_a_good_one_is_read(tmp_path: Path) -> None:
    ring = load_keys(written(tmp_path, json.dumps(GOOD)))
    assert (ring.current, len(ring.keys), ring.secret_epochs) == (2, 2, {"joy": 2})


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"current": float("inf")}, id="a number without end"),
        pytest.param({"current": 3}, id="a current key that is not there"),
        pytest.param({"current": [2]}, id="a list for a number"),
        pytest.param({"keys": {}}, id="no key"),
        pytest.param({"keys": {"1": "ab" * 32, "2": ""}}, id="an empty key"),
        pytest.param({"keys": {"1": "ab" * 32, "2": "cd"}}, id="a key that can be guessed"),
        pytest.param({"keys": {"1": "ab" * 32, "2": "x" * 64}}, id="a key that is not hex"),
        pytest.param({"keys": ["ab" * 32]}, id="a list of keys"),
        pytest.param({"keys": {"0": "ab" * 32, "2": "cd" * 32}}, id="a key number nobody can write"),
        pytest.param({"secret_epochs": {"joy": "two"}}, id="a word for an epoch"),
        pytest.param({"secret_epochs": {"joy": None}}, id="nothing for an epoch"),
        pytest.param({"secret_epochs": [["joy"]]}, id="a list of epochs"),
        pytest.param({"retired": {"1": "yesterday"}}, id="a moment that is none"),
        pytest.param({"retired": {"1": "2026-11-01T00:00:00"}}, id="a moment without a zone"),
        pytest.param({"retired": {"1": 7}}, id="a number for a moment"),
        pytest.param({"instance": "a\r\nBcc: eve@evil.example"}, id="a mark of two lines"),
        pytest.param({"instance": "a" * 2000}, id="a long mark"),
    ],
)
def test_a_damaged_one_is_told(tmp_path: Path, change: dict[str, Any]) -> None:
    path = written(tmp_path, json.dumps({**GOOD, **change}))
    with pytest.raises(KeyFileUnusable, match="is not a key file of ours"):
        load_keys(path)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '"x"', "{}", "[" * 100_000, "9" * 5000, "\x00"])
def test_what_is_no_key_file_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(KeyFileUnusable, match="is not a key file of ours"):
        load_keys(written(tmp_path, text))
