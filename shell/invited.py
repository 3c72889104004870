"""A reply that carries a calendar invitation (RFC 6047): its words are a person's, the rest a program's."""

import re
from dataclasses import replace

from intake.kind import INVITATION
from intake.mail import InboundMail
from intake.route import Routed
from tasks.intents import Arrival
from tasks.rationing import PROVEN
from tasks.talk import WITH_INVITATION

# What calendar programs write above or below the words: when, where, and a line of stars.
_OF_A_PROGRAM = re.compile(
    r"(?im)^[ \t]*(?:(?:when|where|wann|wo|cu[aá]ndo|d[oó]nde|quand|o[uù]):.*|[*~]{5,}[ \t]*)$"
)


def words_beside(mail: InboundMail, routed: Routed, arrival: Arrival) -> Arrival | None:
    """The mail as its words alone, where it is a proven person's reply about a task and
    says something besides the invitation; else None."""
    sender = arrival.sender
    answers = mail.kind_why == INVITATION and routed.task and not arrival.fresh
    if not answers or not sender.person or sender.evidence not in PROVEN:
        return None
    read = (arrival.words, arrival.own, arrival.body)
    words, own, body = (_OF_A_PROGRAM.sub("", text).strip() for text in read)
    notes = (*arrival.notes, WITH_INVITATION)
    return replace(arrival, words=words, own=own, body=body, notes=notes) if own else None
