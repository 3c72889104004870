"""What an attacker tries who has read the source: words smuggled into quotes,
signs that contradict each other, and letters that say too much."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.letters import Filed
from tests.hostile.kit import BEN, EVE, JOY, STEPHANIE, Siege, besieged, raw_mail
from tests.shell.office import Got, at, kinds, one

JOY_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.net"
JOY_FAIL = JOY_PASS.replace("pass", "fail")
BEN_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.org"
EVIL_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=evil.example"
PRIVATE = "Between us: she is always slow with these."


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened
        opened.survived()


def _states(siege: Siege) -> list[str]:
    return [task.state for task in siege.store.tasks()]


def _head(letter: Got) -> str:
    return f"In-Reply-To: {letter['Message-ID']}\r\nReferences: {letter['Message-ID']}"


def test_which_task_is_not_answered_by_a_failed_proof(siege: Siege) -> None:
    siege.begin()
    siege.begin("joy", "Flyer")
    siege.office.mail(JOY, subject="the list", body="done")
    asked = one(siege.round(), "which-task")
    siege.put(raw_mail(JOY, asked.reply_to, "Re: the list", "T-2", proof=JOY_FAIL, head=_head(asked)))
    siege.round()
    assert _states(siege) == ["handed over", "handed over"]


@pytest.mark.parametrize("whose", ["joy", "stephanie"])
def test_two_stolen_tokens_passed_on_speak_for_nobody_else(siege: Siege, whose: str) -> None:
    """The owner lets the words in as those of whom the tokens were made for."""
    first = siege.begin()[whose == "stephanie"]
    second = siege.begin("joy", "Flyer")[whose == "stephanie"]
    words = "The keys are sent to me."
    siege.put(raw_mail(EVE, first.reply_to, "Re: it", words, proof=EVIL_PASS, head=_head(second)))
    knock = one(siege.round(), "knock")
    siege.office.reply(knock, "pass on")
    letters = siege.round()
    assert whose == "stephanie" or not any("Stephanie:" in letter.text for letter in letters)
    assert _states(siege) == ["handed over", "handed over"]


@pytest.mark.parametrize("proof", ["", JOY_FAIL], ids=["unproven", "failed"])
def test_a_forged_vacation_reply_tells_nobody(siege: Siege, proof: str) -> None:
    siege.begin()
    words = "I am out of the office until Monday, 7 December 2026."
    head = "Auto-Submitted: auto-replied\r\nX-Autoreply: yes"
    siege.put(raw_mail(JOY, "tasks@example.com", "Re: [T-1] Calldown", words, proof=proof, head=head))
    assert siege.round() == []


def test_a_watchers_forged_word_is_not_filed(siege: Siege) -> None:
    siege.office.mail(
        STEPHANIE, "tasks@example.com, joy@example.net", "Logo", "Do it by Friday.", cc="ben@example.org"
    )
    siege.round()
    assert next(iter(siege.store.tasks())).watchers
    key = siege.put(raw_mail(BEN, "tasks@example.com", "Re: [T-1] Logo", "Joy left the company.", proof=""))
    siege.round()
    row = siege.store.ledger(key)
    assert row is not None and row.filed is Filed.HELD


WORDS = ("T-2 approve", "H-1 pass on", "approve", "T-1 cancel\nT-2 cancel", "pass on", "always")


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("style", ["quoted", "outlook", "bare"])
def test_a_quoted_word_of_a_contractor_is_no_order(siege: Siege, words: str, style: str) -> None:
    """Joy writes commands of the owner's into her note; the owner answers the
    digest that quotes them, as three mail programs do."""
    assignment, _ = siege.begin()
    other, _ = siege.begin("ben", "Flyer")
    siege.office.reply(assignment, f"All goes well here.\n{words}\nMore tomorrow.")
    siege.office.reply(other, "done")
    siege.put(raw_mail(EVE, "tasks@example.com", "H-1 pass on", words, proof=""))
    siege.round()
    digest = one([x for x in siege.office.pass_time(at(2026, 12, 1, 16)) if x.kind == "digest"], "digest")
    if style == "quoted":
        siege.office.reply(digest, "thank you")
    else:
        head = (
            "\n\nFrom: Tasks <tasks@example.com>\nSent: Tuesday, December 1, 2026 7:30 AM\n"
            "To: Stephanie Miller <stephanie@example.com>\nSubject: Digest\n\n"
        )
        text = f"thank you{head if style == 'outlook' else chr(10) * 2}{digest.text}"
        siege.office.mail(STEPHANIE, digest.reply_to, f"Re: {digest.subject}", text, answers=digest)
    before = [(t.state, t.contractor) for t in siege.store.tasks()]
    siege.round()
    assert [(t.state, t.contractor) for t in siege.store.tasks()] == before
    assert len(siege.held()) == 1


OWNERS = (
    "approve",
    "assign: ben",
    "pass on",
    "cancel",
    "redo: again",
    "paid",
    "tell Ben: hello",
    "always",
    "title: Mine",
)


@pytest.mark.parametrize("word", OWNERS)
def test_a_contractor_has_no_word_of_the_owners(siege: Siege, word: str) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "done")
    siege.round()
    siege.office.reply(assignment, word)
    letters = siege.round()
    task = next(iter(siege.store.tasks()))
    assert (task.state, task.contractor, task.title) == ("in review", "joy", "Calldown")
    assert {letter.to for letter in letters} <= {"stephanie@example.com", "joy@example.net"}


def test_a_token_in_capitals_is_the_same_token(siege: Siege) -> None:
    assignment, _ = siege.begin()
    siege.put(raw_mail(JOY, assignment.reply_to.upper(), "Re: it", "done", proof=JOY_PASS))
    siege.round()
    assert _states(siege) == ["in review"]


@pytest.mark.parametrize(
    "old, new", [("-1-", "-2-"), ("t1-", "t2-"), ("t1-", "k1-"), ("joy", "ben"), ("t1-", "d-")]
)
def test_a_token_bent_to_another_use_is_none(siege: Siege, old: str, new: str) -> None:
    assignment, _ = siege.begin()
    siege.begin("ben", "Flyer")
    bent = assignment.reply_to.replace(old, new, 1)
    siege.put(raw_mail(JOY, bent, "x", "done", proof=JOY_PASS))
    siege.put(raw_mail(BEN, bent, "x", "done", proof=BEN_PASS, mid="<b@x>"))
    siege.round()
    assert _states(siege) == ["handed over", "handed over"]


def test_a_message_id_in_our_name_leads_nowhere(siege: Siege) -> None:
    assignment, _ = siege.begin()
    forged = f"<t1-stephanie-1-{'a' * 16}.{'0' * 20}@example.com>"
    siege.put(raw_mail(EVE, "tasks@example.com", "x", "cancel", proof="", mid=assignment["Message-ID"]))
    siege.put(
        raw_mail(
            EVE, "tasks@example.com", "x", "cancel", proof="", mid="<e@e>", head=f"In-Reply-To: {forged}"
        )
    )
    siege.round()
    assert _states(siege) == ["handed over"]
    siege.office.reply(assignment, "accept")
    siege.round()
    assert _states(siege) == ["accepted"]


def test_the_token_of_one_task_and_the_letter_of_another_are_held(siege: Siege) -> None:
    first, _ = siege.begin()
    second, _ = siege.begin("joy", "Flyer")
    siege.put(raw_mail(JOY, second.reply_to, "Re: it", "done", proof=JOY_PASS, head=_head(first)))
    assert kinds(siege.round()) == [("stephanie", "knock")]
    assert _states(siege) == ["handed over", "handed over"]


HIDDEN = (
    '<div style="display:none">cancel</div>',
    '<span style="font-size:0">cancel</span>',
    "<p hidden>cancel</p>",
    "<!-- cancel -->",
    "<title>cancel</title>",
    "<blockquote>cancel</blockquote>",
    "<p class='hidden' hidden>cancel</p>",
    '<p style="opacity: 0;">cancel</p>',
)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_words_that_nobody_sees_are_not_obeyed(siege: Siege, hidden: str) -> None:
    _, receipt = siege.begin()
    html = f"<html><head></head><body><p>Thanks!</p>{hidden}</body></html>"
    siege.office.mail(STEPHANIE, receipt.reply_to, "Re: x", html, answers=receipt, html=True)
    siege.round()
    assert _states(siege) == ["handed over"]


@pytest.mark.parametrize(
    "word", ["cancel", "redo", "new task", "due: Monday 5pm", "fine", "assign: ben", "title: Other"]
)
@pytest.mark.parametrize("order", ["word first", "words first"])
def test_what_is_said_about_a_person_stays_here(siege: Siege, word: str, order: str) -> None:
    siege.office.mail(
        STEPHANIE, "tasks+joy@example.com", "Calldown", "Call everyone.\nDue by Wednesday 5PM Pacific time."
    )
    siege.round()
    late = one([x for x in siege.office.pass_time(at(2026, 12, 3, 20)) if x.kind == "late"], "late")
    said = f"{word}\n\n{PRIVATE}" if order == "word first" else f"{PRIVATE}\n\n{word}"
    if said.startswith("new task"):
        said = f"{PRIVATE}\n{said.partition(PRIVATE)[0]}Paint the van."  # below it is said to be for them
    siege.office.reply(late, said)
    letters = siege.round() + siege.office.pass_time(siege.office.now + timedelta(days=3))
    assert not [x.kind for x in letters if not x.to.startswith("steph") and "slow" in x.text]


def test_the_next_contractor_sees_nothing_of_the_former_one(siege: Siege) -> None:
    assignment, receipt = siege.begin()
    siege.office.reply(assignment, "question: May I call you, Joy Santos, joy@example.net?")
    question = one(siege.round(), "question")
    siege.office.reply(question, "Yes. Olivia (olivia@example.com) knows, and joy@private.example is fine.")
    siege.round()
    siege.office.reply(receipt, "assign: ben")
    for letter in [x for x in siege.round() if x.to == "ben@example.org"]:
        for hidden in (b"joy@", b"-joy-", b"private.example"):
            assert hidden not in letter.raw
