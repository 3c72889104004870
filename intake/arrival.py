"""A parsed mail becomes what the core sees: words, dates, people, no headers.

Here the readers of language/ meet the facts of the mail: whose zone counts,
whose words they are, who stands among the recipients.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from intake.arrival_passed import proposed
from intake.away_begins import begun
from intake.mail import InboundMail, RawMail
from intake.route import Routed
from intake.subject_date import with_subject
from intake.tagged import part_by_tag
from intake.taking import taken_in
from language.absent import read_absence, says_back
from language.brief import lint
from language.due import read_due, read_due_phrase
from language.lines import brief_lines, imperative_with_due
from language.lone_date import lone_date
from language.meaning import NO_DUE, Command, DueReading, How, Sure
from language.money import brief_money
from language.short import is_praise, is_thanks, read_short
from language.struck import unstruck
from language.words import read_words
from language.words_text import own_lines
from tasks.intents import Arrival, Sender, Short, TaggedLine
from tasks.model import File
from tasks.people import House, Person
from wire.addresses import Identity
from wire.tokens import tag_of

DUE_TEXT = 8192  # characters in which a due phrase is looked for (trust.md, caps)
ASKED = frozenset({"status", "help", "digest", "snooze", "away", "start", "stop"})
LED = frozenset({"token address", "signed Message-ID", "References", "stored id"})  # more than a Subject
DATED = frozenset({"due", "eta", "hold", "snooze", "away"})  # words whose argument is a due phrase
TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
WINMAIL = "winmail.dat cannot be opened here; ask for the file again as an ordinary attachment."
SIGNED = "Not passed on: {}, as it shows a reply address that only one person may use."


@dataclass(frozen=True, slots=True)
class Found:
    """What the steps before found out about one mail: its ledger key, parsed
    fields, sender, place in the house, role ("owner" or "contractor") and kept
    files. `notes` are sentences for the receipt."""

    key: str
    raw: RawMail
    mail: InboundMail
    sender: Sender
    routed: Routed
    role: str
    files: tuple[File, ...] = ()
    notes: tuple[str, ...] = ()


def arrive(found: Found, house: House, identity: Identity) -> Arrival:
    """The mail as the core sees it. Pure, and never raises on mail."""
    mail, sender = found.mail, found.sender
    words, written_at = mail.reaction or mail.words.text, mail.written_at or found.raw.arrived_at
    own = unstruck(mail.reaction or mail.words.own)  # what may be obeyed: no forward, no kept quotes
    reader = _Reader(house, _whose(found, house), found.role, written_at)
    known = {a: p.key for a in (*mail.to, *mail.cc, sender.address) if (p := house.person_at(a))}
    brief, body, (due, told) = brief_lines(own), _body(mail), reader.due_of(found, own)
    return Arrival(
        key=found.key,
        message_id=mail.message_id or f"<{found.key[:32]}@no-message-id.invalid>",
        sender=sender,
        subject=mail.subject,
        words=words,
        own=own,
        body=body,
        written_at=written_at,
        commands=reader.commands(own) or reader.asked(mail, own),
        due=due,
        lint=lint(mail.subject, body),
        files=() if mail.reaction else found.files,  # Gmail's own part is no file of anybody's
        to=tuple(known[a] for a in mail.to if a in known),
        present=tuple(dict.fromkeys(known.values())),
        outsiders=_outsiders(mail, known, sender, identity),
        hint=found.routed.for_hint or brief.get("for", ""),
        answers=found.routed.letter,
        in_reply_to=mail.in_reply_to,
        fresh=not (mail.in_reply_to or mail.references),
        led=found.routed.how in LED,
        cc_only=_ours(mail, identity) == "cc",
        task_word=bool({"due", "for"} & brief.keys()) or imperative_with_due(own),
        short=_reacted(mail.reaction) or _short(_nameless(own, house)),
        date=reader.date(own),
        quoted=mail.words.quoted,
        lines=reader.lines(own) or reader.taken(mail, own),
        untagged=reader.untagged(own),
        pairs=mail.words.pairs,
        money=brief_money(own),
        notes=(*told, *_notes(reader, found, due)),
    )


def read_again(found: Found, arrival: Arrival, sender: Sender, house: House) -> Arrival:
    """A mail that was let in as `sender`'s: its dates are read where they live."""
    person, own = house.people.get(sender.person), arrival.own
    reader = _Reader(house, person, found.role, arrival.written_at)
    return replace(
        arrival,
        sender=sender,
        commands=reader.commands(own) or reader.asked(found.mail, own),
        due=reader.due_of(found, own)[0],
        date=reader.date(own),
        lines=reader.lines(own),
    )


