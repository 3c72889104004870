"""An office under attack, and what must be true of it whatever was delivered.

`Siege` looks at everything that could leave the house: the bytes of each
letter, the lines of the log, the rows of the ledger. Its checks know nothing of
the code that wrote them.
"""

import logging
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from html.parser import HTMLParser
from pathlib import Path

from intake.ledgerkey import ledger_key
from store.port import Store
from tests.shell.office import CONFIG, MONDAY, OUR_SERVER, Got, Office, kinds, one
from wire.tokens import Purpose, mint, sign, tagged

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
BEN = "Ben Okafor <ben@example.org>"
EVE = "Eve <eve@evil.example>"
PASS = f"Authentication-Results: {OUR_SERVER}; dmarc=pass header.from=example.com"
FAIL = f"Authentication-Results: {OUR_SERVER}; dmarc=fail header.from=example.com"
NEXT = "The next one, served as ever"
LIMIT = 5.0  # seconds for one round of a single mail (trust.md)

HEADERS = frozenset(
    {"from", "to", "reply-to", "subject", "date", "message-id", "in-reply-to", "references"}
    | {"mime-version", "content-type", "content-transfer-encoding", "content-disposition", "content-id"}
    | {"auto-submitted", "x-auto-response-suppress"}
    | {"x-handoff-letter", "x-handoff-task", "x-handoff-instance"}
)
FIELD = re.compile(rb"([!-9;-~]+):[ \t]?[\x20-\x7e\t]*")
FOLDED = re.compile(rb"[ \t][\x20-\x7e\t]*")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
VOID_SCHEMES = ("http://", "https://", "mailto:", "#")
BANNED = frozenset(
    {"script", "style", "iframe", "object", "embed", "form", "input", "link", "svg", "math", "base"}
    | {"video", "audio", "source", "frame", "frameset", "applet", "button", "textarea", "template"}
)


class Siege:
    """One office, its log, and the checks."""

    def __init__(self, folder: Path, log: list[str], config: str = CONFIG, now: datetime = MONDAY) -> None:
        self.office = Office(folder, config, now, one_process=True)
        self.log, self.delivered = log, list[bytes]()

    @property
    def store(self) -> Store:
        return self.office.shop.store

    def put(self, raw: bytes) -> str:
        """Deliver these very bytes; their key in the ledger."""
        self.delivered.append(raw)
        self.office.mailroom.put(raw, self.office.now)
        return ledger_key(raw)

    def begin(self, who: str = "joy", title: str = "Calldown") -> tuple[Got, Got]:
        """A task: its assignment and its receipt."""
        self.office.mail(STEPHANIE, f"tasks+{who}@example.com", title, "Call everyone by Friday.")
        letters = self.office.letters()
        return one(letters, "assignment"), one(letters, "receipt")

    def picture(self) -> object:
        """What an order could change: tasks without their threads, and the house."""
        tasks = [(t.number, t.state, t.contractor, t.due, t.title, t.brief) for t in self.store.tasks()]
        return tasks, self.store.history(0), [(h.number, h.state) for h in self.store.held_rows("passed on")]

    def held(self) -> list[str]:
        return [h.key for h in self.store.held_rows()]

    def round(self) -> list[Got]:
        """A round in time; every letter of it sound."""
        began = time.monotonic()
        letters = self.office.letters()
        assert time.monotonic() - began < LIMIT + len(self.delivered) * 0.2
        for letter in letters:
            sound(letter)
        return letters

    def survived(self) -> None:
        """Nothing lost, one clear line each, and the next mail is served."""
        for raw in self.delivered:
            self._kept(raw)
        self.office.mail(STEPHANIE, "tasks+joy@example.com", NEXT, "Do it by Friday.")
        assert ("joy", "assignment") in kinds(self.round())
        for line in self.log:
            assert not CONTROL.search(line), line

    def _kept(self, raw: bytes) -> None:
        key = ledger_key(raw)
        row = self.store.ledger(key)
        assert row is not None, raw[:200]
        assert self.office.shop.spool.get(row.raw) is not None
        told = [line for line in self.log if line.startswith(f"filed key={key[:12]} ")]
        assert len(told) == 1 or ("as=held" in told[0] and len(told) == 2), told  # held, then let in

    def secret_address(self, person: str = "stephanie") -> str:
        ring = self.office.shop.desk.ring
        return tagged("tasks@example.com", sign(mint(Purpose.OWNER, person, ring), ring))


