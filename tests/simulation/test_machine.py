"""Anything may happen in any order: mail, replays, kills, faults, the clock.

Hypothesis draws the order; after each step the laws of design.md, section 8,
hold against the ground truth of the ports.
"""

import logging
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.simulation.machine import BEN, JOY, OWNER, STRANGER, House, quiet

DUES = ("", "Due: tomorrow 5pm", "Due: in 3 days", "Due: 2026-12-20 9:00 AM")
WORDS_OF_CONTRACTOR = (
    "accept",
    "done",
    "question: which one",
    "eta: 2026-12-28 10:00 AM",
    "yes",
    "Thanks!",
    "50%",
)
WORDS_OF_OWNER = (
    "approve",
    "redo: not yet",
    "fine",
    "assign: Ben",
    "cancel",
    "The blue one.",
    "due: 2026-12-22 5:00 PM",
)
NAMES = {JOY: "joy", BEN: "ben"}


class Days(RuleBasedStateMachine):
    """One house, some days."""

    @initialize()
    def begin(self) -> None:
        logging.disable(logging.CRITICAL)
        self.folder = Path(
            tempfile.mkdtemp(prefix="handoff-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
        )
        self.house = House(self.folder)
        self.number = 0

    def teardown(self) -> None:
        if hasattr(self, "house"):
            quiet(self.house)
            self._everything_came_through()
            self.house.close()
            shutil.rmtree(self.folder)
        logging.disable(logging.NOTSET)

    def _everything_came_through(self) -> None:
        """L1 and L4 at rest; L7: the whole mailbox again changes nothing; L8:
        nor does a restart."""
        house = self.house
        house.check()
        taken = house._taken()
        assert set(taken) == set(house.mails), "a mail was never taken up"
        assert house.waits_for_nothing(), "the clock does not get on"
        before = house.picture()
        house.mailroom.renumber()
        house.settles()
        assert house.picture() == before
        house.restart()
        house.settles()
        assert house.picture() == before

    # mail

    @rule(due=st.sampled_from(DUES), who=st.sampled_from((JOY, BEN)))
    def owner_sends_a_task(self, due: str, who: str) -> None:
        self.number += 1
        body = f"Please paint door {self.number}.\n{due}"
        to = f"tasks+{NAMES[who]}@example.com"
        self.house.tasks.append(self.house.sends(OWNER, to, f"Door {self.number}", body))

    @rule()
    def stranger_writes(self) -> None:
        self.number += 1
        self.house.sends(STRANGER, "tasks@example.com", f"Offer {self.number}", "Buy this.", proven=False)

    @rule(who=st.sampled_from((JOY, BEN)), words=st.sampled_from(WORDS_OF_CONTRACTOR), nth=st.integers(0, 9))
    def contractor_answers(self, who: str, words: str, nth: int) -> None:
        self._answer(who, words, nth)

    @rule(words=st.sampled_from(WORDS_OF_OWNER), nth=st.integers(0, 9))
    def owner_answers(self, words: str, nth: int) -> None:
        self._answer(OWNER, words, nth)

    def _answer(self, who: str, words: str, nth: int) -> None:
        letters = self.house.letters_to(who)
        if letters:
            letter = letters[nth % len(letters)]
            mid = self.house.answers(letter, who, words)
            self.house.replies[mid] = int(letter["X-Handoff-Task"][2:])

    @rule(nth=st.integers(0, 50))
    def mail_comes_again(self, nth: int) -> None:
        mails = list(self.house.mails.values())
        if mails:
            self.house.mailroom.put(mails[nth % len(mails)], self.house.now)

    # what others do to the mailbox, and the command line

    @rule(nth=st.integers(0, 50), folder=st.sampled_from(("INBOX", "Archive", "Handoff/Held")))
    def another_program_moves_a_mail(self, nth: int, folder: str) -> None:
        """One that was taken up; what is moved away before that was never ours."""
        room = self.house.mailroom
        ours = self.house.is_known
        here = [
            (f, uid) for f, mails in room.folders.items() for uid, mail in mails.items() if ours(mail.raw)
        ]
        if here:
            old, uid = here[nth % len(here)]
            mail = room.folders[old].pop(uid)
            room.put(mail.raw, mail.arrived_at, folder)

    @rule()
    def mailbox_is_renumbered(self) -> None:
        self.house.mailroom.renumber()

    @rule(word=st.sampled_from(("pass on", "drop")))
    def operator_decides_about_held_mail(self, word: str) -> None:
        store = self.house.shop.store
        held = store.held_rows()
        if held:
            store.leave_order({"word": word, "held": str(held[0].number)}, self.house.now)

    # the machine

    @rule()
    def round_is_done(self) -> None:
        self.house.settles()

    @rule()
    def process_is_killed(self) -> None:
        self.house.dies()

    @rule(minutes=st.sampled_from((1, 20, 180, 1440, 4000)))
    def time_passes(self, minutes: int) -> None:
        self.house.now += timedelta(minutes=minutes)
        self.house.settles()

    @rule(minutes=st.sampled_from((1, 30, 600)))
    def clock_is_set_back(self, minutes: int) -> None:
        self.house.now -= timedelta(minutes=minutes)
        self.house.settles()

    @rule(
        fault=st.sampled_from(("retry", "uncertain", "account", "killed", "refused_move", "twice")),
        share=st.sampled_from((0.0, 0.3)),
    )
    def port_begins_to_fail_or_stops(self, fault: str, share: float) -> None:
        setattr(self.house.luck, fault, share)

    @rule(away=st.booleans())
    def mailbox_goes_or_comes(self, away: bool) -> None:
        self.house.mailroom.away = away  # type: ignore[attr-defined]

    @invariant()
    @precondition(lambda self: hasattr(self, "house"))
    def laws_hold(self) -> None:
        self.house.check()


SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


@pytest.mark.timeout(300)
def test_days() -> None:
    run_state_machine_as_test(
        Days,
        settings=settings(
            max_examples=25,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=SLOW,
        ),
    )


def longer_days(folder: Path, number: int) -> None:
    """For the sweep: twenty-five lives of sixty steps; each number has others."""

    class Seeded(Days):
        pass

    longer = settings(
        max_examples=25,
        stateful_step_count=60,
        deadline=None,
        database=None,
        suppress_health_check=SLOW,
    )
    run_state_machine_as_test(seed(number)(Seeded), settings=longer)
