"""A letter owed becomes a mail: the right words, in the right thread, from the right address.

Callers need not think about Subjects, Message-IDs, tokens, masking or MIME;
the same letter at the same desk and moment gives the same bytes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from types import MappingProxyType

from outbound.compose_files import carried, shown_files
from outbound.compose_page import Page, page_of, purpose_of, reply_address
from outbound.compose_reader import Reader, reader_of
from outbound.compose_table import KINDS, Side
from outbound.compose_views import thread_subject
from outbound.desk import Desk
from outbound.filters import listed
from outbound.mime import message
from outbound.templates_loader import rendered
from tasks.intents import Held
from tasks.letters import Kind, Letter
from wire.addresses import display
from wire.tokens import message_id, mint

_BLANKS = re.compile(r"\n{3,}")
_NO_MOMENT = datetime.min.replace(tzinfo=UTC)  # a Subject never depends on the hour

# Subjects of letters that belong to no single task; `{n}` tasks, `{about}` the held mail's Subject.
SUBJECTS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.REMINDER: "A reminder about {n} tasks",
        Kind.PROBE: "How {n} tasks go",
        Kind.OVERDUE: "{n} tasks past their date",
        Kind.LATE: "{n} tasks are late",
        Kind.OWED: "{n} answers are awaited",
        Kind.KNOCK: "Held for you: {about}",
        Kind.CONFIRM: "Yours? {about}",
        Kind.WHICH_TASK: "Which task? {about}",
        Kind.NOTHING_IN_IT: "Your mail was empty",
        Kind.BOUNCED: "A letter was not delivered",
        Kind.AWAY: "Away",
        Kind.TRANSCRIPT: "What I did",
        Kind.STATUS: "How things stand",
        Kind.HELP: "Words that work",
        Kind.DIGEST: "Digest",
        Kind.WEEK: "Your tasks",
    }
)


def letter_message_id(letter: Letter, desk: Desk) -> str:
    """Return the letter's Message-ID: always the same for the same letter key (RFC 5322, 3.6.4)."""
    purpose, number = purpose_of(letter)
    token = mint(purpose, letter.to, desk.ring, number)
    return message_id(token, letter.key, desk.ring, desk.identity.domain)


def letter_subject(letter: Letter, desk: Desk) -> str:
    """Return the Subject: that of the person's thread, `[T-42] title` where the letter begins one.

    A letter of no single task has its own, or its kind's.
    """
    return _subject(letter, reader_of(letter, desk, _NO_MOMENT))


def _subject(letter: Letter, reader: Reader) -> str:
    if letter.task:
        return thread_subject(letter.task, reader)
    if letter.subject:
        return reader.line(letter.subject, 200)
    items, held = letter.facts.get("items"), letter.facts.get("held")
    about = held.subject or held.address if isinstance(held, Held) else ""
    number = len(items) if isinstance(items, tuple) else 0
    plain = SUBJECTS.get(letter.kind, KINDS[letter.kind].label)
    return reader.line(plain.format(n=number, about=about or "a mail"), 200)


@dataclass(frozen=True, slots=True)
class Written:
    """A letter written out: the whole message with CRLF line ends, and the two
    of its fields that the books keep."""

    raw: bytes
    message_id: str
    subject: str


def compose(letter: Letter, desk: Desk, now: datetime) -> bytes:
    """Write a letter out as a whole message; see `write_out`."""
    return write_out(letter, desk, now).raw


def write_out(letter: Letter, desk: Desk, now: datetime) -> Written:
    """Write a letter out.

    `now` (aware) becomes its Date. Raises `KeyError` for a person who is not
    registered (law L5), and `ValueError` if the headers did not pass their
    last check; both are bugs of ours, not of a mail.
    """
    reader = reader_of(letter, desk, now)
    subject, mid = _subject(letter, reader), letter_message_id(letter, desk)
    files, left = carried(shown_files(letter, reader), desk.read_file)
    page = page_of(letter, reader, subject, [f.file for f in files], left)
    text, html = _written_out(letter, page, desk)
    raw = message(_fields(letter, reader, page, now, mid), text, html, files, letter.key)
    return Written(raw, mid, subject)


def _written_out(letter: Letter, page: Page, desk: Desk) -> tuple[str, str]:
    """Return the text and the HTML. The first three lines of the text (state,
    ask, where words go) head the HTML too, so the two cannot disagree."""
    name = letter.kind.value
    text = rendered(f"{name}.txt", page, desk.templates).strip("\n")
    lead = [line for line in text.split("\n") if line.strip()][:3]
    foot = rendered("_foot.txt", page, desk.templates).strip("\n")
    html = rendered(f"{name}.html", {**page, "lead": lead}, desk.templates)
    return _BLANKS.sub("\n\n", f"{text}\n\n{foot}\n"), html


def _fields(letter: Letter, reader: Reader, page: Page, now: datetime, mid: str) -> list[tuple[str, str]]:
    """Return the header fields, in their order."""
    desk = reader.desk
    fields = [
        ("From", display(_from_name(letter, reader, page), desk.identity.address)),
        ("To", display(reader.me.name, reader.me.address)),
        ("Reply-To", reply_address(letter, reader)),
        ("Subject", str(page["subject"])),
        ("Date", format_datetime(now.astimezone(UTC))),
        ("Message-ID", mid),
        *_thread_fields(letter),
        ("X-Handoff-Letter", letter.kind.value),
    ]
    if letter.task:
        fields.append(("X-Handoff-Task", letter.task.tag))
    fields.append(("X-Handoff-Instance", desk.instance))
    if not KINDS[letter.kind].personal:
        fields += [("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All")]
    return fields


def _thread_fields(letter: Letter) -> list[tuple[str, str]]:
    """Tie the letter to its reader's thread (RFC 5322, section 3.6.4)."""
    thread = letter.task.thread_of(letter.to) if letter.task else None
    parent = letter.in_reply_to or (thread.latest if thread else "")
    if not parent:
        return []
    chain = [thread.root, thread.latest, parent] if thread else [parent]
    return [("In-Reply-To", parent), ("References", " ".join(dict.fromkeys(i for i in chain if i)))]


def _from_name(letter: Letter, reader: Reader, page: Page) -> str:
    """Say whose tasks these are, never a bare person's name: address books would learn it."""
    if reader.side is Side.CONTRACTOR:
        names = page["owners"] if isinstance(page["owners"], tuple) else ()
        owners = listed(getattr(owner, "first", "") for owner in names)
        return f"{owners}'s tasks" if owners else "Tasks"
    doer = reader.desk.house.people.get(letter.task.contractor) if letter.task else None
    return f"Tasks: {doer.first_name}" if doer else "Tasks"
