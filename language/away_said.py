"""An absence that is said in a sentence: "Hi, I am away until Monday, ask Ben if anything burns."

It acts only where a whole sentence of the writer's own names a day and who answers:
not in a quote, not below "write this:", not about somebody else, not with a limit
("ask Ben about the key"). Everything else stays words.
"""

import re

from language.folding import fold
from language.vocabulary import Argument
from language.words_arguments import NOBODY, read_argument
from language.words_dates import find_date
from language.words_text import goes_on, is_greeting, without_greeting

_OPENER = re.compile(
    r"(?i)(?:(?:just )?(?:so (?:that )?you know|to let you know)|fyi|(?:please )?note(?: that)?|by the way"
    r"|btw|heads[ -]up|ps|p\.s\.|also|and|but|oh)\b[ ,:.–—-]*(?:that )?"
)
_ANYTHING = (
    r"(?:anything|something)(?: else)?(?: (?:burns?|breaks?|happens?|comes? up|turns? up|pops? up|arises?"
    r"|goes wrong|catches fire|is urgent|urgent|is unclear|cannot wait|can['\u2019]t wait"
    r"|needs? (?:me|deciding|a decision|an answer|attention)))?"
)
_NEEDED = (
    rf"{_ANYTHING}|(?:it is|it['\u2019]s|this is) urgent|it (?:burns|breaks)"
    r"|you(?: are|['\u2019]re) (?:stuck|in doubt)"
    r"|you need (?:anything|something|help|me|an answer|a decision)|you get stuck"
    r"|you have (?:any )?(?:questions?|doubts?)|(?:there are|any) (?:any )?questions?"
    r"|(?:need|needs) be|needed|necessary|urgent|in doubt"
)
_AWAY = r"while (?:i am|i['\u2019]m) (?:away|out)"
_MEANWHILE = rf"meanwhile|in the mean ?time|instead|until then|till then|in my place|{_AWAY}"
_TAIL = re.compile(
    rf"(?i)[ ,]+(?:(?:if|in case|when|whenever|should) (?:{_NEEDED})|for (?:anything|everything|all)"
    rf"(?: else| urgent)?|{_MEANWHILE}|please|thanks|thank you)(?=[ ,]|$)"
)
_NAME = r"@?[^\W\d_][\w.'@+-]{0,60}(?: [^\W\d_a-z][\w.'-]{0,30}){0,2}"
_GONE = r"(?:away|off|absent|out(?: of (?:the )?office)?|on (?:holiday|holidays|vacation|leave))"
_SPAN = (
    r"(?:until|till|til|for) [^,;.:?!\"\u201c\u201d]{1,40}?"
    r"|from [^,;.:?!\"\u201c\u201d]{1,30}? (?:to|until|till|through) [^,;.:?!\"\u201c\u201d]{1,30}?"
)
_OTHER = rf"(?:,?(?i: (?:or|and|&) )|/){_NAME}"
_ASKS = (
    rf"(?i:(?:so |and )?(?:please )?(?:ask|contact|write to|turn to|talk to)) (?P<name>{_NAME}(?:{_OTHER})?)"
)
_ANSWERS = (
    rf"(?i:(?:and )?)(?P<other>{_NAME}) (?i:(?:(?:will )?(?:answer|stand in|cover|fill in|decide)s?"
    r"|stands in|fills in|is (?:answering|standing in|covering|filling in|deciding)) (?:for me|in my place))"
)
_SAID = re.compile(
    rf"(?i:i(?: am|['\u2019]m|['\u2019]ll be| will be) {_GONE}) (?P<span>(?i:{_SPAN}))"
    rf"(?:[,;]| [–—-])? (?:{_ASKS}|{_ANSWERS})(?P<tail>[^.?!;]{{0,80}})"
)
_FROM = re.compile(r"(?is)\s*from (?P<since>[^,;.]{1,30}?) (?:to|until|till|through) (?P<rest>.+)")
_HINT = re.compile(rf"(?i)\b{_GONE}\b")
_END = re.compile(r"(?<=[.!?…])[\"'\u201d)]*\s+")
_OPENS, _CLOSES = re.compile("[\u201c\u201e\u00ab]"), re.compile("[\u201d\u00bb]")
_LONGEST = 500  # characters of a line that are looked at
_NO_NAMES = NOBODY | {
    "if",
    "for",
    "about",
    "when",
    "whether",
    "around",
    "away",
    "he",
    "she",
    "they",
    "we",
    "i",
}


