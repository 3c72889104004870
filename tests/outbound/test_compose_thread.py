"""One Subject and one thread for all letters of one task to one person."""

from dataclasses import replace
from email import message_from_bytes

import pytest

from outbound.compose import compose, letter_message_id, letter_subject
from outbound.compose_table import KINDS, TO_CONTRACTOR, Side, Where
from outbound.compose_views import PersonView
from outbound.compose_where import where_words_go
from tasks.letters import Kind, Letter
from tasks.words_go import WORDS_GO, Goes
from tests.letters.cast import CALLDOWN, DESK, IN_THREAD, JOINED, LOGO, NOW
from tests.letters.samples import SAMPLES


def fields(letter: Letter) -> tuple[str, str, str]:
    """Subject, In-Reply-To, References."""
    head = message_from_bytes(compose(letter, DESK, NOW))
    chain = head["References"]
    return head["Subject"], head["In-Reply-To"], chain and " ".join(chain.split())


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        pytest.param(
            SAMPLES["assignment"],
            ("[T-42] Calldown for Lunch and Learn", None, None),
            id="a thread that we begin",
        ),
        pytest.param(
            SAMPLES["receipt"],
            ("Re: Calldown for Lunch and Learn", "<task-1@carter.example>", "<task-1@carter.example>"),
            id="a thread that the owner began",
        ),
        pytest.param(
            SAMPLES["joined"],
            ("Re: Calldown for Lunch and Learn", "<task-1@carter.example>", "<task-1@carter.example>"),
            id="a joined thread",
        ),
        pytest.param(
            SAMPLES["approved"],
            (
                "[T-42] Calldown for Lunch and Learn",
                "<joy-7@santos.example>",
                "<t42.first@carter.example> <joy-7@santos.example>",
            ),
            id="a later letter",
        ),
        pytest.param(
            replace(SAMPLES["approved"], in_reply_to="<joy-6@santos.example>"),
            (
                "[T-42] Calldown for Lunch and Learn",
                "<joy-6@santos.example>",
                "<t42.first@carter.example> <joy-7@santos.example> <joy-6@santos.example>",
            ),
            id="an answer to an older mail",
        ),
        pytest.param(
            SAMPLES["nothing-in-it"],
            ("Re: (no subject)", "<empty@carter.example>", "<empty@carter.example>"),
            id="no task",
        ),
        pytest.param(
            SAMPLES["escalation"], ("[T-42] Calldown for Lunch and Learn", None, None), id="a third reader"
        ),
    ],
)
def test_subject_and_references(letter: Letter, expected: tuple[str, str, str]) -> None:
    assert fields(letter) == expected


@pytest.mark.parametrize("person", ["stephanie", "joy"])
def test_all_letters_of_a_thread_bear_one_subject(person: str) -> None:
    kinds = [x for x in SAMPLES.values() if x.to == person and x.task and x.task.number == 42]
    subjects = {letter_subject(replace(x, task=IN_THREAD), DESK) for x in kinds}
    assert len(kinds) > 5 and len(subjects) == 1


def test_a_changed_title_does_not_change_the_subject() -> None:
    letter = replace(SAMPLES["approved"], task=replace(IN_THREAD, title="Another title"))
    assert letter_subject(letter, DESK) == "[T-42] Calldown for Lunch and Learn"


def test_the_message_id_depends_on_the_key_alone() -> None:
    first = letter_message_id(SAMPLES["approved"], DESK)
    assert first == letter_message_id(replace(SAMPLES["approved"], facts={}, task=JOINED), DESK)
    assert first != letter_message_id(replace(SAMPLES["approved"], key="0" * 20), DESK)


STEPHANIE, JOY = PersonView("stephanie", "Stephanie", "", ""), PersonView("joy", "Joy", "", "")


@pytest.mark.parametrize(
    ("kind", "side", "said"),
    [
        pytest.param(
            Kind.ASSIGNMENT, Side.CONTRACTOR, "goes to Stephanie: at once if you ask", id="assignment"
        ),
        pytest.param(
            Kind.RELAY, Side.CONTRACTOR, "goes to Stephanie: at once if you ask", id="relay to contractor"
        ),
        pytest.param(
            Kind.QUESTION, Side.CONTRACTOR, "goes to Stephanie as your answer", id="question to contractor"
        ),
        pytest.param(Kind.REMINDER, Side.CONTRACTOR, "goes to Stephanie: at once if you ask", id="reminder"),
        pytest.param(Kind.RECEIPT, Side.OWNER, "added to the brief and passed on to Joy", id="receipt"),
        pytest.param(Kind.RELAY, Side.OWNER, "goes to Joy.", id="relay to owner"),
        pytest.param(Kind.QUESTION, Side.OWNER, "goes to Joy as your answer", id="question to owner"),
        pytest.param(Kind.REVIEW, Side.OWNER, "stays with me until it is clear", id="review"),
        pytest.param(Kind.LATE, Side.OWNER, "private note", id="late"),
        pytest.param(Kind.ESCALATION, Side.OWNER, "private note", id="escalation"),
        pytest.param(Kind.ESCALATION, Side.OTHER, "private note", id="escalation contact"),
        pytest.param(Kind.PROPOSAL, Side.OWNER, "goes to Joy.", id="proposal"),
        pytest.param(Kind.BOUNCED, Side.OWNER, "private note", id="bounced"),
        pytest.param(Kind.AWAY, Side.OWNER, "private note", id="away"),
        pytest.param(
            Kind.DIGEST, Side.OWNER, "private note; a line that begins with a task's tag", id="digest"
        ),
    ],
)
def test_where_free_words_go(kind: Kind, side: Side, said: str) -> None:
    """The table of conversation.md, "Where free words go"."""
    letter = Letter(kind, "x", "k", CALLDOWN)
    assert said in where_words_go(letter, side, STEPHANIE, JOY, "digest")


SAID = {
    Goes.BRIEF: Where.BRIEF,
    Goes.PARTS: Where.UNTIL_CLEAR,
    Goes.CONTRACTOR: Where.CONTRACTOR,
    Goes.ANSWER: Where.CONTRACTOR_ANSWER,
    Goes.REVIEW: Where.REVIEW,
    Goes.WHO: Where.NAME,
}


@pytest.mark.parametrize("kind", [k for k in Kind if k not in TO_CONTRACTOR and k is not Kind.QUESTION])
def test_the_letter_says_what_the_core_does(kind: Kind) -> None:
    """What the core keeps private, no letter promises to pass on, and the other way round."""
    passed_on = (
        {SAID.get(WORDS_GO[kind])}
        if kind in WORDS_GO
        else {Where.PRIVATE, Where.BY_TAG, Where.HELD, Where.CODE}
    )
    assert KINDS[kind].owner in passed_on


def test_where_words_go_with_the_owner_who_wants_each_at_once() -> None:
    letter = Letter(Kind.ASSIGNMENT, "joy", "k", CALLDOWN)
    assert (
        where_words_go(letter, Side.CONTRACTOR, STEPHANIE, JOY, "all") == "What you write goes to Stephanie."
    )


def test_an_owed_answer_about_money_stays_private() -> None:
    letter = Letter(Kind.OWED, "stephanie", "k", LOGO, asked="paid")
    assert "private note" in where_words_go(letter, Side.OWNER, STEPHANIE, JOY, "digest")
