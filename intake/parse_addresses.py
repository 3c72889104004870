"""The strict reader of address fields.

Who wrote a mail is worth forging, so it is read by two parsers and believed
only where they agree. This is ours: RFC 5322, section 3.4, linear, and what
it cannot read is left out instead of guessed.
"""

import re

from intake.decode import header_text, one_line

_NAME_CAP = 100  # characters of a display name that anybody reads
_ADDRESSES_CAP = 200  # addresses taken of one field
_TOKEN = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.)*)"'
    r"|<(?P<angle>[^<>]*)>"
    r"|(?P<open>\()|(?P<close>\))|(?P<comma>[,;])|(?P<colon>:)"
    r'|(?P<word>[^\s"<>(),;:]+)|(?P<rest>["<>])',
    re.S,
)
# One mailbox of plain letters: no quoting, comment, list or encoding that two readers could see differently.
_PLAIN = re.compile(
    rb"(?:(?:(?P<name>[A-Za-z0-9_-]+(?: [A-Za-z0-9_-]+){0,9})"
    rb"|\"(?P<quoted>[A-Za-z0-9_-]+(?: [A-Za-z0-9_-]+){0,9})\") )?"
    rb"(?P<angle><)?(?P<address>[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?(angle)>)"
)
_BARE = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+")
_ESCAPED = re.compile(r"\\(.)", re.S)


class _Mailbox:
    """One address while it is being read."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.angle = ""
        self.comment = ""
        self.raw_name = ""

    def read(self) -> tuple[str, str]:
        address = self.angle
        name = " ".join(self.words)
        if not address:
            bare = [word for word in self.words if _BARE.fullmatch(word)]
            address = bare[-1] if bare else ""
            name = " ".join(word for word in self.words if word != address) or self.comment
        return _name(name), _address(address, lone=bool(self.angle))


def read_addresses(value: bytes) -> list[tuple[str, str]]:
    """Return (name, address) pairs of one address field, in order; addresses bare and lower case.

    `value` is the raw field value, undecoded.
    Groups are opened (RFC 5322, section 3.4), comments dropped. Never raises.
    """
    if plain := _plain(value):
        name = plain["name"] or plain["quoted"] or b""
        return [(name.decode("ascii")[:_NAME_CAP], plain["address"].decode("ascii").lower())]
    found: list[tuple[str, str]] = []
    mailbox, depth = _Mailbox(), 0
    text = value.decode("utf-8", "replace")
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup or ""
        depth = max(0, depth + (kind == "open") - (kind == "close"))
        if depth or kind == "close":
            mailbox.comment += "" if kind in ("open", "close") else f"{token.group(0)} "
        elif kind in ("comma", "colon"):
            found += _finished(mailbox) if kind == "comma" else []
            mailbox = _Mailbox()
        else:
            _take(mailbox, kind, token)
        if len(found) >= _ADDRESSES_CAP:
            return found
    return found + _finished(mailbox)


def plain_address(value: bytes) -> str:
    """Return the address of a field whose shape leaves nothing to disagree about, or ""; a reader
    of address fields sees it and no other. Most senders' fields are so, and other readers slow."""
    found = _plain(value)
    return found["address"].decode("ascii").lower() if found else ""


def _plain(value: bytes) -> re.Match[bytes] | None:
    found = _PLAIN.fullmatch(value.strip(b" "))
    if found and (found["name"] or found["quoted"]) and not found["angle"]:
        return None  # "Joy joy@y.example" is no address field
    return found


def _take(mailbox: _Mailbox, kind: str, token: re.Match[str]) -> None:
    if kind == "quoted":
        mailbox.words.append(_ESCAPED.sub(r"\1", token["quoted"]))
    elif kind == "angle":
        mailbox.angle = mailbox.angle or token["angle"].strip()
    elif kind == "word":
        mailbox.words.append(token["word"])


def _finished(mailbox: _Mailbox) -> list[tuple[str, str]]:
    name, address = mailbox.read()
    return [(name, address)] if address else []


def _name(raw: str) -> str:
    return one_line(header_text(raw.encode("utf-8")).strip("'\" "), _NAME_CAP)


def _address(raw: str, *, lone: bool) -> str:
    """Return the bare address; a source route (obsolete, section 4.4) and `mailto:` are cut.

    A local part without a domain is taken where brackets show that it was meant (`lone`).
    With a control or a mark that nobody sees in it (direction, zero width) it is no address.
    """
    address = "".join(raw.split())
    if address.lower().startswith("mailto:"):
        address = address[7:]
    if address.startswith("@") and ":" in address:
        address = address.split(":", 1)[1]
    local, at, domain = address.rpartition("@")
    if not at and lone and address.isalnum():
        return address.lower()
    if not at or not local or not domain or not address.isprintable():
        return ""
    return f"{local}@{domain.rstrip('.')}".lower()
