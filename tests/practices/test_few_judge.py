"""The second judge of the random offices itself: it wrongs nobody, and misses nobody.

Two lives that it called wrong though nobody was forgotten: a name is owed since the work came
back, not since the owner's last mail; whoever is an owner and a contractor reads in the one
letter of the day what is asked of them as a contractor, too.
"""

from dataclasses import replace

import pytest

from tests.practices.few_lives import Life, played
from tests.practices.few_waits import forgotten

BACK, BOTH = (1005, 28), (1188, 28)  # a seed, and as many of its days as are needed


def without(life: Life, tag: str, *kinds: str) -> Life:
    """The same life, but for the letters of these kinds that name the task."""
    sent = [s for s in life.sent if s.kind not in kinds or tag not in s.letter.text + s.letter.subject]
    return replace(life, sent=sent)


@pytest.mark.timeout(120)
def test_a_name_is_owed_since_the_work_came_back() -> None:
    life = played(*BACK)
    assert forgotten(life) == []
    found = forgotten(without(life, "T-4", "digest"))
    assert any("T-4: olga owes a name since 19 Jun" in said for said in found), found


@pytest.mark.timeout(120)
def test_who_is_both_is_asked_in_the_letter_about_what_they_owe_as_an_owner() -> None:
    life = played(*BOTH)
    assert forgotten(life) == []
    found = forgotten(without(life, "T-6", "owed-answer"))
    assert any("T-6: olga owes a yes" in said for said in found), found
