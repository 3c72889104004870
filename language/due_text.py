"""Which of a mail's words can speak of its due date.

Quoted mails, signatures and quoted strings are somebody else's words. They are
blanked and not cut, so that every place in the text stays where it was.
"""

import re
from dataclasses import dataclass

from language.folding import fold
from language.quotes import is_device_line, opening_at
from language.quotes_marks import is_quoted

_READ = 8 * 1024  # characters; nobody writes the due date further down
_LONGEST_NAME = 60  # characters of a line below "Thanks," that is still a signature
_QUOTED = re.compile(
    r"\"[^\"\n]{1,300}\"|“[^”\n]{1,300}”|«[^»\n]{1,300}»|„[^“”\n]{1,300}[“”]|`[^`\n]{1,300}`"
    r"|(?<![^\s(])[‘'][^'’\n]{2,200}['’](?![^\s.,;:!?)])|<[^<>\n]{1,200}>"
)
_CLOSING = re.compile(
    r"(?:many |kind |best |warm |with |all the |mit freundlichen |viele |liebe |muito |muchas |un )?"
    r"(?:thanks|thank you|thx|best|best regards|best wishes|regards|cheers|sincerely|yours"
    r"|yours sincerely|rgds|thanks again|thanks so much|thanks in advance|thank you very much"
    r"|thanks and regards|thanks & regards"
    r"|br|cordially|respectfully|take care|talk soon|warmly|love|kr|ta"
    r"|cheers mate|salamat|merci|cordialement"
    r"|bien a vous|saludos|gracias|un saludo|gruss|gruße|grussen|vielen dank|danke|vg|lg|mfg|obrigado"
    r"|obrigada|abracos|abraço)(?: po| everyone| all| again| so much| a lot| a million)?\s{0,2}[,.!-]{0,3}"
)
_PLAIN = re.compile(r"(?:p\.?\s?s\.?|due|deadline|needed|need|by)\b")


@dataclass(frozen=True, slots=True)
class Spoken:
    """`text`, at most 8 KB, with all blanked that is not the writer's own;
    from `closing` on only lines that begin with a due word count."""

    text: str
    closing: int


def spoken(text: str) -> Spoken:
    """Return what of a mail body the writer says now. Linear; never raises."""
    lines = text[:_READ].replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n")
    kept: list[str] = []
    at, closing = 0, -1
    while at < len(lines):
        line = lines[at]
        opening = None if not line.strip() else opening_at(lines, at)
        if line.rstrip() == "--" or line == "-- ":
            break
        if opening is not None:
            if not _answered_below(lines, opening.body):
                break
            kept.extend(" " * len(skipped) for skipped in lines[at : opening.body])
            at = max(opening.body, at + 1)
            continue
        if closing < 0 and _closes(lines, at):
            closing = sum(len(k) + 1 for k in kept)
        kept.append(_own(line, closing >= 0))
        at += 1
    joined = "\n".join(kept)
    return Spoken(joined, len(joined) if closing < 0 else closing)


def _answered_below(lines: list[str], body: int) -> bool:
    """Tell whether what was introduced is marked with ">", so that an answer may stand below."""
    following = next((line for line in lines[body : body + 3] if line.strip()), "")
    return is_quoted(following)


def _closes(lines: list[str], at: int) -> bool:
    """Tell whether line `at` is a closing with no more than a signature below it."""
    line = lines[at].strip()
    if not line or len(line) > 40 or _CLOSING.fullmatch(fold(line)) is None:
        return False
    below = [rest for rest in lines[at + 1 : at + 14] if rest.strip()]
    return len(below) < 12 and all(len(rest) <= _LONGEST_NAME for rest in below[:3])


def _own(line: str, closed: bool) -> str:
    if is_quoted(line) or is_device_line(line):
        return " " * len(line)
    if closed and _PLAIN.match(fold(line.strip())) is None:
        return " " * len(line)
    return _QUOTED.sub(_blank, line) if not line.isalnum() else line


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
