"""What an owner writes in answer to a letter about a person never reaches that
person, but where conversation.md's table sends it. Every kind of letter to an
owner is walked through."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tasks.letters import Kind
from tasks.words_go import WORDS_GO, Goes
from tests.shell.office import Got, Office, at, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
PRIVATE = "She is always slow with these and I am losing patience."
Path = Callable[[Office], Got]


def _begin(office: Office, body: str = "Call everyone.\nDue by Wednesday 5PM Pacific time.") -> list[Got]:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    return office.letters()


def _receipt(office: Office) -> Got:
    return one(_begin(office), "receipt")


def _from_joy(office: Office, words: str, kind: str) -> Got:
    assignment = one(_begin(office), "assignment")
    office.reply(assignment, words)
    return one(office.letters(), kind)


def _question(office: Office) -> Got:
    return _from_joy(office, "question: which script?", "question")


def _blocked(office: Office) -> Got:
    return _from_joy(office, "blocked: no access to the folder", "question")


def _review(office: Office) -> Got:
    return _from_joy(office, "done", "review")


def _clarify(office: Office) -> Got:
    office.reply(_review(office), "I wonder about the second page.")
    return one(office.letters(), "clarify")


def _proposal(office: Office) -> Got:
    return _from_joy(office, "eta: Friday 5pm", "proposal")


def _declined(office: Office) -> Got:
    return _from_joy(office, "decline: fully booked", "declined")


def _late(office: Office) -> Got:
    _begin(office)
    return one([x for x in office.pass_time(at(2026, 12, 3, 18)) if x.kind == "late"], "late")


def _escalation(office: Office) -> Got:
    _begin(office)
    letters = office.pass_time(at(2026, 12, 8), timedelta(hours=1))
    return one([x for x in letters if x.kind == "escalation"], "escalation")


def _digest(office: Office) -> Got:
    _begin(office)
    return next(x for x in office.pass_time(at(2026, 12, 2, 16)) if x.kind == "digest")


def _owed(office: Office) -> Got:
    _question(office)
    return next(x for x in office.pass_time(at(2026, 12, 2, 18)) if x.kind == "owed-answer")


def _who_for(office: Office) -> Got:
    office.mail(STEPHANIE, subject="Find a plumber", body="Please find one by Friday.")
    return one(office.letters(), "who-for")


def _knock(office: Office) -> Got:
    _begin(office)
    office.mail("Joy Santos <joy@elsewhere.example>", subject="hello", body="it is me", proven=False)
    return one(office.letters(), "knock")


def _confirm(office: Office) -> Got:
    _begin(office)
    office.mail(STEPHANIE, "tasks+joy@example.com", "Flyer", "Draw it by Friday.", proven=False)
    return one(office.letters(), "confirm")


def _transcript(office: Office) -> Got:
    office.reply(_receipt(office), "due: Tuesday 5pm")
    return one([x for x in office.letters() if x.to.startswith("steph")], "transcript")


def _status(office: Office) -> Got:
    office.reply(_receipt(office), "status")
    return one(office.letters(), "status")


def _help(office: Office) -> Got:
    office.reply(_receipt(office), "help")
    return one(office.letters(), "help")


def _relay(office: Office) -> Got:
    assignment = one(_begin(office), "assignment")
    office.reply(assignment, "question: which script?")
    question = one(office.letters(), "question")
    office.reply(question, "Which ones do you have?")
    asked = one(office.letters(), "question")
    office.reply(asked, "The long one and the short one.")
    return one(office.letters(), "relay")


PATHS: dict[str, Path] = {
    Kind.LATE: _late,
    Kind.ESCALATION: _escalation,
    Kind.DIGEST: _digest,
    Kind.REVIEW: _review,
    Kind.CLARIFY: _clarify,
    Kind.DECLINED: _declined,
    Kind.WHO_FOR: _who_for,
    Kind.KNOCK: _knock,
    Kind.CONFIRM: _confirm,
    Kind.TRANSCRIPT: _transcript,
    Kind.STATUS: _status,
    Kind.HELP: _help,
}
SENT_ON: dict[str, Path] = {
    Kind.RECEIPT: _receipt,
    Kind.QUESTION: _question,
    "blocked": _blocked,
    Kind.RELAY: _relay,
    Kind.PROPOSAL: _proposal,  # about a date, not about a person
    Kind.OWED: _owed,
}


@pytest.mark.parametrize("kind", PATHS)
def test_words_stay_with_us(office: Office, kind: str) -> None:
    letter = PATHS[kind](office)
    office.reply(letter, PRIVATE)
    office.letters()
    office.pass_time(office.now + timedelta(days=1), timedelta(hours=2))
    assert "losing patience" not in _all_to_contractors(office)


@pytest.mark.parametrize("kind", SENT_ON)
def test_words_are_passed_on(office: Office, kind: str) -> None:
    letter = SENT_ON[kind](office)
    office.reply(letter, "Please use the second script.")
    relays = [x for x in office.letters() if x.to == "joy@example.net"]
    assert len(relays) == 1
    assert "second script" in relays[0].text


def test_owed_answer_without_an_open_question_is_a_note(office: Office) -> None:
    letter = _owed(office)
    office.reply(letter, "The second one.")
    office.letters()
    office.reply(letter, PRIVATE)
    office.letters()
    assert "losing patience" not in _all_to_contractors(office)


def test_tell_is_the_one_way_out_of_a_private_letter(office: Office) -> None:
    letter = _late(office)
    office.reply(letter, "tell Joy: please call me tonight")
    relays = [x for x in office.letters() if x.to == "joy@example.net"]
    assert len(relays) == 1
    assert "please call me tonight" in relays[0].text


def test_line_in_a_digest_answers_the_open_question_of_its_task(office: Office) -> None:
    _question(office)
    digest = next(x for x in office.pass_time(at(2026, 12, 1, 16)) if x.kind == "digest")
    office.reply(digest, f"T-1 use the second script\n\n{PRIVATE}")
    letters = office.letters()
    relay = one(letters, "relay")
    assert "use the second script" in relay.text
    assert "losing patience" not in _all_to_contractors(office)
    assert one(letters, "transcript").to == "stephanie@example.com"


def test_every_kind_to_an_owner_is_walked() -> None:
    """A new kind of letter has to be placed here, or this fails."""
    to_contractors_only = {
        Kind.ASSIGNMENT, Kind.JOINED, Kind.APPROVED, Kind.SENT_BACK, Kind.DUE_CHANGED, Kind.REMINDER,
        Kind.PROBE, Kind.OVERDUE, Kind.WHICH_TASK, Kind.CANCELLED, Kind.HANDED_ON, Kind.WEEK,
    }  # fmt: skip
    joins_the_brief = {Kind.SPLIT}  # which nobody has yet: tests/shell/test_split.py
    not_reached_here = {Kind.NOTHING_IN_IT, Kind.BOUNCED, Kind.AWAY}  # walked by name below
    walked = PATHS.keys() | (SENT_ON.keys() - {"blocked"})
    assert set(Kind) == to_contractors_only | joins_the_brief | not_reached_here | walked


@pytest.mark.parametrize("kind", [Kind.NOTHING_IN_IT, Kind.BOUNCED, Kind.AWAY])
def test_letters_about_machines_keep_words_private(kind: Kind) -> None:
    assert WORDS_GO.get(kind, Goes.NOTE) is Goes.NOTE


def _all_to_contractors(office: Office) -> str:
    rows = office.box.kept
    return "\n".join(raw.decode() for to, raw in rows if to in {"joy@example.net", "ben@example.org"})
