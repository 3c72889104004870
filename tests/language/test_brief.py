"""Briefs as owners write them, and what is worth saying about them.

The rows stand in cases/brief_*.txt, written before the reader.
"""

from pathlib import Path

import pytest

from language.brief import has_due, is_vague_outcome, is_vague_title, lint
from language.brief_parts import split_parts
from language.lines import brief_lines, imperative_with_due

CASES = Path(__file__).parent / "cases"
FILES = ("brief_lint.txt", "brief_more.txt", "brief_third.txt", "brief_fourth.txt")
HARD = {"multi_task", "vague_title", "vague_outcome", "no_due", "secret"}


def rows() -> list[object]:
    """The rows of the case file: verdict, subject, body, hard issues."""
    params: list[object] = []
    for line in (line for name in FILES for line in (CASES / name).read_text(encoding="utf-8").splitlines()):
        if not line.strip() or line.startswith("#"):
            continue
        said, _, wanted = line.rpartition("=>")
        verdict, subject, body = (part.strip() for part in said.split(" | ", 2))
        issues = {issue.strip() for issue in wanted.split(",") if issue.strip()}
        params.append(
            pytest.param(verdict, subject, body.replace("\\n", "\n"), issues, id=subject or "empty")
        )
    return params


@pytest.mark.parametrize(("verdict", "subject", "body", "issues"), rows())
def test_lint_says_what_a_careful_reader_would(
    verdict: str, subject: str, body: str, issues: set[str]
) -> None:
    found = lint(subject, body)
    assert (found.verdict, set(found.issues) & HARD) == (verdict, issues)


@pytest.mark.parametrize(
    ("subject", "vague"),
    [
        ("Re: Fwd: help", True),
        ("[T-4] Urgent!!", True),
        ("Website", True),
        ("3 things", True),
        ("Fix the router", False),
        ("Weekly report", False),
        ("WG: Angebot Huber", False),
    ],
)
def test_is_vague_title(subject: str, vague: bool) -> None:
    assert is_vague_title(subject) is vague


@pytest.mark.parametrize(
    ("body", "vague"),
    [
        ("Please fix the website by Friday.", True),
        ("Fix the typo on page 3.", False),
        ("Fix the printer so that all three laptops can print.", False),
        ("Scan the contracts.", False),
        ("", True),
    ],
)
def test_is_vague_outcome(body: str, vague: bool) -> None:
    assert is_vague_outcome(body) is vague


@pytest.mark.parametrize(
    ("body", "due"),
    [
        ("Please have it done by Wednesday noon.", True),
        ("Due: when the parts are here", True),
        ("No rush, whenever you find the time.", True),
        ("Every Monday: water the plants.", True),
        ("Within 48 hours please.", True),
        ("Flyer text: 'open until 6 January'", False),
        ("Our sale runs until 6 January; draw a banner.", False),
        ("ASAP please.", False),
        ("The file is named due_friday.xlsx.", False),
    ],
)
def test_has_due(body: str, due: bool) -> None:
    assert has_due(body) is due


def test_parts_are_the_entries_of_the_list() -> None:
    body = "Two things:\n1) Send the lease to Mr. Ortiz\n2) Order cards\n   for Ann"
    assert split_parts("Two things", body) == ("Send the lease to Mr. Ortiz", "Order cards for Ann")


def test_parts_fall_where_the_subject_changes() -> None:
    body = "Draw the logo by Friday. One more thing: call the caterer."
    assert split_parts("Logo", body) == ("Draw the logo by Friday.", "call the caterer.")


def test_parts_of_a_title_with_a_plus() -> None:
    assert split_parts("Invoice Miller + book flights", "See above.") == ("Invoice Miller", "book flights")


def test_brief_lines_are_read_in_any_case() -> None:
    brief = (
        "DUE: Friday\n**Done when:** every row is filled\nfor: joy\nstep: back up\nstep: restore\nnote: no"
    )
    assert brief_lines(brief) == {
        "due": "Friday",
        "done when": "every row is filled",
        "for": "joy",
        "step": "back up\nrestore",
    }


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Please send it by Friday.", True),
        ("Joy, can you prepare the sheet before Monday?", True),
        ("Bitte schick mir das bis Freitag.", True),
        ("See you on Friday.", False),
        ("As discussed by phone.", False),
        ("The sale is until Monday.", False),
    ],
)
def test_imperative_with_due(text: str, task: bool) -> None:
    assert imperative_with_due(text) is task
