"""The new words of a mail: what its writer wrote now.

Mail carries its whole history along. Here the history is cut from view and
the full text stays with whoever called. By lines, each looked at a fixed
number of times, so that no mail takes longer than its length.

What is quoted, its header lines, signatures and "Sent from ..." go; answers
between quotes stay, paired with what they answer; a closing with a name
stays; code stays; what follows "Forwarded message" stays, and its sender is
found. See language.md, "New words, quoted words".
"""

import re
from dataclasses import dataclass

from language.meaning import NewWords
from language.quotes import Opening, is_device_line, is_rule, subject_says
from language.quotes_marks import is_quoted
from language.reply_forward import forward_in
from language.reply_page import Page
from language.reply_pairs import pairs_in

_SIGNATURE = re.compile(r"^\s?--\s*$")
_SIGNATURE_LINES = 14  # a longer one is no signature
_LIST_FOOTER = re.compile(r"^_{30,}\s*$|^-{30,}\s*$")
_FOOTER_WORDS = re.compile(r"(?i)mailing list|mailman|listinfo|unsubscribe|://lists?\.")
_FOOTER_LINES = 8
_PICKED = 12  # marked lines; more of them are the letter itself
_WRAPS = 60  # characters; mail programs wrap lines longer than this


@dataclass(slots=True)
class _Cut:
    """The lines kept so far, and what was found on the way."""

    kept: list[str]
    signature: list[str]
    quoted: bool = False


def new_words(text: str, subject: str = "") -> NewWords:
    """Return the new words of a mail's readable `text`.

    `subject` helps to tell a forward from a reply where the mail program sets
    the same header lines above both. Linear; never raises.
    """
    page = Page(text)
    opening = page.first_opening()
    if opening is not None and _is_forward(page.lines, opening, subject):
        return _forwarded(page, opening)
    cut = _strip(page, len(page.lines))
    return NewWords(_joined(cut.kept), cut.quoted, _joined(cut.signature), None, pairs_in(page))


def _forwarded(page: Page, opening: Opening) -> NewWords:
    own = _strip(page, opening.first)
    passed_on = page.lines[opening.first :]
    whole = [*own.kept, "", *passed_on] if any(own.kept) else passed_on
    return NewWords(_joined(whole), False, _joined(own.signature), forward_in(page.lines, opening))


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n").rstrip()


def _is_forward(lines: list[str], opening: Opening, subject: str) -> bool:
    says = subject_says(subject)
    if says == "forward":
        return True
    alone = not any(line.strip() for line in lines[: opening.first])
    if is_quoted(lines[opening.first]):  # inside marks it is history, unless nothing stands above it
        return opening.forward and alone
    return opening.forward or (alone and opening.headers and says != "reply")


def _strip(page: Page, end: int) -> _Cut:
    """Walk the lines up to `end` once and keep those of the writer."""
    cut, at = _Cut([], []), 0
    while at < end:
        at = _step(page, at, cut)
    _drop_rules(cut.kept)
    return cut


def _step(page: Page, at: int, cut: _Cut) -> int:
    """Look at line `at`, keep it or go past what begins there; return the next line to look at."""
    line = page.lines[at]
    opening = page.opening(at)
    if opening is not None:
        return _skip_quote(page.lines, opening.body, cut)
    if at not in page.fenced:
        if is_quoted(line):
            return _skip_marked(page, at, cut)
        if _SIGNATURE.match(line) and (below := _signature_end(page, at)) is not None:
            cut.signature += page.lines[at + 1 : below]
            return below
        if is_device_line(line) and _ends_below(page, at):
            cut.signature.append(line.strip())
            return at + 1
        if _LIST_FOOTER.match(line) and _is_footer(page.lines, at):
            return len(page.lines)
    cut.kept.append(line)
    return at + 1


def _skip_quote(lines: list[str], at: int, cut: _Cut) -> int:
    """Go past what an introduction introduces: marked lines, or all that is left."""
    cut.quoted = True
    _drop_rules(cut.kept)
    start = next((number for number in range(at, len(lines)) if lines[number].strip()), len(lines))
    if start == len(lines) or not is_quoted(lines[start]):
        return len(lines)
    return _end_of_marked(lines, start)


def _skip_marked(page: Page, at: int, cut: _Cut) -> int:
    """Go past marked lines that nothing introduces; a few, set apart above an answer, stay."""
    lines = page.lines
    end = _end_of_marked(lines, at)
    set_apart = end < len(lines) and not lines[end].strip() and end - at <= _PICKED
    history = cut.quoted or page.inside_marks(at) is not None
    if set_apart and not history and any(line.strip() for line in lines[end:]):
        cut.kept += lines[at:end]
        return end
    cut.quoted = True
    return end


def _end_of_marked(lines: list[str], at: int) -> int:
    """Return the line after a marked block; a single line wrapped out of it belongs to it."""
    end = at
    while end < len(lines):
        if is_quoted(lines[end]) or _wrapped_out(lines, end):
            end += 1
            continue
        ahead = next(
            (number for number in range(end, min(end + 3, len(lines))) if lines[number].strip()), None
        )
        if lines[end].strip() or ahead is None or not is_quoted(lines[ahead]):
            return end
        end = ahead
    return end


def _wrapped_out(lines: list[str], at: int) -> bool:
    """Tell whether a line fell out of a long marked one; after a short one it is an answer."""
    if not lines[at].strip() or at + 1 >= len(lines) or not is_quoted(lines[at + 1]):
        return False
    above = lines[at - 1]
    fell = len(above) >= _WRAPS and not above.endswith((".", "?", "!", ":"))
    return is_quoted(above) and (fell or not lines[at].strip()[0].isalnum())


def _signature_end(page: Page, at: int) -> int | None:
    """Return where the signature that begins at `at` ends, or None if what follows is too long for one."""
    written = 0
    for number in range(at + 1, len(page.lines)):
        if is_quoted(page.lines[number]) or page.opening(number) is not None:
            return number
        written += bool(page.lines[number].strip())
        if written > _SIGNATURE_LINES:
            return None
    return len(page.lines)


def _ends_below(page: Page, at: int) -> bool:
    """Tell whether the writer's words end at line `at`: below stands nothing, or only what is cut too."""
    below = next((number for number in range(at + 1, len(page.lines)) if page.lines[number].strip()), None)
    if below is None or page.opening(below) is not None:
        return True
    line = page.lines[below]
    return is_quoted(line) or is_rule(line) or is_device_line(line) or bool(_SIGNATURE.match(line))


def _is_footer(lines: list[str], at: int) -> bool:
    """Tell whether the rest is the footer of a mailing list: a rule and a few lines with the list's name."""
    rest = [line for line in lines[at + 1 : at + 4 * _FOOTER_LINES] if line.strip()]
    if not 0 < len(rest) <= _FOOTER_LINES or len(lines) - at > 4 * _FOOTER_LINES:
        return False
    return all(len(line) < 200 for line in rest) and any(_FOOTER_WORDS.search(line) for line in rest)


def _drop_rules(kept: list[str]) -> None:
    """Take off the empty lines and rules at the end: they belonged to what was cut."""
    while kept and (not kept[-1].strip() or is_rule(kept[-1])):
        kept.pop()
