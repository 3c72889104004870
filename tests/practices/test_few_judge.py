"""The second judge of the random offices itself: it wrongs nobody, and misses nobody.

Lives that it called wrong though nobody was forgotten: a name is owed since the work came
back, not since the owner's last mail; whoever is an owner and a contractor reads in the one
letter of the day what is asked of them as a contractor, too; work that was held up over its
date is late from when it goes on; a proposed date waits for nobody while the work is approved.
"""

from dataclasses import replace

import pytest

from tests.practices.few_lives import Life, played
from tests.practices.few_waits import forgotten

BACK, BOTH, RELEASED, AGAIN = (
    (1005, 28),
    (1188, 28),
    (2084, 28),
    (2067, 28),
)  # a seed, and as many of its days as are needed


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


@pytest.mark.timeout(120)
def test_what_was_held_up_over_its_date_is_late_from_when_it_goes_on() -> None:
    life = played(*RELEASED)
    assert forgotten(life) == []
    found = forgotten(without(life, "T-2", "overdue", "week", "reminder"))
    assert any("T-2: dora owes late work" in said for said in found), found


@pytest.mark.timeout(120)
def test_a_proposed_date_waits_again_since_the_work_was_sent_back() -> None:
    life = played(*AGAIN)
    assert forgotten(life) == []
    found = forgotten(without(life, "T-16", "digest", "owed-answer", "late", "escalation"))
    assert any("T-16: olga owes a word about the date" in said for said in found), found
