"""HTML cut into tags and text, in one pass whatever the input.

The standard library's parser goes back over unfinished tags and takes a
minute for 64 KB of `<a <a <a`. Here each character is looked at a fixed
number of times, and what is no tag is text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from intake.html_tags import RAW

_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})(?=[\s/>])")
_ATTRIBUTE = re.compile(r"(?<![\w-])([a-zA-Z-]{1,30})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")
_TAG_READ = 4096  # characters of one tag whose attributes are read
_STRETCHES = 20  # signs > inside quoted attributes of one tag that are forgiven


@dataclass(frozen=True, slots=True)
class Text:
    """Words between tags, entities resolved."""

    words: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: `name` in lower case, `ends` for </name>, `source` its text with the attributes."""

    name: str
    ends: bool
    source: str

    def attributes(self) -> dict[str, str]:
        """Return the attributes, names in lower case; of a repeated one the first."""
        found: dict[str, str] = {}
        for each in _ATTRIBUTE.finditer(self.source[:_TAG_READ]):
            value = next((group for group in each.groups()[1:] if group is not None), "")
            found.setdefault(each.group(1).lower(), unescape(value))
        return found


def tokens(html: str) -> Iterator[Text | Tag]:
    """Yield the tags and the text of `html` in order. Linear; never raises."""
    low = html.lower()
    at = 0
    while at < len(html):
        start = html.find("<", at)
        end = html.find(">", start) if start >= 0 else -1
        if end < 0:  # no tag can end any more: the rest is text
            yield Text(unescape(html[at:]))
            return
        if start > at:
            yield Text(unescape(html[at:start]))
        name = _NAME.match(html, start)
        if name is None:
            at = _past_markup(html, start, end)
            if at == start:
                yield Text("<")
                at = start + 1
            continue
        end = _end_of_tag(html, start, end)
        tag = Tag(name.group(2).lower(), bool(name.group(1)), html[start : end + 1])
        yield tag
        at = end + 1
        if tag.name in RAW and not tag.ends:
            at = _past_raw(low, at, tag.name)


def _past_markup(html: str, start: int, end: int) -> int:
    """Return where a comment or declaration that begins at `start` is over, or `start` if it is none."""
    if html.startswith("<!--", start):
        closed = html.find("-->", start + 2)
        return closed + 3 if closed >= 0 else len(html)
    if html.startswith(("<!", "<?", "</"), start):
        return end + 1
    return start


def _end_of_tag(html: str, start: int, end: int) -> int:
    """Return the place of the > that ends a tag, past those inside quoted attributes."""
    first, quotes = end, html.count('"', start, end)
    for _ in range(_STRETCHES):
        if quotes % 2 == 0:
            return end
        further = html.find(">", end + 1, end + _TAG_READ)
        if further < 0:
            return first
        quotes += html.count('"', end, further)
        end = further
    return first


def _past_raw(low: str, at: int, name: str) -> int:
    """Return where the content of a style or script element is over; without an end, the end of all."""
    closed = low.find(f"</{name}", at)
    return closed if closed >= 0 else len(low)
