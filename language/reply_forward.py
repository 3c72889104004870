"""A mail passed on: who first wrote it, its subject, its words, and the note above it."""

from language.meaning import Forward
from language.quotes import Opening, first_address, label_of
from language.quotes_marks import is_quoted, unquoted
from language.reply_page import Page

_SENDER_LINES = 14  # lines in which the first sender stands
_INTRODUCTION = 300  # characters kept of what says when it was sent


def forward_in(lines: list[str], opening: Opening) -> Forward:
    """Return the forward that `opening` introduces. Never raises."""
    note = "\n".join(lines[: opening.first]).strip()
    head = [unquoted(line) if is_quoted(line) else line for line in lines[opening.first : opening.body]]
    body = lines[opening.body :]
    if any(is_quoted(line) for line in body[:4]):
        body = [unquoted(line) if is_quoted(line) else line for line in body]
    return Forward(
        sender=_value(head, "from", address=True) or first_address(" ".join(head + body[:2])),
        subject=_value(head, "subject"),
        text="\n".join(body).strip("\n"),
        note=note,
        sent=(_value(head, "date") or " ".join(head))[:_INTRODUCTION],
    )


def quoted_mail(text: str) -> Forward | None:
    """Return the newest mail quoted in a readable `text`, in the shape of a forward, or None.
    Linear; never raises."""
    page = Page(text)
    opening = page.first_opening()
    return forward_in(page.lines, opening) if opening is not None else None


def _value(head: list[str], wanted: str, *, address: bool = False) -> str:
    """Return the value of the header line with the role `wanted`, folded lines joined."""
    for number, line in enumerate(head[: 2 * _SENDER_LINES]):
        role, value = label_of(line)
        if role != wanted:
            continue
        for folded in head[number + 1 : number + 3]:
            if label_of(folded)[0] or not folded.strip():
                break
            value = f"{value} {folded.strip()}"
        return first_address(value) if address else value.strip()
    return ""
