"""A question by one-time code is answered by nobody but the one who was asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.hostile.forger import Forged
from tests.hostile.forger_codes import CONFIRMATIONS, OLIVIA, Codes
from tests.hostile.kit import STEPHANIE, Siege, besieged
from tests.shell.office import CONFIG, Got, one

TWO_DAYS = timedelta(hours=48)


def _asked(siege: Siege, subject: str, sender: str = STEPHANIE) -> Got:
    siege.office.mail(sender, "tasks+joy@example.com", subject, "Make it by Friday.", proven=False)
    return one(siege.office.letters(), "confirm")


def seen(siege: Siege) -> Codes:
    """Codes of every state, and other letters, as somebody with a view of the
    house's mail would have them."""
    office = siege.office
    expired = _asked(siege, "Expired")
    office.now += TWO_DAYS
    office.letters()
    used = _asked(siege, "Used")
    office.reply(used, "no")
    office.letters()
    office.mail(STEPHANIE, "tasks+joy@example.com", "Flyer", "Draw a flyer by Friday. Budget: $120")
    begun = office.letters()
    office.reply(one(begun, "assignment"), "done")
    review = one(office.letters(), "review")
    office.reply(review, "approve", proven=False)
    money = one(office.letters(), "confirm")
    others = (one(begun, "receipt"), review)
    ring = office.shop.desk.ring
    return Codes(_asked(siege, "Open"), money, _asked(siege, "Hers", OLIVIA), expired, used, others, ring)


@pytest.fixture(scope="module")
def siege(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Siege]:
    with besieged(tmp_path_factory.mktemp("office")) as opened:
        yield opened


@pytest.fixture(scope="module")
def codes(siege: Siege) -> Codes:
    return seen(siege)


def _state(siege: Siege) -> object:
    """What an answer could change: tasks, the house, and what is held."""
    rows = [h for state in ("passed on", "let in", "dropped") for h in siege.store.held_rows(state)]
    return siege.picture(), [(h.number, h.state) for h in rows]


def _obeyed(siege: Siege, forged: Forged) -> bool:
    before = _state(siege)
    siege.put(forged.raw)
    letters = siege.round()
    assert {letter.to for letter in letters} <= {"stephanie@example.com", "olivia@example.com"}, forged.name
    told = {letter.kind for letter in letters} - {"knock", "confirm", "transcript", "clarify"}
    return bool(told) or _state(siege) != before


def test_there_are_enough_of_them(codes: Codes) -> None:
    counts = {name: len(list(family(codes))) for name, family in CONFIRMATIONS.items()}
    assert min(counts.values()) >= 4 and sum(counts.values()) >= 300, counts


@pytest.mark.parametrize("family", [name for name in CONFIRMATIONS if name != "wrong letters"])
def test_no_forged_confirmation_counts(siege: Siege, codes: Codes, family: str) -> None:
    found = [forged.name for forged in CONFIRMATIONS[family](codes) if _obeyed(siege, forged)]
    assert found == []


def test_a_yes_to_another_letter_confirms_nothing(siege: Siege, codes: Codes) -> None:
    """It may say something about that letter's own task; the question stays open."""
    held = [
        (h.number, h.subject) for h in siege.store.held_rows() if h.subject in ("Open", "Hers", "Re: Flyer")
    ]
    for forged in CONFIRMATIONS["wrong letters"](codes):
        siege.put(forged.raw)
        siege.round()
    left = [(h.number, h.subject) for h in siege.store.held_rows()]
    assert [h for h in held if h in left] == held and len(held) == 3
    assert [t.state for t in siege.store.tasks()] == ["in review"]


def test_after_all_that_the_real_yes_is_still_obeyed(siege: Siege, codes: Codes) -> None:
    siege.office.reply(codes.open, "yes", proven=False)
    siege.office.reply(codes.money, "Yes")
    siege.office.letters()
    tasks = {task.title: task.state for task in siege.store.tasks()}
    assert tasks == {"Flyer": "approved", "Open": "handed over"}


def test_a_key_that_is_gone_takes_its_codes_along(tmp_path: Path) -> None:
    with besieged(tmp_path, CONFIG) as siege:
        letter = _asked(siege, "Open")
        ring = siege.office.shop.desk.ring
        fresh = replace(ring, keys={2: b"n" * 32}, current=2)
        siege.office.shop.desk = replace(siege.office.shop.desk, ring=fresh)
        siege.office.reply(letter, "yes", to=letter.reply_to)
        siege.office.letters()
        assert list(siege.store.tasks()) == []
