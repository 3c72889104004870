"""What holds for every reader of words: the table is whole, nothing costly is
read by accident, and no text makes a reader raise or hang."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.brief import lint
from language.folding import fold
from language.lines import brief_lines, imperative_with_due
from language.masking import mask
from language.meaning import How
from language.money import brief_money, read_money
from language.phrases import Phrase, compiled
from language.phrases_contractor import CONTRACTOR
from language.phrases_owner import OWNER
from language.short import is_praise, is_thanks, reaction, read_short
from language.sums import sum_in
from language.vocabulary import WORDS, Cost, find_form, word
from language.words import read_words

_NAMED = """
accept | decline | done | question | blocked | unblocked | eta | approve | redo | due | assign
cancel | paid | tell | fine | pass on | always | drop | new task | undo | status | help | hold | resume
title | progress | hours | invoice | split | one | send as is | reopen | check | uncheck | step | priority
nudge | remind | snooze | away | digest | start | stop | unpaid | cause | take
"""


def read_everything(text: str) -> None:
    """Every reader of this part, one after another."""
    for role in ("owner", "contractor"):
        read_words(text, role, ("Bob",))
    lint(text[:200], text)
    for reader in (
        mask,
        read_money,
        brief_money,
        sum_in,
        brief_lines,
        imperative_with_due,
        read_short,
        is_thanks,
        is_praise,
        reaction,
    ):
        reader(text)


def test_every_word_of_the_house_is_in_the_table() -> None:
    assert {row.name for row in WORDS} == {
        name.strip() for name in _NAMED.strip().replace("\n", "|").split("|")
    }


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row.name)
def test_a_row_can_be_read_and_explained(row: object) -> None:
    known = word(str(getattr(row, "name", "")))
    assert known.help.endswith(".")
    assert known.undo == "" or find_form(known.undo)
    assert all(form == fold(form) for form in known.synonyms)


def test_no_form_means_two_words() -> None:
    forms = [form for row in WORDS for form in (row.name, *row.synonyms)]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    "text",
    [
        "I think you should cancel",
        "Please cancel this task.",
        "Could you assign it to Bob?",
        "Sent the payment of $20.",
        "Please stop sending me these mails.",
    ],
)
def test_a_costly_phrase_never_counts_as_written(text: str) -> None:
    costly = {row.name for row in WORDS if row.cost is Cost.COSTLY}
    for role in ("owner", "contractor"):
        assert all(c.how is How.PHRASE for c in read_words(text, role, ("Bob",)) if c.word in costly)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_text_makes_a_reader_raise(text: str) -> None:
    read_everything(text)


PIECES = (
    *(
        "On ",
        "done, ",
        "> ",
        "1/2 ",
        "[x] ",
        "((((",
        "\n",
        "\n\n",
        " \n",
        "=?utf-8?q?",
        "please ",
        "ok, ",
        "password ",
    ),
    *(
        "$1 ",
        "9" * 7,
        "-",
        "a",
        "👍",
        "by Friday ",
        "eyJ",
        "-----BEGIN PRIVATE KEY-----",
        "two things: ",
        "not ",
    ),
    *(
        "the ",
        "Hi Bob, ",
        '"',
        "'",
        "- a\n",
        "From: a\n",
        "1.",
        "4111 ",
        "login ",
        "halfway and ",
        "\x00",
        "é",
    ),
)


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_costs_no_more_than_a_moment(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    started = time.monotonic()
    read_everything(text)
    assert time.monotonic() - started < 5  # seconds for some fifteen readers; guards against hangs only


@pytest.mark.parametrize("phrase", [*CONTRACTOR.rows, *OWNER.rows])
def test_each_row_of_phrases_is_a_pattern(phrase: Phrase) -> None:
    """They are compiled when they are first asked for, so a wrong one would be met in a mail."""
    assert phrase.word
    assert not compiled(phrase.pattern).match("\x00")
    assert not phrase.refused or not compiled(phrase.refused).match("\x00")
