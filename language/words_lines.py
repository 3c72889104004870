"""The explicit grammar: a line that is a command word, and nothing else.

`KEYWORD`, `KEYWORD: argument`, or `KEYWORD argument` where the argument has
the right shape; also `60%`, `2.5h` and `[x] 2` by themselves. Such a line acts,
whatever it costs, so nothing may look like one by accident: neither the end
of a wrapped sentence nor an entry in a list.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from language.folding import fold, is_emoji
from language.meaning import Command, How
from language.short import is_thanks
from language.vocabulary import LONGEST_FORM, Argument, Cost, Word, find_form, word
from language.words_arguments import NEEDED, is_person, read_argument, read_hours, read_items, read_percent
from language.words_dates import find_date, is_date
from language.words_text import goes_on, is_greeting

_LONGEST_LINE = 500
_NEAR = 6  # lines around a costly word that are looked at
_TICK = re.compile(r"\s*(?:[-*+•] ?)?(?:\[ ?[xX\u2713\u2714] ?\]|[\u2611\u2713\u2714])\s*(?=\S)")
_BOX = re.compile(r"(?<=\s)\[([ xX\u2713\u2714]{0,3})\](?=\s)")
_NO_TICK = re.compile(r"\s*(?:[-*+•] ?)?(?:\[ {0,2}\]|\u2610)\s*\S")
_MARK = re.compile(r"\s*[:\uff1a=]\s*|\s+[-–—]+\s+|\s*[–—]\s*|-\s+")
_ORNAMENT = " \t/!*#_~\"'\u00a0"
_COURTESY = re.compile(
    r"(?:^|[\s,.!–-]+)(?:(?:many )?thanks?(?: (?:you|a lot|so much|again))?|thx|ty|cheers|please|pls|plz"
    r"|danke|bitte|gracias|merci"
    r"|obrigad[oa]|por favor|s'il (?:vous|te) plait|po|sir|ma'am)\s*$"
)
_UNSAID = re.compile(
    r"(?:not|no|never|nope|almost|nearly|when|once|if|until|unless|as soon|by|only|except|but"
    r"|partly|half|tomorrow|soon|maybe|later"
    r"|nicht|noch nicht|nein|pas|non|todavia no|aun no|nao|ainda nao|wenn|sobald)\b|\?"
)
_NO_NEED = re.compile(r"(?:not|no longer) (?:needed|necessary|wanted|required|relevant)\b|no need\b")
_LONGEST_NAME = 3  # words
_APART = re.compile(r"\s*[,;(–—]\s*|\s+-+\s+|\.\s+|\s+(?=because\b|since\b|as\b)")
_NAME_LIKE = re.compile(r"@?[^\W\d_a-z][\w'-]{0,30}(?: [^\W\d_a-z][\w'-]{0,30}){0,2}")
_DOUBT = re.compile(r"(?:but|or|if|when|once|unless|only|and|not|maybe|perhaps|until)\b")
_END = re.compile(r"[.!\u2026]{1,3}")
_SENTENCES = frozenset(  # words whose argument is somebody's sentence, and no name or figure
    {"accept", "decline", "question", "blocked", "unblocked", "done", "reopen"}
    | {"approve", "redo", "cancel", "resume", "tell", "fine"}
)
_TEXTS = frozenset({Argument.TEXT, Argument.MESSAGE, Argument.SPAN})
_POLITE_ARGUMENTS = frozenset(
    {Argument.PERSON, Argument.DUE, Argument.LEVEL, Argument.SPAN, Argument.LIST, Argument.NUMBER}
)


@dataclass(frozen=True, slots=True)
class Lines:
    """What the explicit grammar found: commands with the line each stands in,
    and the lines that are used up, which no phrase is read from."""

    commands: tuple[tuple[int, Command], ...]
    used: frozenset[int]


def read_lines(lines: list[str], role: str, people: Collection[str]) -> Lines:
    """Every explicit command in these own lines, for a writer in this `role`."""
    found: list[tuple[int, Command]] = []
    used: set[int] = set()
    listing = False
    for at, line in enumerate(lines):
        if not line.strip():
            listing = False
            continue
        if at in used and not _MARK.search(line[:60]):
            continue
        before = lines[at - 1] if at else ""
        if listing or (before.strip() and goes_on(before)):
            used |= {at} if listing and read_line(line, role, people) else set()
            continue
        command = read_line(line, role, people)
        if command and word(command.word).cost is Cost.COSTLY and _among_labels(lines, at, role, people):
            command = replace(command, how=How.PHRASE)
        if command:
            command, more = _with_rest(command, lines, at)
            found.append((at, command))
            used |= {at, *more}
        listing = not command and line.rstrip().endswith(":") and not is_greeting(line)
    ticked = _ticks(lines, role, used)
    return Lines((*found, *ticked), frozenset(used))


def _among_labels(lines: list[str], at: int, role: str, people: Collection[str]) -> bool:
    """Whether this line stands in a block of other one-word lines, as the
    labels of buttons do ("Save", "Cancel", "Back"): then a costly word only asks."""
    first = last = at
    while first > max(0, at - _NEAR) and lines[first - 1].strip():
        first -= 1
    while last < min(len(lines) - 1, at + _NEAR) and lines[last + 1].strip():
        last += 1
    others = [line for line in lines[first : last + 1] if len(line.split()) <= 3 and not is_greeting(line)]
    plain = [line for line in others if not read_line(line, role, people) and not is_thanks(line)]
    return len(plain) > 1


def read_line(line: str, role: str, people: Collection[str] = ()) -> Command | None:
    """The command that this one line is, or None if it is plain text."""
    bare = bare_line(line[:_LONGEST_LINE])
    if not bare or len(line) > _LONGEST_LINE:
        return None
    slashed = line.lstrip(" *").startswith("/")
    found = _keyword(bare, role) or _argued(bare, role, slashed, people) or _amount(bare, role)
    return _with_end(found, bare, line) if found else None


def _with_end(command: Command, bare: str, line: str) -> Command:
    """The command, whose sentence ends as it was written: "redo: Make it blue." """
    end = _END.match(line, line.find(bare) + len(bare))
    asked = command.word == "nudge" and ":" in command.arg
    said = command.word in _SENTENCES or (command.word == "hold" and find_date(fold(command.arg)) < 0)
    sentence = (said or asked) and command.arg and bare.endswith(command.arg)
    return replace(command, arg=command.arg + end[0]) if end and sentence else command


def bare_line(line: str) -> str:
    """The line without ornament and pictures at its ends. A question mark stays."""
    start, end = 0, len(line)
    while start < end and (line[start] in _ORNAMENT or is_emoji(line[start])):
        start += 1
    while end > start and (line[end - 1] in _ORNAMENT + ".…" or is_emoji(line[end - 1])):
        end -= 1
    bare = line[start:end].strip()
    return bare[:-2].rstrip(" .!") if bare.endswith((":)", ";)", ":D")) else bare


def _for_role(row: Word | None, role: str) -> Word | None:
    """The row as this writer may use it: an owner's word from a contractor is a
    proposal where it has one, else nobody's."""
    if row is None or role in row.roles:
        return row
    return word(row.proposes) if row.proposes and role in word(row.proposes).roles else None


