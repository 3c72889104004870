"""What is answered to a knock: the owner's pass on, always or drop, or the task
that a contractor names. The command line says the same words."""

from dataclasses import replace

from language.masking import mask
from tasks.confirming import confirm
from tasks.draft import Draft
from tasks.holding import WHICH, adds_to, counts_later, hold, meant, settle
from tasks.intents import AnswerKnock, Arrival, Evidence, Held, Order, View
from tasks.letters import Decision, Filed, Kind
from tasks.people import House
from tasks.talk import doubt_about, name_of
from tasks.trust import Ruling, What

HELD_WORDS = ("always", "pass on", "drop")
IT_IS = {"yes": "pass on", "no": "drop"}  # "Is it real?"
NOT_THEIRS = "which task a mail is about, in the name of the one who was asked"
NOT_THE_OWNERS = "a word on held mail, in an owner's name"


def answer_knock(view: View, intent: AnswerKnock, draft: Draft) -> Decision:
    """The owner's word on held mail, or a contractor's on which task it was."""
    held, mail = view.held.get(intent.held), intent.mail
    word = _word_of(mail)
    if held is None or not (held.state == "held" or counts_later(view.house, held, word)):
        return draft.close(Filed.ORDER, mail.sender.person, why="about held mail that is settled already")
    if held.state == "held" and held.reason == WHICH and mail.sender.person == held.as_person:
        return _which(draft, held, mail)
    match _ruling(draft, held, mail, word):
        case Ruling.DO:
            return _obey(draft, held, mail, word)
        case Ruling.CONFIRM:
            return confirm(
                draft, mail, what_of(view.house, word, held), wish_for(draft, held, word), held.owner
            )
        case _:
            whose = meant(view, mail.sender)
            again = held.reason.startswith(NOT_THE_OWNERS)  # two machines could go on for ever
            reason = f"{NOT_THE_OWNERS}, {doubt_about(mail)}"
            return hold(draft, mail, reason, knock=not again, as_person=whose)


def _word_of(mail: Arrival) -> str:
    """The word that the mail says; "yes" and "no" answer whether it is real."""
    words = {c.word for c in mail.commands}
    return next((w for w in HELD_WORDS if w in words), IT_IS.get(mail.short.word, ""))


def what_of(house: House, word: str, held: Held) -> What:
    """The row for a word on held mail: `always`, and `drop` after it, are about people
    and addresses, where the address would become somebody's, or is by such a word."""
    about_it = held.known if word == "drop" else word == "always" and adds_to(house, held) is not None
    return What.ADDRESSES if about_it else What.OWNER_WORD


def vouches(mail: Arrival) -> bool:
    """Whether a word lets in what may be costly, too."""
    return mail.vouched if mail.released else mail.sender.evidence is Evidence.A_T


def wish_for(draft: Draft, held: Held, word: str) -> str:
    """What the owner would confirm, as a piece of a sentence."""
    if held.known and word == "drop":
        return f"{held.address} to be nobody's any more"
    if what_of(draft.house, word, held) is What.ADDRESSES:
        return f"{held.address} to be known as {name_of(draft, held.as_person)} from now on"
    return f'"{word or "an answer"}" on the held mail H-{held.number}'


def _ruling(draft: Draft, held: Held, mail: Arrival, word: str) -> Ruling:
    """What the table says; of anybody but the one who was asked, nothing counts."""
    found = draft.rule(what_of(draft.house, word, held), mail)
    mine = mail.sender.person == held.owner or mail.sender.evidence is Evidence.T_OTHER
    return found if mine else Ruling.HOLD


def _obey(draft: Draft, held: Held, mail: Arrival, word: str) -> Decision:
    adds = word == "always" and adds_to(draft.house, held) is not None
    if word:
        said = settle(draft, held, word, vouched=vouches(mail))
        if word == "always" or held.known:
            draft.say(word, said)
    else:
        words = mask(mail.words.strip()).text[:80] or "(nothing)"
        draft.say(words, "not understood. Write: pass on, always, or drop")
    if draft.lines:
        draft.post(
            Kind.TRANSCRIPT,
            held.owner,
            about_held=held.number,
            asked=f"held:{held.number}",
            subject=f"[H-{held.number}] Held mail",
            lines=tuple(draft.lines),
            undo="drop" if adds else "",
        )
    return draft.close(Filed.ORDER, "", held.task, why=f"{word or 'no word'} on H-{held.number}")


def _which(draft: Draft, held: Held, mail: Arrival) -> Decision:
    """`T-12` or the number of a line says which task the held mail is about."""
    if draft.rule(What.CONTRACTOR_WORD, mail) is not Ruling.DO:
        reason = f"{NOT_THEIRS}, {doubt_about(mail)}"
        return hold(draft, mail, reason, knock=True, as_person=held.as_person)
    candidates = draft.view.doing(mail.sender.person)
    named = next((line.task for line in mail.lines if line.task), 0)
    if not named and 0 < mail.short.number <= len(candidates):
        named = sorted(t.number for t in candidates)[mail.short.number - 1]
    if named not in {t.number for t in candidates}:
        draft.say(
            mask(mail.words.strip()).text[:80], "not understood. Write the tag of one task, for example T-12"
        )
        draft.post(
            Kind.TRANSCRIPT,
            mail.sender.person,
            subject=f"Re: {held.subject}",
            lines=tuple(draft.lines),
            undo="",
        )
        return draft.close(Filed.ORDER, mail.sender.person, why="which task: not understood")
    draft.hold(replace(held, state="passed on", task=named))
    draft.release(held.number)
    return draft.close(Filed.ORDER, mail.sender.person, named, why=f"said which task: T-{named}")


def order(view: View, intent: Order, draft: Draft) -> Decision:
    """The operator's word on held mail, from the command line."""
    held = view.held.get(intent.held)
    if held is None or not (held.state == "held" or counts_later(view.house, held, intent.word)):
        return draft.close(why=f"H-{intent.held} is not held")
    said = settle(draft, held, intent.word, vouched=True)
    return draft.close(why=f"H-{intent.held}: {said}")
