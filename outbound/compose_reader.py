"""One reader's eyes: what a text becomes before this person may read it.

Every string that reaches a template has passed here. Tokens are taken out,
secrets are masked, and no contractor sees another's address, so a template
(ours or a user's) cannot give away what it was never given.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from language.masking import mask, secrets_in
from language.zones import in_words
from outbound.compose_table import TO_CONTRACTOR, Side
from outbound.desk import Desk
from tasks.absence import substitute_of
from tasks.letters import Item, Kind, Letter, items_in
from tasks.model import Due
from tasks.people import House, Person
from wire.headers import one_line
from wire.tokens import Purpose, mint, sign, strip_tokens

HIDDEN = "[address not shown]"
TITLE_LIMIT = 120  # characters; trust.md
# C0 and C1 controls but TAB and LF; the other line ends become LF before.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85]")


@dataclass(frozen=True, slots=True)
class Reader:
    """The person who reads the letter, on which side of the task, at which desk."""

    me: Person
    side: Side
    desk: Desk
    now: datetime
    known: tuple[str, ...] = ()  # secrets of the task, masked where they stand without a label, too
    hidden: re.Pattern[str] | None = None  # addresses that this reader must not see

    def said(self, text: str) -> str:
        """Clean somebody's words: line ends LF, no controls, tokens, secrets or hidden addresses."""
        return mask(self.as_is(text), self.known).text if text else ""

    def as_is(self, text: str) -> str:
        """As `said`, but with its secrets: the owner wished it so, once."""
        plain = text if text.isprintable() else _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
        plain = strip_tokens(plain, self.desk.identity.address)
        return self.hidden.sub(HIDDEN, plain).strip("\n") if self.hidden else plain.strip("\n")

    def line(self, text: str, limit: int = TITLE_LIMIT) -> str:
        """Clean a title or a name: as `said`, in one line of at most `limit` characters."""
        return one_line(self.said(text), limit) if text else ""

    def moment(self, at: datetime) -> str:
        """Say an aware moment in the reader's zone and manner."""
        return in_words(at, self.me.zone, self.me.locale)

    def due(self, due: Due, other: Person | None) -> tuple[str, ...]:
        """Say a date as it was meant, then as it is for the reader and for the other side.

        A zone is left out where its clock shows the same as one said before.
        """
        said = [in_words(due.at, due.zone, self.me.locale)]
        told = {_offset(due.at, due.zone)}
        for person, label in ((self.me, "for you"), (other, f"for {other.first_name}" if other else "")):
            if person and (offset := _offset(due.at, person.zone)) not in told:
                told.add(offset)
                said.append(f"{in_words(due.at, person.zone, self.me.locale)} ({label})")
        return tuple(said)

    def reply_to(self, purpose: Purpose, number: int = 0) -> str:
        """Return where an answer goes: our address with the reader's token, if plus addresses work."""
        ring = self.desk.ring
        return self.desk.identity.reply_to(sign(mint(purpose, self.me.key, ring, number), ring))


def reader_of(letter: Letter, desk: Desk, now: datetime) -> Reader:
    """Find who reads a letter, from which side, and when (aware)."""
    me = desk.house.people[letter.to]
    side = _side(letter, me, desk.house, now)
    return Reader(me, side, desk, now, _known(letter), _hidden_addresses(me, side, desk.house))


def _known(letter: Letter) -> tuple[str, ...]:
    """The secrets in the briefs that the letter is about."""
    items = letter.facts.get("items")
    about = (
        [letter.task, *(item.task for item in items if isinstance(item, Item))]
        if isinstance(items, tuple)
        else [letter.task]
    )
    return secrets_in(*(text for task in about if task for text in (task.brief, task.masked)))


def _side(letter: Letter, me: Person, house: House, now: datetime) -> Side:
    """A role is per task, not per address: an owner may be the contractor of another's task."""
    task = letter.task
    if letter.kind in TO_CONTRACTOR:
        return Side.CONTRACTOR
    if task is None and letter.kind is Kind.ESCALATION:
        return _called_in(letter, me)
    if task is None:
        return Side.OWNER if "owner" in me.roles else Side.CONTRACTOR
    if me.key == task.owner or me.key == substitute_of(house, task, now):
        return Side.OWNER
    return Side.OTHER if letter.kind is Kind.ESCALATION else Side.CONTRACTOR


def _called_in(letter: Letter, me: Person) -> Side:
    """Of several tasks at one moment: the owner's side where all are theirs."""
    mine = all(item.task.owner == me.key for item in items_in(letter))
    return Side.OWNER if mine else Side.OTHER


def _hidden_addresses(me: Person, side: Side, house: House) -> re.Pattern[str] | None:
    """Match the addresses that this reader must not see; None if there are none."""
    if side is Side.OTHER or "owner" in me.roles and side is not Side.CONTRACTOR:
        return None
    people = [p for p in house.people.values() if p.key != me.key and "owner" not in p.roles]
    if not house.rules.share_owner_address:
        people += [p for p in house.owners() if p.key != me.key]
    found = sorted({re.escape(a) for p in people for a in p.addresses}, key=len, reverse=True)
    return re.compile(rf"(?<![\w.+-])(?:{'|'.join(found)})(?![\w-])", re.IGNORECASE) if found else None


def _offset(at: datetime, zone: str) -> object:
    """Return the zone's distance from UTC at that moment; the name itself if it is unknown."""
    try:
        return at.astimezone(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return zone