def _keyword(bare: str, role: str) -> Command | None:
    """`KEYWORD` alone, "please" or "thanks" let pass where it cannot mislead."""
    asks = bare.endswith("?")
    folded = fold(bare).rstrip(" ?.!:")
    row = _for_role(find_form(folded), role)
    if row is None and (polite := _COURTESY.sub("", folded)) != folded:
        row = _for_role(find_form(polite), role)
        if row and row.cost is Cost.COSTLY and row.argument is Argument.NONE:
            return None
    if row is None or row.argument in NEEDED or row.name in ALONE_NOTHING or (asks and not row.asks):
        return None
    return Command(row.name, line=bare)


ALONE_NOTHING = frozenset({"invoice", "priority", "title", "step"})  # without an argument they say nothing


def _argued(bare: str, role: str, slashed: bool, people: Collection[str]) -> Command | None:
    """`KEYWORD: argument`, `KEYWORD - argument`, `KEYWORD argument`."""
    mark = _MARK.search(bare[:60])
    if mark and mark.start():
        row = _for_role(find_form(fold(bare[: mark.start()]).strip(" *_")), role)
        if row and (row.cost is not Cost.COSTLY or ":" in mark[0] or "\uff1a" in mark[0]):
            return _made(row, bare, bare[mark.end() :].strip(" *_"), True, people)
    words = bare[:120].split()
    for count in range(min(LONGEST_FORM, len(words) - 1), 0, -1):
        row = _for_role(find_form(fold(" ".join(words[:count]))), role)
        if row:
            written = bare.split(maxsplit=count)[-1]
            marked = slashed or (row.name == "assign" and words[count - 1].lower() in ("to", "a", "an"))
            return _made(row, bare, written, marked, people)
    return None


def _made(row: Word, bare: str, written: str, marked: bool, people: Collection[str]) -> Command | None:
    """The command of this row with its argument, if it may have that one."""
    reason = row.name == "cancel" and marked and _NO_NEED.match(fold(written))
    if row.negatable and (written.endswith("?") or (_UNSAID.match(fold(written)) and not reason)):
        return None
    if (
        row.name in ("nudge", "remind")
        and written
        and (asked := _of_somebody(row.name, written, marked, people))
    ):
        return Command(row.name, asked, line=bare)
    if row.argument in _POLITE_ARGUMENTS:
        written = written[: len(_COURTESY.sub("", fold(written)))]
    if row.name == "done" and (items := read_items(written)):  # "done 1-3": these steps, not the task
        return Command("check", items, line=bare)
    if not written:
        return (
            Command(row.name, line=bare) if row.argument in _TEXTS and row.name not in ALONE_NOTHING else None
        )
    if row.name == "assign" and (len(written.split()) > _LONGEST_NAME or _names_first(written, people)):
        return _with_reason(bare, written, marked, people)
    kept = read_argument(row.argument, written, marked, people)
    return None if kept is None else Command(row.name, kept, line=bare)


