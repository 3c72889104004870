"""A reaction: a mail that says no more than an emoji.

Gmail sends a part of its own type, others a part marked so (RFC 9078).
Outlook's arrive as a sentence without any sign; `x-ms-reactions: disallow`,
which Exchange writes, is a setting of an ordinary mail and no reaction.
"""

import json
import re
from email.message import Message

from intake.decode import ascii_of, text_of
from intake.tree import octets_in, own_parts, type_of
from language.reply import new_words

_GMAIL = "text/vnd.google.email-reaction+json"
_FIELDS = ("x-ms-reactions", "x-ms-reaction", "x-ms-exchange-reaction")
_SETTINGS = ("", "allow", "disallow")
_OUTLOOK = re.compile(
    r"(?i)^\W{0,5}[^\n]{1,80}\b(?:reacted to your (?:message|e-?mail)|hat auf ihre nachricht reagiert)"
)
_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?")
_OUTLOOK_NAMES = (
    ("like", "👍"),
    ("thumbs", "👍"),
    ("heart", "❤️"),
    ("celebrate", "🎉"),
    ("laugh", "😆"),
    ("surprised", "😮"),
    ("sad", "😢"),
)
_LONGEST = 40  # characters; an emoji with its modifiers is far shorter
_SENTENCE = 300  # characters; longer is a letter about a reaction
_LOOKED_AT = 4000  # characters in which the sentence and the head of the quote stand


def reaction_in(message: Message, headers: tuple[tuple[str, str], ...], text: str) -> str:
    """Return the emoji of a reaction, or "". `text` is the mail's readable body. Never raises on mail.

    One that cannot be told is "(reaction)", which nobody takes for consent.
    """
    for name, value in headers:
        if name in _FIELDS and value.strip().lower() not in _SETTINGS:
            return value.strip()[:_LONGEST]
    for part in own_parts(message):
        if type_of(part) == _GMAIL:
            return _gmail(octets_in(part))
        if ascii_of(part, "content-disposition").lower().startswith("reaction"):
            return text_of(octets_in(part), "utf-8").strip()[:_LONGEST] or "(reaction)"
    return _outlook(_own(text)) if _OUTLOOK.match(text) else ""


def _own(text: str) -> str:
    """What stands above the quoted letter; "" where that is long: a letter about a reaction."""
    own = new_words(text[:_LOOKED_AT]).text
    return own if len(own) <= _SENTENCE else ""


def _gmail(octets: bytes) -> str:
    try:
        found = json.loads(octets[:2000].decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return "(reaction)"
    emoji = found.get("emoji") if isinstance(found, dict) else None
    return str(emoji)[:_LONGEST] if emoji else "(reaction)"


def _outlook(text: str) -> str:
    if not text:
        return ""
    emoji = _EMOJI.search(text)
    if emoji:
        return emoji.group(0)
    below = " ".join(text.lower().split("\n")[1:])
    return next((sign for word, sign in _OUTLOOK_NAMES if word in below), "(reaction)")
