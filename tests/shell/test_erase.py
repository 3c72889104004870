"""A person's data is erased on request: gone from the disk, told, and the rest in order."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.letters import OutboxState
from tests.shell.office import CONFIG, Office, at, one, run
from tests.shell.test_retention import FILE

OWNER = "stephanie@example.com"
WITHOUT_JOY = "\n".join(
    line for line in CONFIG.splitlines() if "Joy Santos" not in line and "zone: Asia/Manila" not in line
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = Office(tmp_path, one_process=True)
    yield opened
    assert list(opened.shop.store.verify()) == []
    opened.close()


def worked(office: Office, *, close: bool = True) -> None:
    """Joy asks, sends a file, is done; her work is approved. Ben has a task of his own."""
    office.mail(OWNER, "tasks+joy@example.com", "Calldown", "Joy, call the twenty people. Due: Friday 5pm")
    office.mail(OWNER, "tasks+ben@example.com", "Flyer", "Make it as bright as last year's. Due: Friday 5pm")
    assignment = next(g for g in office.letters() if g.to == "joy@example.net")
    office.reply(assignment, "question: is my flamingo list the right one?")
    question = one(office.letters(), "question")
    office.reply(question, "Yes, that one, Joy.")
    office.letters()
    office.mail(
        "Joy Santos <joy@example.net>",
        assignment.reply_to,
        f"Re: {assignment.subject}",
        FILE.format("done\n\nSee my pelican file.", "calls", "calls", "pelican calls"),
        answers=assignment,
        media_type='multipart/mixed; boundary="x"',
    )
    review = one(office.letters(), "review")
    if close:
        office.reply(review, "approve")
        office.letters()
    office.pass_time(at(2026, 12, 2, 18), timedelta(hours=2))


OF_THE_OWNER = b"Authentication-Results: mx.example.com; dmarc=pass header.from=example.com"


def bytes_of(office: Office) -> bytes:
    """All that lies in the folder of the store, but for the owner's own mails."""
    files = (file for file in office.config.store_path.rglob("*") if file.is_file())
    all_of_it = (file.read_bytes() for file in files)
    return b"\n".join(data for data in all_of_it if not data.startswith(OF_THE_OWNER))


def erased(office: Office, *words: str) -> int:
    office.shop.close()
    code = run(office, "erase", *words)
    office.shop = office.open()
    return code


TRACES = (b"joy@example.net", b"Joy Santos", b"flamingo", b"pelican", b"-joy-", b'"joy"', b"Joy,")


def test_nothing_of_the_person_is_left_on_the_disk(office: Office) -> None:
    worked(office)
    before = bytes_of(office)
    assert [trace for trace in TRACES if trace not in before] == []
    assert erased(office, "joy", "--yes") == 0
    office.shop.close()
    after = bytes_of(office)
    office.shop = office.open()
    assert [trace for trace in TRACES if trace in after] == []


def test_the_tasks_and_their_histories_stay_in_order(office: Office) -> None:
    worked(office)
    numbers = [len(office.shop.store.history(n)) for n in (1, 2)]
    erased(office, "joy", "--yes")
    store = office.shop.store
    assert [len(store.history(n)) for n in (1, 2)] == numbers
    task = store.task(1)
    assert task is not None
    assert (task.state, task.contractor, task.owner) == ("approved", "erased1", "stephanie")
    assert list(store.verify()) == []


def test_others_are_untouched(office: Office) -> None:
    worked(office)
    before = (office.shop.store.task(2), office.shop.store.history(2), office.shop.store.thread(2))
    erased(office, "joy", "--yes")
    assert (office.shop.store.task(2), office.shop.store.history(2), office.shop.store.thread(2)) == before


def test_work_goes_on_without_the_person(office: Office) -> None:
    worked(office)
    erased(office, "joy", "--yes")
    (office.folder / "config.yaml").write_text(WITHOUT_JOY, encoding="utf-8")
    from config import load

    office.shop.close()
    office.config = load(office.folder / "config.yaml", {"PW": "x"})
    office.shop = office.open()
    found = office.pass_time(at(2026, 12, 4, 18), timedelta(hours=2))
    assert any(letter.kind == "digest" for letter in found)
    for command in (["list", "--all"], ["show", "T-1"], ["why", "T-1"], ["outbox", "--all"], ["digest"]):
        assert run(office, *command) == 0


def test_the_mailbox_read_again_changes_nothing(office: Office) -> None:
    worked(office)
    erased(office, "joy", "--yes")
    office.mailroom.renumber()
    office.letters()
    assert office.shop.store.next_task() == 3
    assert office.shop.store.held_rows() == []


def test_it_is_refused_while_the_person_has_open_work(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    worked(office, close=False)
    assert erased(office, "joy", "--yes") == 64
    assert "T-1 is still open" in capsys.readouterr().err
    assert b"flamingo" in bytes_of(office)


def test_without_yes_it_only_says_what_would_be_erased(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    worked(office)
    assert erased(office, "joy") == 0
    said = capsys.readouterr().out
    assert "2 mails" in said
    assert "--yes" in said
    assert b"flamingo" in bytes_of(office)


def test_what_was_erased_and_what_stays_is_told_and_kept(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    worked(office)
    erased(office, "joy", "--yes")
    said = capsys.readouterr().out
    for words in ("T-1", "2 mails", "1 file", "backup", "your mail server", "config.yaml"):
        assert words in said
    kept = office.shop.store.meta("erased:1")
    assert kept is not None
    assert "joy" not in kept.lower()


def test_a_letter_on_its_way_to_the_person_is_not_sent(office: Office) -> None:
    worked(office)
    erased(office, "joy", "--yes")
    rows = office.shop.store.outbox()
    assert {row.state for row in rows if row.ref.person == "erased1"} <= {
        OutboxState.SENT,
        OutboxState.CANCELLED,
    }


def test_a_stranger_is_erased_by_the_address(office: Office) -> None:
    office.mail("Eve Adams <eve@example.org>", subject="Hire me", body="I paint marmots.")
    office.letters()
    office.pass_time(at(2026, 12, 1, 16), timedelta(hours=6))
    assert erased(office, "eve@example.org", "--yes") == 0
    office.shop.close()
    left = bytes_of(office)
    office.shop = office.open()
    assert [trace for trace in (b"eve@example.org", b"Eve Adams", b"marmots") if trace in left] == []
    assert office.shop.store.held_rows() == []


def test_somebody_unknown_is_said_to_be_so(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert erased(office, "nobody", "--yes") == 64
    assert "nobody" in capsys.readouterr().err


@pytest.mark.parametrize("step", range(3))
def test_an_erasure_that_was_cut_is_finished_by_the_next_start_or_run(
    office: Office, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked(office)
    left = [step]

    def cut(*_: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt

    office.shop.close()
    with monkeypatch.context() as patched:
        patched.setattr("shell.erasure.checkpoint", cut)
        with pytest.raises(KeyboardInterrupt):
            run(office, "erase", "joy", "--yes")
    run(office, "erase", "joy", "--yes")
    after = bytes_of(office)
    office.shop = office.open()
    assert [trace for trace in TRACES if trace in after] == []