def said_away(sentence: str) -> str:
    """The argument that `away` would have for this one sentence, "until Monday, ask
    Ben"; "" where it is not surely an absence of the writer's."""
    text = sentence.strip(" \t*_").rstrip(" .!…")
    hit = _SAID.fullmatch(text[_opener(text) :])
    name = hit and (hit["name"] or hit["other"])
    if not hit or not name or name.split()[0].casefold() in _NO_NAMES or not _is_span(hit["span"]):
        return ""
    left = hit["tail"]
    while tail := _TAIL.match(left):
        left = left[tail.end() :]
    return "" if left.strip(" ,") else f"{hit['span']}, ask {name.rstrip('.')}"


def from_day(arg: str) -> tuple[str, str]:
    """Of "from Friday to Tuesday, ask Ben": the day on which it begins, and the rest as an absence
    that begins on it, "until Tuesday, ask Ben"; "" and the argument where none is named."""
    hit = _FROM.fullmatch(arg[:_LONGEST])
    return (hit["since"], f"until {hit['rest']}") if hit else ("", arg)


def who_is_asked(name: str) -> str:
    """A name without what is said behind it of when to ask: "Ben if anything burns"."""
    hit = re.match(_NAME, name)
    return hit[0] if hit and _TAIL.match(name, hit.end()) else name


def take_away(lines: list[str], *, whole: bool) -> tuple[list[str], list[tuple[int, str, str]]]:
    """The lines without the sentences that say an absence, and these: where each
    stood, as written, and its argument. A line that would keep nothing but a
    greeting goes with its sentence. `whole`: only a line that is nothing else.
    Never raises; linear."""
    kept, found = list(lines), list[tuple[int, str, str]]()
    open_marks = (0, 0)
    for at, line in enumerate(lines):
        if line.rstrip().endswith(":") and not is_greeting(line):
            break  # what stands below is a text for somebody else, or a list
        if not any(open_marks) and _HINT.search(line[:_LONGEST]) and not (at and goes_on(lines[at - 1])):
            below = lines[at + 1] if at + 1 < len(lines) else ""
            piece, arg = _first_said(line[:_LONGEST], wrapped=goes_on(line) and bool(below.strip()))
            rest = " ".join(part.strip() for part in line.split(piece, 1)).strip() if arg else line
            if arg and not (whole and rest):
                alone = not rest or is_greeting(rest)
                kept[at] = "" if alone else rest
                found.append((at, line.strip() if alone else piece, arg))
        open_marks = _marks(line, open_marks)
    return kept, found


def _first_said(line: str, *, wrapped: bool) -> tuple[str, str]:
    """The first sentence of a line that says an absence, as written, and its argument.
    `wrapped`: the last one goes on in the line below."""
    pieces = [without_greeting(piece).strip() for piece in _END.split(line)]
    for piece in pieces[:-1] if wrapped else pieces:
        if piece.endswith("?") or not (arg := said_away(piece)):
            continue
        if not any(_marks(line.partition(piece)[0], (0, 0))):
            return piece, arg
    return "", ""


def _marks(text: str, before: tuple[int, int]) -> tuple[int, int]:
    """How many straight and curly quotation marks are open behind this text."""
    curly = before[1] + len(_OPENS.findall(text)) - len(_CLOSES.findall(text))
    return (before[0] + text.count('"')) % 2, max(0, curly)


def _opener(text: str) -> int:
    hit = _OPENER.match(text)
    return hit.end() if hit else 0


def _is_span(span: str) -> bool:
    """Whether it names a day or a time; "until the paint is dry" does not."""
    named = span[:4].casefold() == "for " or find_date(fold(span)) >= 0
    if from_day(span)[0]:
        return named
    return named and read_argument(Argument.SPAN, span, False, ()) is not None
