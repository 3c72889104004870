"""The demo replaces what a demo wrote, and nothing else."""

from pathlib import Path

import pytest

from demo.folder import LIST, Folder, NotOurs


def _former(path: Path) -> Folder:
    folder = Folder(path)
    folder.begin()
    folder.write("letters/01.eml", "one")
    folder.write("config.yaml", "a: b")
    return folder


def test_former_demo_is_replaced(tmp_path: Path) -> None:
    _former(tmp_path)
    Folder(tmp_path).begin()
    assert not (tmp_path / "letters" / "01.eml").exists()


def test_what_a_person_put_beside_it_stays(tmp_path: Path) -> None:
    _former(tmp_path)
    mine = tmp_path / "letters" / "notes.txt"
    mine.write_text("mine")
    Folder(tmp_path).begin()
    assert mine.read_text() == "mine"


def test_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(NotOurs, match=r"thesis\.txt"):
        Folder(tmp_path).begin()
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_file_that_was_changed_since_is_left_alone(tmp_path: Path) -> None:
    _former(tmp_path)
    (tmp_path / "config.yaml").write_text("my real one")
    with pytest.raises(NotOurs, match=r"config\.yaml was changed"):
        Folder(tmp_path).begin()
    assert (tmp_path / "letters" / "01.eml").exists()


def test_list_that_leads_out_of_the_folder_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("x")
    there = tmp_path / "there"
    there.mkdir()
    (there / LIST).write_text('{"../precious": "x"}')
    with pytest.raises(NotOurs):
        Folder(there).begin()
    assert (tmp_path / "precious").exists()
