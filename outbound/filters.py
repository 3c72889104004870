"""Small changes of wording that templates ask for: quoting, sizes, counts, links.

Text that people wrote is data: it is escaped here and nowhere trusted.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from language.ordinals import nth

# Linear: one run of characters that a link may hold, then a class for its end. Marks that
# nobody sees, or that turn the text around, end it: they make one address read as another.
_UNSEEN = "\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_LINK = re.compile(rf"https?://[^\s<>\"'{_UNSEEN}]{{1,1000}}")
_TAG = re.compile(r"\b[TH]-[0-9]{1,9}")
_LINK_END = ".,;:!?)]}"
_STYLE = "color:#1d5fb8;text-decoration:underline;overflow-wrap:anywhere"


def quoted(text: str) -> str:
    """Put "> " before each line, so that nobody's words can pass for ours."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def linked(text: str) -> Markup:
    """Escape a person's words; only http and https addresses become links."""
    out, last = [], 0
    for match in _LINK.finditer(text):
        href = match.group().rstrip(_LINK_END)
        out += [escape(text[last : match.start()]), _anchor(href)]
        last = match.start() + len(href)
    out.append(escape(text[last:]))
    return Markup("").join(out)


def unbroken(text: str) -> Markup:
    """Escape our own sentence; a tag such as T-42 stays on one line."""
    out = _TAG.sub(r'<span style="white-space:nowrap;">\g<0></span>', str(escape(text)))
    return Markup(out)  # noqa: S704  escaped above; only the span is ours


def _anchor(href: str) -> Markup:
    return Markup('<a href="{}" style="{}">{}</a>').format(href, _STYLE, href)


def safe_link(href: str) -> str:
    """Give back an http, https or mailto address, "#" for any other."""
    return href if href.lower().startswith(("http://", "https://", "mailto:")) else "#"


def size(octets: int) -> str:
    """Say a size in octets as people do: 900 bytes, 12 KB, 3.4 MB (decimal)."""
    if octets < 1000:
        return f"{octets} bytes"
    if octets < 1_000_000:
        return f"{octets // 1000} KB"
    return f"{octets / 1_000_000:.1f} MB"


def count(number: int, one: str, many: str = "") -> str:
    """Say how many there are: `1 task`, `2 tasks`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str]) -> str:
    """Name several: `Ann`, `Ann and Ben`, `Ann, Ben and Cid`; empty ones are left out."""
    found = [word for word in words if word]
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def day(on: date) -> str:
    """Write a calendar day out: Tuesday 1 December."""
    return f"{on:%A} {on.day} {on:%B}"


def ended(text: str) -> str:
    """Give a sentence its full stop, if it has no end mark of its own."""
    return text if text.endswith((".", "?", ":", "…", '"')) or not text else text + "."


def sentence(text: str) -> str:
    """Begin with a capital and end with a stop: `in work` becomes `In work.`"""
    return ended(text[:1].upper() + text[1:])


def mailto(address: str, subject: str, body: str) -> str:
    """Return a mailto address (RFC 6068) whose answer is written already; its
    lines end as section 5 there wants it."""
    answer = subject if subject.lower().startswith("re:") else f"Re: {subject}"
    lines = body.replace("\n", "\r\n")
    return f"mailto:{_quote(address, '@+')}?subject={_quote(answer)}&body={_quote(lines)}"


@lru_cache(maxsize=1024)
def _quote(text: str, safe: str = "") -> str:
    """The links of one letter differ in a word or two."""
    return quote(text, safe=safe)


FILTERS: dict[str, Callable[..., Any]] = {
    "quoted": quoted,
    "linked": linked,
    "unbroken": unbroken,
    "safe_link": safe_link,
    "size": size,
    "count": count,
    "listed": listed,
    "day": day,
    "nth": nth,
    "ended": ended,
    "sentence": sentence,
}
