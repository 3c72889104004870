"""A user's own letters: named at `check` and at the start, and never a letter lost."""

import logging
from pathlib import Path
from threading import Event

import pytest

from shell.working import work
from tests.shell.office import CONFIG, Office, kinds, one
from tests.shell.test_conversation import STEPHANIE

GOOD = "A task for you: {{ task.title }}\nSay when.\n{{ where }}\n"
FAULTY = "A task for you: {{ task.title }}\nSay when.\n{{ were }}\n"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    return folder


def office_with(folder: Path) -> Office:
    return Office(folder, f"{CONFIG}\ntemplates: letters\n", one_process=True)


def test_check_names_the_faulty_line(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from shell.checking import own_letters

    (letters / "assignment.txt").write_text(FAULTY)
    ((ok, said),) = own_letters(letters)
    assert not ok and f"{letters / 'assignment.txt'}, line 3: 'were' is undefined. Did you mean" in said
    (letters / "assignment.txt").write_text(GOOD)
    ((ok, said),) = own_letters(letters)
    assert ok and str(letters) in said


def test_the_start_names_it_and_goes_on(
    letters: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (letters / "assignment.txt").write_text(FAULTY)
    office = office_with(tmp_path)
    caplog.set_level(logging.INFO)
    stop = Event()
    stop.set()
    work(office.shop, stop)
    stop.clear()
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Call them by Friday.")
    sent = office.letters()
    office.close()
    told = [each.getMessage() for each in caplog.records if "'were' is undefined" in each.getMessage()]
    assert len(told) == 1
    assert kinds(sent) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert one(sent, "assignment").text.startswith("Stephanie asks you")


def test_a_good_one_is_used(letters: Path, tmp_path: Path) -> None:
    (letters / "assignment.txt").write_text(GOOD)
    office = office_with(tmp_path)
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Call them by Friday.")
    sent = office.letters()
    office.close()
    assert one(sent, "assignment").text.startswith("A task for you: Calldown")
