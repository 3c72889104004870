"""Confirmation by one-time code: one question to the registered address.

The mail waits. "yes" lets it take the ordinary road, "no" drops it, and without
an answer nothing happens: after 48 hours it is held mail like any other, and
the digest says so. Only a mail of the one who was asked, with that very code,
is an answer; machines and other addresses never are.
"""

from dataclasses import replace

from language.masking import mask
from language.yes import yes_or_no
from tasks.draft import Draft
from tasks.holding import Question, hold, settle
from tasks.hours import local
from tasks.intents import AnswerCode, AnswerKnock, Arrival, Evidence, Held, View
from tasks.joining import OVERTAKEN, join, joined
from tasks.letters import Decision, Filed, Kind
from tasks.own_words import house_words
from tasks.talk import doubt_about, name_of
from tasks.trust import What

CODES_A_DAY = 50
TOLD_A_DAY = 3  # times that an answer to one question is said not to be understood
BY_CODE = "confirmed by code"
NOT_THEIRS = "an answer to a question of mine, in the name of the one who was asked"
PROVEN = frozenset({Evidence.A_T, Evidence.T_A})  # the code itself is the T


def confirm(draft: Draft, mail: Arrival, what: What, wish: str, who: str, task: int = 0) -> Decision:
    """Hold the mail and ask `who` (an owner's key) whether it is theirs.

    Where a question about the task is open, a mail without any proof only waits. Any
    other joins it, if what was asked about before has no weaker proof; else it takes
    its place. Where too many were asked today, it waits. `wish`: what the mail asks
    for, a piece of a sentence."""
    reason = f"in the name of {name_of(draft, who)}, {doubt_about(mail)}"
    day = local(draft.now, draft.house.people[who]).date()
    bare, earlier = _is_bare(mail), draft.view.asked.get(task)
    if earlier and bare:
        words = f"{reason}; a question about T-{task} is open already"
        return _waits(draft, mail, words, who, task, f"codes-over:{who}:{day}:T-{task}")
    today = f"code:{who}:{day}:{'bare' if bare else 'proven'}:"
    if sum(slot.startswith(today) for slot in draft.view.slots) >= CODES_A_DAY:
        often = f"you were asked about {CODES_A_DAY} such mails today, so more of them wait for the digest"
        return _waits(draft, mail, f"{reason}; {often}", who, task, f"codes-over:{who}:{day}")
    joins = join(draft, mail, earlier, task) if earlier else ()
    draft.slot(f"{today}{draft.view.next_held}")
    ask = Question(wish, missing(mail, what), joins)
    return hold(
        draft, mail, f"{reason}; you are asked by mail", knock=False, as_person=who, task=task, ask=ask
    )


def _waits(draft: Draft, mail: Arrival, words: str, who: str, task: int, slot: str) -> Decision:
    """One notice a day, in the form of a knock; what follows waits for the digest,
    but for proven mail: that one always knocks."""
    first = slot not in draft.view.slots
    if first:
        draft.slot(slot)
    return hold(draft, mail, words, knock=first or not _is_bare(mail), as_person=who, task=task)


def _is_bare(mail: Arrival) -> bool:
    """Whether nothing proves the mail: it must not keep anything from one that is."""
    return mail.sender.evidence in (Evidence.BARE, Evidence.T_OTHER) and not mail.released


def missing(mail: Arrival, what: What) -> str:
    """Which proof the mail lacks, in one sentence."""
    if mail.released:
        return "It was let in by a reply that nothing but its address proved, which is not enough for this."
    match mail.sender.evidence, what:
        case Evidence.A, What.MONEY:
            return "The address is proven, but it answers no letter of mine, and money hangs on it."
        case Evidence.A, _:
            return "The address is proven, but it answers no letter of mine."
        case Evidence.T_A, What.MONEY:
            return "It answers my letter, but nothing proves the address, and money hangs on it."
        case Evidence.T_A, _:
            return "It answers my letter, but nothing proves the address."
        case Evidence.T_OTHER, _:
            return "It came to your secret address, but from an address that is not yours."
    return (
        "Nothing proves the address: no verdict of our mail server, no signature, no reply address of mine."
    )


