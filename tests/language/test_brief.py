"""Briefs as owners write them, and what is worth saying about them.

The rows stand in cases/brief_lint.txt, written before the reader.
"""

from pathlib import Path

import pytest

from language.brief import lint

CASES = Path(__file__).parent / "cases" / "brief_lint.txt"
HARD = {"multi_task", "vague_title", "vague_outcome", "no_due", "secret"}


def rows() -> list[object]:
    """The rows of the case file: verdict, subject, body, hard issues."""
    params: list[object] = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
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
