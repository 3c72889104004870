"""P24 to P40, and P52, P53: reporting and finishing, as far as no other file here
has them. Each practice as a conversation, named by its row."""

import pytest

from tests.shell.office import Got, Office, at, kinds, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
BRIEF = "Call them.\nDue: Wednesday 5pm"


def give(
    office: Office, subject: str = "Calldown", body: str = "Call them.\nDue: Wednesday 5pm"
) -> list[Got]:
    office.mail(STEPHANIE, "tasks+joy@example.com", subject, body)
    return office.letters()


def flat(letter: Got) -> str:
    return " ".join(letter.text.split())


def test_p28_every_letter_to_the_contractor_says_which_words_act(quick: Office) -> None:
    assignment = one(give(quick), "assignment")
    for word in ("accept", "question", "eta", "decline", "done", "blocked"):
        assert word in assignment.text, word
    quick.reply(assignment, "Which list do you mean?")
    quick.reply(one(quick.letters(), "question"), "The long one.")
    relay = one(quick.letters(), "relay")
    assert "Stephanie" in "".join(relay.text.splitlines()[:4])
    reminder = one([x for x in quick.pass_time(at(2026, 12, 2, 3)) if x.kind == "reminder"], "reminder")
    for word in ("done", "eta", "blocked"):
        assert word in reminder.text, word


def test_p29_every_mail_lies_in_one_folder_and_nothing_is_deleted(quick: Office) -> None:
    ids = [quick.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Call them.\nDue: Wednesday 5pm")]
    letters = quick.letters()
    ids.append(quick.reply(one(letters, "assignment"), "accept"))
    ids.append(quick.reply(one(letters, "receipt"), "Thanks!"))
    ids.append(quick.mail("Eve <eve@else.example>", subject="Buy now", body="Cheap!", proven=False))
    ids.append(
        quick.mail(
            "Joy Santos <joy@example.net>",
            letters[0].reply_to,
            "Out of office",
            "I am away until Friday.",
            answers=letters[0],
            headers="Auto-Submitted: auto-replied",
        )
    )
    quick.letters()
    where = [quick.folder_of(mid) for mid in ids]
    assert [len(folders) for folders in where] == [1] * len(ids)
    assert where[0] == where[1] == ["Handoff/Joy Santos"]
    assert where[3] == ["Handoff/Held"]
    assert where[4] == ["Handoff/Automatic"]
    assert "INBOX" not in {name for folders in where for name in folders}


def test_p33_one_digest_a_day_with_what_needs_the_owner_first(quick: Office) -> None:
    asked = one(give(quick), "assignment")
    done = one(give(quick, "Logo", "Draw it.\nDue: Friday 5pm"), "assignment")
    one(give(quick, "Flyer", "Print it.\nDue: Dec 10 5pm"), "assignment")
    quick.reply(asked, "Which list do you mean?")
    quick.reply(done, "done")
    digests = [x for x in quick.pass_time(at(2026, 12, 1, 17)) if x.kind == "digest"]
    assert [x.to for x in digests] == ["stephanie@example.com"]
    text = digests[0].text
    assert text.index("Which list do you mean?") < text.index("Flyer")
    assert text.index("Logo") < text.index("Flyer")


def test_p33_nothing_to_say_is_no_digest_but_on_the_weeks_first_working_day(quick: Office) -> None:
    letters = quick.pass_time(at(2026, 12, 8, 17))
    days = [x["Date"][:16] for x in to(letters, "stephanie@example.com") if x.kind == "digest"]
    assert days == ["Mon, 07 Dec 2026"]


@pytest.mark.parametrize("report", ["accept", "60%", "2.5h", "The first half is called.", "Thanks!"])
def test_p40_what_needs_nobody_is_no_letter_to_the_owner(quick: Office, report: str) -> None:
    quick.reply(one(give(quick), "assignment"), report)
    assert quick.letters() == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Which list do you mean?", "question"),
        ("blocked: I have no login", "question"),
        ("done", "review"),
        ("decline: I am ill", "declined"),
        ("eta: Friday 3pm", "proposal"),
    ],
)
def test_p40_what_needs_the_owner_is_told_at_once(quick: Office, words: str, kind: str) -> None:
    quick.reply(one(give(quick), "assignment"), words)
    letters = quick.letters()
    assert [x.kind for x in to(letters, "stephanie@example.com")] == [kind]


def test_p52_approval_tells_the_contractor_with_the_owners_words(quick: Office) -> None:
    quick.reply(one(give(quick), "assignment"), "done")
    quick.reply(one(quick.letters(), "review"), "Great, this is just what I needed!")
    approved = one(quick.letters(), "approved")
    assert approved.to == "joy@example.net"
    assert "just what I needed" in approved.text


def test_p52_redo_opens_it_again_with_the_reason(quick: Office) -> None:
    quick.reply(one(give(quick), "assignment"), "done")
    quick.reply(one(quick.letters(), "review"), "redo: the second page is empty")
    back = one(quick.letters(), "sent-back")
    assert back.to == "joy@example.net" and "the second page is empty" in back.text
    assert quick.shop.store.task(1).is_open  # type: ignore[union-attr]


def test_p52_redo_takes_an_approval_back(quick: Office) -> None:
    quick.reply(one(give(quick), "assignment"), "done")
    review = one(quick.letters(), "review")
    quick.reply(review, "approve")
    quick.letters()
    quick.reply(review, "redo: I looked again, the prices are old")
    assert kinds(quick.letters()) == [("joy", "sent-back")]
    assert quick.shop.store.task(1).state == "sent back"  # type: ignore[union-attr]


def test_p53_silence_approves_after_three_working_days_and_the_review_says_so(quick: Office) -> None:
    quick.reply(one(give(quick), "assignment"), "done")
    review = one(quick.letters(), "review")  # Monday 09:12 in Los Angeles
    assert "Thu 3 Dec" in flat(review)
    before = quick.pass_time(at(2026, 12, 3, 17))
    assert "approved" not in [x.kind for x in before]
    after = quick.pass_time(at(2026, 12, 3, 18))
    assert [x.kind for x in to(after, "joy@example.net")] == ["approved"]


def test_p53_silence_approves_nothing_where_money_hangs_on_it(quick: Office) -> None:
    quick.reply(
        one(give(quick, "Calldown", "Call them.\nFee: $50\nDue: Wednesday 5pm"), "assignment"), "done"
    )
    one(quick.letters(), "review")
    letters = quick.pass_time(at(2026, 12, 11, 18))
    assert "approved" not in [x.kind for x in letters]
    assert quick.shop.store.task(1).state == "in review"  # type: ignore[union-attr]