def _body(mail: InboundMail) -> str:
    """The readable body; a mail that is attached stands in the words alone."""
    passed = mail.words.forward
    return mail.words.text if passed is not None and passed.text not in mail.text else mail.text


def _opens(found: Found) -> bool:
    """Whether it may open a task."""
    return not found.routed.task and found.routed.letter is None


def _notes(reader: "_Reader", found: Found, due: DueReading) -> tuple[str, ...]:
    """What the receipt says of the files, and of a date in a mail that was passed on, where
    its writer named none."""
    asked = _opens(found) and due.sure in (Sure.NONE, Sure.ASK)
    return (*found.notes, *_about(found.files), *(reader.proposed(found.mail) if asked else ()))


def _about(files: Sequence[File]) -> tuple[str, ...]:
    """What becomes of files, where their sender cannot see it: Outlook's envelope around
    attachments (MS-OXTNEF) stays shut, and a signed reply address goes to nobody else."""
    shut = any(f.media_type in TNEF or f.name.lower() == "winmail.dat" for f in files)
    signed = ", ".join(f.name for f in files if f.signed)
    return (*((WINMAIL,) if shut else ()), *((SIGNED.format(signed),) if signed else ()))


def _whose(found: Found, house: House) -> Person | None:
    return house.people.get(found.sender.person or found.sender.token_person)


def _ours(mail: InboundMail, identity: Identity) -> str:
    """Where our address stands: "to", "cc", or "" where it is in neither."""
    for name, among in (("to", mail.to), ("cc", mail.cc)):
        if any(tag_of(address, identity.address) is not None for address in among):
            return name
    return ""


def _outsiders(
    mail: InboundMail, known: dict[str, str], sender: Sender, identity: Identity
) -> tuple[str, ...]:
    """Addresses in To and Cc that are neither registered nor ours."""
    others = (a for a in (*mail.to, *mail.cc) if a not in known and a != sender.address)
    return tuple(dict.fromkeys(a for a in others if tag_of(a, identity.address) is None))


def _reacted(reaction: str) -> Short | None:
    """A heart tapped under a letter is praise; written alone it is only thanks."""
    return Short("praise") if reaction and is_thanks(reaction) else None


def _nameless(words: str, house: House) -> str:
    """The words without the name of the one they speak to: "Thank you, Joy"."""
    said = words.strip()
    for name in (person.first_name for person in house.people.values()):
        bare = said.rstrip(" .!")
        if bare.endswith((f", {name}", f" {name}")):
            return bare[: -len(name)].rstrip(" ,")
    return words


def _short(words: str) -> Short:
    """The whole text as one short word, if it is one. Praise says more than ok."""
    read = read_short(words)
    if is_praise(words):
        return Short("praise")
    return Short(read.kind.value.replace("_", " "), read.number) if read else Short()


