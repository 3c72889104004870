"""P15: the owner's own date in each word that goes to a contractor. The sentence that names it is
left out, never rewritten; the owner reads which, and `send as is` sends it, once. Of a word that is
all left out nothing goes.

Every letter of an office is looked through for private dates (tests/shell/private.py)."""

import pytest

from tests.practices.offices import STEPHANIE, hand_over, opened
from tests.practices.own_date_kit import OWN, THEIRS, dates_of, line_of, read_by_joy, read_by_owner
from tests.shell.office import Got, Office, at, kinds, one

BUFFER = (
    "Draw a flyer.\nDue: Friday 5pm\nbuffer: 2 days"  # Friday 4 Dec 17:00 Pacific: Saturday 09:00 in Manila
)
BOARD = "The board sees it on Friday."


@pytest.mark.parametrize(
    ("words", "kind", "kept"),
    [
        ("tell Joy: Use blue. {}", "relay", "Use blue"),
        ("redo: Larger letters. {}", "sent-back", "Larger letters"),
        ("cancel: We do it ourselves. {}", "cancelled", "We do it ourselves"),
        ("hold: The paper is late. {}", "relay", "The paper is late"),
        ("approve: Lovely. {}", "approved", "Lovely"),
        (
            "tell Joy: Use blue. The board, which I wrote to you about, sees\nit on Friday.",
            "relay",
            "Use blue",
        ),
    ],
)
def test_each_word_leaves_the_sentence_out(words: str, kind: str, kept: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, words.format(BOARD))
        letters = office.letters()
        joys = one([x for x in letters if x.to.startswith("joy")], kind)
        assert kept in line_of(joys) and "board" not in read_by_joy(letters)
        assert "Left out for Joy, as it may tell your own date" in read_by_owner(letters)
        assert "send as is" in read_by_owner(letters)


@pytest.mark.parametrize(
    "date", ["Saturday 9AM your time", "9 am on Saturday, your time", "Saturday 9:00", "Friday 5pm", "4 Dec"]
)
def test_read_with_either_clock(date: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, f"tell Joy: Use blue. The board sees it on {date}.")
        letters = office.letters()
        assert "Use blue" in read_by_joy(letters) and "board" not in read_by_joy(letters)
        assert "Left out" in read_by_owner(letters)


@pytest.mark.parametrize("words", [f"tell Joy: {BOARD}", "title: Flyer for Friday", BOARD])
def test_where_nothing_is_left_nothing_goes(words: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, words)
        letters = office.letters()
        assert kinds(letters) == [("stephanie", "transcript")]
        assert "own date" in line_of(letters[0])
        task = office.shop.store.task(1)
        assert task is not None and task.title == "Flyer"


def test_words_beside_an_emptied_tell_are_no_part_of_it() -> None:
    """In answer to a letter about Joy they are a private note, and stay one."""
    with opened() as office:
        hand_over(office, "Flyer", BUFFER)
        late = one(office.pass_time(at(2026, 12, 3, 23)), "late")
        office.reply(late, "She is slow.\n\ntell Joy: We print on Friday.")
        letters = office.letters()
        assert read_by_joy(letters) == ""
        assert "We print on Friday" in read_by_owner(letters)


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
        assert BOARD.rstrip(".") in line_of(relay) and "Use blue" not in line_of(relay)
        assert "masked" not in line_of(relay) and "masked" not in read_by_owner(letters)
        office.reply(receipt, "send as is")
        letters = office.letters()
        assert kinds(letters) == [("stephanie", "transcript")]
        assert "not done" in line_of(letters[0])


def test_send_as_is_sends_what_was_left_out_of_the_brief() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", f"{BUFFER}\n{BOARD}")
        assert BOARD in line_of(receipt) and "send as is" in receipt.text
        office.own_dates_may_go = True
        office.reply(receipt, "send as is")
        assert BOARD in read_by_joy(office.letters())


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
        assert name in read_by_owner(letters)


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
        assert "blue" in read_by_joy(letters) and "board" not in read_by_joy(letters)
        assert "Left out for Joy" in read_by_owner(letters)


def test_a_substitutes_words() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", BUFFER)
        office.mail(STEPHANIE, "tasks@example.com", "away until next Monday, ask Olivia", "")
        office.reply(assignment, "question: how large?")
        asked = one([x for x in office.letters() if x.to.startswith("olivia")], "question")
        office.reply(asked, f"tell Joy: A4. {BOARD}")
        letters = office.letters()
        assert "A4" in read_by_joy(letters) and "board" not in read_by_joy(letters)


# `due:` and its undo


def test_undo_of_due_brings_both_dates_back() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, "due: next Tuesday 5pm")
        office.letters()
        assert dates_of(office) == (at(2026, 12, 9, 1), None)
        office.reply(receipt, "due: 2026-12-02 17:00")  # the undo of it
        letters = office.letters()
        assert dates_of(office) == (THEIRS, OWN)
        assert "own date" in read_by_owner(letters) and "Fri 4 Dec 2026, 17:00" in read_by_owner(letters)
        assert "Friday" not in read_by_joy(letters) and "4 Dec 2026, 17:00" not in read_by_joy(letters)


def test_the_own_date_is_brought_back_once_for_the_last_change() -> None:
    """Two changes: the undo of the second leads to the first, which had no own date."""
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        for words in ("due: next Tuesday 5pm", "due: next Wednesday 5pm", "due: 2026-12-08 17:00"):
            office.reply(receipt, words)
            office.letters()
        assert dates_of(office) == (at(2026, 12, 9, 1), None)
        office.reply(receipt, "due: 2026-12-02 17:00")
        office.letters()
        assert dates_of(office) == (THEIRS, OWN)
