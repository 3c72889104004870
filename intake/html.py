"""HTML mail to text that a person can read.

What the letters mean survives: paragraphs, lists, tables row by row, links
with their target, quotes as `> ` lines, rules as a line. Script, style and
hidden text do not. One pass, no network.
"""

import re
from collections.abc import Callable

from intake.html_rows import Rows
from intake.html_tags import BLOCKS, PARAGRAPHS, SILENT, VOID
from intake.html_tokens import Tag, Text, tokens
from language.struck import STRUCK

_DEEPEST = 8  # `> ` marks before one line; deeper quotes read the same
_RULE = "_" * 32
_LONG = 4096  # characters of one line
_HIDDEN = re.compile(
    r"(?i)display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all|visibility\s{0,9}:\s{0,9}hidden"
    r"|font-size\s{0,9}:\s{0,9}0(?:px|pt|em|%)?\s{0,9}(?:;|$)|opacity\s{0,9}:\s{0,9}0\s{0,9}(?:;|$)"
)
_VALUES = re.compile(r"\"[^\"]*\"|'[^']*'")
_HIDDEN_TAG = re.compile(r"(?i)\shidden(?=[\s=/>]|$)")
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_LINK = re.compile(r"(?i)(?:https?://|mailto:)\S+")
Attributes = dict[str, str]


def is_struck(name: str, attributes: Attributes) -> bool:
    """Whether an element strikes its text out."""
    style = attributes.get("style", "").lower()
    return name in ("s", "del", "strike") or (name in ("span", "font") and "line-through" in style)


def _is_hidden(tag: Tag, attributes: Attributes) -> bool:
    """By its style or by the attribute `hidden`, with a value or without."""
    return bool(
        _HIDDEN.search(attributes.get("style", "")) or _HIDDEN_TAG.search(_VALUES.sub("", tag.source[:4096]))
    )