@dataclass(frozen=True, slots=True)
class _Reader:
    """The readers of language/, set to the zone and role of one sender."""

    house: House
    person: Person | None
    role: str
    written_at: datetime

    def due(self, text: str) -> DueReading:
        return read_due(text[:DUE_TEXT], **self._setting())

    def due_of(self, found: Found, own: str) -> tuple[DueReading, tuple[str, ...]]:
        """The date of a mail, with what the receipt says of another in its Subject."""
        due = self.due(own)
        opens = _opens(found) and self.role == "owner" and found.mail.words.forward is None
        return with_subject(found.mail.subject[:500], due, self.due) if opens else (due, ())

    def proposed(self, mail: InboundMail) -> tuple[str, ...]:
        """What the receipt says of a date in a mail that was passed on."""
        return proposed(mail, **self._setting())

    def date(self, words: str) -> DueReading:
        """The words as a date, if they are nothing else: an answer to "when?"."""
        phrase = lone_date(words)
        reading = read_due_phrase(phrase, **self._setting()) if phrase else NO_DUE
        whole = len(reading.phrase) >= len(phrase) - 3  # "on", "el"
        return reading if reading.sure in (Sure.SURE, Sure.AMBIGUOUS) and whole else NO_DUE

    def commands(self, words: str) -> tuple[Command, ...]:
        names = [n for p in self.house.people.values() for n in (p.key, p.name, p.first_name)]
        found = read_words(words, self.role, names)
        if line := says_back(words):
            found = (Command("start", line=line), *found)
        return tuple(self._dated(c) if c.word in DATED else c for c in found)

    def asked(self, mail: InboundMail, own: str) -> tuple[Command, ...]:
        """The word that is the whole Subject of a fresh mail with nothing below it:
        one that asks something of us, and is no title of a task."""
        if own.strip() or mail.parts or mail.in_reply_to or mail.references:
            return ()
        found = self.commands(mail.subject[:200])
        return tuple(c for c in found if c.word in ASKED and c.how is How.EXPLICIT)

    def _dated(self, command: Command) -> Command:
        """The command with its due phrase read; from its line, where the
        argument was not cut out of a sentence."""
        if command.word == "away":
            zone = str(self._setting()["zone"])
            command = begun(
                command, self.written_at, zone, lambda day: read_due_phrase(day, **self._setting())
            )
        text = command.arg or command.line
        text = read_absence(text).until if command.word == "away" else text
        reading = read_due_phrase(text[:500], **self._setting()) if text else NO_DUE
        if reading.sure is Sure.NONE and command.line and command.word != "away":
            reading = self.due(command.line)
        return replace(command, due=reading)

    def _phrase(self, text: str) -> DueReading:
        return read_due_phrase(text, **self._setting())

    def _setting(self) -> dict[str, Any]:
        zone = self.person.zone if self.person else "UTC"
        locale = self.person.locale if self.person else "en-US"
        holidays = self.person.holidays if self.person else frozenset()
        return {
            "written_at": self.written_at,
            "zone": zone,
            "locale": locale,
            "due_time": self.house.rules.due_time,
            "holidays": holidays,
        }

    def lines(self, words: str) -> tuple[TaggedLine, ...]:
        """Lines that begin with a tag, each with the lines up to the next tag
        or empty line."""
        found, _ = part_by_tag(self._tag_first(words.splitlines()))
        return tuple(self._line(kind, number, parts) for kind, number, parts in found)

    def untagged(self, words: str) -> str:
        """The lines that belong to no tag, where there is one."""
        return "\n".join(part_by_tag(self._tag_first(own_lines(words)))[1])

    def _tag_first(self, lines: Sequence[str]) -> Iterator[str]:
        """ "take T-5", as an owner writes it, with its tag first; any other line as it is."""
        for line in (text.strip() for text in lines):
            yield from (taken_in(line) if self.role == "owner" else ()) or (line,)

    def taken(self, mail: InboundMail, own: str) -> tuple[TaggedLine, ...]:
        """The line that is the whole Subject of a fresh mail with nothing below it: "take T-5"."""
        if own.strip() or mail.parts or mail.in_reply_to or mail.references or not taken_in(mail.subject):
            return ()
        return self.lines(mail.subject)

    def _line(self, kind: str, number: int, parts: Sequence[str]) -> TaggedLine:
        text = "\n".join(p for p in parts if p)
        commands = self.commands(text)
        return TaggedLine(
            text,
            commands,
            task=number if kind == "T" else 0,
            held=number if kind == "H" else 0,
            short=_short(text),
        )