@contextmanager
def besieged(folder: Path, config: str = CONFIG, now: datetime = MONDAY) -> Iterator[Siege]:
    """An office with its log in hand; its books are right when it closes."""
    lines: list[str] = []

    class Listening(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    ear, log = Listening(), logging.getLogger("handoff")
    level, quiet = log.level, logging.root.manager.disable
    logging.disable(logging.NOTSET)  # the log is judged, also where a worker of the sweep is quiet
    log.addHandler(ear)
    log.setLevel(logging.INFO)
    siege = Siege(folder, lines, config, now)
    try:
        yield siege
        assert list(siege.store.verify()) == []
    finally:
        log.removeHandler(ear)
        log.setLevel(level)
        logging.disable(quiet)
        siege.office.close()


def raw_mail(
    sender: str = STEPHANIE,
    to: str = "tasks+joy@example.com",
    subject: str = "Logo",
    body: str = "Make it by Friday.",
    *,
    head: str = "",
    proof: str = PASS,
    mid: str = "<a1@example.com>",
    kind: str = "text/plain; charset=utf-8",
) -> bytes:
    """A mail as bytes; an empty argument leaves its field out."""
    fields = [proof, f"From: {sender}" if sender else "", f"To: {to}" if to else ""]
    fields += [f"Subject: {subject}", f"Message-ID: {mid}" if mid else "", head]
    fields += ["MIME-Version: 1.0", f"Content-Type: {kind}"]
    block = "\r\n".join(field for field in fields if field)
    return (block + "\r\n\r\n" + body.replace("\n", "\r\n") + "\r\n").encode("utf-8", "surrogateescape")


def sound(letter: Got) -> Message:
    """A letter as the strictest reader sees it: no field that we do not write,
    one reader, nothing that could run or call home."""
    head, _, _ = letter.raw.partition(b"\r\n\r\n")
    names: list[str] = []
    for line in head.split(b"\r\n"):
        field = FIELD.fullmatch(line)
        assert field or (names and FOLDED.fullmatch(line)), line
        if field:
            names.append(field[1].decode().lower())
    assert set(names) <= HEADERS, names
    assert len(names) == len(set(names)), names
    assert letter.message.get_all("To", []) and letter.message["To"].count("@") <= 2
    assert letter.to in letter.message["To"]
    for part in letter.message.walk():
        _sound_part(part)
    return letter.message


def _sound_part(part: Message) -> None:
    assert {name.lower() for name in part} <= HEADERS
    name = part.get_filename()
    assert name is None or not (CONTROL.search(name) or "/" in name or "\\" in name), name
    if part.get_content_type() == "text/html" and name is None:
        payload = part.get_payload(decode=True)
        assert isinstance(payload, bytes)
        inert(payload.decode())


def inert(html: str) -> None:
    """No tag that acts, no handler, no address but http(s), mailto and #, and
    nothing that is fetched from elsewhere when the letter is opened."""
    reader = _Tags()
    reader.feed(html)
    reader.close()
    assert not reader.trouble, reader.trouble


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.trouble: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BANNED and tag != "style":
            self.trouble.append(f"<{tag}>")
        for name, value in attrs:
            text = re.sub(r"[\s\x00-\x1f]", "", value or "").lower()
            if name.startswith("on") or "javascript:" in text or "vbscript:" in text:
                self.trouble.append(f"{tag} {name}={value}")
            if name == "href" and not text.startswith(VOID_SCHEMES):
                self.trouble.append(f"{tag} {name}={value}")
            if name in {"src", "background", "srcset", "poster"} and not text.startswith("cid:"):
                self.trouble.append(f"{tag} {name}={value}")
            if name == "style" and ("url(" in text or "expression(" in text or "@import" in text):
                self.trouble.append(f"{tag} {name}={value}")


def read_back(raw: bytes) -> Message:
    return message_from_bytes(raw)
