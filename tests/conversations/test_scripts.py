"""Whole conversations: mails in as files, letters out as files, compared as text.

    HANDOFF_WRITE_CONVERSATIONS=1 python -m pytest tests/conversations/test_scripts.py

writes the letters anew; read the difference before you commit it.
"""

import os
from pathlib import Path

import pytest

from tests.conversations.playing import Play
from tests.shell.office import Office

SCRIPTS = Path(__file__).with_name("scripts")


def made(folder: Path) -> dict[str, Path]:
    """The files in a folder that are made by playing it."""
    return {p.name: p for p in folder.iterdir() if "-out-" in p.name or p.name == "end.txt"}


@pytest.mark.parametrize("name", sorted(p.name for p in SCRIPTS.iterdir() if p.is_dir()))
def test_conversation_goes_as_written(name: str, tmp_path: Path) -> None:
    office, folder = Office(tmp_path, one_process=True), SCRIPTS / name
    written = Play(office, folder).through()
    assert office.shop.store.verify() == []
    office.close()
    if os.environ.get("HANDOFF_WRITE_CONVERSATIONS"):
        for path in made(folder).values():
            path.unlink()
        for file, text in written.items():
            (folder / file).write_text(text, encoding="utf-8")
    kept = {file: path.read_text(encoding="utf-8") for file, path in made(folder).items()}
    assert sorted(written) == sorted(kept)
    for file, text in written.items():
        assert text == kept[file], file
