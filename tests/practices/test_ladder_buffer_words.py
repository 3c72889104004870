"""P15 in the owner's own words: what names the private date goes to no contractor, in whatever
word it stands and however it is spelled; the owner is told, and `send as is` sends it once.

Every letter of an office is looked through for private dates (tests/shell/private.py)."""

import pytest

from tests.practices.offices import STEPHANIE, hand_over, opened
from tests.shell.office import Got, Office, at, kinds, one
from tests.shell.private import Watch, leaks

BUFFER = "Draw a flyer.\nDue: Friday 5pm\nbuffer: 2 days"  # Friday 4 Dec 17:00 Pacific: Saturday 09:00 in Manila
OWN, THEIRS = at(2026, 12, 5, 1), at(2026, 12, 3, 1)
BOARD = "The board sees it on Friday."


def _text(letter: Got) -> str:
    return " ".join(letter.text.split())


def _joys(letters: list[Got]) -> str:
    return " ".join(f"{_text(x)} {x.subject}" for x in letters if x.to.startswith("joy"))


def _owners(letters: list[Got]) -> str:
    return " ".join(_text(x) for x in letters if x.to.startswith("stephanie"))


def _left(sentence: str) -> str:
    return f'Left out for Joy, as it names your own date: "{sentence}"'


def _dates(office: Office, number: int = 1) -> tuple[object, object]:
    task = office.shop.store.task(number)
    assert task is not None and task.due is not None
    return task.due.at, task.own_due.at if task.own_due else None


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
        ("I need it by Friday. Use blue.", "Use blue."),
        ("Paint by Friday the hall. Use blue.", "Use blue."),
        ("Friday is when we need it. Use blue.", "Use blue."),
        ("Please by Friday. Use blue.", "Use blue."),
        ("It must be on the wall by Friday at the latest. Use blue.", "Use blue."),
        ("We open, if it is done by Friday, with a party. Use blue.", "Use blue."),
        # a sentence that a mail program broke
        (
            "Paint the long wall of the hall behind the kitchen in blue by\nFriday. Use oil.",
            "Paint the long wall of the hall behind the kitchen in blue. Use oil.",
        ),
        # dots inside the date end no sentence
        ("Paint it blue by Fri. Dec. 4. Use oil.", "Paint it blue. Use oil."),
        ("Paint it blue by Friday 5 p.m. Use oil.", "Paint it blue. Use oil."),
    ],
)
def test_what_remains_of_a_brief_is_whole_sentences(body: str, brief: str) -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", "Hall", f"{body}\nbuffer: 2 days")
        office.letters()
        task = office.shop.store.task(1)
        assert task is not None and task.own_due is not None
        assert task.brief == brief


WORDS = [
    ("tell Joy: Use blue. {}", "relay", "Use blue."),
    ("redo: Larger letters. {}", "sent-back", "Larger letters."),
    ("cancel: We do it ourselves. {}", "cancelled", "We do it ourselves."),
    ("hold: The paper is late. {}", "relay", "The paper is late."),
    ("approve: Lovely. {}", "approved", "Lovely."),
    ("Use blue. {}", "relay", "Use blue."),
]


@pytest.mark.parametrize(("words", "kind", "kept"), WORDS)
def test_each_word_leaves_the_sentence_out(words: str, kind: str, kept: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, words.format(BOARD))
        letters = office.letters()
        joys = one([x for x in letters if x.to.startswith("joy")], kind)
        assert kept in _text(joys) and "board" not in _text(joys)
        assert _left(BOARD) in _owners(letters)
        assert "send as is" in _owners(letters)
        office.reply(receipt, "resume: Go on. " + BOARD)
        assert "board" not in _joys(office.letters())


