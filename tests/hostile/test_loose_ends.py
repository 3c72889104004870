"""What comes twice, what bounces for several tasks at once, what a flood's knock
lets in, and a contractor who is in the config no more."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from config import load
from tests.hostile.kit import STEPHANIE, Siege, besieged
from tests.hostile.returned import report
from tests.shell.office import CONFIG, Got, at, kinds, one

BRIEF = "Please make a flyer for the May sale.\nDue: Friday 5pm"


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened


def flat(letter: Got) -> str:
    return " ".join(letter.text.split())


# the same task again


def again(siege: Siege, body: str = BRIEF, media_type: str = "") -> list[Got]:
    siege.office.now += timedelta(minutes=10)
    siege.office.mail(STEPHANIE, "tasks+joy@example.com", "Flyer", body, media_type=media_type)
    return siege.office.letters()


def test_the_same_task_sent_again_adds_nothing_and_says_so(siege: Siege) -> None:
    again(siege)
    letters = again(siege)
    assert kinds(letters) == [("stephanie", "receipt")]
    assert "nothing was added" in flat(letters[0]) and "Added to" not in letters[0].text
    task = siege.store.task(1)
    assert task is not None and task.brief.count("May sale") == 1
    assert len(list(siege.store.tasks())) == 1


def test_the_same_words_with_other_blanks_are_the_same(siege: Siege) -> None:
    again(siege)
    assert kinds(again(siege, BRIEF.replace(" ", "  ") + "\n\n")) == [("stephanie", "receipt")]


def test_other_words_under_the_same_subject_are_added(siege: Siege) -> None:
    again(siege)
    assert ("joy", "relay") in kinds(again(siege, "Make it blue."))


def test_an_addition_sent_again_adds_nothing_either(siege: Siege) -> None:
    again(siege)
    again(siege, "Make it blue.")
    assert kinds(again(siege, "Make it blue.")) == [("stephanie", "receipt")]
    task = siege.store.task(1)
    assert task is not None and task.brief.count("blue") == 1


def test_a_piece_of_the_brief_is_an_addition(siege: Siege) -> None:
    """Words that only happen to stand in it are meant."""
    again(siege)
    assert ("joy", "relay") in kinds(again(siege, "Please"))


def test_the_same_words_with_a_file_bring_the_file(siege: Siege) -> None:
    again(siege)
    file = 'Content-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\nrows'
    body = f"--b\nContent-Type: text/plain\n\n{BRIEF}\n--b\n{file}\n--b--"
    letters = again(siege, body, media_type="multipart/mixed; boundary=b")
    assert ("joy", "relay") in kinds(letters)


def test_what_that_receipt_offers_works(siege: Siege) -> None:
    again(siege)
    (receipt,) = again(siege)
    siege.office.reply(receipt, "cancel")
    assert ("joy", "cancelled") in kinds(siege.office.letters())


# letters about several tasks that bounce


def reminded(siege: Siege) -> Got:
    """One reminder about two tasks of Joy."""
    for title in ("Flyer", "Poster"):
        body = f"Make the {title}. Due: Thursday 5pm"
        siege.office.mail(STEPHANIE, "tasks+joy@example.com", title, body)
        siege.office.letters()
    letters = siege.office.pass_time(at(2026, 12, 4, 8))
    return next(x for x in letters if x.to == "joy@example.net" and "2 tasks" in x.subject)


def test_a_bounce_of_a_letter_about_several_tasks_counts_for_each(siege: Siege) -> None:
    siege.put(report(reminded(siege)["Message-ID"]))
    siege.office.letters()
    assert [t.lost for t in siege.store.tasks()] == [1, 1]
    assert all("does not exist" in t.unreached or t.unreached for t in siege.store.tasks())


def test_the_same_bounce_again_counts_once(siege: Siege) -> None:
    letter = reminded(siege)
    for n in range(3):
        siege.put(report(letter["Message-ID"], mid=f"<again{n}@example.net>"))
        siege.office.letters()
    assert [t.lost for t in siege.store.tasks()] == [1, 1]


def test_several_tasks_cut_off_at_once_are_one_letter(siege: Siege) -> None:
    letter = reminded(siege)
    for number in (1, 2):
        for row in [r for r in siege.store.outbox() if r.ref.person == "joy" and r.ref.task == number]:
            siege.put(report(row.message_id, mid=f"<b{row.ref.key}@example.net>"))
    siege.office.letters()
    siege.put(report(letter["Message-ID"], mid="<third@example.net>"))
    told = [x for x in siege.office.letters() if x.kind == "bounced"]
    assert len(told) <= 1


# a flood's knock


def test_a_floods_knock_says_that_pass_on_lets_in_one_mail(siege: Siege) -> None:
    _, receipt = siege.begin()
    told = []
    for _ in range(12):
        siege.office.now += timedelta(minutes=5)
        siege.office.reply(receipt, "Please hurry up with this one, it is important")
        told += [x for x in siege.office.letters() if x.kind == "knock"]
    assert "pass on lets in only this one" in flat(told[0])


# a contractor who has left


def without_joy(siege: Siege) -> list[Got]:
    """Joy is taken out of the config, and the daemon started again."""
    office = siege.office
    lines = CONFIG.splitlines()
    joy = next(n for n, line in enumerate(lines) if line.startswith("  joy:"))
    (office.folder / "config.yaml").write_text("\n".join(lines[:joy] + lines[joy + 2 :]), encoding="utf-8")
    office.config = load(office.folder / "config.yaml", {"PW": "x"})
    office.restart()
    return office.letters()


def test_a_contractor_out_of_the_config_is_told_once_and_nothing_crashes(siege: Siege) -> None:
    siege.begin(title="Calls")
    siege.begin(title="Flyer")
    siege.begin("ben", "Roof")
    letters = without_joy(siege)
    assert [x.to for x in letters] == ["stephanie@example.com"]
    said = flat(letters[0])
    assert (
        "T-1" in said and "T-2" in said and "T-3" not in said and "assign:" in said and "joy" in said.lower()
    )
    assert letters[0].text.splitlines()[1] == "Reply with one line for each task, its tag first."
    siege.office.restart()
    assert siege.office.letters() == []
    late = siege.office.pass_time(at(2026, 12, 10, 18), timedelta(hours=3))
    assert not [line for line in siege.log if "fault of ours" in line]
    assert [x for x in late if x.kind == "digest" and "T-1" in x.text]


def test_the_letter_about_them_is_answered_line_by_line(siege: Siege) -> None:
    siege.begin(title="Calls")
    siege.begin(title="Flyer")
    (letter,) = without_joy(siege)
    siege.office.reply(letter, "T-1 assign: ben\nT-2 cancel")
    letters = siege.office.letters()
    assert ("ben", "assignment") in kinds(letters)
    first, second = siege.store.task(1), siege.store.task(2)
    assert first is not None and first.contractor == "ben"
    assert second is not None and not second.is_open


def test_words_for_them_are_kept_and_said_to_have_reached_nobody(siege: Siege) -> None:
    _, receipt = siege.begin()
    without_joy(siege)
    siege.office.reply(receipt, "Please use the list from May.")
    told = one(siege.office.letters(), "transcript")
    assert "reached nobody" in flat(told) and "assign:" in told.text


def test_their_old_reply_address_is_nobodys(siege: Siege) -> None:
    assignment, _ = siege.begin()
    without_joy(siege)
    before = siege.picture()
    siege.office.reply(assignment, "done")
    assert {x.kind for x in siege.office.letters()} <= {"knock"}
    assert siege.picture() == before


def test_each_owner_hears_of_the_own_tasks_alone(siege: Siege) -> None:
    siege.begin()
    siege.office.mail(
        "Olivia Miller <olivia@example.com>", "tasks+joy@example.com", "Secret plan", "By Friday."
    )
    siege.office.letters()
    letters = without_joy(siege)
    assert sorted(x.to for x in letters) == ["olivia@example.com", "stephanie@example.com"]
    hers = next(x for x in letters if x.to.startswith("stephanie"))
    assert "Secret plan" not in hers.text
