"""Which parts of a mail are its words, and which its attachments.

A mail is a tree in which mailers hide the text in different places: beside a
picture, in two versions, between files. The walk here never enters an
attached mail, so that nobody's forwarded words are taken for the sender's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from weakref import WeakKeyDictionary

from intake.body_flowed import unflowed
from intake.body_old import OldFile, is_broken, loose_text, take_files, without_part_lines
from intake.decode import ascii_of, one_line, text_of
from intake.guard import DEPTH_CAP, FILES_CAP, LINES_CAP, PARTS_CAP, TEXT_CAP
from intake.html import text_of_html
from intake.html_answers import announced, is_coloured, text_with_answers
from intake.labels import label_of, safe_label
from intake.mail import Part
from intake.tree import children_of, is_multi, octets_in, type_of, whole
from language.struck import STRUCK
from wire.tokens_shown import shows_token

_WORDS = {"text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown"}
_MARKUP = {"text/html", "text/enriched", "text/richtext"}
_TEXTS: WeakKeyDictionary[Message, str] = WeakKeyDictionary()
_HTML: WeakKeyDictionary[Message, str] = WeakKeyDictionary()
_HTML_CAP = 8 * TEXT_CAP  # markup is most of an HTML body
_STRIKES = re.compile(r"(?i)<(?:s|del|strike)[\s>]|line-through")
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all but tab and line feed


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a mail, its raw HTML (or ""), its attachments, and which parts the words are from."""

    text: str
    html: str
    parts: tuple[Part, ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A part that holds something. `versions` numbers the multipart/alternative it is
    a version in (0 for none), `related` tells whether it lies in a multipart/related."""

    part: Message
    versions: int
    related: bool


def read_body(message: Message) -> Body:
    """Return the readable body and the attachments of a parsed mail.

    Text is cut at 64 KB and 2 000 lines, attachments at 20 (`trust.md`).
    Never raises on what a mail holds.
    """
    leaves = list(_leaves(message))
    words = list(_within_reason(leaf for leaf in leaves if _is_words(leaf.part)))
    chosen = _choose(words)
    text, old_files = take_files("\n\n".join(filter(None, (_text(leaf.part).strip("\n") for leaf in chosen))))
    if is_broken(message):
        text = without_part_lines(text or loose_text(message))
    html = next((_html(leaf.part) for leaf in words if type_of(leaf.part) == "text/html"), "")
    return Body(cut(text), html, _files(leaves, words, old_files), _told(chosen, words))


def _within_reason(words: Iterator[_Leaf]) -> Iterator[_Leaf]:
    """The leaves that are words. Markup costs time by its length, and 200 parts may hold 20 MB
    of it: behind the first HTML part only as much is read as one part may hold; the rest are files."""
    left, first = _HTML_CAP, True
    for leaf in words:
        if type_of(leaf.part) in _MARKUP:
            size = min(len(str(leaf.part.get_payload())), _HTML_CAP)
            if size > left and not first:
                continue
            left, first = left - size, False
        yield leaf


def _told(chosen: list[_Leaf], words: list[_Leaf]) -> str:
    """Say which parts the words are from: "text/plain, of 2 versions"."""
    types = list(dict.fromkeys(type_of(leaf.part) for leaf in chosen))
    parts = f"{len(chosen)} parts " if len(chosen) > 1 else ""
    return parts + " and ".join(types) + (f", of {len(words)} versions" if len(words) > len(chosen) else "")


def _files(leaves: list[_Leaf], words: list[_Leaf], old_files: list[OldFile]) -> tuple[Part, ...]:
    said = set(map(id, words))
    files = [leaf for leaf in leaves if id(leaf) not in said and type_of(leaf.part) not in _SIGNATURES]
    parts = [_file(leaf, at) for at, leaf in enumerate(files[:FILES_CAP], start=1)]
    parts += [Part(safe_label(file.name), "application/octet-stream", file.octets) for file in old_files]
    return tuple(replace(part, signed=shows_token(part.data)) for part in parts[:FILES_CAP])


def cut(text: str) -> str:
    """Cut at the caps on text read: 64 KB, 2 000 lines; leave out what no line can show."""
    lines = text[:TEXT_CAP].splitlines()
    return _CONTROLS.sub("", "\n".join(lines[:LINES_CAP]))


def _leaves(message: Message) -> Iterator[_Leaf]:
    """Walk the tree in order, without recursion, not into attached mails."""
    waiting: list[tuple[Message, int, int, bool]] = [(message, 0, 0, False)]
    seen = 0
    while waiting and seen < PARTS_CAP:
        part, depth, versions, related = waiting.pop()
        seen += 1
        if not is_multi(part) or depth >= DEPTH_CAP:
            yield _Leaf(part, versions, related)
            continue
        kind = type_of(part)
        number = seen if kind == "multipart/alternative" else versions
        below = [
            (child, depth + 1, number, related or kind == "multipart/related") for child in children_of(part)
        ]
        waiting += reversed(below)


def _is_words(part: Message) -> bool:
    if _disposition(part) == "attachment":
        return False
    if type_of(part) in _WORDS:
        return not (_declared_name(part) and _disposition(part) != "inline")
    return type_of(part).startswith("multipart/")  # a multipart without parts: its text is all there is


def _disposition(part: Message) -> str:
    return ascii_of(part, "content-disposition").split(";")[0].strip().lower()


def _declared_name(part: Message) -> str:
    if "name" not in (ascii_of(part, "content-disposition") + ascii_of(part, "content-type")).lower():
        return ""  # nearly every text; the standard reader of parameters is slow
    try:
        return part.get_filename("") or ""
    except (ValueError, TypeError, LookupError, IndexError, AttributeError):
        return "unreadable"


def _choose(words: list[_Leaf]) -> list[_Leaf]:
    """Of each set of versions take the plain one if it says anything, else the HTML one."""
    chosen: list[_Leaf] = []
    for number in dict.fromkeys(leaf.versions for leaf in words):
        group = [leaf for leaf in words if leaf.versions == number]
        chosen += group if number == 0 else _best_version(group)
    return [leaf for leaf in words if leaf in chosen]


def _best_version(group: list[_Leaf]) -> list[_Leaf]:
    plain = [leaf for leaf in group if type_of(leaf.part) != "text/html"]
    marked = [leaf for leaf in group if type_of(leaf.part) == "text/html"]
    if not any(_text(leaf.part).strip() for leaf in plain):
        return marked
    answers = _answers(_html(marked[0].part), _text(plain[0].part)) if marked else ""
    if answers:  # colours stand in one version only
        _TEXTS[marked[0].part] = answers
    struck = bool(marked) and bool(_STRIKES.search(_html(marked[0].part))) and STRUCK in _text(marked[0].part)
    return marked if answers or struck else plain  # what is struck out shows in one version only


def _text(part: Message) -> str:
    """Return the readable text of a part, read once: the choice of a version asks for it, too."""
    found = _TEXTS.get(part)
    if found is None:
        found = _TEXTS[part] = _read_text(part)
    return found


def _read_text(part: Message) -> str:
    if type_of(part) == "text/html":
        return _read_html(_html(part))
    text = text_of(octets_in(part), charset_of(part)).replace("\r\n", "\n").replace("\r", "\n")
    if type_of(part) in ("text/enriched", "text/richtext"):
        return text_of_html(text[:_HTML_CAP].replace("\n\n", "<br>"))
    return _unflow(text, part)


def _read_html(html: str) -> str:
    text = text_of_html(html)
    return _answers(html, text) or text


def _answers(html: str, text: str) -> str:
    """Return the text with the answers that only their colour tells apart, "" where there are none."""
    hue = announced(text) if is_coloured(html) else ""
    return text_with_answers(html, hue) if hue else ""


def _unflow(text: str, part: Message) -> str:
    """Take out the spaces that format=flowed stuffed before lines (RFC 3676, section 4.4)."""
    if "flowed" not in ascii_of(part, "content-type").lower():
        return text
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    return unflowed(text, joined=str(part.get_param("delsp", "")).lower() == "yes")


def _html(part: Message) -> str:
    found = _HTML.get(part)
    if found is None:
        found = _HTML[part] = text_of(octets_in(part)[:_HTML_CAP], charset_of(part))
    return found


def charset_of(part: Message) -> str:
    """Return the declared charset, or ""."""
    try:
        value = part.get_param("charset", "")
    except (ValueError, TypeError, LookupError):
        return ""
    return str(value[2] if isinstance(value, tuple) else value or "")


def _file(leaf: _Leaf, number: int) -> Part:
    part = leaf.part
    media_type = type_of(part)
    attached = children_of(part)
    data = b"\n".join(whole(child) for child in attached) if attached else octets_in(part)
    content_id = one_line(ascii_of(part, "content-id").strip("<> "))
    inline = media_type.startswith("image/") and (
        leaf.related or _disposition(part) == "inline" or bool(content_id)
    )
    return Part(label_of(part, _declared_name(part), number), media_type, data, inline, content_id)
