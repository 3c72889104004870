"""Mail passed on: found, with its first sender and the note above it."""

import pytest

from language.reply import new_words

BILL = "Bill <bill@c.example>"
CLIENT = "How much is a new roof?\ndone"


@pytest.mark.parametrize(
    ("subject", "head"),
    [
        ("Fwd: Roof", f"----- Forwarded message -----\nFrom: {BILL}\n"
         f"Date: Mon\nSubject: Roof\nTo: <s@x.example>"),
        ("FW: Roof", f"________________\nFrom: {BILL}\nSent: Monday\nTo: S\nSubject: Roof"),
        ("WG: Dach", f"Von: {BILL}\nGesendet: Montag, 2. März 2026\nAn: S\nBetreff: Roof"),
        ("TR: Toit", f"De : {BILL}\nEnvoyé : lundi 2 mars 2026\nÀ : S\nObjet : Roof"),
        ("RV: Techo", f"De: {BILL}\nFecha: lunes, 2 de marzo\nPara: S\nAsunto: Roof"),
        ("Fwd: Roof", f"---- Weitergeleitete Nachricht ----\nBetreff: \tRoof\n"
         f"Datum: \tMon\nVon: \t{BILL}\nAn: \tS"),
        ("Re: Roof", f"Begin forwarded message:\n\nFrom: {BILL}\nSubject: Roof\nDate: 2 March 2026\nTo: S"),
        ("", f"----- Forwarded message -----\nFrom: {BILL}\nSubject: Roof"),
    ],
)  # fmt: skip
def test_forward(subject: str, head: str) -> None:
    found = new_words(f"Please get him a price.\n\n{head}\n\n{CLIENT}\n", subject)
    assert found.forward is not None
    assert (found.forward.sender, found.forward.subject) == ("bill@c.example", "Roof")
    assert (found.forward.note, found.forward.text.strip()) == ("Please get him a price.", CLIENT)
    assert CLIENT in found.text
    assert found.own == "Please get him a price."


def test_apple_sets_its_forwards_in_marks() -> None:
    head = f"> Begin forwarded message:\n> \n> From: {BILL}\n> Subject: Roof\n> Date: 2 March 2026\n> To: S\n"
    found = new_words(f"See below.\n\n{head}> \n> How much?\n> done\n", "Fwd: Roof")
    assert found.forward is not None
    assert (found.forward.sender, found.forward.note, found.forward.text) == (
        "bill@c.example",
        "See below.",
        "How much?\ndone",
    )


def test_quoted_with_a_forwarding_subject_is_passed_on() -> None:
    found = new_words(
        'FYI\n\nOn 02/03/2026, 08:30, "Bill" <bill@c.example> wrote:\n\n    How much?\n', "FW: Roof"
    )
    assert found.forward is not None
    assert (found.forward.sender, found.forward.note) == ("bill@c.example", "FYI")


def test_a_forward_inside_what_is_answered_is_history() -> None:
    found = new_words(
        "Yes.\n\nOn 2 Mar 2026 a@b.example wrote:\n> ---- Forwarded message ----\n> From: c@d.example\n> x\n",
        "Re: x",
    )
    assert (found.text, found.forward) == ("Yes.", None)


def test_an_answer_above_header_lines_is_no_forward() -> None:
    found = new_words(f"Yes.\n\nFrom: {BILL}\nSent: Monday\nTo: S\nSubject: Roof\n\nHow much?\n", "RE: Roof")
    assert (found.text, found.forward) == ("Yes.", None)


def test_kept_quotes_are_nothing_to_obey() -> None:
    found = new_words("> cancel\n\nWhat did you mean by that?\n")
    assert found.text == "> cancel\n\nWhat did you mean by that?"
    assert found.own.strip() == "What did you mean by that?"
