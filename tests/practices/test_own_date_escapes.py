"""P15: what an owner's private date could slip out by: a possessive, a link, a line that a phone
broke, a Subject, a line that holds two words; and what the owner is told of it.

Every letter of an office is looked through for private dates (tests/shell/private.py)."""

import pytest

from tests.practices.offices import JOY, STEPHANIE, hand_over, opened
from tests.practices.own_date_kit import OWN, THEIRS, dates_of, line_of, read_by_joy, read_by_owner
from tests.shell.office import Got, Office, kinds, one
from tests.shell.private import Watch, leaks

BUFFER = "Draw a flyer.\nDue: Friday 5pm\nbuffer: 2 days"  # Friday 4 Dec 17:00 Pacific


ESCAPES = [
    "Friday's guests are many",
    "Friday’s guests are many",
    "There is some pre-Friday panic",
    "The #friday board is full",
    "See plan-2026-12-04.pdf board",
    "See https://x.example/2026-12-04/plan board",
    "See plan_2026-12-04 board",
    "The board comes on December\n4th in the evening",
    "The board comes on Dec\n4 with guests",
    "The board comes on the\n4th with guests",
    "Bis 4. Dezember kommt der board",
]


@pytest.mark.parametrize("said", ESCAPES)
def test_no_spelling_slips_out(said: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, f"tell Joy: Use blue. {said}.")
        letters = office.letters()
        assert "Use blue" in read_by_joy(letters)
        gone = [word for word in said.split()[-3:] if word in read_by_joy(letters).split("Use blue")[1]]
        assert not gone, read_by_joy(letters)
        assert "Left out for Joy" in read_by_owner(letters)


@pytest.mark.parametrize("words", ["by Dec\n4 please", "by December\n4th, thanks", "by\nFriday"])
def test_a_due_clause_over_two_short_lines(words: str) -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", "Fence", f"Paint the fence {words}.\nbuffer: 2 days")
        office.letters()
        assert dates_of(office) == (THEIRS, OWN)
        task = office.shop.store.task(1)
        assert task is not None and "Dec" not in task.brief and "by" not in task.brief.split()


@pytest.mark.parametrize(
    "name", ["PlanFriday.txt", "plan04.12.2026.txt", "4dec.txt", "planDec4.txt", "friday.txt"]
)
def test_a_file_is_kept_however_its_name_is_joined(name: str) -> None:
    with opened() as office:
        letters = _with_file(office, name)
        assert name.encode() not in one(letters, "assignment").raw
        assert name in one(letters, "receipt").text


def _with_file(office: Office, name: str) -> list[Got]:
    parts = (
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{BUFFER}\n--b\nContent-Type: application/pdf\n"
        f'Content-Disposition: attachment; filename="{name}"\n\nabc\n--b--'
    )
    office.mail(STEPHANIE, "tasks+joy@example.com", "Flyer", parts, media_type="multipart/mixed; boundary=b")
    return office.letters()


def test_send_as_is_sends_the_file_once() -> None:
    with opened() as office:
        receipt = one(_with_file(office, "print-2026-12-04.pdf"), "receipt")
        office.own_dates_may_go = True
        office.reply(receipt, "send as is")
        letters = office.letters()
        relay = one([x for x in letters if x.to == JOY], "relay")
        files = [p for p in relay.message.walk() if p.get_filename()]
        assert [p.get_filename() for p in files] == ["print-2026-12-04.pdf"]
        assert files[0].get_payload(decode=True).strip() == b"abc"  # type: ignore[union-attr]
        assert "sent to Joy once, with your own date" in read_by_owner(letters)
        office.reply(receipt, "send as is")
        letters = office.letters()
        assert kinds(letters) == [("stephanie", "transcript")] and "not done" in line_of(letters[0])


def test_send_as_is_goes_to_whoever_has_the_task() -> None:
    with opened() as office:
        receipt = one(_with_file(office, "print-2026-12-04.pdf"), "receipt")
        office.own_dates_may_go = True
        office.reply(receipt, "assign: ben")
        assert all(b"2026-12-04.pdf" not in x.raw for x in office.letters() if x.to.startswith("ben"))
        office.reply(receipt, "send as is")
        letters = office.letters()
        assert b"print-2026-12-04.pdf" in one([x for x in letters if x.to.startswith("ben")], "relay").raw


def test_send_as_is_with_words_beside_it_sends_what_was_left_out_before_too() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, "The board sees it on Friday.")
        office.letters()
        office.own_dates_may_go = True
        office.reply(receipt, "send as is\n\nThe Friday guests are nice.")
        letters = office.letters()
        joys = read_by_joy(letters)
        assert joys.count("The board sees it on Friday") == 1 and joys.count("The Friday guests") == 1
        assert "Left out" not in read_by_owner(letters)


def test_send_as_is_after_the_task_was_approved() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", BUFFER)
        office.reply(assignment, "done")
        review = one(office.letters(), "review")
        office.reply(review, "approve: Lovely. The board sees it on Friday.")
        assert "send as is" in read_by_owner(office.letters())
        office.own_dates_may_go = True
        office.reply(review, "send as is")
        assert "The board sees it on Friday" in read_by_joy(office.letters())


def test_nudge_words_do_not_tell_it() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, "nudge: how is it? The board sees it on Friday.")
        letters = office.letters()
        assert "how is it?" in read_by_joy(letters) and "board" not in read_by_joy(letters)
        assert "Left out for Joy" in read_by_owner(letters)


