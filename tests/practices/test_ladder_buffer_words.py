"""P15 in the owner's own words: a sentence that names the private date is left out, however the
date is spelled, and what remains is whole sentences.

Every letter of an office is looked through for private dates (tests/shell/private.py)."""

import pytest

from tests.practices.offices import STEPHANIE, hand_over, opened
from tests.practices.own_date_kit import OWN, dates_of, line_of, read_by_joy, read_by_owner
from tests.shell.office import at, one
from tests.shell.private import Watch, leaks

BUFFER = (
    "Draw a flyer.\nDue: Friday 5pm\nbuffer: 2 days"  # Friday 4 Dec 17:00 Pacific: Saturday 09:00 in Manila
)


def _left(sentence: str) -> str:
    return f'Left out for Joy, as it may tell your own date: "{sentence}"'


@pytest.mark.parametrize(
    ("body", "brief"),
    [
        # the clause ends its sentence: what remains is one
        ("Paint it blue by Friday.", "Paint it blue."),
        ("Paint it blue, by Friday.", "Paint it blue."),
        ("Paint it blue by Friday!", "Paint it blue!"),
        ("Could you paint it by Friday?", "Could you paint it?"),
        ("- Paint it by Friday\n- Hang it up", "- Paint it\n- Hang it up"),
        ("Paint it (by Friday). Use blue.", "Paint it. Use blue."),
        # another whole clause, or a courtesy, goes on behind it
        ("Paint it by Friday and use blue.", "Paint it and use blue."),
        ("Paint it by Friday, but use blue.", "Paint it, but use blue."),
        ("Paint it by Friday, please.", "Paint it, please."),
        # the clause leads its sentence
        ("By Friday, paint it blue.", "Paint it blue."),
        ("By Friday we need a blue hall. Use oil.", "We need a blue hall. Use oil."),
        # nothing but the date: it goes whole
        ("Due: Friday. Use blue.", "Use blue."),
        ("Due Friday. Use blue.", "Use blue."),
        ("Use blue.\nDue by Friday.", "Use blue."),
        ("Use blue. By Friday. Take care.", "Use blue. Take care."),
        # what would remain is no sentence: it goes whole
        ("It is due Friday. Use blue.", "Use blue."),
        ("The deadline is Friday. Use blue.", "Use blue."),
        ("Paint by Friday the hall. Use blue.", "Use blue."),
        ("Friday is when we need it. Use blue.", "Use blue."),
        ("Please by Friday. Use blue.", "Use blue."),
        ("It must be on the wall by Friday at the latest. Use blue.", "Use blue."),
        ("Finish it by Friday, with a party, in blue. Use oil.", "Use oil."),
        # a sentence that a mail program broke
        (
            "Paint the long wall of the hall behind the kitchen in blue by\nFriday. Use oil.",
            "Paint the long wall of the hall behind the kitchen in blue. Use oil.",
        ),
        # dots inside the date end no sentence
        ("Paint it blue by Fri. Dec. 4. Use oil.", "Paint it blue. Use oil."),
    ],
)
def test_what_remains_of_a_brief_is_whole_sentences(body: str, brief: str) -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", "Hall", f"{body}\nbuffer: 2 days")
        office.letters()
        task = office.shop.store.task(1)
        assert task is not None and task.own_due is not None
        assert task.brief == brief


SPELLED = [
    "Saturday 9:00 Manila time",
    "2026-12-04",
    "04.12.",
    "4.12.2026",
    "12/4",
    "Dec 4",
    "4 Dec",
    "4 December",
    "the 4th",
    "Dec. 4th",
    "Fri, Dec 4",
    "Friday 5pm",
    "this Friday",
    "in 4 days",
    "4 days from now",
    "in four days",
    "the end of this week",
]


@pytest.mark.parametrize("date", SPELLED)
def test_however_the_date_is_spelled(date: str) -> None:
    """In an answer, read on Monday 30 November with Stephanie's clock."""
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", BUFFER)
        said = f"The board sees it on {date}."
        office.reply(assignment, "question: how large?")
        office.reply(one(office.letters(), "question"), f"A4. {said}")
        letters = office.letters()
        assert "A4." in read_by_joy(letters) and "board" not in read_by_joy(letters)
        assert _left(said) in read_by_owner(letters)


@pytest.mark.parametrize(
    "date", ["Wednesday", "Thursday 9AM your time", "Saturday", "11 December", "in 2 days", "4 people"]
)
def test_other_dates_stay(date: str) -> None:
    """Hers, that of another day, and no date at all."""
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, f"tell Joy: Use blue. We meet on {date}.")
        letters = office.letters()
        assert read_by_joy(letters).count(f"We meet on {date}") == 1
        assert "Left out" not in read_by_owner(letters)


# Subjects


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Paint by Friday", "Paint"),
        ("Fwd: Paint the hall by Friday 5pm", "Paint the hall"),
        ("Paint the hall (Friday)", "Paint the hall"),
        ("Dec 4: paint the hall", "paint the hall"),
    ],
)
def test_the_contractors_subject_holds_no_private_date(subject: str, title: str) -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", subject, "Use blue.\nDue: Friday 5pm\nbuffer: 2 days")
        letters = office.letters()
        assert one(letters, "assignment").subject == f"[T-1] {title}"
        office.reply(one(letters, "receipt"), "assign: ben")
        ben = one([x for x in office.letters() if x.to.startswith("ben")], "assignment")
        assert ben.subject == f"[T-1] {title}"


def test_a_joined_thread_has_no_buffer_and_says_so() -> None:
    with opened() as office:
        office.mail(STEPHANIE, "joy@example.net", "Paint by Friday", BUFFER, cc="tasks@example.com")
        letters = office.letters()
        assert dates_of(office) == (OWN, None)
        assert "your own date holds for both of you" in line_of(one(letters, "receipt"))
        assert one(letters, "joined").subject == "Re: Paint by Friday"  # her own mail's Subject


# `due:` and its undo


def test_another_earlier_date_brings_nothing_back() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, "due: next Tuesday 5pm")
        office.letters()
        office.reply(receipt, "due: Thursday 5pm")
        office.letters()
        assert dates_of(office) == (at(2026, 12, 4, 1), None)


def test_the_check_of_all_letters_finds_every_spelling() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", BUFFER)
        desk = office.shop.desk
        own = [task.own_due for task in office.shop.store.tasks() if task.own_due]
        watch = Watch(desk.house, desk.ring, desk.identity.domain, list, lambda: own, list, office.now)
        assert leaks(assignment.raw, assignment.to, watch) == []
        told = [
            "Saturday 9AM",
            "9 am on Saturday",
            "2026-12-04",
            "04.12.",
            "12/4",
            "Dec 4",
            "4 Dec",
            "the 4th",
        ]
        for form in (*told, "4 December", "Friday 5pm", "in 4 days", "Saturday 1AM"):
            spoilt = assignment.raw.replace(b"Draw a flyer.", f"On {form}, blue.".encode())
            spoilt = spoilt.replace(b"On ", b"For ")
            assert leaks(spoilt, assignment.to, watch), form
