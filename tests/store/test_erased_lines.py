"""Lines that wait for a digest, after somebody was erased."""

import pytest

from store.erased_lines import erased_line


def clean(text: str) -> str:
    """As an erasure of Olivia does."""
    return "erased1" if text == "olivia" else text.replace("Olivia", "[erased]")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("olivia\tYour note: the pelican", "erased1\t[erased]"),
        (
            'stephanie\tOlivia, for you: approved T-1 Calls, wrote to Joy about T-1 ("the pelican")',
            'stephanie\t[erased], for you: approved T-1 Calls, wrote to Joy about T-1 ("[erased]")',
        ),
        (
            "stephanie\tT-1: Olivia wrote (not proven): the pelican",
            "stephanie\tT-1: [erased] wrote (not proven): [erased]",
        ),
        ('stephanie\tT-1: Joy wrote: the "pelican"', 'stephanie\tT-1: Joy wrote: the "pelican"'),
        ("nothing ran at its time", "nothing ran at its time"),
    ],
)
def test_no_quoted_word_of_theirs_stays(before: str, after: str) -> None:
    assert erased_line(before, clean) == after
