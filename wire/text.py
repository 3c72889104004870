"""Foreign text made harmless for one line.

Titles, names and subjects come from mail and stand in our letters, digests
and headers. What leaves here cannot start a second line and cannot turn the
text beside it around.
"""

import re
from base64 import b64encode

from wire.caps import TITLE_CHARS

# C0, DEL, C1 (with U+0085), and the two line ends of Unicode.
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SPACES = re.compile(" {2,}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OPENS, _CLOSE = "\u2066\u2067\u2068", "\u2069"
_TAG = re.compile(r"\[T-([1-9][0-9]{0,8})\]", re.IGNORECASE | re.ASCII)
_HELD_TAG = re.compile(r"\[H-([1-9][0-9]{0,8})\]", re.IGNORECASE | re.ASCII)


def clean(text: str) -> str:
    """Return `text` on one line: controls and line ends of any kind become a
    space, runs of spaces one, lone surrogates U+FFFD. Linear; never raises."""
    if text.isprintable():  # most are: then nothing but runs of spaces can stand in it
        return (_SPACES.sub(" ", text) if "  " in text else text).strip(" ")
    flat = _SURROGATES.sub("\ufffd", _BREAKS.sub(" ", text))
    return _SPACES.sub(" ", flat).strip(" ")


def one_line(text: str, limit: int = TITLE_CHARS) -> str:
    """Return `text` on one line of at most `limit` characters (4 or more), an
    ellipsis at the cut.

    A text with direction marks is enclosed in U+2068 and U+2069, its own
    isolates balanced, so that nothing outside it is turned (UAX 9, rule X5c
    and BD9). Linear; never raises.
    """
    flat = clean(text)
    if flat.isprintable() or not _MARKS.search(flat):
        return _cut(flat, limit)
    return _isolated(flat, limit)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip(" ") + "\u2026"


def _isolated(text: str, limit: int) -> str:
    """Balance and enclose; each isolate kept costs the room of its end."""
    kept: list[str] = []
    depth = 0
    for character in text:
        if len(kept) + depth + 3 + (character in _OPENS) >= limit:
            kept.append("\u2026")
            break
        if character == _CLOSE and depth == 0:
            continue
        depth += (character in _OPENS) - (character == _CLOSE)
        kept.append(character)
    return "\u2068" + "".join(kept) + _CLOSE * (depth + 1)


def without_secret(text: str, user: str, password: str) -> str:
    """Return a server's words without the password that it may have repeated, as
    it is, quoted (RFC 3501, section 4.3) or in base64 (RFC 4616). Never raises."""
    quoted = password.replace("\\", "\\\\").replace('"', '\\"')
    plain = [p.encode("utf-8", "replace") for p in (password, f"\0{user}\0{password}")]
    forms = [password, quoted, *(b64encode(p).decode("ascii") for p in plain)]
    for form in sorted(forms, key=len, reverse=True):
        text = text.replace(form, "***") if password else text
    return text


def subject_tag(text: str) -> int | None:
    """Return 42 for a Subject with `[T-42]`; None without one, or with two that
    differ. It is for people: it proves nothing."""
    numbers = {int(found) for found in _TAG.findall(text)}
    return numbers.pop() if len(numbers) == 1 else None


def held_tag(subject: str) -> int | None:
    """Return 7 for a Subject that begins with `[H-7]`, "Re:" cut off before; what
    stands behind it is another's Subject. It proves no more than a task's tag."""
    found = _HELD_TAG.match(subject.lstrip())
    return int(found[1]) if found else None
