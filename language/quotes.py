"""The shapes in which mail programs set what others wrote.

Each recogniser looks at a few lines, at most a few hundred characters each,
so that reading a mail stays linear. The words stand in `quotes_words`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from language.quotes_devices import DEVICE_LINES, DEVICES, OWN_DEVICE
from language.quotes_marks import unquoted
from language.quotes_words import (
    ABOVE_HERE,
    FORWARD_SUBJECTS,
    FORWARDED,
    LABELS,
    MESSAGE,
    ORIGINAL,
    REPLY_SUBJECTS,
    WHICH,
)
from language.quotes_wrote import end_of_introduction, says_wrote

_DRAWN = frozenset("-_=*>—–")  # a line drawn with signs, or a title between them, begins so
_LONG = 400  # characters; a longer line introduces nothing
_PREFIXES = 5  # of one Subject that are taken off
_HEADERS = 14  # lines that a block of From, Date, To ... may take
_RULE = re.compile(r"^\s*(?:[-_=*—–]\s?){5,}\s*$|^\s*[-_=]{4,}\s*$")
_LABELLED = re.compile(r"^\s*[*_]{0,2}\s*([^\W\d_][^:：\n<>@\"]{0,24}?)\s*[*_]{0,2}\s*[:：]\s*[*_]{0,2}(.*)$")
_EMAIL = re.compile(r"[^\s<>\"'()\[\],;:«»„”“]+@[^\s<>\"'()\[\],;:«»„”“]+")
_BRACKETED = re.compile(r"[<(\[](?:mailto:)?([^\s<>()\[\]]+@[^\s<>()\[\]]+)[>)\]]")
_DASHED = re.compile(r"^\s*(?:[-_=*]\s?){2,}\s*(\S.{2,70}?)\s*(?:[-_=*]\s?){2,}(.*)$")
_DEVICES = re.compile(rf"(?i){DEVICES}")
_OWN_DEVICE = re.compile(rf"(?i){OWN_DEVICE}")
_DEVICE = re.compile(rf"(?i)^\W*+(?:{'|'.join(DEVICE_LINES)})")
_PREFIX = re.compile(
    r"^\s*(?:\[[^\]]{0,40}\]\s*)?([^\W\d]{1,16}(?:-[^\W\d]{1,4})?)\.?\s?(?:\[\d+\])?\s?[:：]"
)
_FORWARD_WORDS = re.compile("|".join(re.escape(word) for word in FORWARDED))
_MESSAGE_WORDS = re.compile("|".join(re.escape(word) for word in MESSAGE))
_WHICH_WORDS = re.compile("|".join(re.escape(word) for word in (*WHICH, *FORWARDED)))
_ORIGINAL = frozenset(ORIGINAL)
_CLOCKED = re.compile(r"\d{1,2}[:.]\d{2}\b.{0,60}\d{4}|\d{4}.{0,60}\b\d{1,2}[:.]\d{2}")
_ARROWED = re.compile(r"^\s*(?:>{3}\s\S.{3,200}|\S.{1,80}@.{3,120})\d.{0,40}\s>{3}\s*$")  # GroupWise
_ABOVE_HERE = re.compile(rf"(?i)(?:{ABOVE_HERE})")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where quoted matter begins: lines `first` up to, not including, `body` introduce it.

    `forward` tells whether the introduction itself says that it is passed on.
    """

    first: int
    body: int
    forward: bool = False
    headers: bool = False


def _lower(text: str) -> str:
    """Return lower case; the dot of the Turkish capital I would stay behind as a mark of its own."""
    return text.lower().replace("\u0307", "")


def is_rule(line: str) -> bool:
    """Tell whether a line is only a rule drawn with signs."""
    return len(line) <= _LONG and bool(_RULE.match(line))


def is_device_line(line: str) -> bool:
    """Tell whether a phone or an app added this line ("Sent from my ...")."""
    if len(line) > 160 or not _DEVICE.match(line):
        return False
    return bool(_DEVICES.search(line) or _OWN_DEVICE.search(line))


def label_of(line: str) -> tuple[str, str]:
    """Return (role, value) of a header line such as "Von: ...", or ("", "")."""
    if len(line) > 3 * _LONG:
        line = line[: 3 * _LONG]
    found = _LABELLED.match(line)
    if not found:
        return "", ""
    role = LABELS.get(" ".join(_lower(found.group(1)).split()), "")
    return (role, found.group(2).strip(" \t*_")) if role else ("", "")


def subject_says(subject: str) -> str:
    """Return "forward" or "reply" from the beginning of a Subject, or ""."""
    found = _PREFIX.match(subject)
    word = _lower(found.group(1)) if found else ""
    if word in FORWARD_SUBJECTS:
        return "forward"
    return "reply" if word in REPLY_SUBJECTS else ""


def bare_subject(subject: str) -> str:
    """Return a Subject without "Fwd:" and "Re:" before it, in the languages of the tables."""
    for _ in range(_PREFIXES):
        if not subject_says(subject) or (found := _PREFIX.match(subject)) is None:
            break
        subject = subject[found.end() :].lstrip()
    return subject


def opening_at(lines: Sequence[str], at: int) -> Opening | None:
    """Return what begins at line `at`: a line between dashes, header lines, "On ... wrote:", or None."""
    if len(lines[at]) > 4 * _LONG or not lines[at].strip():
        return None
    if _is_drawn_line(lines[at]):
        return Opening(at, at + 1)
    drawn = lines[at].lstrip()[0] in _DRAWN
    return (
        (_dashed_at(lines, at) if drawn else None)
        or _titled_at(lines, at)
        or (_headers_at(lines, at) if drawn or ":" in lines[at] or "：" in lines[at] else None)
        or _wrote_at(lines, at)
    )


