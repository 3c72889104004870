"""Short answers, read by the letter they answer.

"No" to an assignment declines it, "Friday" to a letter that asks when is a
date, "yes" to a probe means on track. Each becomes the command word that the
letter offers, so that what follows is the same as if it had been written.
"""

import re
from dataclasses import replace

from language.caveat import has_caveat
from language.folding import fold
from language.meaning import Command, How
from language.vocabulary import find_form
from tasks.copied import owner_has
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.misses import bare_cause
from tasks.model import Stage, Task
from tasks.proposals import answers_proposal, own_date
from tasks.talk import name_of
from tasks.words_go import is_asked

_OFFERS = (Kind.ASSIGNMENT, Kind.JOINED)
_ASKS_WHEN = (*_OFFERS, Kind.REMINDER, Kind.PROBE, Kind.OVERDUE, Kind.DUE_CHANGED, Kind.SENT_BACK)
_YES = frozenset({"yes", "ok", "thumb", "praise", "will do"})
_YES_AND = re.compile(r"(?:yes|yep|yeah|ok|okay|sure)\b\s*[,.;:!–-]", re.IGNORECASE)  # "yes, half is done"
_ASKED = {
    Kind.REMINDER: "Still on track?",
    Kind.PROBE: "Still on track?",
    Kind.OVERDUE: "How does it stand?",
    Kind.DUE_CHANGED: "Does the new date suit you?",
    Kind.SENT_BACK: "Please see what is missing. When can you have it?",
}


def read_contractor(task: Task, mail: Arrival) -> Arrival:
    """The contractor's mail with its short answer as the word it stands for."""
    kind = mail.answers.kind if mail.answers else ""
    if (said := bare_cause(task, mail)) is not None:
        return replace(mail, commands=(said,))
    if mail.commands or not task.is_open or any(q.by == task.owner for q in task.questions):
        return mail
    if mail.date.at and mail.answers and (kind in _ASKS_WHEN or mail.answers.asked == "eta"):
        return _worded(mail, "eta")
    if mail.short.word == "no" and kind in _OFFERS and task.stage is Stage.HANDED_OVER:
        return _worded(mail, "decline", How.PHRASE)
    if mail.short.word in _YES and kind in (Kind.REMINDER, Kind.PROBE):
        return _worded(mail, "accept", How.PHRASE)
    if kind == Kind.PROBE and _YES_AND.match(mail.words.strip()) and not has_caveat(mail.words):
        return replace(mail, commands=(Command("accept", how=How.PHRASE),))
    if mail.short.word == "praise" and kind in (*_OFFERS, Kind.SENT_BACK):
        return _worded(mail, "accept", How.PHRASE)
    return mail


def read_owner(task: Task, mail: Arrival) -> Arrival:
    """The owner's mail with a date as `due`, where the letter asks for one or
    shows it. One that is earlier than the agreed date is only a phrase, and asked about."""
    asked = mail.answers.asked if mail.answers else ""
    if asked == Kind.REVIEW and not mail.commands and (said := _approves(mail.words)):
        return replace(mail, commands=(said,))
    proposed = answers_proposal(task, mail)
    asks = proposed or asked == "due" or (asked == Kind.RECEIPT and not is_asked(task))
    if mail.commands or not asks:
        return mail
    if mail.date.at is None:
        own = own_date(task, mail) if proposed else None
        return replace(mail, commands=(own,)) if own else mail
    earlier = task.due is not None and mail.date.at < task.due.at
    return _worded(mail, "due", How.PHRASE if earlier else How.EXPLICIT)


def _approves(words: str) -> Command | None:
    """A line that begins with the word itself and a comma: "approve, and next time
    earlier please". One with a fault in it ("but ...") is asked about."""
    line = words.strip().partition("\n")[0]
    head, _, rest = line.partition(",")
    row = find_form(fold(head))
    if row is None or row.name != "approve" or not rest.strip() or has_caveat(words):
        return None
    return Command("approve", rest.strip(), line=line)


def _worded(mail: Arrival, word: str, how: How = How.EXPLICIT) -> Arrival:
    dated = word in {"eta", "due"}
    words = mail.words.strip()
    due = mail.date if dated else Command(word).due
    return replace(mail, commands=(Command(word, words if dated else "", how, words, due),))


def tell_no(draft: Draft, number: int, mail: Arrival) -> None:
    """A bare "no" to a letter that asks how it stands goes to the owner at once,
    with what was asked: it cannot wait for a digest."""
    task = draft.task(number)
    asked = _ASKED.get(Kind(mail.answers.kind)) if mail.answers and mail.answers.kind else None
    if mail.short.word != "no" or not asked or not task.is_open or owner_has(draft, task, mail):
        return
    words = mail.words.strip()
    draft.post(
        Kind.RELAY,
        task.owner,
        number,
        writer=name_of(draft, task.contractor),
        words=words,
        about="words",
        pairs=((asked, words),),
    )


def ask_what(draft: Draft, number: int, mail: Arrival, options: tuple[str, ...], *, asked: str = "") -> None:
    """Words that could mean anything are asked about; nothing is passed on."""
    task = draft.task(number)
    draft.post(
        Kind.CLARIFY,
        task.owner,
        number,
        asked=asked or (mail.answers.asked if mail.answers else ""),
        words=mail.words.strip(),
        options=options,
    )
