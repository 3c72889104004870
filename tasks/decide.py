"""From a wish to facts and letters: the one door into the core.

`decide(view, intent, now)` touches nothing, knows no clock and no library.
The same view, intent and moment always give the same decision, so a decision
made again after a restart is the same one.
"""

from datetime import datetime
from typing import assert_never

from tasks.confirming import answer_by_tag, answer_code
from tasks.digest import decide_digest
from tasks.draft import Draft
from tasks.gone import tell_gone
from tasks.holding import hold
from tasks.intents import (
    AnswerCode,
    AnswerDigest,
    AnswerKnock,
    Arrival,
    Away,
    Bounce,
    DigestWanted,
    HoldMail,
    Intent,
    Mended,
    OpenTask,
    Order,
    Say,
    Ticked,
    View,
)
from tasks.knocking import answer_knock, order
from tasks.letters import Decision
from tasks.opening import only_task, open_task
from tasks.reports import away, bounced, mended
from tasks.saying import answer_digest, say
from tasks.taking_over import taken_afresh
from tasks.ticking import tick


def decide(view: View, intent: Intent, now: datetime) -> Decision:
    """What follows from one intent at `now` (aware UTC). Never raises on what
    a mail says; the caller commits the decision or drops it, whole."""
    draft = _draft(view, intent, now)
    match intent:
        case OpenTask():
            only = only_task(view, intent.mail)
            if only:
                return say(view, Say(intent.mail, only), draft)
            return taken_afresh(draft, intent.mail) or open_task(view, intent, draft)
        case Say():
            return say(view, intent, draft)
        case AnswerDigest():
            return answer_digest(view, intent, draft)
        case AnswerKnock():
            return answer_by_tag(view, intent, draft) or answer_knock(view, intent, draft)
        case AnswerCode():
            return answer_code(view, intent, draft)
        case HoldMail(mail=mail, reason=reason, knock=knock, as_person=person, task=task, many=many):
            return hold(draft, mail, reason, knock=knock, as_person=person, task=task, many=many)
        case Bounce():
            return bounced(view, intent, draft)
        case Away():
            return away(view, intent, draft)
        case Mended(tasks=tasks, gone=gone):
            tell_gone(view, gone, draft)
            return mended(view, tasks, draft)
        case Ticked(all_read=all_read):
            return tick(view, draft, all_read=all_read)
        case DigestWanted():
            return decide_digest(view, intent, draft)
        case Order():
            return order(view, intent, draft)
        case _:
            assert_never(intent)


def _draft(view: View, intent: Intent, now: datetime) -> Draft:
    """Who acts, and by what proof, for every fact that follows (law L9)."""
    mail: Arrival | None = getattr(intent, "mail", None)
    if mail is not None:
        by = mail.sender.person or mail.sender.address or "nobody"
        let_in = mail.let_in_by or "passed on by the owner"
        proof = let_in if mail.released else mail.sender.evidence.value
        return Draft(view, now, by, proof, mail)
    if isinstance(intent, Order):
        return Draft(view, now, "operator", "command line")
    return Draft(view, now, "clock", "clock")
