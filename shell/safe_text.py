"""Words, names, addresses and numbers replaced by stand-ins of the same shape.

One thing has one stand-in in the whole mail, so that threads, quotes and
people still fit together; which one, depends on a salt that is thrown away.
"""

import re
from collections.abc import Collection
from hashlib import sha256

from language.folding import fold
from language.zones import CITIES
from shell.safe_words import kept_words

_TOKEN = re.compile(
    r"(?P<url>\b(?:https?|ftp)://[^\s<>\"')\]]{1,2000}|\bwww\.[^\s<>\"')\]]{1,2000})"
    r"|(?P<address>[^\s<>\"'()\[\],;:|=]{1,200}@[^\s<>\"'()\[\],;:|=]{1,200})"
    r"|(?P<date>\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)"
    r"|\d{1,2}[-/]\d{1,2}|\d{1,2}[:.h]\d{2}(?::\d{2})?)\b(?![-/.]?\d)|(?<=[ ])[+-]\d{4}\b(?!\d))"
    r"|(?P<number>\+?\(?\d(?:[ ().-]{0,2}\d){6,40}|\d{5,40})"
    r"|(?P<word>[^\W_]+(?:['’][^\W\d_]{1,3}(?![^\W_]))?)"
)
_RUN = re.compile(r"[^\W_]+")
_LETTERS = "aeiou", "bcdfghjklmnpqrstvwz"
_SCRIPTS = (  # the letters of other scripts, from which stand-ins are made
    ("\u00c0", "\u024f", "áéíóú"),
    ("\u0370", "\u03ff", "αβγδε"),
    ("\u0400", "\u04ff", "абвгд"),
    ("\u0590", "\u05ff", "אבגדה"),
    ("\u0600", "\u06ff", "ابتجد"),
    ("\u3040", "\u30ff", "かきくけこ"),
    ("\u4e00", "\u9fff", "甲乙丙丁戊"),
    ("\uac00", "\ud7a3", "가나다라마"),
)
_MIXED = re.compile(r"(\d{1,4})([^\W\d_]{1,9})|([^\W\d_]{1,3})(\d{1,4})")
_SHORT_NUMBER = 4  # digits; longer ones may be accounts, orders, doors


class StandIns:
    """Replaces text. `names` are words that never stay, whatever they mean:
    those of the people in the mail. `salt` decides which stand-ins come."""

    def __init__(self, names: Collection[str], salt: bytes) -> None:
        self._names = {part for name in names for part in _RUN.findall(fold(name)) if len(part) > 1}
        self._salt = salt

    def text(self, text: str) -> str:
        """The text with all replaced that is not in the readers' tables. Linear."""
        return _TOKEN.sub(self._token, text)

    def name(self, text: str) -> str:
        """A name of a person or a file: every word in it replaced."""
        return _RUN.sub(lambda hit: self.opaque(hit[0]), text)

    def opaque(self, text: str) -> str:
        """Every letter and digit replaced, all marks kept: ids, paths, labels."""
        return _RUN.sub(lambda hit: self._shape(hit[0]), text)

    def address(self, address: str) -> str:
        """An address: machines' local parts stay ("no-reply"), the domain becomes one of no-one."""
        local, _, domain = address.rpartition("@")
        safe = _RUN.sub(lambda hit: hit[0] if self._stays(hit[0]) else self._shape(hit[0]), local)
        return f"{safe}@{self.host(domain)}"

    def host(self, host: str) -> str:
        """A host name under .example (RFC 2606), each label replaced."""
        labels = host.split(".")
        return ".".join([*(self.opaque(label) for label in labels[:-1] or labels), "example"])

    def _token(self, hit: re.Match[str]) -> str:
        kind, found = str(hit.lastgroup), hit[0]
        if kind == "url":
            return self._url(found)
        if kind == "address":
            return self.address(found)
        if kind == "number":
            return self._number(found)
        return (
            found
            if kind == "date" or self._stays(found, hit.string[hit.end() : hit.end() + 6])
            else (self._shape(found))
        )

    def _url(self, url: str) -> str:
        scheme, mark, rest = url.rpartition("://") if "://" in url else ("", "", url)
        host, slash, path = rest.partition("/")
        return f"{scheme}{mark}{self.host(host)}{slash}{self.opaque(path)}"

    def _stays(self, word: str, behind: str = "") -> bool:
        low = fold(word)
        if low in self._names or low.removesuffix("'s") in self._names:
            return False
        if word.isdecimal():
            return len(word) <= _SHORT_NUMBER
        mixed = _MIXED.fullmatch(low)
        if mixed:  # 5pm, 3rd, 17h, T4, KW53
            return (mixed[2] or mixed[3]) in kept_words() or len(mixed[2] or mixed[3]) == 1
        if low in CITIES and behind.lower().startswith((" time", " zeit")):
            return True
        return low in kept_words() or low.removesuffix("'s") in kept_words() or len(low) == 1

    def _number(self, number: str) -> str:
        """Other digits, the same marks; a card's number stays one that a card could have."""
        safe = self.opaque(number)
        digits = [c for c in number if c.isdecimal()]
        if len(digits) < 13 or _luhn("".join(digits)):
            return safe
        last = max(place for place, c in enumerate(safe) if c.isdecimal())
        fits = (safe[:last] + str(n) + safe[last + 1 :] for n in range(10))
        return next(s for s in fits if not _luhn("".join(c for c in s if c.isdecimal())))

    def _shape(self, word: str) -> str:
        digest = sha256(self._salt + fold(word).encode("utf-8", "replace")).digest()
        octets = (digest * (len(word) // len(digest) + 1))[: len(word)]
        return "".join(
            _like(char, octet, place) for place, (char, octet) in enumerate(zip(word, octets, strict=True))
        )


def _like(char: str, octet: int, place: int) -> str:
    """A character of the same kind: digit, letter of its script, capital."""
    if char.isdecimal():
        return str(octet % 10)
    if not char.isalnum():
        return char
    pool = next((letters for low, high, letters in _SCRIPTS if low <= char.lower() <= high), "")
    pool = pool or _LETTERS[place % 2 == 0]
    made = pool[octet % len(pool)]
    return made.upper() if char.isupper() else made


def _luhn(digits: str) -> int:
    """The remainder of the check that card numbers pass with 0 (ISO/IEC 7812-1)."""
    doubled = [int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits))]
    return sum(n - 9 if n > 9 else n for n in doubled) % 10
