"""The power is cut before and after each commit, each move and each send.

Whatever the moment: started again, nothing is lost, no task is there twice, and
at most one letter was sent twice, then with the very same bytes.
"""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from outbound.posted import Posted, Result
from shell.drain import resume
from shell.trying import Pigeonhole
from tasks.letters import OutboxState
from tests.shell.office import Got, Office

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
ROUNDS = 10


class PowerCut(BaseException):
    """Nothing catches it, as nothing catches a power cut."""


class Fuse:
    """Counts the points at which the power can go, and cuts at one of them."""

    def __init__(self, cut_at: int = -1) -> None:
        self.cut_at, self.count, self.names = cut_at, 0, list[str]()

    def point(self, name: str) -> None:
        self.names.append(name)
        self.count += 1
        if self.count - 1 == self.cut_at:
            raise PowerCut(name)

    def around(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def wired(*args: Any, **more: Any) -> Any:
            self.point(f"before {name}")
            done = work(*args, **more)
            self.point(f"after {name}")
            return done

        return wired


def wire(office: Office, fuse: Fuse) -> None:
    """Put the fuse into every write to the store, the mailbox and the server."""
    store = office.shop.store
    for name in ("commit", "posted", "moved", "seen"):
        setattr(store, name, fuse.around(name, getattr(type(store), name).__get__(store)))
    plain_move, plain_post = type(office.mailroom)._move, type(office.box).post
    office.mailroom._move = fuse.around("move", plain_move.__get__(office.mailroom))  # type: ignore[method-assign]
    office.box.post = fuse.around("send", plain_post.__get__(office.box))  # type: ignore[method-assign]


def week(office: Office, fuse: Fuse) -> list[tuple[str, bytes]]:
    """A task that nothing proves, and people who answer each letter once, by its
    Message-ID: the owner's yes to the question by code comes first."""
    office.mail(STEPHANIE, "tasks+joy@example.com", "One", "Make one by Friday.", proven=False)
    answered: set[str] = set()
    wire(office, fuse)
    for _ in range(ROUNDS):
        try:
            letters = office.letters()
        except PowerCut:
            office.restart()
            wire(office, fuse)
            resume(office.shop)
            letters = office.letters()
        for letter in letters:
            if letter["Message-ID"] not in answered:
                answered.add(letter["Message-ID"])
                _answer(office, letter)
    return office.box.kept


ANSWERS = {
    "confirm": "yes",
    "assignment": "accept\n\nWhich colour should it have?",
    "question": "Blue, please.",
    "relay": "done",
    "review": "approve",
}


def _answer(office: Office, letter: Got) -> None:
    words = ANSWERS.get(letter.kind)
    if words:
        office.reply(letter, words)


def _played(folder: Path, cut_at: int = -1) -> tuple[Office, Fuse, Counter[bytes]]:
    office, fuse = Office(folder, one_process=True), Fuse(cut_at)
    kept = week(office, fuse)
    return office, fuse, Counter(raw for _, raw in kept)


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, Counter[str]]:
    """The week without a cut: how many points it has, and what is sent."""
    office, fuse, sent = _played(tmp_path_factory.mktemp("quiet"))
    kinds = Counter(row.ref.kind for row in office.shop.store.outbox())
    assert [t.state for t in office.shop.store.tasks()] == ["approved"]
    assert set(sent.values()) == {1}
    office.close()
    return fuse.count, kinds


@pytest.mark.timeout(600)
def test_cut_anywhere_nothing_is_lost_and_nothing_doubled(
    tmp_path: Path, quiet: tuple[int, Counter[str]]
) -> None:
    points, kinds = quiet
    assert points > 50
    for cut_at in range(points):
        folder = tmp_path / str(cut_at)
        folder.mkdir()
        office, fuse, sent = _played(folder, cut_at)
        where = fuse.names[cut_at]
        assert [t.state for t in office.shop.store.tasks()] == ["approved"], where
        assert Counter(row.ref.kind for row in office.shop.store.outbox()) == kinds, where
        assert sum(n - 1 for n in sent.values()) <= 1, where  # at most one letter twice, byte for byte
        assert len({_id(raw) for raw in sent}) == len(sent), where  # one Message-ID, one content
        assert not office.mailroom.folders["INBOX"], where  # every mail lies in its folder
        assert list(office.shop.store.verify()) == [], where
        office.close()


def _id(raw: bytes) -> bytes:
    return next(line for line in raw.split(b"\r\n") if line.lower().startswith(b"message-id:"))


def test_letter_under_way_at_the_cut_is_sent_again_and_said_so(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.mail(STEPHANIE, "tasks+joy@example.com", "One", "Make one by Friday.")
    fuse = Fuse(1)
    plain = type(office.box).post
    office.box.post = fuse.around("send", plain.__get__(office.box))  # type: ignore[method-assign]
    with pytest.raises(PowerCut):
        office.round()
    office.restart()
    assert resume(office.shop) == 1
    office.round()
    row = office.shop.store.outbox()[0]
    assert row.attempts == 2
    assert "again" in row.detail or row.sent_at is not None
    assert isinstance(office.box.kept[0], tuple)
    assert office.box.kept[0] == office.box.kept[1]
    office.close()


def test_same_200_mails_twice_and_replayed_after_renumbering(tmp_path: Path) -> None:
    office = Office(tmp_path)
    for n in range(200):
        office.mail(STEPHANIE, "tasks+joy@example.com", f"Task {n}", f"Do number {n} by Friday.")
    raws = [m.raw for m in office.mailroom.folders["INBOX"].values()]
    office.round()
    sent = len(office.box.kept)
    for raw in raws:
        office.mailroom.put(raw, office.now)
    for _ in range(3):
        office.round()
    office.mailroom.renumber()
    for _ in range(4):
        office.round()
    assert len(list(office.shop.store.tasks())) == 200
    assert len(office.box.kept) == sent + 400 - sent  # an assignment and a receipt each, once
    assert not office.mailroom.folders["INBOX"]
    office.close()


def test_second_copy_that_is_cut_off_is_never_sent_a_third_time(tmp_path: Path) -> None:
    office = Office(tmp_path, one_process=True)
    office.mail(STEPHANIE, "tasks+joy@example.com", "One", "Make one by Friday.")
    office.box.post = lambda *_: Posted(Result.UNCERTAIN, 0, "silence after the dot")  # type: ignore[method-assign]
    office.round()
    row = office.shop.store.outbox([OutboxState.UNCERTAIN])[0]
    office.now += timedelta(minutes=11)
    office.box.post = Fuse(0).around("send", Pigeonhole().post)  # type: ignore[method-assign]
    with pytest.raises(PowerCut):
        office.round()
    office.restart()
    resume(office.shop)
    for _ in range(3):
        office.now += timedelta(minutes=11)
        office.round()
    left = office.shop.store.outbox_row(row.ref.key)
    assert left is not None
    assert (left.state, left.next_at) == (OutboxState.UNCERTAIN, None)
    office.now += timedelta(days=1)
    office.round()
    assert row.ref.key not in {r.ref.key for r in office.shop.store.to_post(office.now)}
    office.close()