def answer_code(view: View, intent: AnswerCode, draft: Draft) -> Decision:
    """The answer to a question by code. A yes counts once, in time, from the one
    who was asked; whatever else it is, the held mail stays held."""
    held, mail = view.held.get(intent.held), intent.mail
    if mail.sender.evidence not in PROVEN or mail.released:
        whose = mail.sender.token_person or mail.sender.person
        reason = f"{NOT_THEIRS}, {doubt_about(mail)}"
        return hold(draft, mail, reason, knock=not mail.released, as_person=whose)
    if held is None or held.owner != mail.sender.person or held.code_until is None:
        return _told(draft, mail, held, "not done: I know of no such question. Please mail it once more")
    said = yes_or_no(mail.own, draft.house.people[held.owner].name)
    if held.state != "held":
        return _settled(draft, mail, held, said)
    if draft.now >= held.code_until:
        why = "the time to answer was over"
        if OVERTAKEN in held.reason:
            why = f"a later, better proven mail about T-{held.task} took the place of this question"
        late = f"not done: {why}. H-{held.number} is still held. Write: pass on, or drop"
        return _told(draft, mail, held, late)
    if not said and house_words(draft, mail, draft.house.people[held.owner]):
        return draft.close(Filed.ORDER, held.owner, why="a word about all tasks, answered")
    if not said:
        return _told(draft, mail, held, "not understood, and nothing was done. Write: yes, or no", asks=True)
    return _obey(draft, held, said)


def _obey(draft: Draft, held: Held, said: str) -> Decision:
    for each in (*joined(draft, held), held):
        settle(
            draft, replace(each, by_code=said == "yes"), "pass on" if said == "yes" else "drop", vouched=True
        )
    return draft.close(Filed.ORDER, "", held.task, why=f"{said}, by the code of H-{held.number}")


def answer_by_tag(view: View, intent: AnswerKnock, draft: Draft) -> Decision | None:
    """A yes or no under the question's own Subject, of a client that lost the
    reply address and the References; None for whatever else the mail is.

    It has to be proven, and does no more than such a mail could do by itself (A
    makes a task): for anything else only the letter's own code counts."""
    held, mail = view.held.get(intent.held), intent.mail
    if held is None or held.state != "held" or held.code_until is None or draft.now >= held.code_until:
        return None
    proven = mail.sender.evidence in (Evidence.A, Evidence.A_T) and (mail.vouched or not mail.released)
    said = yes_or_no(mail.own, draft.house.people[held.owner].name)
    if not said or not proven or mail.sender.person != held.owner:
        return None
    if mail.sender.evidence is Evidence.A and not held.cell.startswith(What.NEW_TASK.value):
        return _told(draft, mail, held, "not done: for this, please reply to that letter itself")
    return _obey(draft, held, said)


def _settled(draft: Draft, mail: Arrival, held: Held, said: str) -> Decision:
    """Said twice is said once; what contradicts it is told, and changes nothing."""
    was = "no" if held.state == "dropped" else "yes"
    if said in ("", was):
        return draft.close(Filed.ORDER, "", held.task, why="to a question that is settled already")
    done = "dropped" if was == "no" else "let in"
    return _told(draft, mail, held, f"not done: H-{held.number} was {done} already")


def _told(draft: Draft, mail: Arrival, held: Held | None, outcome: str, *, asks: bool = False) -> Decision:
    """Say what was not done, once for each question and outcome; that an answer
    was not understood (`asks`), each time, up to three times a day."""
    cause = f"code:{held.number if held else mail.key}:{outcome}"
    if held and asks:
        day = local(draft.now, draft.house.people[held.owner]).date()
        slot = f"codes-over:{held.owner}:{day}:H-{held.number}:"
        times = sum(told.startswith(slot) for told in draft.view.slots)
        if times >= TOLD_A_DAY:
            draft.remark(held.owner, f"H-{held.number}: your answer was not understood: {mail.words[:80]}")
            return draft.close(Filed.ORDER, "", held.task, why=outcome)
        draft.slot(f"{slot}{times}")
        cause = f"{cause}:{day}:{times}"
    draft.post(
        Kind.TRANSCRIPT,
        mail.sender.person,
        about_held=held.number if held else 0,
        subject=f"[H-{held.number}] Yours? {held.subject}" if held else "About your answer",
        asked=f"code:{held.number}" if held and asks else "",
        cause=cause,
        lines=((mask(mail.words.strip()).text[:80] or "(nothing)", outcome),),
        undo="",
    )
    return draft.close(Filed.ORDER, "", held.task if held else 0, why=outcome)
