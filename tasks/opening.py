"""A fresh mail to our address: most often a task.

One mail is one task. Who it is for is read from the recipients before anything
is asked; nothing but an empty mail, or nobody to give it to, delays it.
"""

from datetime import timedelta

from language.masking import mask
from language.meaning import Sure
from tasks import events as e
from tasks.additions import add_to
from tasks.buffering import clean_title, cleaned, files_of, left_of, private_notes, private_of
from tasks.confirming import confirm
from tasks.draft import Draft
from tasks.events_follow import OwnDateSet
from tasks.findings import findings
from tasks.holding import ask_which, called, hold, is_plausible, meant
from tasks.intents import Arrival, Evidence, OpenTask, Sender, View
from tasks.left_out import keep_left
from tasks.letters import Decision, Filed, Kind
from tasks.model import Task
from tasks.opening_away import tell_absence, without_absence
from tasks.own_words import asked_words, house_words
from tasks.people import Person, is_called
from tasks.promise import due_of
from tasks.receipt_notes import notes_of
from tasks.seams import ask_to_split, see_parts
from tasks.talk import doubt_about
from tasks.ticks import see_steps
from tasks.titles import first_line, title_of
from tasks.trust import Ruling, What

YOUNG = timedelta(days=14)  # a mail under the same Subject within these adds to the task
NOT_REGISTERED = "from an address that is not registered"


def open_task(view: View, intent: OpenTask, draft: Draft) -> Decision:
    """Decide a fresh mail by who sent it: owner, contractor, or stranger."""
    mail, person = intent.mail, _whose(view, intent.mail.sender)
    if person is None:
        return _from_stranger(draft, mail)
    if house_words(draft, mail, person):
        return draft.close(Filed.ORDER, person.key, why="a word about all tasks, answered")
    if "owner" not in person.roles:
        return _from_contractor(draft, mail, person)
    match draft.rule(What.NEW_TASK, mail):
        case Ruling.DO:
            return _from_owner(draft, mail, person)
        case Ruling.CONFIRM:
            return confirm(draft, mail, What.NEW_TASK, _wish(mail, person), person.key)
        case _:
            reason = f"a task in the name of {person.name}, {doubt_about(mail)}"
            return hold(draft, mail, reason, knock=True, as_person=person.key)


def _wish(mail: Arrival, person: Person) -> str:
    """What a fresh mail of an owner's asks for, as it is put to them."""
    words = " and ".join(f'"{mask(c.line or c.word).text}"' for c in asked_words(mail, person))
    return f"{words}, about all your tasks" if words else f'a new task, "{title_of(mail)}"'


def _whose(view: View, sender: Sender) -> Person | None:
    """In whose name a fresh mail came. An owner's secret address under another
    From is that owner's, who is asked; else it is the sender's."""
    meant = view.house.people.get(sender.token_person)
    secret = sender.evidence is Evidence.T_OTHER and meant and "owner" in meant.roles
    return meant if secret else view.house.people.get(sender.person)


def _from_stranger(draft: Draft, mail: Arrival) -> Decision:
    draft.rule(What.STRANGER, mail)
    knock = is_plausible(draft.view, mail.sender)
    task = draft.view.outsiders.get(mail.sender.address, 0)
    whose = meant(draft.view, mail.sender) or called(draft.view, mail.sender.name)
    return hold(draft, mail, NOT_REGISTERED, knock=knock, as_person=whose, task=task)


def only_task(view: View, mail: Arrival) -> int:
    """The one open task of a proven contractor whose fresh mail names none: it
    belongs there, and nobody is asked. 0 if that is not so."""
    person = view.house.people.get(mail.sender.person)
    if person is None or "owner" in person.roles or mail.sender.evidence is not Evidence.A:
        return 0
    mine = view.doing(person.key)
    return mine[0].number if len(mine) == 1 else 0


def _from_contractor(draft: Draft, mail: Arrival, person: Person) -> Decision:
    """A contractor's fresh mail: to the one open task, or asked which."""
    mine = draft.view.doing(person.key)
    if draft.rule(What.CONTRACTOR_WORD, mail, open_tasks=len(mine)) is Ruling.HOLD:
        reason = f"in the name of {person.name}, {doubt_about(mail)}"
        return hold(draft, mail, reason, knock=True, as_person=person.key)
    if not mine:
        return hold(draft, mail, f"{person.name} has no open task", knock=True, as_person=person.key)
    return ask_which(draft, mail, person.key, mine)


def _from_owner(draft: Draft, mail: Arrival, owner: Person) -> Decision:
    if not mail.body.strip() and not mail.subject.strip():
        draft.post(Kind.NOTHING_IN_IT, owner.key, subject="Re: (no subject)")
        return draft.close(Filed.NOTE, owner.key, why="nothing in it")
    who, candidates = contractor_for(draft.view, mail)
    if mail.cc_only and not mail.task_word and not mail.hint and not _asks_somebody(draft, mail):
        why = "we were only copied, and nobody was asked to do it"
        draft.remark(owner.key, f"Filed, no task: {title_of(mail)} ({why})")
        return draft.close(Filed.NOTE, owner.key, why="copied to us without a task word")
    old = _same_subject(draft.view, mail, owner.key, who)
    if old:
        return add_to(draft, mail, old)
    return _new_task(draft, mail, owner, who, candidates)


