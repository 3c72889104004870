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
from language.quotes import Opening, is_device_line, is_quoted, is_rule, opening_at, subject_says, unquoted
from language.reply_forward import forward_in
from language.reply_pairs import pairs_in

_READ = 64 * 1024  # characters; the rest of a longer mail is history for certain
_LINES = 2000
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_SIGNATURE = re.compile(r"^\s?(?:--|__|-- ?-)\s*$")
_SIGNATURE_LINES = 14  # a longer one is no signature
_LIST_FOOTER = re.compile(r"^_{30,}\s*$|^-{30,}\s*$")
_FOOTER_WORDS = re.compile(r"(?i)mailing list|mailman|list(?:s|info|en)?[@./]|unsubscribe|lists?\.|@\S+\.")
# A program that lost a line break: words, then "On Mon, ... wrote:" in one line.
_RUN_ON = re.compile(r"^(.{0,400}?\S)(?:\s*-{2,}\s*|\s+)(On (?:[A-Z][a-z]{2,8}\b|\d).{8,160}\swrote:\s*)$")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")


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
    lines = _lines(text)
    fenced = _fenced(lines)
    at, opening = _first_opening(lines, fenced)
    if opening is not None and _is_forward(lines, opening, subject):
        forward = forward_in(lines, opening)
        own = _strip(lines[:at], fenced)
        whole = "\n".join([*own.kept, "", *lines[at:]] if any(own.kept) else lines[at:])
        return NewWords(whole.strip("\n"), False, _joined(own.signature), forward)
    cut = _strip(lines, fenced)
    return NewWords(_joined(cut.kept), cut.quoted, _joined(cut.signature), None, pairs_in(lines, fenced))


def _lines(text: str) -> list[str]:
    clean = _INVISIBLE.sub("", text[:_READ]).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    return [part for line in clean.split("\n")[:_LINES] for part in _parted(line.rstrip())]


def _parted(line: str) -> list[str]:
    """Part a line into the writer's words and the introduction of a quote that ran into them."""
    run_on = _RUN_ON.match(line) if line.endswith("wrote:") and len(line) < 600 else None
    if run_on and not is_quoted(line) and "@" in run_on.group(2):
        return [run_on.group(1), run_on.group(2)]
    return [line]


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n").rstrip()


def _fenced(lines: list[str]) -> set[int]:
    """Return the numbers of the lines inside ``` fences; an open fence encloses nothing."""
    marks = [number for number, line in enumerate(lines) if _FENCE.match(line)]
    inside: set[int] = set()
    for first, last in zip(marks[::2], marks[1::2], strict=False):
        inside.update(range(first, last + 1))
    return inside


def _first_opening(lines: list[str], fenced: set[int]) -> tuple[int, Opening | None]:
    """Return the first place where somebody else's words are introduced."""
    for at in range(len(lines)):
        if at in fenced:
            continue
        opening = opening_at(lines, at)
        if opening is None and is_quoted(lines[at]):
            opening = _quoted_opening(lines, at)
        if opening is not None:
            return at, opening
        if is_quoted(lines[at]):
            return at, None
    return len(lines), None


def _quoted_opening(lines: list[str], at: int) -> Opening | None:
    """What is introduced inside the quotation marks, as Apple sets its forwards."""
    plain = [unquoted(line) for line in lines[at : at + 20]]
    inner = opening_at(plain, 0)
    return Opening(at, at + inner.body, inner.forward, inner.headers) if inner else None


def _is_forward(lines: list[str], opening: Opening, subject: str) -> bool:
    says = subject_says(subject)
    if says == "forward":
        return True
    alone = not any(line.strip() for line in lines[: opening.first])
    if is_quoted(lines[opening.first]):  # inside marks it is history, unless nothing stands above it
        return opening.forward and alone
    return opening.forward or (alone and opening.headers and says != "reply")


def _strip(lines: list[str], fenced: set[int]) -> _Cut:
    """Walk the lines once and keep those of the writer."""
    cut = _Cut([], [])
    at = 0
    while at < len(lines):
        if at in fenced:
            cut.kept.append(lines[at])
            at += 1
            continue
        opening = opening_at(lines, at)
        if opening is not None:
            at = _skip_quote(lines, opening.body, cut)
        elif is_quoted(lines[at]):
            at = _skip_marked(lines, at, cut)
        elif _SIGNATURE.match(lines[at]) and (end := _signature_end(lines, at)) is not None:
            cut.signature += lines[at + 1 : end]
            at = end
        elif is_device_line(lines[at]):
            cut.signature.append(lines[at].strip())
            at += 1
        elif _LIST_FOOTER.match(lines[at]) and _is_footer(lines, at):
            break
        else:
            cut.kept.append(lines[at])
            at += 1
    _drop_rules(cut.kept)
    return cut


def _skip_quote(lines: list[str], at: int, cut: _Cut) -> int:
    """Go past what an introduction introduces: marked lines, or all that is left."""
    cut.quoted = True
    _drop_rules(cut.kept)
    start = next((number for number in range(at, len(lines)) if lines[number].strip()), len(lines))
    if start == len(lines) or not is_quoted(lines[start]):
        return len(lines)
    return _end_of_marked(lines, start)


def _skip_marked(lines: list[str], at: int, cut: _Cut) -> int:
    """Go past marked lines that nothing introduces; set apart above an answer they stay."""
    end = _end_of_marked(lines, at)
    answered = end < len(lines) and any(line.strip() for line in lines[end:])
    set_apart = end < len(lines) and not lines[end].strip()
    if answered and set_apart and not cut.quoted:
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
    return (
        bool(lines[at].strip())
        and at + 1 < len(lines)
        and is_quoted(lines[at + 1])
        and is_quoted(lines[at - 1])
    )


def _signature_end(lines: list[str], at: int) -> int | None:
    """Return where the signature that begins at `at` ends, or None if what follows is too long for one."""
    written = 0
    for number in range(at + 1, len(lines)):
        if is_quoted(lines[number]) or opening_at(lines, number) is not None:
            return number
        written += bool(lines[number].strip())
        if written > _SIGNATURE_LINES:
            return None
    return len(lines)


def _is_footer(lines: list[str], at: int) -> bool:
    """Tell whether the rest is the footer of a mailing list: a rule and a few lines with the list's name."""
    rest = [line for line in lines[at + 1 :] if line.strip()]
    return (
        0 < len(rest) <= 8
        and all(len(line) < 200 for line in rest)
        and any(_FOOTER_WORDS.search(line) for line in rest)
    )


def _drop_rules(kept: list[str]) -> None:
    """Take off the empty lines and rules at the end: they belonged to what was cut."""
    while kept and (not kept[-1].strip() or is_rule(kept[-1])):
        kept.pop()