def _names_first(written: str, people: Collection[str]) -> bool:
    """Whether a few words are a known name, and behind a comma more than one: "Ben, $200"."""
    cut = _APART.search(written)
    return cut is not None and bool(people) and is_person(written[: cut.start()].strip(" *_"), people)


def _with_reason(bare: str, written: str, marked: bool, people: Collection[str]) -> Command | None:
    """`assign: Ben, he knows the house`: the name, where the reason stands apart from it.
    A reason that asks, or is a condition, makes it no more than a phrase."""
    cut = _APART.search(written)
    name = written[: cut.start()].strip(" *_") if cut else ""
    known = bool(people) and is_person(name, people)
    if not cut or not (known or (marked and _NAME_LIKE.fullmatch(name))):
        return _with_more(bare, written, marked, people)
    reason = fold(written[cut.end() :])
    second = bool(people) and is_person(reason.partition(" ")[0].strip(",."), people)
    doubt = "?" in written or second or _DOUBT.match(reason)
    return Command("assign", name.lstrip("@"), How.PHRASE if doubt else How.EXPLICIT, bare)


def _with_more(bare: str, written: str, marked: bool, people: Collection[str]) -> Command | None:
    """`assign: Ben and tell him about the list`: the name, and nothing surer than a phrase."""
    name = written.split()[0].strip("@,.")
    known = marked and bool(people) and is_person(name, people)
    return Command("assign", name, How.PHRASE, bare) if known else None


def _of_somebody(name: str, written: str, marked: bool, people: Collection[str]) -> str:
    """What `nudge` and `remind` say of a person: "Joy", "Joy: how is it?", ": how is it?" and,
    for `remind` without a mark, "Joy on Tuesday"; "" for none of these."""
    who, mark, words = written.partition(":")
    first, _, rest = written.partition(" ")
    if name == "remind":
        return written if people and is_person(first, people) and is_date(rest) else ""
    if people and is_person(who, people) and bool(mark) == bool(words.strip()):
        return written
    return f": {written}" if marked else ""


def _amount(bare: str, role: str) -> Command | None:
    """A contractor's bare `60%` or `2.5h`."""
    if role != "contractor" or not bare[:2].strip("+~ ")[:1].isdigit() or len(bare) > 40:
        return None
    if (percent := read_percent(bare)) is not None:
        return Command("progress", percent, line=bare)
    hours = read_hours(bare)
    return Command("hours", hours, line=bare) if hours is not None else None


def _with_rest(command: Command, lines: list[str], at: int) -> tuple[Command, set[int]]:
    """The lines below that belong to a free text: a reason runs on to the next
    empty line. An argument that is missing on its own line is the next one."""
    row = word(command.word)
    if row.argument not in _TEXTS or not (command.arg or command.line.rstrip().endswith(":")):
        return command, set()
    only_wrapped = row.negatable or row.argument is Argument.SPAN or ":" not in command.line
    if only_wrapped and not command.arg:
        return command, set()
    below, arg = at + 1, command.arg
    used: set[int] = set()
    more: list[str] = []
    while below < len(lines) and lines[below].strip() and (goes_on(lines[below - 1]) or not only_wrapped):
        if not arg or goes_on(lines[below - 1]):
            arg = f"{arg} {lines[below].strip()}".strip()
            more.append(lines[below].strip())
        used.add(below)
        below += 1
    return replace(command, arg=arg, more=tuple(more)), used


def _boxes(line: str, start: int) -> list[str]:
    """What stands behind each ticked box of one line: "[x] 1 [x] 2 [ ] 3"."""
    found, pieces = [], _BOX.split(line[start:])
    for mark, text in zip(["x", *pieces[1::2]], pieces[::2], strict=True):
        if mark.strip() and text.strip():
            found.append(text.strip(" ,;")[:200])
    return found


def _ticks(lines: list[str], role: str, used: set[int]) -> list[tuple[int, Command]]:
    """The ticked boxes of a reply, as one command: numbers, or the items' texts."""
    if role != "contractor":
        return []
    ticked = []
    for at, line in enumerate(lines):
        if hit := _TICK.match(line):
            ticked += [(at, text) for text in _boxes(line[:_LONGEST_LINE], hit.end())]
        if hit or _NO_TICK.match(line):
            used.add(at)
    if not ticked:
        return []
    numbers = [read_items(text) for _, text in ticked]
    arg = ",".join(n for n in numbers if n) if all(numbers) else ";".join(text for _, text in ticked)
    return [(ticked[0][0], Command("check", arg, line=lines[ticked[0][0]].strip()))]