@pytest.mark.parametrize(
    "words", ["snooze until Friday", "remind: Friday", "away until Friday", "hold until Friday"]
)
def test_a_word_that_carries_none_is_not_told_as_left_out(words: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.own_dates_may_go = True  # a day named for something else is no secret
        office.reply(receipt, words)
        assert "Left out" not in read_by_owner(office.letters())


@pytest.mark.parametrize("words", ["ok Friday", "Friday 5pm", "COB Friday"])
def test_a_date_that_is_set_is_not_told_as_left_out(words: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, words)
        letters = office.letters()
        assert one([x for x in letters if x.to == JOY], "due-changed")
        assert dates_of(office) == (OWN, None)
        assert "Left out" not in read_by_owner(letters)


def test_another_subject_of_a_later_mail_loses_the_date() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.mail(
            STEPHANIE, receipt.reply_to, "Re: Flyer - needed Friday 4 Dec!", "Use oil.", answers=receipt
        )
        joys = read_by_joy(office.letters())
        assert "Use oil." in joys and "Friday" not in joys and "4 Dec!" not in joys


def test_a_line_that_ends_in_an_hour_stays() -> None:
    """Only the lines with the date go: the head of a forwarded mail ends in "AM"."""
    with opened() as office:
        said = "Date: Sun, Nov 29, 2026 at 9:00 AM\nSubject: our visit on Friday\n\nWe decide\nFriday."
        _, receipt = hand_over(office, "Flyer", f"{BUFFER}\n{said}")
        task = office.shop.store.task(1)
        assert task is not None and task.brief.endswith("at 9:00 AM\n\nWe decide")
        assert '"Subject: our visit on Friday", "Friday."' in line_of(receipt)


# the lines of the brief

ONE_LINE = [
    "due: Wed 5pm, need by: Friday 5pm\nPaint the fence.",
    "due: Wed 5pm; need by: Friday 5pm\nPaint the fence.",
    "Paint the fence.\ndue: Wed 5pm\nneed-by: Friday 5pm",
    "Paint the fence.\ndue: Wed 5pm\nneed by:\nFriday 5pm",
    "due: Friday 5pm, buffer: 2 days\nPaint the fence.",
    "Due: Friday 5pm. Buffer: 2 days\nPaint the fence.",
    "Paint the fence. Due: Friday 5pm. Buffer: 2 days.",
    "Paint the fence by Friday 5pm. Buffer: 2 days.",
    "Paint the fence.\ndue: Friday 5pm\nbuffer:\n2 days",
    "Due: Friday 5pm (buffer: 2 days)\nPaint the fence.",
    "Due: Friday 5pm, buffer 2 days\nPaint the fence.",
    "need by: Friday 5pm, due: Wednesday 5pm\nPaint the fence.",
    "Need by: Friday 5pm. Due: Wednesday 5pm. Paint the fence.",
]


@pytest.mark.parametrize("body", ONE_LINE)
def test_two_words_in_one_line(body: str) -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", "Fence", body)
        letters = office.letters()
        assert dates_of(office) == (THEIRS, OWN)
        assert "Paint the fence." in read_by_joy(letters)
        assert "Friday" not in read_by_joy(letters) and "uffer" not in read_by_joy(letters)
        assert "Joy does not see it" in read_by_owner(letters)


@pytest.mark.parametrize(
    "body",
    [
        "Paint the fence, buffer: wax only.\nDue: Friday",
        "Use a buffer: the red one.\nDue: Friday",
        "Mix it, buffer 2 parts.\nDue: Friday",
        "Paint it (due: Friday), then call.",
    ],
)
def test_a_line_that_only_looks_so_is_not_cut(body: str) -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", "Fence", body)
        office.letters()
        task = office.shop.store.task(1)
        assert task is not None and task.brief == body and task.own_due is None


def test_a_buffer_in_the_subject_is_told() -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", "Fence by Friday, buffer: 2 days", "Use blue.")
        receipt = read_by_owner(office.letters())
        assert "a line of your mail" in receipt and "Joy has your own date" in receipt


def test_a_buffer_of_nothing_keeps_nothing() -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", "Fence", "Due: Friday\nbuffer: 0 days\nUse blue.")
        letters = office.letters()
        assert dates_of(office) == (OWN, None)
        assert "does not see it" not in read_by_owner(letters)


def test_an_own_date_that_is_not_after_the_other_is_told() -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", "Fence", "due: Wed\nneed by: Tuesday\nUse blue.")
        assert "is not after" in read_by_owner(office.letters())


def test_a_brief_of_one_sentence_loses_no_word_in_silence() -> None:
    body = "Paint the fence by Friday, the party is on Friday evening. I promised my wife Friday."
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", "Fence", f"{body}\nbuffer: 2 days")
        assert "the party is on Friday evening" in read_by_owner(office.letters())


# the check of all letters


@pytest.mark.parametrize(
    "line",
    [
        "On Friday 5pm we open",
        "We open on Friday",
        "On 4 Dec we open",
        "We open on December\n4 in the evening",
    ],
)
def test_the_check_sees_a_line_that_begins_with_on_and_a_broken_one(line: str) -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", BUFFER)
        desk = office.shop.desk
        own = [task.own_due for task in office.shop.store.tasks() if task.own_due]
        watch = Watch(desk.house, desk.ring, desk.identity.domain, list, lambda: own, list, office.now)
        spoilt = assignment.raw.replace(b"Draw a flyer.", line.encode())
        assert leaks(spoilt, assignment.to, watch)
