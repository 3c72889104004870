"""Held mail: quiet, or knocking at the owner's door (conversation.md).

Strangers wait quietly for the digest. What is plausible is shown to the owner
at once, with three words that decide: pass on, always, drop.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from language.masking import mask
from tasks.draft import Draft
from tasks.events import AddressRegistered
from tasks.hours import local
from tasks.intents import Arrival, Evidence, Held, Many, Sender, View
from tasks.letters import Decision, Filed, Kind
from tasks.model import Task
from tasks.people import House, Person
from tasks.rationing import rationed
from tasks.trust import Ruling

LET_IN = frozenset({"passed on", "let in"})
EXCERPT = 1200  # characters of a held mail that a knock quotes
JOINED = 200  # of one that a question lists beside another
CODE_LASTS = timedelta(hours=48)
WHICH = "the sender has several open tasks, and was asked which one it is about"
OWNERS_MAY = "give tasks, decide about them and let mail in"
THEY_MAY = "accept, ask, hand in and bill in their tasks"
ALREADY = (
    "{address} is {name}'s already, so that always would add nothing. If all mail from it is held, its "
    "provider proves nothing, and pass on lets in one mail at a time. What helps: {name} writes from another "
    "address, and always on the first knock of that one lets in what follows."
)
FREE_MAIL = frozenset(
    {"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com"}
    | {"me.com", "aol.com", "gmx.com", "gmx.de", "web.de", "proton.me", "protonmail.com", "mail.com"}
    | {"yandex.com", "zoho.com", "fastmail.com", "qq.com", "163.com"}
)


@dataclass(frozen=True, slots=True)
class Question:
    """What the owner is asked to confirm: `wish` (what the mail asks for) and
    `missing` (which proof it lacks), a piece of a sentence and a sentence;
    `joins`, older held mails that the same answer counts for."""

    wish: str
    missing: str
    joins: tuple[Held, ...] = ()


def hold(
    draft: Draft,
    mail: Arrival,
    reason: str,
    *,
    knock: bool,
    as_person: str = "",
    task: int = 0,
    ask: Question | None = None,
    many: Many | None = None,
) -> Decision:
    """Keep the mail with its reason; a knocking one is quoted to an owner, and
    with `ask` the owner is asked by one-time code whether it is theirs. What was
    let in already is not held again, unless only a code may let it in."""
    owner = _asked(draft.view, as_person, task)
    if mail.released and not draft.cell.endswith(Ruling.CONFIRM.value):
        return no_place(draft, mail, reason, owner)
    if knock:
        knock, reason = _may_knock(draft, mail, owner, reason, many)
    held = Held(
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
        cell=draft.cell,
        code_until=draft.now + CODE_LASTS if ask else None,
        wish=ask.wish if ask else "",
        joins=tuple(h.number for h in ask.joins) if ask else (),
    )
    _keep(draft, held, ask)
    return draft.close(Filed.HELD, why=reason)


def _keep(draft: Draft, held: Held, ask: Question | None) -> None:
    draft.hold(held)
    if ask:
        _ask(draft, held, ask)
    elif held.knock:
        _knock(draft, held)


def _may_knock(draft: Draft, mail: Arrival, owner: str, reason: str, many: Many | None) -> tuple[bool, str]:
    """Whether it knocks, and its reason, to which a ration may add."""
    if mail.sender.evidence is Evidence.FAILED:
        return _first_failed_today(draft, owner), reason
    return rationed(draft, mail, owner, reason, many)


def no_place(draft: Draft, mail: Arrival, reason: str, owner: str) -> Decision:
    """What was let in and belongs nowhere ends as a note; its words are shown once."""
    words = mask(mail.words.strip() or mail.body.strip()).text[:EXCERPT]
    told = f"passed on, but it has no place: {reason}. It is filed as a note, and nobody else has it"
    subject = f"Re: {mail.subject}" if mail.subject else "A mail that you let in"
    draft.post(Kind.TRANSCRIPT, owner, subject=subject, lines=((words or "(nothing)", told),), undo="")
    return draft.close(Filed.NOTE, why=f"let in, but {reason}")


def _knock(draft: Draft, held: Held) -> None:
    draft.post(
        Kind.KNOCK,
        held.owner,
        about_held=held.number,
        subject=f"[H-{held.number}] Held: {held.subject or 'a mail without a subject'}",
        asked=f"held:{held.number}",
        excerpt=held.text,
        held_mail=held,
        wish=would_be(draft, held),
        notes=_way_out(draft, held),
    )


def _ask(draft: Draft, held: Held, ask: Question) -> None:
    """One question, to the registered address and nowhere else."""
    draft.post(
        Kind.CONFIRM,
        held.owner,
        about_held=held.number,
        subject=f"[H-{held.number}] Yours? {held.subject or 'a mail without a subject'}",
        asked=f"code:{held.number}",
        wish=ask.wish,
        missing=ask.missing,
        until=held.code_until,
        excerpt=held.text,
        held_mail=held,
        lines=tuple((f"H-{h.number}, from {h.address}: {h.wish}", h.text[:JOINED]) for h in ask.joins),
    )


def ask_which(draft: Draft, mail: Arrival, person: str, mine: Sequence[Task]) -> Decision:
    """A contractor's mail that names none of several open tasks waits, and the
    contractor is asked which one it is about."""
    held = hold(draft, mail, WHICH, knock=False, as_person=person)
    draft.post(
        Kind.WHICH_TASK,
        person,
        about_held=held.held[0].number,
        subject=f"Re: {mail.subject}",
        asked=f"held:{held.held[0].number}",
        held=held.held[0],
        candidates=tuple(sorted(mine, key=lambda t: t.number)),
    )
    return draft.close(Filed.HELD, person, why=WHICH)


def _asked(view: View, as_person: str, task: int) -> str:
    """The owner who is asked: of the task, or the one in whose name it came; the first
    of the house where that one is in the config no more."""
    if task in view.tasks and view.tasks[task].owner in view.house.people:
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


def adds_to(house: House, held: Held) -> Person | None:
    """Whose the address would become by `always`: nobody's, where it is that person's already."""
    person = house.people.get(held.as_person)
    return None if person is None or held.address in person.addresses else person


def _way_out(draft: Draft, held: Held) -> tuple[str, ...]:
    """What helps where `always` would not, as the address is known already."""
    person = draft.house.people.get(held.as_person)
    if person is None or adds_to(draft.house, held):
        return ()
    return (ALREADY.format(address=held.address, name=person.first_name),)


def would_be(draft: Draft, held: Held) -> str:
    """What `always` would make of the address, as a piece of a sentence; "" if nothing."""
    person = adds_to(draft.house, held)
    if person is None:
        return ""
    may = OWNERS_MAY if "owner" in person.roles else THEY_MAY
    return f"from now on {held.address} is known as {person.name}, who may {may}"


def is_plausible(view: View, sender: Sender) -> bool:
    """A stranger who bears a known person's name or domain, or whom an owner
    had copied: held, but knocking."""
    if sender.token_person or sender.address in view.outsiders or called(view, sender.name):
        return True
    people = view.house.people.values()
    domains = {a.rpartition("@")[2] for p in people for a in p.addresses} - FREE_MAIL
    return sender.address.rpartition("@")[2] in domains


def meant(view: View, sender: Sender, *, copied: bool = False) -> str:
    """In whose name a mail came that nothing proves, "" for an outsider. A reply
    address speaks for its person only where the sender could be that person: no
    other registered one, nobody whom somebody `copied`, and no other name."""
    whose = view.house.people.get(sender.token_person)
    if sender.person or whose is None:
        return sender.person
    names = {"", whose.name.casefold(), whose.first_name.casefold()}
    same = " ".join(sender.name.casefold().split()) in names
    return whose.key if same and not copied else ""


def called(view: View, name: str) -> str:
    """The key of the one person who bears this full name, or ""."""
    wanted = name.casefold().strip()
    named = [p.key for p in view.house.people.values() if wanted and wanted == p.name.casefold()]
    return named[0] if len(named) == 1 else ""


def counts_later(house: House, held: Held, word: str) -> bool:
    """Whether a word does something though the mail itself is let in already."""
    adds = word == "always" and adds_to(house, held) is not None
    return held.state in LET_IN and (word == "drop" if held.known else adds)


def settle(draft: Draft, held: Held, word: str, *, vouched: bool) -> str:
    """Carry out one word on held mail: let it in, register its sender, drop it.
    What was done, in words: `always` has nobody to whom a stranger's address
    could belong. `vouched`: the word had full proof, or a code's, or the operator's."""
    if held.known and word == "drop":
        return _forget(draft, held)
    if word == "drop":
        draft.hold(replace(held, state="dropped"))
        return "put away"
    fresh, adds = held.state == "held", word == "always" and adds_to(draft.house, held) is not None
    if fresh:
        draft.release(held.number)
        held = replace(held, state="passed on", vouched=vouched)
    draft.hold(replace(held, known=adds))
    if adds:
        return ("passed on, and " if fresh else "") + _register(draft, held)
    if word != "always":
        return "passed on"
    person = draft.house.people.get(held.as_person)
    whose = f"is {person.first_name}'s already" if person else "belongs to nobody I know"
    return f"passed on, once. {held.address} {whose}, so it was not added"


def _register(draft: Draft, held: Held) -> str:
    draft.house_fact(AddressRegistered(held.as_person, held.address))
    person, owner = draft.house.people[held.as_person], draft.house.people[held.owner]
    if held.as_person != held.owner:
        draft.post(
            Kind.TRANSCRIPT,
            held.as_person,
            subject="A new address of yours",
            cause=f"known:{held.number}:{draft.cause}",
            reason=f"{held.address} is known as yours from now on: {owner.first_name} said so.",
            person=owner.key,
            lines=(),
            undo="",
        )
    return f"{held.address} is known as {person.name} from now on"


def _forget(draft: Draft, held: Held) -> str:
    draft.house_fact(AddressRegistered("", held.address))
    draft.hold(replace(held, known=False))
    return f"{held.address} is nobody's any more; what it wrote before stays as it is"
