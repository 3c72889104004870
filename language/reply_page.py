"""The lines of a mail, with what begins at each, found once and remembered."""

import re
from functools import cached_property

from language.quotes import Opening, opening_at
from language.quotes_marks import is_quoted, unquoted

_READ = 64 * 1024  # characters; the rest of a longer mail is history for certain
_LINES = 2000
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
# A program that lost a line break: words, then "On Mon, ... wrote:" in one line.
_RUN_ON = re.compile(
    r"^(.{0,400}?[^\s-])(?:\s*-{2,}\s*|\s+)(On (?:[A-Z][a-z]{2,8}\b|\d).{8,160}\swrote:\s*)$"
)
# One that lost the break behind it: Yahoo's "On ... wrote:   Joy, please call them."
_RUN_OFF = re.compile(
    r"^(On (?:[A-Z][a-z]{2,8}\b|\d).{8,160}<[^<>\s]{3,80}@[^<>\s]{3,80}> wrote:)\s{2,}(\S.*)$"
)
_INNER = 20  # quoted lines looked at for what is introduced inside the marks


class Page:
    """A mail's readable text by lines. Never raises on any text."""

    def __init__(self, text: str) -> None:
        clean = (
            _INVISIBLE.sub("", text[:_READ]).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
        )
        self.lines = [part for line in clean.split("\n")[:_LINES] for part in _parted(line.rstrip())]
        self._openings: dict[int, Opening | None] = {}

    @cached_property
    def fenced(self) -> set[int]:
        """The numbers of the lines inside ``` fences; an open fence encloses nothing."""
        marks = [number for number, line in enumerate(self.lines) if _FENCE.match(line)]
        inside: set[int] = set()
        for first, last in zip(marks[::2], marks[1::2], strict=False):
            inside.update(range(first, last + 1))
        return inside

    def opening(self, at: int) -> Opening | None:
        """Return what begins at line `at`, None inside a fence."""
        if at not in self._openings:
            self._openings[at] = None if at in self.fenced else opening_at(self.lines, at)
        return self._openings[at]

    def first_opening(self) -> Opening | None:
        """Return the first place where somebody else's words are introduced, if they are."""
        for at in range(len(self.lines)):
            opening = self.opening(at)
            if opening is not None:
                return opening
            if at not in self.fenced and is_quoted(self.lines[at]):
                return self.inside_marks(at)
        return None

    def inside_marks(self, at: int) -> Opening | None:
        """Return what is introduced inside the quotation marks, as Apple sets its forwards."""
        plain = [unquoted(line) for line in self.lines[at : at + _INNER]]
        inner = opening_at(plain, 0)
        return Opening(at, at + inner.body, inner.forward, inner.headers) if inner else None


def _parted(line: str) -> list[str]:
    """Part a line into the writer's words and the introduction of a quote that ran into them."""
    run_on = _RUN_ON.match(line) if line.endswith("wrote:") and len(line) < 600 else None
    if run_on and not is_quoted(line) and "@" in run_on.group(2):
        return [run_on.group(1), run_on.group(2)]
    run_off = _RUN_OFF.match(line) if line.startswith("On ") else None
    return [run_off.group(1), run_off.group(2)] if run_off else [line]
