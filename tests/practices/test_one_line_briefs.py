"""P15, P39: a brief in one line, with its date word. Nothing of it is lost, and what names the own
date is kept from the contractor, and told where it said more."""

import pytest

from tests.practices.offices import STEPHANIE, hand_over, opened
from tests.shell.office import at, kinds, one

FRIDAY, WEDNESDAY, THURSDAY = at(2026, 12, 5, 1), at(2026, 12, 3, 1), at(2026, 12, 4, 1)


@pytest.mark.parametrize(
    ("body", "brief", "due", "own"),
    [
        ("I need it by Friday. Use blue.", "I need it by Friday. Use blue.", FRIDAY, None),
        ("I need it by Friday. Use blue.\nbuffer: 2 days", "Use blue.", WEDNESDAY, FRIDAY),
        ("need by: Friday, use blue\nDue: Thursday", "use blue\nDue: Thursday", THURSDAY, FRIDAY),
        ("buffer: 2 days. Use blue.\nDue: Friday", "Use blue.", WEDNESDAY, FRIDAY),
        ("Deadline: Friday, call me first\nbuffer: 2 days", "call me first", WEDNESDAY, FRIDAY),
        ("Deadline: Friday. Call me first.\nbuffer: 2 days", "Call me first.", WEDNESDAY, FRIDAY),
        ("Due: Friday - use blue\nbuffer: 2 days", "use blue", WEDNESDAY, FRIDAY),
        ("Due: Friday. Use blue. buffer: 2 days", "Use blue.", WEDNESDAY, FRIDAY),
        ("Paint it by Friday 5 p.m. Use oil.\nbuffer: 2 days", "Paint it. Use oil.", WEDNESDAY, FRIDAY),
        ("Paint it by 5 p.m. on Friday. Use oil.\nbuffer: 2 days", "Paint it. Use oil.", WEDNESDAY, FRIDAY),
        ("Due Friday 5 p.m. Use oil.\nbuffer: 2 days", "Use oil.", WEDNESDAY, FRIDAY),
        ("Due: Friday, use blue", "Due: Friday, use blue", FRIDAY, None),
        (
            "remind: 2 days before. Use blue by Friday.",
            "remind: 2 days before. Use blue by Friday.",
            FRIDAY,
            None,
        ),
    ],
)
def test_a_one_line_brief(body: str, brief: str, due: object, own: object) -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", "Hall", body)
        assert kinds(office.letters()) == [("joy", "assignment"), ("stephanie", "receipt")]
        task = office.shop.store.task(1)
        assert task is not None and task.due is not None
        assert task.brief == brief
        assert (task.due.at, task.own_due.at if task.own_due else None) == (due, own)


@pytest.mark.parametrize("line", ["Due: Friday use blue", "need by: Friday use blue"])
def test_what_cannot_be_parted_is_told(line: str) -> None:
    with opened() as office:
        due = "" if line.startswith("Due") else "\nDue: Thursday"
        office.mail(STEPHANIE, "tasks+joy@example.com", "Hall", f"Paint it.\n{line}{due}\nbuffer: 2 days")
        letters = office.letters()
        assert f'may tell your own date: "{line}"' in " ".join(one(letters, "receipt").text.split())
        assert "use blue" not in one(letters, "assignment").text


REASON = "The logo is far too small for the sign and the\ncolour is off, too. Make it blue."


@pytest.mark.parametrize("word", ["redo", "tell Joy", "cancel", "approve", "hold"])
@pytest.mark.parametrize("reason", [REASON, "Its colour is off, and it is far too small."])
def test_words_over_two_lines_go_out_once(word: str, reason: str) -> None:
    with opened() as office:
        assignment, receipt = hand_over(office, "Flyer", "Draw a flyer.\nDue: Friday 5pm")
        if word in ("redo", "approve"):
            office.reply(assignment, "done")
            receipt = one(office.letters(), "review")
        office.reply(receipt, f"{word}: {reason}")
        letters = [x for x in office.letters() if x.to.startswith("joy")]
        told = " ".join(" ".join(x.text.replace("> ", "").split()) for x in letters)
        assert told.count("colour is off") == 1 and told.count("far too small") == 1
        assert f"{word}:" not in told
