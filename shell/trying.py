"""Looking ahead without doing: preview, digest.

A preview is a real round on a copy of the store, with the server's mailbox
read and nothing moved, and a post box that keeps what it is given.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path
from shutil import copy2
from tempfile import TemporaryDirectory

from config import Backup, Config
from intake.mail import RawMail
from intake.source import Known, Move, Moved, Source
from outbound.compose import compose
from outbound.filters import count
from outbound.posted import Posted, Result
from shell.letters_known import text_of
from shell.printing import tell as out
from shell.printing import tell_json as as_json
from shell.rounds import one_round
from shell.views import view_of
from shell.workshop import Clock, Workshop, open_workshop
from store.reader import open_reader
from store.remains import refuse_if_lost
from tasks.decide import decide
from tasks.evolve import evolve
from tasks.intents import DigestWanted


class LookOnly:
    """A source that is read, and never moved in."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def fetch(self, known: Known, limit: int) -> Iterator[RawMail]:
        return self._source.fetch(known, limit)

    def move(self, plan: Sequence[Move]) -> Sequence[Moved]:
        return [Moved(m.place, ok=False, detail="a preview moves nothing") for m in plan]

    def wait(self, seconds: float) -> bool:
        return False

    def wake(self) -> None:
        return None

    def check(self) -> Sequence[str]:
        return self._source.check()

    def close(self) -> None:
        self._source.close()


class Pigeonhole:
    """A post box that keeps what it is given, as (recipient, bytes)."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, bytes]] = []

    def post(self, envelope_from: str, to: str, raw: bytes) -> Posted:
        self.kept.append((to, raw))
        return Posted(Result.SENT, 250, "kept, not sent")

    def check(self) -> Sequence[str]:
        return ()

    def close(self) -> None:
        return None


@contextmanager
def copied(config: Config, clock: Clock) -> Iterator[Workshop]:
    """A workshop on a copy of the store, which is thrown away afterwards. New
    mails are spooled in the copy; kept ones are read where they are."""
    with TemporaryDirectory(prefix="handoff-") as folder:
        there = Path(folder)
        original = config.store_path / "handoff.db"
        refuse_if_lost(original)
        if original.exists():
            reader = open_reader(original, evolve)
            reader.copy_to(there / "handoff.db")
            reader.close()
        aside = replace(config, store=replace(config.store, path=there), backup=Backup(every_hours=0))
        if config.key_file.exists():  # a copy, too: a previewed mail may renew a secret address
            copy2(config.key_file, there / "secret.key")
        aside = replace(aside, trust=replace(config.trust, key_file=None))
        shop = open_workshop(aside, clock)
        kept = config.store_path / "spool"
        shop.lend(kept)
        try:
            yield shop
        finally:
            shop.close()


def preview(config: Config, clock: Clock, *, json: bool) -> int:
    """Print the letters that `once` would send now, and send none."""
    with copied(config, clock) as shop:
        hole = Pigeonhole()
        shop.source, shop.poster = LookOnly(shop.source), hole
        done = one_round(shop)
    letters = [_letter(to, raw) for to, raw in hole.kept]
    if json:
        as_json(letters)
    else:
        for letter in letters:
            out(f"To: {letter['to']}\nSubject: {letter['subject']}\n\n{letter['text']}\n{'-' * 60}")
        out(f"{count(done.mails, 'new mail')}, {count(len(letters), 'letter')}. Nothing was sent or moved.")
    for trouble in done.trouble:
        out(trouble)
    return 69 if done.trouble else 0


def _letter(to: str, raw: bytes) -> dict[str, str]:
    message = message_from_bytes(raw)
    return {
        "to": to,
        "subject": _subject(message),
        "kind": str(message["X-Handoff-Letter"]),
        "message_id": str(message["Message-ID"]),
        "text": text_of(message),
    }


def _subject(message: Message) -> str:
    folded = str(make_header(decode_header(str(message["Subject"]))))
    return "".join(folded.splitlines())


def digest(config: Config, clock: Clock, *, json: bool) -> int:
    """Print each owner's digest as it would be now; none is sent."""
    found = []
    with copied(config, clock) as shop:
        now = clock()
        for owner in shop.house.owners():
            intent = DigestWanted(owner.key, "")
            decision = decide(view_of(shop.store, shop.house, intent, now), intent, now)
            raws = [compose(letter, shop.desk, now) for letter in decision.letters]
            found += [_letter(owner.address, raw) for raw in raws]
    if json:
        as_json(found)
    elif not found:
        out("There is nothing to say, so no digest would be sent.")
    for letter in [] if json else found:
        out(f"{letter['subject']}\n\n{letter['text']}")
    return 0
