"""Held mail: quiet, or knocking at the owner's door (conversation.md).

Strangers wait quietly for the digest. What is plausible is shown to the owner
at once, with three words that decide: pass on, always, drop.
"""

from dataclasses import replace

from language.masking import mask
from tasks.draft import Draft
from tasks.events import AddressRegistered
from tasks.hours import local
from tasks.intents import AnswerKnock, Arrival, Evidence, Held, Many, Order, Sender, View
from tasks.letters import Decision, Filed, Kind
from tasks.rationing import rationed
from tasks.trust import Ruling, What, ruling

EXCERPT = 1200  # characters of a held mail that a knock quotes
FREE_MAIL = frozenset(
    {"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com"}
    | {"me.com", "aol.com", "gmx.com", "gmx.de", "web.de", "proton.me", "protonmail.com", "mail.com"}
    | {"yandex.com", "zoho.com", "fastmail.com", "qq.com", "163.com"}
)


def hold(
    draft: Draft,
    mail: Arrival,
    reason: str,
    *,
    knock: bool,
    as_person: str = "",
    task: int = 0,
    many: Many | None = None,
) -> Decision:
    """Keep the mail with its reason; a knocking one is quoted to an owner."""
    owner = _asked(draft.view, as_person, task)
    if knock and mail.sender.evidence is Evidence.FAILED:
        knock = _first_failed_today(draft, owner)
    elif knock:
        knock, reason = rationed(draft, mail, owner, reason, many)
    held = _kept(draft, mail, reason, knock=knock, owner=owner, as_person=as_person, task=task)
    draft.hold(held)
    if knock:
        draft.post(
            Kind.KNOCK,
            owner,
            about_held=held.number,
            subject=f"[H-{held.number}] Held: {mail.subject or 'a mail without a subject'}",
            asked=f"held:{held.number}",
            excerpt=held.text,
            held_mail=held,
        )
    return draft.close(Filed.HELD, why=reason)


def _kept(
    draft: Draft, mail: Arrival, reason: str, *, knock: bool, owner: str, as_person: str, task: int
) -> Held:
    return Held(
        number=draft.view.next_held,
        key=mail.key,
        at=draft.now,
        address=mail.sender.address,
        name=mail.sender.name,
        subject=mail.subject,
        text=mask(mail.words or mail.body).text[:EXCERPT],
        reason=reason,
        knock=knock,
        owner=owner,
        as_person=as_person,
        task=task,
    )


def _asked(view: View, as_person: str, task: int) -> str:
    """The owner who is asked: of the task, or the one in whose name it came."""
    if task in view.tasks:
        return view.tasks[task].owner
    person = view.house.people.get(as_person)
    if person and "owner" in person.roles:
        return person.key
    return view.house.owners()[0].key


def _first_failed_today(draft: Draft, owner: str) -> bool:
    """Failed proofs are bundled: one knock a day, the rest waits for the digest."""
    day = local(draft.now, draft.house.people[owner]).date()
    slot = f"failed-knock:{owner}:{day}"
    if slot in draft.view.slots:
        return False
    draft.slot(slot)
    return True


def is_plausible(view: View, sender: Sender) -> bool:
    """A stranger who bears a known person's name or domain, or whom an owner
    had copied: held, but knocking."""
    if sender.token_person or sender.address in view.outsiders or called(view, sender.name):
        return True
    people = view.house.people.values()
    domains = {a.rpartition("@")[2] for p in people for a in p.addresses} - FREE_MAIL
    return sender.address.rpartition("@")[2] in domains


def called(view: View, name: str) -> str:
    """The key of the one person who bears this full name, or ""."""
    wanted = name.casefold().strip()
    named = [p.key for p in view.house.people.values() if wanted and wanted == p.name.casefold()]
    return named[0] if len(named) == 1 else ""


def answer_knock(view: View, intent: AnswerKnock, draft: Draft) -> Decision:
    """The owner's word on held mail, or a contractor's on which task it was."""
    held, mail = view.held.get(intent.held), intent.mail
    if held is None or held.state != "held":
        return draft.close(Filed.ORDER, mail.sender.person, why="about held mail that is settled already")
    if _is_which_question(held, mail):
        return _which(draft, held, mail)
    if mail.sender.person != held.owner or ruling(What.OWNER_WORD, replace(mail, led=True)) is not Ruling.DO:
        return hold(draft, mail, "a word on held mail that is not proven to be the owner's", knock=False)
    words = {c.word for c in mail.commands}
    word = next((w for w in ("always", "pass on", "drop") if w in words), "")
    if word == "always" and ruling(What.ADDRESSES, mail) is not Ruling.DO:
        draft.say("always", "not done: an address is added only by a mail with full proof. It was passed on.")
        word = "pass on"
    if word:
        said = settle(draft, held, word)
        if word == "always" and not held.as_person:
            draft.say(word, said)
    else:
        draft.say(
            mask(mail.words.strip()).text[:80] or "(nothing)",
            "not understood. Write: pass on, always, or drop",
        )
    if draft.lines:
        draft.post(
            Kind.TRANSCRIPT,
            held.owner,
            subject=f"[H-{held.number}] Held mail",
            lines=tuple(draft.lines),
            undo="",
        )
    return draft.close(Filed.ORDER, "", held.task, why=f"{word or 'no word'} on H-{held.number}")


def _tell(draft: Draft, to: str, subject: str) -> None:
    """A transcript of what was not done, where there is anything to say."""
    if draft.lines:
        draft.post(Kind.TRANSCRIPT, to, subject=subject, lines=tuple(draft.lines), undo="")


def settle(draft: Draft, held: Held, word: str) -> str:
    """Carry out one word on held mail: let it in, register its sender, drop it.
    What was done, in words: `always` has nobody to whom a stranger's address
    could belong."""
    if word == "drop":
        draft.hold(replace(held, state="dropped"))
        return "put away"
    draft.hold(replace(held, state="passed on"))
    draft.release(held.number)
    if word != "always":
        return "passed on"
    if not held.as_person:
        return f"passed on, once. {held.address} belongs to nobody I know, so it was not added"
    draft.house_fact(AddressRegistered(held.as_person, held.address))
    name = draft.house.people[held.as_person].name
    return f"passed on, and {held.address} is known as {name} from now on"


def _is_which_question(held: Held, mail: Arrival) -> bool:
    proven = ruling(What.CONTRACTOR_WORD, replace(mail, led=True)) is Ruling.DO
    return held.reason == WHICH and mail.sender.person == held.as_person and proven


WHICH = "the sender has several open tasks, and was asked which one it is about"


def _which(draft: Draft, held: Held, mail: Arrival) -> Decision:
    """`T-12` or the number of a line says which task the held mail is about."""
    candidates = [t for t in draft.view.tasks.values() if t.contractor == mail.sender.person and t.is_open]
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
    if held is None or held.state != "held":
        return draft.close(why=f"H-{intent.held} is not held")
    said = settle(draft, held, intent.word)
    return draft.close(why=f"H-{intent.held}: {said}")
