"""Every fault at every command and at its first, second, ... call: the same end.

In the ordinary run each fault strikes at all commands of one conversation, one
after the other; the sweep tries each alone, at each call (test_sweep.py).
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.play import MACHINES, ROUNDS, Play
from tests.servers import smtp_server
from tests.servers.imap_faults import (
    bad,
    bye,
    cut_after,
    cut_before,
    cut_in_the_middle,
    half_done,
    no,
    silence,
    ten_gigabytes,
    trickle,
)
from tests.servers.imap_server import ALL, Act
from tests.servers.served import Served, served

LIMIT = 0.8  # seconds; silence and trickles end there
MOVES, COPIES = ALL, frozenset({"IDLE", "UIDPLUS", "KEYWORDS"})
READING = (
    "greeting",
    "LOGIN",
    "CAPABILITY",
    "NAMESPACE",
    "LIST",
    "SELECT",
    "SEARCH",
    "FETCH look",
    "FETCH body",
)
FILING = ("CREATE", "SUBSCRIBE", "MOVE", "COPY", "STORE", "UID EXPUNGE")
RARE = ("CREATE", "SUBSCRIBE", "CAPABILITY", "NAMESPACE", "LIST")
VERBS = (*READING, *FILING, "IDLE")
ACTS: dict[str, Act] = {
    "cut before": cut_before,
    "cut after": cut_after,
    "cut in the middle": cut_in_the_middle,
    "silence": silence,
    "trickle": trickle,
    "bye": bye,
    "bad": bad(),
    "in use": no(b"[INUSE] locked by another"),
    "unavailable": no(b"[UNAVAILABLE] backend is away"),
    "limit": no(b"[LIMIT] too many"),
    "ten gigabytes": ten_gigabytes,
}
SLOW = ("silence", "trickle")  # each costs the whole limit: at some commands only, here
LONELY = {"greeting": ("cut before", "silence", "trickle", "bye")}  # it asks for nothing


def fits(verb: str, name: str) -> bool:
    if name == "cut after" or name == "cut in the middle":
        return verb not in ("greeting", "IDLE")
    return name in LONELY.get(verb, ACTS)


def ends_well(office: Served, *, rounds: int, copies: int = 1, machines: int = MACHINES) -> None:
    """The whole conversation, and then everything as it must be."""
    play = Play(office, machines).run(rounds)
    play.check(copies)
    assert play.office.did.trouble == ()
    for sentence in play.trouble:
        assert sentence.endswith(".") and len(sentence) < 500 and "\n" not in sentence


@pytest.mark.parametrize("name", ACTS)
def test_a_fault_at_every_command_of_a_conversation(name: str, tmp_path: Path) -> None:
    """At the first call of one command, the second of the next, and so on."""
    can = MOVES if len(name) % 2 else COPIES
    with served(tmp_path, can=can, shared=True, limit=LIMIT) as office:
        verbs = [verb for verb in VERBS if fits(verb, name)]
        for n, verb in enumerate(verbs[::3] if name in SLOW else verbs):
            office.fault(verb, ACTS[name], 1 if verb in RARE else 1 + n % 3)
        ends_well(office, rounds=ROUNDS + 16)
        assert sum(fault.times for fault in office.imap.faults) > (2 if name in SLOW else 5)


SINGLE = [
    (verb, name, nth)
    for verb in VERBS
    for name in ACTS
    for nth in ((1, 2) if verb in RARE else (1, 2, 3))
    if fits(verb, name)
]


def server_for(verb: str, nth: int) -> frozenset[str]:
    """One that uses this command; of both kinds in turn where both do."""
    return MOVES if verb == "MOVE" or (verb not in FILING and nth % 2) else COPIES


def fault_alone(folder: Path, verb: str, name: str, nth: int) -> None:
    """For the sweep."""
    with served(folder, can=server_for(verb, nth), shared=True, limit=LIMIT) as office:
        office.fault(verb, ACTS[name], nth)
        ends_well(office, rounds=ROUNDS + 2, machines=1)


@pytest.mark.parametrize("verb", ["MOVE", "COPY"])
def test_half_a_batch_is_filed_when_the_line_breaks(verb: str, tmp_path: Path) -> None:
    with served(tmp_path, shared=True, can=MOVES if verb == "MOVE" else COPIES) as office:
        office.fault(verb, half_done, 1)
        ends_well(office, rounds=ROUNDS + 2)


# the post

S = smtp_server
POST: dict[str, tuple[Callable[[S.Step], bool], tuple[str, ...]]] = {
    "close": (S.close, S.STAGES),
    "silence": (S.silence, S.STAGES),
    "trickle": (S.trickle, S.STAGES),
    "421": (S.say_and_close(b"421 4.3.2 shutting down"), S.STAGES),
    "450": (S.say(b"450 4.2.1 greylisted"), ("MAIL", "RCPT", "DATA", "dot")),
    "451": (S.say(b"451 4.3.0 later"), ("MAIL", "RCPT", "DATA", "dot")),
    "452": (S.say(b"452 4.3.1 disk full"), ("MAIL", "RCPT", "DATA", "dot")),
    "454": (S.say(b"454 4.7.0 temporary authentication failure"), ("AUTH", "MAIL")),
    "535": (S.say(b"535 5.7.8 not accepted"), ("AUTH",)),
    "5.4.5": (S.say(b"550 5.4.5 Daily user sending limit exceeded"), ("MAIL", "RCPT", "dot")),
    "take and close": (S.take_and_close, ("dot",)),
    "take in silence": (S.take_in_silence, ("dot",)),
    "take and reset": (S.take_and_reset, ("dot",)),
}
DOUBTFUL = ("clos", "sile", "tric", "take")
POST_STAGES = [(name, stage) for name, (_, stages) in POST.items() for stage in stages]


DOUBTS = [(name, stage) for name, stage in POST_STAGES if stage == "dot" and name[:4] in DOUBTFUL]
REST = [(n, s) for n, s in POST_STAGES if (n, s) not in DOUBTS and (n not in SLOW or s in ("EHLO", "RCPT"))]


@pytest.mark.parametrize("turn", range(3))
def test_faults_of_the_post_in_one_conversation(turn: int, tmp_path: Path) -> None:
    with served(tmp_path, shared=True, limit=LIMIT) as office:
        for n, (name, stage) in enumerate(REST[turn::3]):
            office.post_fault(stage, POST[name][0], 1 + n % 4)
        ends_well(office, rounds=ROUNDS + 14)


@pytest.mark.parametrize("keeps", [True, False], ids=["sent is kept", "sent is not kept"])
def test_doubts_in_one_conversation(keeps: bool, tmp_path: Path) -> None:
    """Every second mail that comes to its dot, so that no letter is met twice."""
    with served(tmp_path, shared=True, keeps_sent=keeps, limit=LIMIT) as office:
        for n, (name, stage) in enumerate(DOUBTS):
            office.post_fault(stage, POST[name][0], 1 + 2 * n)
        ends_well(office, rounds=ROUNDS + 14, copies=1 if keeps else 2)
        assert office.smtp.counts["dot"] > 2 * len(DOUBTS) - 2


def post_fault_alone(folder: Path, name: str, stage: str, nth: int, keeps: bool) -> None:
    """For the sweep."""
    with served(folder, shared=True, keeps_sent=keeps, limit=LIMIT) as office:
        office.post_fault(stage, POST[name][0], nth)
        ends_well(office, rounds=ROUNDS + 4, copies=1 if keeps else 2, machines=1)
