"""A client's mail that was passed on as an attachment (message/rfc822).

Outlook and Apple Mail forward so where the writer asks for it. The client's
words are then the brief, as where they stand in the body: below the note,
with their sender, and never obeyed.
"""

from dataclasses import replace
from email.message import Message

from intake.body import cut, read_body
from intake.decode import ascii_of, field_of, header_text
from intake.parse_addresses import read_addresses
from intake.tree import children_of, own_parts, type_of
from language.meaning import Forward, NewWords

_TITLE = "---------- Forwarded message ----------"


def attached_forward(message: Message, words: NewWords) -> NewWords:
    """Return the new words of a mail with the one mail attached to it as its forward; `words`
    themselves where none or several are attached, or something is quoted. Never raises on mail."""
    if words.forward is not None or words.quoted:
        return words
    mails = [part for part in own_parts(message) if type_of(part) == "message/rfc822" and children_of(part)]
    if len(mails) != 1:
        return words
    client = children_of(mails[0])[0]
    text = read_body(client).text.strip()
    if not text:
        return words
    name, sender = next(iter(read_addresses(field_of(client, "from"))), ("", ""))
    subject, sent = header_text(field_of(client, "subject")), ascii_of(client, "date")
    forward = Forward(sender=sender, subject=subject, text=text, note=words.text, sent=sent)
    shown = f"{name} <{sender}>".strip() if sender else name
    head = [
        f"{label}: {value}"
        for label, value in (("From", shown), ("Date", sent), ("Subject", subject))
        if value
    ]
    whole = "\n".join([words.text, "", _TITLE, *head, "", text]).strip()
    return replace(words, text=cut(whole), forward=forward)