class Reader:
    """Collects lines; `_line` is the one being written."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line = ""
        self._begun: list[str] = []  # what stands before `_line` in a line that is very long
        self._silent: list[str] = []
        self._quotes: list[bool] = []
        self._depth = 0  # how many of them are quotes: counting them each time is quadratic
        self._divs: list[bool] = []
        self._gmail = 0  # how many of them hold a history
        self._pre = 0
        self._lists: list[int] = []
        self._links: list[tuple[str, int]] = []
        self._rows = Rows()
        self._struck: list[str] = []

    def read(self, token: Text | Tag) -> None:
        if isinstance(token, Text):
            self._take_words(token.words)
        elif token.ends:
            self._end(token.name)
        else:
            self._begin(token)

    def _begin(self, tag: Tag) -> None:
        if self._silent:
            self._silent += [tag.name] if tag.name == self._silent[-1] else []
            return
        attributes = tag.attributes() if "=" in tag.source else {}
        if tag.name in SILENT or (tag.name not in VOID and _is_hidden(tag, attributes)):
            if not tag.source.endswith("/>"):
                self._silent.append(tag.name)
            return
        if tag.name in BLOCKS:
            self._end_line(self._parts_paragraphs(tag.name))
        self._strike(tag.name, struck=is_struck(tag.name, attributes))
        opener: Callable[[Attributes], None] | None = getattr(self, f"_open_{tag.name}", None)
        if opener:
            opener(attributes)

    def _end(self, name: str) -> None:
        if self._silent:
            if name == self._silent[-1]:
                self._silent.pop()
            return
        self._unstrike(name)
        closer: Callable[[], None] | None = getattr(self, f"_close_{name}", None)
        if closer:
            closer()
        if name in BLOCKS:
            self._end_line(self._parts_paragraphs(name))

    def _parts_paragraphs(self, tag: str) -> bool:
        return tag in PARAGRAPHS and not (self._lists and tag in ("ul", "ol"))

    def _take_words(self, text: str) -> None:
        if self._silent:
            return
        if self._pre:
            first, *more = text.replace("\r", "").split("\n")
            self._line += first
            for line in more:
                self._new_line()
                self._line = line
            return
        words = _SPACES.sub(" ", text)
        if not (self._line or self._begun) or self._line.endswith(" "):
            words = words.lstrip(" ")
        self._line += words
        if len(self._line) > _LONG and not self._line.endswith(" "):  # adding to it costs its length
            self._begun.append(self._line)
            self._line = ""

    def _strike(self, name: str, *, struck: bool) -> None:
        """Set marks around struck text, so that it stays to be seen and is read as struck."""
        if struck and not self._struck:
            self._line += STRUCK
        if struck or (self._struck and name == self._struck[-1]):
            self._struck.append(name)

    def _unstrike(self, name: str) -> None:
        if self._struck and name == self._struck[-1]:
            self._struck.pop()
            if not self._struck:
                self._end_struck()

    def _end_struck(self) -> None:
        line = self._line.rstrip()
        spaces = self._line[len(line) :]
        empty = line.endswith(STRUCK)  # nothing was written inside
        self._line = (line[: -len(STRUCK)] if empty else line + STRUCK) + spaces

    def _end_line(self, paragraph: bool = False) -> None:
        if self._struck:  # a mark that was never closed strikes no more than its line
            self._struck.clear()
            self._end_struck()
        if self._begun or self._line.strip():
            self._new_line()
        if paragraph and self.lines and self.lines[-1].strip("> "):
            self.lines.append(self._marks())
        self._line = ""

    def _new_line(self) -> None:
        self.lines.append(self._marks() + ("".join(self._begun) + self._line).rstrip())
        self._line, self._begun = "", []

    def _marks(self) -> str:
        return "> " * min(self._depth, _DEEPEST)

    def _open_div(self, attributes: Attributes) -> None:
        self._divs.append("gmail_quote" in attributes.get("class", ""))
        self._gmail += self._divs[-1]

    def _close_div(self) -> None:
        self._gmail -= self._divs.pop() if self._divs else 0

    def _open_br(self, _: Attributes) -> None:
        self._new_line()

    def _open_hr(self, _: Attributes) -> None:
        self._line = _RULE
        self._end_line()

    def _open_img(self, attributes: Attributes) -> None:
        words = attributes.get("alt", "").strip()
        if words and len(words) <= 80:
            self._take_words(words)

    def _open_blockquote(self, attributes: Attributes) -> None:
        """Gmail's composer indents the writer's own words so too; a reply's history lies in a div besides."""
        own = "gmail_quote" in attributes.get("class", "") and not self._gmail
        self._quotes.append(not own)
        self._depth += not own

    def _close_blockquote(self) -> None:
        self._end_line()
        self._depth -= self._quotes.pop() if self._quotes else 0

    def _open_pre(self, _: Attributes) -> None:
        self._pre += 1

    def _close_pre(self) -> None:
        self._pre = max(0, self._pre - 1)

    def _open_ul(self, _: Attributes) -> None:
        self._lists.append(-1)

    def _open_ol(self, _: Attributes) -> None:
        self._lists.append(0)

    def _close_ul(self) -> None:
        if self._lists:
            self._lists.pop()

    _close_ol = _close_ul

    def _open_li(self, _: Attributes) -> None:
        numbered = bool(self._lists) and self._lists[-1] >= 0
        if numbered:
            self._lists[-1] += 1
        indent = "  " * min(max(len(self._lists) - 1, 0), _DEEPEST)
        self._line = indent + (f"{self._lists[-1]}. " if numbered else "- ")

    def _open_table(self, _: Attributes) -> None:
        self._rows.open_table()

    def _close_table(self) -> None:
        self._end_line()
        self._rows.close_table(self.lines, self._marks())

    def _open_td(self, _: Attributes) -> None:
        self._end_line()
        self._rows.begin_cell(self.lines)

    _open_th = _open_td

    def _open_tr(self, _: Attributes) -> None:
        self._rows.begin_row(self.lines, self._marks())

    def _close_tr(self) -> None:
        self._end_line()
        self._rows.begin_row(self.lines, self._marks())

    def _open_a(self, attributes: Attributes) -> None:
        self._links.append((attributes.get("href", "").strip(), len(self._line)))

    def _close_a(self) -> None:
        if not self._links:
            return
        target, since = self._links.pop()
        words = self._line[since:].strip()
        if words and _LINK.fullmatch(target) and not _says(words, target):
            self._line = f"{self._line.rstrip()} <{target.removeprefix('mailto:')}>"

    def finish(self) -> list[str]:
        self._end_line()
        return self.lines


def _says(words: str, target: str) -> bool:
    """Tell whether a link's words name its target already."""
    return words.lower() in target.lower() or target.lower().rstrip("/") in words.lower()


def text_of_html(html: str) -> str:
    """Return the readable text of an HTML body. Linear; never raises on any input."""
    reader = Reader()
    for token in tokens(html):
        reader.read(token)
    return squeeze(reader.finish())


def squeeze(lines: list[str]) -> str:
    """Drop more than one empty line in a row, and those at both ends."""
    kept: list[str] = []
    for line in lines:
        if line.strip() or (kept and kept[-1].strip()):
            kept.append(line)
    return "\n".join(kept).strip("\n")