def _asks_somebody(draft: Draft, mail: Arrival) -> bool:
    """Whether a contractor stands among the recipients. That there is only one
    in the house says nothing about a mail to somebody else."""
    return any(p != mail.sender.person and _is_contractor(draft, p) for p in mail.present)


def contractor_for(view: View, mail: Arrival) -> tuple[str, tuple[str, ...]]:
    """Who does it, or "" with those among whom the owner has to choose.

    In this order: the address tag or `For:` line, the one contractor in To,
    the one among all recipients, the only one there is.
    """
    others = [p for p in view.house.contractors() if p.key != mail.sender.person]
    if mail.hint:
        named = [p.key for p in others if is_called(p, mail.hint)]
        return (named[0], ()) if len(named) == 1 else ("", tuple(named) or tuple(p.key for p in others))
    for among in (mail.to, mail.present):
        here = tuple(p.key for p in others if p.key in among)
        if here:
            return (here[0], ()) if len(here) == 1 else ("", here)
    return (others[0].key, ()) if len(others) == 1 else ("", ())


def _same_subject(view: View, mail: Arrival, owner: str, who: str) -> Task | None:
    """An open task of the same people under the same Subject, heard of lately."""
    title = title_of(mail).casefold()
    for task in view.tasks.values():
        same = task.is_open and task.owner == owner and task.title.casefold() == title
        latest = max(t for t in (task.opened_at, task.heard_at, task.owner_heard_at) if t)
        if same and (not who or task.contractor == who) and mail.written_at - latest < YOUNG:
            return task
    return None


def _new_task(draft: Draft, mail: Arrival, owner: Person, who: str, among: tuple[str, ...]) -> Decision:
    number, gone = draft.view.next_task, mail
    mail = without_absence(mail)
    begin_task(draft, mail, owner, number)
    notes = notes_of(draft, number, mail, who)
    several = see_parts(draft, mail, number, who)
    if several and draft.task(number).as_one_at:
        ask_to_split(draft, number, notes + tell_absence(draft, number, gone))
    elif who:
        notes += several
        hand_over(draft, number, who, ask_due=mail.due.sure in (Sure.NONE, Sure.OPEN))
        draft.post(
            Kind.RECEIPT,
            owner.key,
            number,
            contractor=who,
            notes=notes + tell_absence(draft, number, gone),
            about="joined" if draft.task(number).joined else "new",
        )
    else:
        everyone = tuple(p.key for p in draft.house.contractors() if p.key != owner.key)
        draft.post(
            Kind.WHO_FOR,
            owner.key,
            number,
            asked="who-for",
            candidates=among or everyone,
            notes=several + private_notes(draft, mail, owner, "") + tell_absence(draft, number, gone),
        )
    return draft.close(Filed.TASK, who, number, why=f"a new task for {who or 'nobody yet'}")


def begin_task(
    draft: Draft, mail: Arrival, owner: Person, number: int, title: str = "", brief: str = ""
) -> None:
    """Record the opening of a task and where its mail stands. What the contractor
    is not to know is taken out of its words first."""
    private = private_of(draft, mail, owner)
    brief = cleaned(draft, mail, brief or mail.body.strip(), owner, private)
    title = clean_title(draft, mail, title or title_of(mail), owner, private) or first_line(brief)
    files, left_files = files_of(draft, mail, owner, private)
    draft.record(
        number,
        e.TaskOpened(
            title=" ".join(title.split()),
            brief=brief,
            owner=owner.key,
            due=private.due if private else due_of(mail.due, owner),
            due_question=mail.due.question if mail.due.sure is Sure.ASK else "",
            money=mail.money,
            files=files,
            watchers=tuple(p for p in mail.present if p != owner.key and _is_contractor(draft, p)),
            outsiders=mail.outsiders,
            source=mail.key,
        ),
    )
    draft.record(number, e.MailJoined(owner.key, mail.message_id, thread_subject(mail.subject)))
    if private:
        draft.record(number, OwnDateSet(private.own))
    keep_left(draft, number, left_of(draft, mail, owner, private), left_files)
    see_steps(draft, number, brief)


def thread_subject(subject: str) -> str:
    """The Subject our letters bear in a thread that a person began."""
    return subject if subject.casefold().startswith("re:") else f"Re: {subject}".rstrip()


def hand_over(draft: Draft, number: int, who: str, *, ask_due: bool, notes: tuple[str, ...] = ()) -> None:
    """Give the task to a contractor: by assignment, or, where they stood among
    the recipients and have the brief already, in the owner's own thread."""
    before = draft.task(number)
    thread = before.thread_of(before.owner)
    joined = who in before.watchers and thread is not None
    task = draft.record(number, e.HandedOver(who, joined))
    first = who not in draft.view.introduced and not draft.introduces(who)
    if joined and thread:
        draft.record(number, e.MailJoined(who, thread.latest, thread.subject))
        draft.post(Kind.JOINED, who, number, asked="accept", first=first, ask_due=ask_due, notes=notes)
    else:
        draft.post(
            Kind.ASSIGNMENT,
            who,
            number,
            asked="accept",
            files=task.files,
            first=first,
            ask_due=ask_due,
            notes=notes,
            found=findings(draft, number),
        )


def _is_contractor(draft: Draft, key: str) -> bool:
    return "contractor" in draft.house.people[key].roles
