"""HTML mail to text that a person can read.

What the letters mean survives: paragraphs, lists, tables row by row, links
with their target, quotes as `> ` lines, rules as a line. Script, style and
hidden text do not. The standard parser, one pass, no network.
"""

import re
from html.parser import HTMLParser

from intake.html_tags import BLOCKS, PARAGRAPHS, SILENT, VOID

_DEEPEST = 8  # `> ` marks before one line; deeper quotes read the same
_RULE = "_" * 32
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden")
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_LINK = re.compile(r"(?i)(?:https?://|mailto:)\S+")
_CONDITIONAL = re.compile(r"(?s)<!\[(?:if|endif)[^>]{0,200}\]>")
Attributes = list[tuple[str, str | None]]


class _Reader(HTMLParser):
    """Collects lines. `_line` is the line being written, `_gap` the newlines owed before it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._line = ""
        self._silent: list[str] = []
        self._quotes: list[bool] = []
        self._divs: list[bool] = []
        self._pre = 0
        self._lists: list[int] = []
        self._links: list[tuple[str, int]] = []
        self._cell = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._silent:
            self._silent += [tag] if tag == self._silent[-1] else []
            return
        if tag in SILENT or (tag not in VOID and _hidden(attrs)):
            self._silent.append(tag)
            return
        if tag in BLOCKS:
            self._end_line(self._parts_paragraphs(tag))
        opener = getattr(self, f"_open_{tag}", None)
        if opener:
            opener(dict(attrs))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        if tag in VOID or tag not in SILENT:
            self.handle_starttag(tag, attrs)
            if tag not in VOID:
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        closer = getattr(self, f"_close_{tag}", None)
        if closer:
            closer()
        if tag in BLOCKS:
            self._end_line(self._parts_paragraphs(tag))

    def _parts_paragraphs(self, tag: str) -> bool:
        return tag in PARAGRAPHS and not (self._lists and tag in ("ul", "ol"))

    def handle_data(self, text: str) -> None:
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
        if words.strip():
            self._separate_cell()
        if not self._line or self._line.endswith(" "):
            words = words.lstrip(" ")
        self._line += words

    def _separate_cell(self) -> None:
        if self._cell and self._line.strip():
            self._line = self._line.rstrip() + " | "
        self._cell = False

    def _end_line(self, paragraph: bool = False) -> None:
        if self._line.strip():
            self._new_line()
        if paragraph and self.lines and self.lines[-1].strip("> "):
            self.lines.append(self._marks())
        self._line = ""

    def _new_line(self) -> None:
        self.lines.append(self._marks() + self._line.rstrip())
        self._line = ""

    def _marks(self) -> str:
        return "> " * min(sum(self._quotes), _DEEPEST)

    def _open_div(self, attrs: dict[str, str | None]) -> None:
        self._divs.append("gmail_quote" in (attrs.get("class") or ""))

    def _close_div(self) -> None:
        self._divs = self._divs[:-1]

    def _open_br(self, _: dict[str, str | None]) -> None:
        self._new_line()

    def _open_hr(self, _: dict[str, str | None]) -> None:
        self._line = _RULE
        self._end_line()

    def _open_img(self, attrs: dict[str, str | None]) -> None:
        words = (attrs.get("alt") or "").strip()
        if words and len(words) <= 80:
            self.handle_data(words)

    def _open_blockquote(self, attrs: dict[str, str | None]) -> None:
        """Gmail's composer indents the writer's own words so too; a reply's history lies in a div besides."""
        own = "gmail_quote" in (attrs.get("class") or "") and not any(self._divs)
        self._quotes.append(not own)

    def _close_blockquote(self) -> None:
        self._end_line()
        self._quotes = self._quotes[:-1]

    def _open_pre(self, _: dict[str, str | None]) -> None:
        self._pre += 1

    def _close_pre(self) -> None:
        self._pre = max(0, self._pre - 1)

    def _open_ul(self, _: dict[str, str | None]) -> None:
        self._lists.append(-1)

    def _open_ol(self, _: dict[str, str | None]) -> None:
        self._lists.append(0)

    def _close_ul(self) -> None:
        self._lists = self._lists[:-1]

    _close_ol = _close_ul

    def _open_li(self, _: dict[str, str | None]) -> None:
        numbered = bool(self._lists) and self._lists[-1] >= 0
        if numbered:
            self._lists[-1] += 1
        indent = "  " * min(max(len(self._lists) - 1, 0), _DEEPEST)
        self._line = indent + (f"{self._lists[-1]}. " if numbered else "- ")

    def _open_td(self, _: dict[str, str | None]) -> None:
        self._cell = True

    _open_th = _open_td

    def _open_tr(self, _: dict[str, str | None]) -> None:
        self._cell = False

    def _open_a(self, attrs: dict[str, str | None]) -> None:
        self._links.append(((attrs.get("href") or "").strip(), len(self._line)))

    def _close_a(self) -> None:
        if not self._links:
            return
        target, since = self._links.pop()
        words = self._line[since:].strip()
        if words and _LINK.fullmatch(target) and not _says(words, target):
            self._line = f"{self._line.rstrip()} <{target.removeprefix('mailto:')}>"

    def finish(self) -> list[str]:
        self.close()
        self._end_line()
        return self.lines


def _hidden(attrs: Attributes) -> bool:
    return any(name == "style" and value and _HIDDEN.search(value) for name, value in attrs)


def _says(words: str, target: str) -> bool:
    """Tell whether a link's words name its target already."""
    return words.lower() in target.lower() or target.lower().rstrip("/") in words.lower()


def text_of_html(html: str) -> str:
    """Return the readable text of an HTML body. Linear; never raises on any input."""
    reader = _Reader()
    try:
        reader.feed(_CONDITIONAL.sub("", html))
        lines = reader.finish()
    except (AssertionError, ValueError, RecursionError):  # the standard parser on broken declarations
        lines = [*reader.lines, re.sub(r"<[^<>]{0,500}>", " ", html)] if not reader.lines else reader.lines
    return _squeeze(lines)


def _squeeze(lines: list[str]) -> str:
    """Drop more than one empty line in a row, and those at both ends."""
    kept: list[str] = []
    for line in lines:
        if line.strip() or (kept and kept[-1].strip()):
            kept.append(line)
    return "\n".join(kept).strip("\n")
