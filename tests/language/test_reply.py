"""The new words of a mail: what goes, what stays."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.reply import new_words

INTRODUCTIONS = [
    "On Mon, Mar 2, 2026 at 8:30 AM Tasks <tasks@x.example> wrote:",
    "On Mon, Mar 2, 2026 at 8:30 AM Stephanie's tasks at the Harbour Bookshop\n<tasks@x.example> wrote:",
    "On 2 Mar 2026, at 08:30, Tasks <tasks@x.example> wrote:",
    "Am Mo., 2. März 2026 um 08:30 Uhr schrieb Tasks <tasks@x.example>:",
    "Am 02.03.26 um 08:30 schrieb Tasks:",
    "Le lun. 2 mars 2026 à 08:30, Tasks <tasks@x.example> a écrit :",
    "El lun, 2 mar 2026 a las 8:30, Tasks (<tasks@x.example>) escribió:",
    "Em seg., 2 de mar. de 2026 às 08:30, Tasks <tasks@x.example> escreveu:",
    "Il giorno lun 2 mar 2026 alle ore 08:30 Tasks <tasks@x.example> ha scritto:",
    "Op ma 2 mrt 2026 om 08:30 schreef Tasks <tasks@x.example>:",
    "Den mån 2 mars 2026 kl 08:30 skrev Tasks <tasks@x.example>:",
    "man. 2. mar. 2026 kl. 08:30 skrev Tasks <tasks@x.example>:",
    "ma 2. maalisk. 2026 klo 8.30 Tasks <tasks@x.example> kirjoitti:",
    "pon., 2 mar 2026 o 08:30 Tasks <tasks@x.example> napisał(a):",
    "po 2. 3. 2026 v 8:30 odesílatel Tasks <tasks@x.example> napsal:",
    "пн, 2 мар. 2026 г. в 08:30, Tasks <tasks@x.example>:",
    "Tasks <tasks@x.example>, 2 Mar 2026 Pzt, 08:30 tarihinde şunu yazdı:",
    "2026年3月2日(月) 8:30 Tasks <tasks@x.example>:",
    "Tasks <tasks@x.example> 于2026年3月2日周一 08:30写道：",
    "‫בתאריך יום ב׳, 2 במרץ 2026 ב-8:30 מאת ‪Tasks‬‏ <‪tasks@x.example‬‏>:‬",
    "2026년 3월 2일 (월) 오전 8:30, Tasks <tasks@x.example>님이 작성:",
    "Στις Δευ 2 Μαρ 2026 στις 8:30 π.μ., ο χρήστης Tasks <tasks@x.example> έγραψε:",
    "Tasks <tasks@x.example> ezt írta (időpont: 2026. márc. 2., H, 8:30):",
    "---- On Mon, 02 Mar 2026 08:30:00 +0800 tasks@x.example wrote ----",
]
HEADERS = [
    "From: Tasks <tasks@x.example>\nSent: Monday, March 2, 2026 8:30 AM\nTo: Joy\nSubject: [T-42] Sign",
    "____________________\nFrom: Tasks <tasks@x.example>\nDate: Monday, 2 March 2026\nTo: Joy\nSubject: Sign",
    "-----Original Message-----\nFrom: Tasks\nSent: Monday, March 2, 2026 8:30 AM\nTo: Joy\nSubject: Sign",
    "-----Ursprüngliche Nachricht-----\nVon: <t@x.example>\nGesendet: 2. März\nAn: Joy\nBetreff: Sign",
    "De : Tasks <tasks@x.example>\nEnvoyé : lundi 2 mars 2026 08:30\nÀ : Joy\nObjet : Sign",
    "De: Tasks <tasks@x.example>\nEnviado: lunes, 2 de marzo de 2026 8:30\nPara: Joy\nAsunto: Sign",
    "*From:* Tasks <tasks@x.example>\n*Sent:* Monday, March 2, 2026\n*To:* Joy\n*Subject:* Sign",
    "差出人: Tasks <tasks@x.example>\n日時: 2026年3月2日 8:30\n宛先: Joy\n件名: Sign",
]


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
@pytest.mark.parametrize("mark", ["> ", ""])
def test_what_an_introduction_introduces_goes(introduction: str, mark: str) -> None:
    found = new_words(f"All done.\n\n{introduction}\n\n{mark}Please draw a sign.\n{mark}cancel\n")
    assert found.text == "All done."
    assert found.quoted


@pytest.mark.parametrize("headers", HEADERS)
def test_what_stands_below_header_lines_goes(headers: str) -> None:
    found = new_words(f"All done.\n\n{headers}\n\nPlease draw a sign.\ncancel\n", "Re: Sign")
    assert (found.text, found.quoted, found.forward) == ("All done.", True, None)


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nJoy Santos\nSantos Design, Manila\nhttp://santos.example",
        "Sent from my iPhone",
        "Get Outlook for Android <https://aka.ms/x>",
        "Von meinem iPhone gesendet",
        "Envoyé depuis mon mobile",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Отправлено с iPhone",
    ],
)
def test_signatures_go(signature: str) -> None:
    found = new_words(f"All done.\n\n{signature}\n")
    assert found.text == "All done."
    assert found.signature.split("\n")[0] in signature


@pytest.mark.parametrize(
    "text",
    [
        "All done.\n\nBest regards,\nJoy",
        "All done.\n\n-Joy",
        "Viele Grüße\nJan",
        "On Monday I called them, on Tuesday they wrote:\nno.",
        "On the other hand, 3 of them wrote back.",
        "He wrote: 12 pieces, 3 Mar 2026.",
        "From: Berlin\nTo: Paris",
        "Due: Friday\nFor: Joy\nBudget: 200 USD",
        "Date: 3 March\nPlace: the shop",
        "Steps\n-----\n1. paint\n2. dry",
        "-- first point\n-- second point",
        "```\n> not a quote\n--\nOn 1 Jan 2026 at 10:00 A <a@b.example> wrote:\n```\nThat is the log.",
        "Hello,\n\n    indented code\n    more code\n\nbye",
        "See https://x.example/on-2026-wrote: for it.",
        "Subject: to change, I think.",
        "Where is it?\n\nSent by courier on Monday.",
        "Sent via mail on Monday, please confirm.",
        "Calls from mobile phones must be listed.",
        "Sent from my iPhone\nThat is what the line should say.",
        "Envoyé de Lyon hier.",
        "",
    ],
)
def test_own_words_stay_as_they_are(text: str) -> None:
    found = new_words(text)
    assert (found.text, found.quoted) == (text, False)


def test_a_long_text_below_two_dashes_is_no_signature() -> None:
    text = "Intro.\n--\n" + "\n".join(f"Line {number}" for number in range(40))
    assert new_words(text).text == text


def test_answers_between_quotes_stay_with_their_questions() -> None:
    found = new_words(
        "Hi Stephanie,\n\nOn Mon, Mar 2, 2026 at 8:30 AM Tasks <tasks@x.example> wrote:\n"
        "> Which colour\n> should it have?\n\nBlue.\n\n> And how large?\n60 by 40.\n\nJoy\n"
    )
    assert found.text == "Hi Stephanie,\n\nBlue.\n\n60 by 40.\n\nJoy"
    assert found.pairs == (("Which colour should it have?", "Blue."), ("And how large?", "60 by 40.\n\nJoy"))


def test_an_answer_below_a_whole_letter_is_no_pair() -> None:
    letter = "".join(f"> line {number}\n" for number in range(12))
    found = new_words(f"On Mon, Mar 2, 2026 Tasks <tasks@x.example> wrote:\n{letter}\nAll done.\n")
    assert (found.text, found.pairs) == ("All done.", ())


def test_a_line_wrapped_out_of_its_quote_belongs_to_it() -> None:
    long_line = "> which a mail program on the way found longer than it could bear and"
    found = new_words(f"Yes.\n\nOn 2 Mar 2026 a@b.example wrote:\n{long_line}\nwrapped\n> three\n")
    assert found.text == "Yes."


def test_answers_right_below_short_questions_stay() -> None:
    found = new_words("Tasks wrote:\n> What colour?\nBlue\n> What size\nbig\n")
    assert found.text == "Blue\nbig"
    assert found.pairs == (("What colour?", "Blue"), ("What size", "big"))


def test_footer_of_a_mailing_list_goes() -> None:
    rule = "_" * 47
    assert new_words(f"Yes.\n{rule}\ntrade mailing list\ntrade@lists.example\n").text == "Yes."


def test_history_introduced_inside_its_marks_goes_although_words_follow() -> None:
    text = "Done.\n\n> On Mar 2, 2026, at 8:30 AM, Tasks <t@x.example> wrote:\n>\n> cancel\n\nJoy"
    assert new_words(text).text == "Done.\n\nJoy"


def test_a_name_right_above_marks_introduces_them() -> None:
    assert new_words("--- Joy Santos wrote:\n> foo\n\ndone").text == "done"


def test_only_quoted_is_nothing_new() -> None:
    assert new_words("> one\n> two\n").text == ""


@pytest.mark.parametrize(
    "unit", ["> ", "On ", "On 1/1/2026 10:00 a@b\n", "From: a@b\n", "-", "\n", "> a\nb\n", "```\n", "-- \n"]
)
def test_linear(unit: str) -> None:
    """A guard against hangs; bench/ measures the slope."""
    begun = time.monotonic()
    new_words(unit * (1_000_000 // len(unit)))
    assert time.monotonic() - begun < 5


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*INTRODUCTIONS, *HEADERS, "> a", ">", "", "--", "-- ", "```", "words", "> > b", "____", "\x00"]
        )
    )
)
def test_never_raises_and_keeps_no_introduced_line(lines: list[str]) -> None:
    found = new_words("\n".join(lines))
    assert len(found.text) <= len("\n".join(lines)) + 2


LETTER = """> Joy asks about Calls (T-1).
>
> The open questions, one by one. Answer below each, or begin a line with its number:
> > 1. Which list?
{1}> > 2. Voicemail?
{2}> > 3. Sundays?
{3}>
> --
> Kept for Stephanie Miller by Handoff at tasks@x.example.
"""


@pytest.mark.parametrize(
    ("mail", "pairs"),
    [
        pytest.param(LETTER.format("", "\nNew.\n\n", "", ""), (("1. Which list?", "New."),), id="the first"),
        pytest.param(LETTER.format("", "", "", "\nno\n\n"), (("3. Sundays?", "no"),), id="the last only"),
        pytest.param(LETTER.format("", "", "", "") + "\n1. new\n2. yes\n", (), id="below the footer"),
        pytest.param(
            LETTER.split("> > 1.", maxsplit=1)[0] + "\n1. new\n2. yes\n\n> Due Friday.\n",
            (),
            id="our own sentence",
        ),
        pytest.param("> Can you?\n\nyes\n\n> Thanks\n> Ann\n\nJoy\n", (("Can you?", "yes"),), id="a closing"),
        pytest.param(
            "> Can you?\n\nyes\n\n> One more thing.\n\nBest,\nJoy\n", (("Can you?", "yes"),), id="a name"
        ),
    ],
)
def test_what_nobody_asked_is_no_question(mail: str, pairs: tuple[tuple[str, str], ...]) -> None:
    introduction = "On Mon, Mar 2, 2026 at 8:30 AM Tasks <tasks@x.example> wrote:\n"
    assert new_words(introduction + mail, "Re: Calls").pairs == pairs


def test_an_introduction_that_lost_its_line_break_goes() -> None:
    one = "On Monday, March 2, 2026 at 8:30 AM, Tasks <tasks@x.example> wrote:   Joy, draw it.\ncancel\n"
    assert new_words(f"All done.\n\n{one}", "Re: Sign").text == "All done."