SPELLED = [
    "Saturday 9AM your time",
    "9 am on Saturday, your time",
    "Saturday 9:00 Manila time",
    "Saturday, your time",
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
    """Read on Monday 30 November, with Stephanie's clock and with Joy's."""
    with opened() as office:
        assignment, receipt = hand_over(office, "Flyer", BUFFER)
        said = f"The board sees it on {date}."
        office.reply(receipt, f"tell Joy: Use blue. {said}")
        office.reply(assignment, "question: how large?")
        letters = office.letters()
        office.reply(one(letters, "question"), f"A4. {said}")
        letters += office.letters()
        assert "Use blue." in _joys(letters) and "A4." in _joys(letters)
        assert "board" not in _joys(letters)
        assert _owners(letters).count(_left(said)) == 2


@pytest.mark.parametrize(
    "date", ["Wednesday", "Thursday 9AM your time", "Saturday", "11 December", "in 2 days", "4 people"]
)
def test_other_dates_stay(date: str) -> None:
    """Hers, that of another day, and no date at all."""
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, f"tell Joy: Use blue. We meet on {date}.")
        letters = office.letters()
        assert f"We meet on {date}." in _joys(letters)
        assert "Left out" not in _owners(letters)


@pytest.mark.parametrize("words", [f"tell Joy: {BOARD}", "title: Flyer for Friday", BOARD])
def test_where_nothing_is_left_nothing_goes(words: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, words)
        letters = office.letters()
        assert kinds(letters) == [("stephanie", "transcript")]
        assert "own date" in _text(letters[0])
        task = office.shop.store.task(1)
        assert task is not None and task.title == "Flyer"


def test_words_beside_an_emptied_tell_are_no_part_of_it() -> None:
    """In answer to a letter about Joy they are a private note, and stay one."""
    with opened() as office:
        hand_over(office, "Flyer", BUFFER)
        late = one(office.pass_time(at(2026, 12, 3, 23)), "late")
        office.reply(late, "She is slow.\n\ntell Joy: We print on Friday.")
        letters = office.letters()
        assert _joys(letters) == ""
        assert _left("We print on Friday.") in _owners(letters)


@pytest.mark.parametrize("words", [f"tell Joy: Use blue. {BOARD}", f"Use blue. {BOARD}", BOARD])
def test_send_as_is_sends_what_was_left_out_once(words: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, words)
        office.letters()
        office.own_dates_may_go = True
        office.reply(receipt, "send as is")
        letters = office.letters()
        relay = one([x for x in letters if x.to.startswith("joy")], "relay")
        assert BOARD in _text(relay) and "Use blue." not in _text(relay)
        assert "masked" not in _text(relay)
        office.reply(receipt, "send as is")
        letters = office.letters()
        assert kinds(letters) == [("stephanie", "transcript")]
        assert "not done" in _text(letters[0])


def test_send_as_is_sends_what_was_left_out_of_the_brief() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", f"{BUFFER}\n{BOARD}")
        assert _left(BOARD) in _text(receipt) and "send as is" in receipt.text
        office.own_dates_may_go = True
        office.reply(receipt, "send as is")
        assert BOARD in _joys(office.letters())


def _with_file(office: Office, to: str, subject: str, body: str, name: str, answers: Got | None) -> None:
    parts = (
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{body}\n--b\nContent-Type: application/pdf\n"
        f'Content-Disposition: attachment; filename="{name}"\n\nabc\n--b--'
    )
    office.mail(STEPHANIE, to, subject, parts, answers=answers, media_type="multipart/mixed; boundary=b")


@pytest.mark.parametrize("name", ["print-2026-12-04.pdf", "print_by_Friday.pdf", "Board Dec 4.pdf"])
@pytest.mark.parametrize("first", [True, False])
def test_a_file_whose_name_tells_the_date_stays_here(name: str, first: bool) -> None:
    with opened() as office:
        if first:
            _with_file(office, "tasks+joy@example.com", "Flyer", BUFFER, name, None)
            letters = office.letters()
        else:
            _, receipt = hand_over(office, "Flyer", BUFFER)
            _with_file(office, receipt.reply_to, receipt.subject, "Use blue.", name, receipt)
            letters = office.letters()
        joys = [x for x in letters if x.to.startswith("joy")]
        assert joys and all(name.encode() not in x.raw for x in joys)
        assert _left(name) in _owners(letters)


def test_other_files_go_along() -> None:
    with opened() as office:
        _with_file(office, "tasks+joy@example.com", "Flyer", BUFFER, "logo-4.pdf", None)
        assert b"logo-4.pdf" in one(office.letters(), "assignment").raw


