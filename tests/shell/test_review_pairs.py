"""Answers between the questions, or behind their numbers: each is passed on with
its question, and so are the words beside them."""

import pytest

from tests.shell.office import Got, Office, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
BRIEF = "Call everyone.\nDue by Wednesday 5PM Pacific time."
TWO = "Which list do you mean?\nShould I leave voicemail?"
THREE = "Which list do you mean?\nShould I leave voicemail?\nMay I call on Saturday?"
WROTE = "On Mon, Nov 30, 2026 at 9:12 AM Tasks: Joy <tasks@example.com> wrote:"
IN_GMAIL = """<div dir="ltr">Please also use the new script.<br><div class="gmail_quote">
<div dir="ltr" class="gmail_attr">On Mon, Nov 30, 2026 at 9:12 AM Tasks: Joy
&lt;<a href="mailto:tasks@example.com">tasks@example.com</a>&gt; wrote:<br></div>
<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex"><div>Joy asks about Calldown</div>
<div>Which list do you mean?</div></blockquote><div>The March one.</div>
<blockquote class="gmail_quote"><div>Should I leave voicemail?</div></blockquote>
<div>Yes, but only once.</div></div></div>"""


def asked(office: Office, words: str) -> Got:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", BRIEF)
    office.reply(one(office.letters(), "assignment"), words)
    return one(office.letters(), "question")


def inside(office: Office, letter: Got, answers: dict[str, str], above: str = "", below: str = "") -> None:
    """Answer a letter between its quoted lines, each below the last line that holds its key."""
    lines = letter.text.splitlines()
    spots = {max(n for n, line in enumerate(lines) if key in line): said for key, said in answers.items()}
    quoted = "\n".join(
        f"> {line}" + (f"\n\n{spots[n]}\n" if n in spots else "") for n, line in enumerate(lines)
    )
    body = f"{above}\n\n{WROTE}\n{quoted}\n\n{below}"
    office.mail(letter.to, letter.reply_to, f"Re: {letter.subject}", body, answers=letter)


def told(office: Office) -> list[str]:
    """The quoted and the framing lines of the relay, without its head and foot."""
    lines = [line for line in one(office.letters(), "relay").text.splitlines() if line.strip(" >")]
    return lines[3 : next(n for n, line in enumerate(lines) if line.startswith(("Due ", "Still open")))]


def still_open(office: Office) -> list[str]:
    task = office.shop.store.task(1)
    assert task is not None
    return [question.text for question in task.questions]


def test_words_above_and_below_the_pairs_are_passed_on(quick: Office) -> None:
    letter = asked(quick, TWO)
    answers = {"Which list": "The one from March.", "voicemail": "Yes."}
    inside(quick, letter, answers, above="Please also use the new script.", below="And say hello to Bob.")
    assert told(quick) == [
        "Stephanie:",
        "> Please also use the new script.",
        "> And say hello to Bob.",
        "Asked:",
        "> Which list do you mean?",
        "Stephanie answers:",
        "> The one from March.",
        "Asked:",
        "> Should I leave voicemail?",
        "Stephanie answers:",
        "> Yes.",
    ]


def test_words_beside_the_pairs_are_passed_on_from_html(quick: Office) -> None:
    letter = asked(quick, TWO)
    quick.mail(letter.to, letter.reply_to, f"Re: {letter.subject}", IN_GMAIL, answers=letter, html=True)
    relay = told(quick)
    assert relay[:2] == ["Stephanie:", "> Please also use the new script."]
    assert "> Yes, but only once." in relay


def test_of_our_list_only_the_question_above_the_answer_is_answered(quick: Office) -> None:
    inside(quick, asked(quick, THREE), {"Saturday": "No, never."})
    assert told(quick) == ["Asked:", "> May I call on Saturday?", "Stephanie answers:", "> No, never."]
    assert still_open(quick) == ["Which list do you mean?", "Should I leave voicemail?"]


def test_no_wording_of_ours_is_asked(quick: Office) -> None:
    inside(quick, asked(quick, THREE), {"Which list": "March.", "Saturday": "No."}, below="Bye, Stephanie")
    text = "\n".join(told(quick))
    assert "one by one" not in text and "Kept for" not in text
    assert "> Bye, Stephanie" in text


@pytest.mark.parametrize(
    ("words", "question", "answer", "left"),
    [
        ("1. March\n2. yes", "> Which list do you mean?", "> March", 0),
        ("2) yes", "> Should I leave voicemail?", "> yes", 1),
        ("1. March\nthe long one\n2. yes", "> Which list do you mean?", "> the long one", 0),
    ],
)
def test_a_number_is_passed_on_with_its_question(
    quick: Office, words: str, question: str, answer: str, left: int
) -> None:
    quick.reply(asked(quick, "Which list do you mean? Should I leave voicemail?"), words)
    relay = told(quick)
    assert question in relay and answer in relay
    assert not any(line.startswith(("> 1.", "> 2")) for line in relay)
    assert len(still_open(quick)) == left


def test_a_number_alone_means_the_question_that_is_left(quick: Office) -> None:
    letter = asked(quick, THREE)
    quick.reply(letter, "1. March\n2. yes")
    quick.letters()
    quick.reply(letter, "3. no, only weekdays")
    assert told(quick) == ["Asked:", "> May I call on Saturday?", "Stephanie answers:", "> no, only weekdays"]
    assert still_open(quick) == []
