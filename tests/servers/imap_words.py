"""What IMAP commands ask of a mailbox, and the bytes that answer (RFC 3501).

Only what a careful client sends; anything else is answered BAD, so that a
command nobody thought of shows in a test.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from tests.servers.mailbox import Folder, Kept

WORD = re.compile(rb'"((?:[^"\\]|\\.)*)"|(\((?:[^()]|\([^()]*\))*\))|([^ ]+)')
ITEM = re.compile(rb"BODY\.PEEK\[([^\]]*)\](?:<0\.(\d+)>)?|[A-Z0-9.]+", re.IGNORECASE)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def words(line: bytes) -> list[str]:
    """The words of a command: atoms, quoted strings, and whole lists."""
    found = []
    for match in WORD.finditer(line):
        quoted, listed, atom = match.groups()
        text = re.sub(rb"\\(.)", rb"\1", quoted) if quoted is not None else listed or atom
        found.append(text.decode())
    return found


def verb(line: bytes) -> str:
    """What a command is called in a plan of faults: of FETCH there are three
    kinds, "FETCH look", "FETCH head", "FETCH body"."""
    parts = line.upper().split(b" ")
    name = (parts[1] if parts[0] == b"UID" and len(parts) > 1 else parts[0]).decode("ascii", "replace")
    if name != "FETCH":
        return f"UID {name}" if parts[0] == b"UID" and name == "EXPUNGE" else name
    upper = line.upper()
    if b"BODY" not in upper:
        return "FETCH look"
    return "FETCH head" if b"HEADER" in upper else "FETCH body"


def uids(text: str, folder: Folder) -> list[int]:
    """The mails of a UID set. "n:*" names the last one even when n is past it."""
    last = max(folder.mails, default=0)
    found: set[int] = set()
    for part in text.split(","):
        first, _, second = part.partition(":")
        ends = [last if end == "*" else int(end) for end in (first, second or first)]
        found |= {uid for uid in folder.mails if min(ends) <= uid <= max(ends)}
    return sorted(found)


def search(criteria: Sequence[str], folder: Folder) -> list[int]:
    """UID SEARCH with the keys that we use."""
    found, rest = set(folder.mails), list(criteria)
    while rest:
        key = rest.pop(0).upper()
        mails = folder.mails.items()
        match key:
            case "ALL":
                continue
            case "UID":
                found &= set(uids(rest.pop(0), folder))
            case "DELETED":
                found &= {uid for uid, mail in mails if "\\Deleted" in mail.flags}
            case "KEYWORD":
                wanted = rest.pop(0)
                found &= {uid for uid, mail in mails if wanted in mail.flags}
            case "SINCE":
                day = datetime.strptime(rest.pop(0), "%d-%b-%Y").replace(tzinfo=UTC).date()
                found &= {uid for uid, mail in mails if mail.at.astimezone(UTC).date() >= day}
            case "HEADER":
                name, value = rest.pop(0), rest.pop(0)
                found &= {uid for uid, mail in mails if value.lower() in field(mail.raw, name).lower()}
            case _:
                raise ValueError(f"SEARCH {key}")
    return sorted(found)


def head(raw: bytes) -> bytes:
    """The header block with the empty line after it."""
    return raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"


def field(raw: bytes, name: str) -> str:
    """The lines of one header field; "" where there is none."""
    pattern = rb"(?im)^" + re.escape(name.encode()) + rb":[^\n]*\n(?:[ \t][^\n]*\n)*"
    return b"".join(re.findall(pattern, head(raw))).decode("utf-8", "replace")


def answer_fetch(folder: Folder, mail: Kept, asked: str) -> bytes:
    """One untagged FETCH answer."""
    parts = [b"UID %d" % mail.uid]
    for match in ITEM.finditer(asked.strip("()").encode()):
        item = match[0].upper()
        if item.startswith(b"BODY.PEEK"):
            parts.append(_body(mail, match[1].decode(), match[2]))
        elif item == b"RFC822.SIZE":
            parts.append(b"RFC822.SIZE %d" % len(mail.raw))
        elif item == b"INTERNALDATE":
            parts.append(b"INTERNALDATE " + _date(mail.at))
        elif item == b"FLAGS":
            parts.append(b"FLAGS (" + " ".join(sorted(mail.flags)).encode() + b")")
        else:
            raise ValueError(f"FETCH {item!r}")
    return b"* %d FETCH (" % folder.number(mail.uid) + b" ".join(parts) + b")\r\n"


def _body(mail: Kept, section: str, limit: bytes | None) -> bytes:
    upper = section.upper()
    if upper.startswith("HEADER.FIELDS"):
        names = section.partition("(")[2].rstrip(")").split()
        data = "".join(field(mail.raw, name) for name in names).encode() + b"\r\n"
    else:
        data = head(mail.raw) if upper == "HEADER" else mail.raw
    origin = b"<0>" if limit is not None else b""
    data = data[: int(limit)] if limit is not None else data
    return b"BODY[" + section.encode() + b"]" + origin + b" {%d}\r\n" % len(data) + data


def _date(at: datetime) -> bytes:
    at = at.astimezone(UTC)
    text = f'"{at.day:2d}-{MONTHS[at.month - 1]}-{at.year} {at:%H:%M:%S} +0000"'
    return text.encode()


def set_of(numbers: Iterable[int]) -> bytes:
    return ",".join(map(str, numbers)).encode()