@pytest.mark.parametrize("line", ["T-1 tell Joy: Use blue. {}", "T-1 A4, in blue. {}"])
def test_a_line_under_a_digest(line: str) -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", BUFFER)
        office.reply(assignment, "question: how large?")
        digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
        office.reply(digest, line.format(BOARD))
        letters = office.letters()
        assert "blue" in _joys(letters) and "board" not in _joys(letters)
        assert _left(BOARD) in _owners(letters)


def test_a_substitutes_words() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", BUFFER)
        office.mail(STEPHANIE, "tasks@example.com", "away until next Monday, ask Olivia", "")
        office.reply(assignment, "question: how large?")
        asked = one([x for x in office.letters() if x.to.startswith("olivia")], "question")
        office.reply(asked, f"tell Joy: A4. {BOARD}")
        letters = office.letters()
        assert "A4." in _joys(letters) and "board" not in _joys(letters)


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


def test_a_date_in_the_subject_alone_has_its_buffer() -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", "Paint by Friday", "Use blue.\nbuffer: 2 days")
        assignment = one(office.letters(), "assignment")
        assert assignment.subject == "[T-1] Paint"
        assert _dates(office) == (THEIRS, OWN)


def test_another_subject_of_a_later_mail() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.mail(STEPHANIE, receipt.reply_to, "Colours for Friday", "Use blue.", answers=receipt)
        joys = _joys(office.letters())
        assert "Use blue." in joys and "Friday" not in joys and "Colours" in joys


def test_a_joined_thread_has_no_buffer_and_says_so() -> None:
    with opened() as office:
        office.mail(STEPHANIE, "joy@example.net", "Paint by Friday", BUFFER, cc="tasks@example.com")
        letters = office.letters()
        assert _dates(office) == (OWN, None)
        assert "your own date holds for both of you" in _text(one(letters, "receipt"))
        assert one(letters, "joined").subject == "Re: Paint by Friday"  # her own mail's Subject


# `due:` and its undo


def test_undo_of_due_brings_both_dates_back() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, "due: next Tuesday 5pm")
        office.letters()
        assert _dates(office) == (at(2026, 12, 9, 1), None)
        office.reply(receipt, "due: 2026-12-02 17:00")  # the undo of it
        letters = office.letters()
        assert _dates(office) == (THEIRS, OWN)
        assert "own date" in _owners(letters) and "Fri 4 Dec 2026, 17:00" in _owners(letters)
        assert "Friday" not in _joys(letters) and "4 Dec 2026, 17:00" not in _joys(letters)


def test_another_earlier_date_brings_nothing_back() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, "due: next Tuesday 5pm")
        office.letters()
        office.reply(receipt, "due: Thursday 5pm")
        office.letters()
        assert _dates(office) == (at(2026, 12, 4, 1), None)


def test_the_own_date_is_brought_back_once_for_the_last_change() -> None:
    """Two changes: the undo of the second leads to the first, which had no own date."""
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        for words in ("due: next Tuesday 5pm", "due: next Wednesday 5pm", "due: 2026-12-08 17:00"):
            office.reply(receipt, words)
            office.letters()
        assert _dates(office) == (at(2026, 12, 9, 1), None)
        office.reply(receipt, "due: 2026-12-02 17:00")
        office.letters()
        assert _dates(office) == (THEIRS, OWN)


def test_the_check_of_all_letters_finds_every_spelling() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", BUFFER)
        desk = office.shop.desk
        own = [task.own_due for task in office.shop.store.tasks() if task.own_due]
        watch = Watch(desk.house, desk.ring, desk.identity.domain, list, lambda: own, list, office.now)
        assert leaks(assignment.raw, assignment.to, watch) == []
        told = ["Saturday 9AM", "9 am on Saturday", "2026-12-04", "04.12.", "12/4", "Dec 4", "4 Dec", "the 4th"]
        for form in (*told, "4 December", "Friday 5pm", "in 4 days", "Saturday 1AM"):
            spoilt = assignment.raw.replace(b"Draw a flyer.", f"On {form}, blue.".encode())
            spoilt = spoilt.replace(b"On ", b"For ")
            assert leaks(spoilt, assignment.to, watch), form