def _is_drawn_line(line: str) -> bool:
    """Tell whether a program drew the line itself: GroupWise's arrows, a help desk's "reply above"."""
    bare = line.strip()
    if bare.endswith(">>>"):
        return bool(_ARROWED.match(line[:_LONG]))
    words = bare.strip("-_=*#~|<>[]+. ")
    if not words or len(bare) > 160 or bare.startswith(words):  # in a sentence they are somebody's own words
        return False
    return bool(_ABOVE_HERE.search(words))


def _dashed_at(lines: Sequence[str], at: int) -> Opening | None:
    """A line between dashes: whatever it says above header lines, else one that names a message."""
    found = _DASHED.match(lines[at][:_LONG])
    if not found or not found.group(1).strip("-_=*>—– "):  # only a rule
        return None
    words = _lower(found.group(1))
    if says_wrote(found.group(1)):
        return Opening(at, at + 1)
    if len(words.split()) > 8:
        return None
    forward = bool(_FORWARD_WORDS.search(words))
    block = _headers_below(lines, at)
    if block:
        return Opening(at, block.body, forward, headers=True)
    if not _MESSAGE_WORDS.search(words) or not _WHICH_WORDS.search(words):
        return None
    return Opening(at, at + 1, forward, headers=bool(found.group(2).strip()))


def _titled_at(lines: Sequence[str], at: int) -> Opening | None:
    """Apple's "Begin forwarded message:", or a bare "Original Message", with headers below."""
    line = lines[at]
    if len(line) > 80:
        return None
    words = _lower(line).strip(" \t*_")
    begins = words.endswith((":", "：")) and bool(_FORWARD_WORDS.search(words))
    if not begins and words.rstrip(" :：") not in _ORIGINAL:
        return None
    block = _headers_below(lines, at)
    forward = begins or bool(_FORWARD_WORDS.search(words))
    return Opening(at, block.body, forward, headers=True) if block else None


def _headers_below(lines: Sequence[str], at: int) -> Opening | None:
    """The header lines under a title at line `at`, marked or not, known or of an unknown language."""
    below = _next_line(lines, at + 1)
    if below is None:
        return None
    plain = [unquoted(each) for each in lines[below : below + _HEADERS]]
    block = _headers_at(plain, 0) or _strange_headers(plain)
    return Opening(at, below + block.body, headers=True) if block else None


def _strange_headers(lines: Sequence[str]) -> Opening | None:
    """Three labelled lines or more in words of no table: the first with a name and an address in
    brackets, another with a moment."""
    end = next((n for n, line in enumerate(lines) if not _LABELLED.match(line[:_LONG])), len(lines))
    if end < 3 or not any(_BRACKETED.search(line) for line in lines[:2]):
        return None
    return Opening(0, end, headers=True) if any(_CLOCKED.search(line) for line in lines[:end]) else None


def _next_line(lines: Sequence[str], at: int) -> int | None:
    return next(
        (number for number in range(at, min(at + 3, len(lines))) if lines[number].strip(" >\t")), None
    )


def _headers_at(lines: Sequence[str], at: int) -> Opening | None:
    """A block of labelled lines, perhaps below a rule; two roles and an address, or three roles."""
    start = at
    if is_rule(lines[at]):
        below = _next_line(lines, at + 1)
        if below is None:
            return None
        at = below
    role, value = label_of(lines[at])
    if role not in ("from", "date", "to", "subject"):
        return None
    end, roles, values = _header_lines(lines, at)
    if not _is_block(roles, " ".join(values)):
        one = _one_line_block(lines[at], value)
        return Opening(start, at + 1, headers=True) if one else None
    return Opening(start, end, headers=True)


def _header_lines(lines: Sequence[str], at: int) -> tuple[int, set[str], list[str]]:
    end, roles, values, folded = at, set[str](), list[str](), 0
    for number in range(at, min(at + _HEADERS, len(lines))):
        role, value = label_of(lines[number])
        if role and not (role in roles and role != "other"):
            roles.add(role)
            values.append(value)
            end, folded = number + 1, 0
        elif not lines[number].strip() or folded == 3:
            break
        else:
            values.append(lines[number])
            folded += 1
    return end, roles, values


def _is_block(roles: set[str], values: str) -> bool:
    if len(roles) < 2:
        return False
    if len(roles) >= 3 and "from" in roles and roles & {"date", "subject"}:
        return True
    if len(roles) >= 3 and {"date", "subject", "to"} <= roles:
        return True
    return bool(_EMAIL.search(values)) and bool(roles & {"from", "date"})


def _one_line_block(line: str, value: str) -> bool:
    """Some programs lose the line breaks: "From: a@b Date: Thu ... Subject: ..."."""
    inner = re.findall(r"(?<=\s)\*?([^\W\d_]{2,12})\*? ?:(?=\s)", value[:_LONG])
    return bool(_EMAIL.search(line)) and any(
        LABELS.get(word.lower()) in ("date", "subject") for word in inner
    )


def _wrote_at(lines: Sequence[str], at: int) -> Opening | None:
    end = end_of_introduction(lines, at)
    return Opening(at, end) if end is not None else None


def first_address(text: str) -> str:
    """Return the first mail address in `text`, bare and lower case, one in brackets first; or ""."""
    found = _BRACKETED.search(text[: 4 * _LONG])
    if found:
        return found.group(1).lower().strip(".'\"")
    bare = _EMAIL.search(text[: 4 * _LONG])
    return bare.group(0).lower().strip(".'\"*") if bare else ""
