"""Why a mail was filed as it was: what the ledger keeps of its reading.

A row stays small and discreet: every text in it is masked and cut, and the mail itself lies in the
spool for whoever wants to read all of it again.
"""

from collections.abc import Mapping

from intake.arrival import Found
from language.masking import mask, secrets_in
from language.meaning import DueReading
from tasks.intents import Arrival

_WORDS, _TEXT, _LINE = 500, 120, 60  # characters
_MOST = 8  # commands named


def why_of(found: Found, arrival: Arrival, cell: str = "") -> Mapping[str, object]:
    """How the mail was matched, proven and read, ready for JSON. Empty findings
    are left out; moments are ISO 8601 in UTC. `cell` is what was applied of the
    table of who may do what."""
    mail, lint = found.mail, arrival.lint
    known = secrets_in(mail.words.text)
    row = {
        "matched": found.routed.how,
        "proof": found.sender.evidence.value,
        "kind": mail.kind.value,
        "kind_why": mail.kind_why[:_TEXT],
        "new_words": mask(mail.words.text).text[:_WORDS],
        "answers": found.routed.letter.kind if found.routed.letter else "",
    }
    more = {
        "table": cell[: 4 * _TEXT],
        "body": mail.body_from[:_TEXT],
        "due": _due(arrival.due),
        "commands": [
            f"{c.word} {mask(c.arg, known).text[:_LINE]} ({c.how.value})".replace("  ", " ")
            for c in arrival.commands[:_MOST]
        ],
        "brief": ", ".join((lint.verdict, *lint.issues))[:_TEXT],
        "cut_signature": mask(mail.words.signature).text[:_TEXT],
        "forwarded_from": mail.words.forward.sender[:_TEXT] if mail.words.forward else "",
    }
    return row | {name: value for name, value in more.items() if value}


def _due(due: DueReading) -> dict[str, str]:
    """A due reading: outcome, moments, rule, phrase; {} where there is none."""
    if not due.rule:
        return {}
    said = {
        "outcome": due.sure.value,
        "at": due.at.isoformat() if due.at else "",
        "other": due.other.isoformat() if due.other else "",
        "rule": due.rule[:_LINE],
        "phrase": due.phrase[:_TEXT],
    }
    return {name: value for name, value in said.items() if value}
