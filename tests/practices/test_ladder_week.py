"""P40: a week with 40 tasks and 8 contractors. One digest a day, and of other letters
only those that a rule of conversation.md names."""

from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from tests.house.code import ROOT
from tests.practices.week import PEOPLE, Week, played, table

pytestmark = pytest.mark.timeout(900)
LOS_ANGELES = ZoneInfo("America/Los_Angeles")
BY_THE_CLOCK = frozenset({"late", "owed-answer"})
IN_ANSWER = frozenset({"receipt", "question", "review", "proposal"})


@pytest.fixture(scope="module")
def week() -> Iterator[Week]:
    yield played()


def test_p33_one_digest_a_working_day(week: Week) -> None:
    days = [when.astimezone(LOS_ANGELES).date() for when, kind in week.of("stephanie") if kind == "digest"]
    assert len(days) == len(set(days))
    assert all(day.weekday() < 5 for day in days)
    assert len(days) == 9  # Tuesday to Friday, and the whole week after


def test_p40_the_owner_hears_of_nothing_but_what_the_rules_name(week: Week) -> None:
    kinds = Counter(kind for _, kind in week.of("stephanie", "digest"))
    assert set(kinds) <= IN_ANSWER | BY_THE_CLOCK
    assert kinds["receipt"] == 40
    assert kinds["question"] == week.words["question"] == 8
    assert kinds["proposal"] == week.words["eta"] == 4
    assert kinds["review"] == week.words["done"]


def test_p40_accepting_progress_and_plain_words_cost_the_owner_no_letter(week: Week) -> None:
    """Twenty-odd mails that a mailbox would have shown one by one."""
    quiet = week.words["accept"] + week.words["60%"] + week.words["The"] + week.words["yes"]
    assert quiet > 30
    answered = sum(kind in IN_ANSWER for _, kind in week.of("stephanie"))
    assert answered == 40 + week.words["question"] + week.words["eta"] + week.words["done"]


def test_p40_one_letter_of_the_clock_a_day_beside_the_digest(week: Week) -> None:
    days = Counter(
        when.astimezone(LOS_ANGELES).date() for when, kind in week.of("stephanie") if kind in BY_THE_CLOCK
    )
    assert max(days.values()) == 1


@pytest.mark.parametrize("who", PEOPLE)
def test_p43_a_contractor_has_one_letter_of_the_clock_a_day(week: Week, who: str) -> None:
    """What is due within hours is exempt: the second reminder of a date."""
    zone = ZoneInfo(PEOPLE[who])
    days = Counter(
        when.astimezone(zone).date() for when, kind in week.of(who) if kind in {"probe", "overdue"}
    )
    assert max(days.values(), default=0) <= 1
    all_ = Counter(
        when.astimezone(zone).date()
        for when, kind in week.of(who)
        if kind in {"probe", "overdue", "reminder"}
    )
    assert max(all_.values(), default=0) <= 2


def test_the_page_says_what_the_week_shows(week: Week) -> None:
    page = (ROOT / "docs" / "letters-per-day.md").read_text(encoding="utf-8")
    assert "\n".join(table(week)) in page
