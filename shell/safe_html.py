"""What HTML says and points to, replaced; its tags and the marks of mail programs stay."""

import re
from html import escape, unescape

from intake.html_tags import BLOCKS, PARAGRAPHS, SILENT, VOID
from shell.safe_text import StandIns

_PIECE = re.compile(
    r"(?is)<!--.*?(?:-->|$)|<(?:style|script)\b.*?(?:</(?:style|script)\s*>|$)"
    r"|<(?P<end>/?)(?P<name>[a-z][a-z0-9:-]{0,30})(?P<rest>(?:[\s/][^<>]{0,10000})?)>|[^<]+|<"
)
_VALUE = re.compile(r"""(?s)([A-Za-z:-]{1,30})\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_TAGS = frozenset({*BLOCKS, *PARAGRAPHS, *SILENT, *VOID}) | frozenset({
    "a", "abbr", "b", "big", "code", "del", "em", "font", "head", "i", "ins", "kbd", "s", "small", "span",
    "strike", "strong", "sub", "sup", "u", "tbody", "td", "tfoot", "th", "thead", "title",
})  # fmt: skip
_SHOWN = frozenset({"style", "type", "dir", "size", "width", "height", "border", "align", "face", "start"})
_POINTS = frozenset({"href", "src", "alt", "title", "cite", "background", "class", "id", "name"})
_PROGRAMS = re.compile(r"(?i)gmail|mso|moz-|yahoo|yiv|divrply|appendonsend|olk|protonmail|outlook|apple|x_")


def safe_html(html: str, safe: StandIns) -> str:
    """Return the HTML with its words, targets and comments replaced. Linear."""
    return _PIECE.sub(lambda hit: _piece(hit, safe), html)


def _piece(hit: re.Match[str], safe: StandIns) -> str:
    found, name = hit[0], str(hit["name"] or "").lower()
    if not name:
        dropped = re.match(r"(?i)<!--|<(?:style|script)\b", found)
        return "" if dropped else escape(safe.text(unescape(found)), quote=False)
    if name not in _TAGS and not re.fullmatch(r"[ovwx]:\w{1,12}", name):
        return f"<{hit['end']}{safe.opaque(name)}>"
    kept = [_attribute(value, safe) for value in _VALUE.finditer(hit["rest"])]
    closed = "/" if hit["rest"].endswith("/") else ""
    return f"<{hit['end']}{' '.join(filter(None, (name, *kept)))}{closed}>"


def _attribute(hit: re.Match[str], safe: StandIns) -> str:
    """An attribute as it may stay, "" where it goes."""
    name, value = hit[1].lower(), unescape(hit[2].strip("\"'"))
    if name in _SHOWN:
        return "" if "url" in value.lower() else f'{name}="{escape(value)}"'
    if name not in _POINTS:
        return ""
    marks_program = name in ("class", "id") and bool(_PROGRAMS.search(value))
    words = name in ("href", "src", "cite", "alt", "title")
    safe_value = value if marks_program else safe.text(value) if words else safe.opaque(value)
    return f'{name}="{escape(safe_value)}"'
