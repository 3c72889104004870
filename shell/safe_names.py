"""The names of the people in a mail, wherever mail programs and people write them.

A name may be an ordinary word as well (Bill, Mark, Will), so it is looked for
in the places where names stand, and then replaced in the whole mail.
"""

import re
from email.message import Message

from intake.body import charset_of
from intake.decode import octets_of, text_of
from intake.html import text_of_html
from intake.parse_addresses import read_addresses
from intake.tree import all_parts, children_of, octets_in, type_of
from language.folding import fold
from language.quotes import label_of
from language.quotes_marks import unquoted

PEOPLE = frozenset({
    "from", "to", "cc", "bcc", "reply-to", "sender", "return-path", "delivered-to", "x-original-to",
    "envelope-to", "resent-from", "resent-to", "x-failed-recipients",
})  # fmt: skip
_READ = 64 * 1024  # characters
_NAME = r"[^\W\d_a-z][\w'’.-]{1,30}"
_BEFORE_ADDRESS = re.compile(rf"((?:{_NAME}[ ]){{1,4}})[<(\[](?:mailto:)?([^\s<>()@]{{1,64}})@")
_GREETED = re.compile(
    rf"(?im)^\W{{0,4}}(?:hi|hello|hey|dear|hallo|lieber?|hola|querid[oa]|bonjour|salut|ch[eè]re?|ol[aá]"
    rf"|good (?:morning|afternoon|evening)|guten (?:tag|morgen))[ ,]{{1,2}}"
    rf"(?-i:((?:{_NAME}[ ]?){{1,3}}))[,!.:\n]"
)
_SIGNED = re.compile(
    rf"(?im)^(?:[^\n]{{0,30}}(?:thanks|thank you|regards|best|cheers|sincerely|gr[uü](?:ß|ss)en?|saludos"
    rf"|gracias|merci|cordialement|obrigad[oa]|abraços|danke|lg|vg))[,.! ]{{0,3}}\n\s{{0,4}}"
    rf"(?-i:((?:{_NAME}[ ]?){{1,3}}))$"
)
_MACHINE = re.compile(r"(?i)no-?reply|mailer|postmaster|bounce|daemon|notification|do-?not")
_NO_NAMES = {"am", "pm", "on", "at", "le", "the", "from", "to", "von", "an", "de", "all", "team", "everyone"}


def names_in(message: Message) -> set[str]:
    """The names of all people in the address fields, quotes, greetings and signatures of a mail."""
    found: set[str] = set()
    for part in all_parts(message):
        for name, value in part.raw_items():
            if name.lower() in PEOPLE:
                for person, address in read_addresses(octets_of(value)[:4096]):
                    found |= {person, *_local(address.partition("@")[0])}
        if not children_of(part) and type_of(part).startswith("text/"):
            text = text_of(octets_in(part)[: 4 * _READ], charset_of(part))
            found |= _written(text_of_html(text) if type_of(part) == "text/html" else text)
    parts = {word.strip(".-'’") for name in found for word in re.split(r"[\s,;]+", name)}
    return {word for word in parts if len(word) > 1 and fold(word) not in _NO_NAMES}


def _local(local: str) -> set[str]:
    return set() if _MACHINE.match(local) else {local}


def _written(text: str) -> set[str]:
    """Names in a text: before addresses, in header lines of quotes, in greetings, above nothing."""
    text = text[:_READ].replace("\r\n", "\n")
    found = {hit[1] for hit in _GREETED.finditer(text)} | {hit[1] for hit in _SIGNED.finditer(text)}
    for hit in _BEFORE_ADDRESS.finditer(text):
        found |= {hit[1], *_local(hit[2])}
    for line in text.split("\n")[:2000]:
        role, value = label_of(unquoted(line, 3)[:300])
        if role in ("from", "to", "cc"):
            found.add(re.sub(r"[^\s;,]*@\S*", " ", value))
    return found
