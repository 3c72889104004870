"""A mail in the thread of a task: whose it is, and whether it may be obeyed."""

from language.masking import mask
from language.promised_money import promise_in
from tasks import events as e
from tasks.by_letter import read_owner
from tasks.confirming import confirm
from tasks.contractor_says import contractor_says
from tasks.copied import note_copied, was_copied
from tasks.digest_answers import answer_lines, costly_lines, told_lines
from tasks.disowning import about_yours, is_about_yours
from tasks.draft import Draft
from tasks.holding import ask_which, hold, meant, no_place
from tasks.intents import AnswerDigest, Arrival, Evidence, Say, View
from tasks.joining import ANSWER
from tasks.kept_back import kept_back
from tasks.letters import Decision, Filed, Kind
from tasks.model import Task
from tasks.money_said import note_money
from tasks.new_topic import is_new_topic, other_subject
from tasks.outsiders_words import pass_on_outsider
from tasks.own_words import house_words
from tasks.owner_says import owner_says
from tasks.standing_in import stands_in, tell_it_is_over
from tasks.substituting import substitute_says
from tasks.taking_over import taken_in_thread
from tasks.talk import doubt_about, is_small_talk, name_of, reply_subject, status
from tasks.trust import Ruling, What, wish_of
from tasks.unnamed import asks_nothing, for_one_of


def say(view: View, intent: Say, draft: Draft) -> Decision:
    """Decide by the sender's role on this very task (P67), then by proof."""
    mail, task = intent.mail, view.tasks.get(intent.task)
    if task is None:
        return hold(draft, mail, f"about T-{intent.task}, which does not exist", knock=True)
    who = mail.sender.person
    if who in (task.owner, task.contractor):
        note_copied(draft, task, mail)
    if mail.sender.evidence is Evidence.T_OTHER:
        return _other_address(draft, task, mail)
    if who == task.owner:
        return _owner(draft, task, mail)
    if who and who == task.contractor:
        return _contractor(draft, task, mail)
    if stands_in(draft, task, who) and draft.rule(What.OWNER_WORD, mail) is Ruling.DO:
        return substitute_says(draft, task, mail)
    if who and is_about_yours(mail) and draft.rule(What.OWNER_WORD, mail) is Ruling.DO:
        return about_yours(draft, task, mail) or _other_person(draft, task, mail, who)  # the owner is back
    if taken := taken_in_thread(draft, task, mail):
        return taken
    if who:
        return _other_person(draft, task, mail, who)
    return _outsider(draft, task, mail)


def _owner(draft: Draft, task: Task, mail: Arrival) -> Decision:
    """By what the words are, also those that the letter answered makes of them."""
    words = _words(task, mail)
    wish = _wish(task, mail)
    match draft.rule(wish, mail):
        case Ruling.DO:
            if (done := about_yours(draft, task, mail)) is not None:
                return done
            note_money(draft, task.number, mail)
            return owner_says(draft, draft.latest(task), _discreet(draft, task, mail))
        case Ruling.CONFIRM:
            said = " and ".join([*(f'"{word}"' for word in words), *_promises(task, mail)]) or "words"
            asks = f"{said} on {task.tag}, {mask(task.title).text}"
            return confirm(draft, mail, wish, asks, task.owner, task.number)
        case _:
            reason = f"in the name of {name_of(draft, task.owner)}, on {task.tag}, {doubt_about(mail)}"
            return hold(draft, mail, reason, knock=True, as_person=task.owner, task=task.number)


def _discreet(draft: Draft, task: Task, mail: Arrival) -> Arrival:
    """The mail as it may go on; words that are asked about first stay whole until then."""
    return mail if is_new_topic(task, read_owner(task, mail)) else kept_back(draft, task.number, mail)


def _wish(task: Task, mail: Arrival) -> What:
    return wish_of(task, frozenset(_words(task, mail)), _text(task, mail))


def _text(task: Task, mail: Arrival) -> str:
    """All that would reach anybody: the words, and a Subject of their own."""
    return f"{mail.words}\n{other_subject(task, mail)}"


def _promises(task: Task, mail: Arrival) -> list[str]:
    """What the words promise, as the owner would confirm it: seen, however far down it stands."""
    promise = mask(promise_in(_text(task, mail))).text
    return [f'words that promise money ("{promise}")'] if promise else []


def _words(task: Task, mail: Arrival) -> list[str]:
    return [c.word for c in read_owner(task, mail).commands]


def _contractor(draft: Draft, task: Task, mail: Arrival) -> Decision:
    mine = draft.view.doing(task.contractor)
    match draft.rule(What.CONTRACTOR_WORD, mail, open_tasks=len(mine)):
        case Ruling.DO:
            return contractor_says(draft, task, mail)
        case Ruling.FILE:
            words = f"{mail.words.strip()}\n(not proven to be {name_of(draft, task.contractor)}'s)"
            draft.record(task.number, e.WordsFiled(task.contractor, words), by="unproven")
            return draft.close(Filed.REPLY, task.contractor, task.number, why="filed as text, unproven")
        case Ruling.ASK if mine:
            return ask_which(draft, mail, task.contractor, mine)
        case _:
            reason = f"in the name of {name_of(draft, task.contractor)}, on {task.tag}, {doubt_about(mail)}"
            return hold(draft, mail, reason, knock=True, as_person=task.contractor, task=task.number)


def _other_address(draft: Draft, task: Task, mail: Arrival) -> Decision:
    """A valid token under another From proves nothing: the owner is asked. Who
    cannot be the token's person is let in as nobody but themselves."""
    whose = name_of(draft, mail.sender.token_person)
    owners = mail.sender.token_person == task.owner
    row = _wish(task, mail) if owners else _row(draft, mail.sender.token_person)
    draft.rule(row, mail)
    reason = f"sent with {whose}'s reply address, but from {mail.sender.address}"
    who = meant(draft.view, mail.sender, copied=was_copied(draft, task, mail.sender.address))
    return hold(draft, mail, reason, knock=True, as_person=who, task=task.number)


def _row(draft: Draft, person: str) -> What:
    """The row for words about something that is there, by the person's role."""
    known = draft.house.people.get(person)
    if known is None:
        return What.STRANGER
    return What.OWNER_WORD if "owner" in known.roles else What.CONTRACTOR_WORD


def _other_person(draft: Draft, task: Task, mail: Arrival, who: str) -> Decision:
    """A watcher may ask `status`; a former contractor's words are filed and
    change nothing; other owners may read."""
    part = who in task.watchers or task.thread_of(who) is not None
    proof = draft.rule(What.CONTRACTOR_WORD, mail)
    if not part or proof is Ruling.HOLD:
        reason = f"{name_of(draft, who)} has no part in {task.tag}"
        return hold(draft, mail, reason, knock=True, as_person=who, task=task.number)
    if proof is not Ruling.FILE and any(c.word == "status" for c in mail.commands):
        status(draft, draft.house.people[who], mail.subject)
    elif task.owner not in mail.present and not is_small_talk(mail):
        doubt = " (not proven)" if proof is Ruling.FILE else ""
        draft.remark(
            task.owner, f"{task.tag}: {name_of(draft, who)} wrote{doubt}: {mask(mail.words).text[:300]}"
        )
        tell_it_is_over(draft, task, mail, who)
    return draft.close(Filed.REPLY, who, task.number, why="from someone who watches, or had it before")


def _outsider(draft: Draft, task: Task, mail: Arrival) -> Decision:
    """An outsider's words go to the owner, never to the contractor, until the
    owner says `pass on`."""
    if mail.released and not task.contractor:
        return no_place(draft, mail, f"nobody has {task.tag}", task.owner)
    if mail.released and task.contractor in mail.present:
        return _has_it(draft, task, mail)
    if mail.released:
        why = pass_on_outsider(draft, task, mail)
        return draft.close(Filed.REPLY, task.contractor, task.number, why=why)
    draft.rule(What.STRANGER, mail)
    copied = mail.sender.address in task.outsiders
    if copied and task.owner in mail.present:
        return draft.close(Filed.REPLY, task.contractor, task.number, why="an outsider, and the owner has it")
    reason = "from somebody you had copied" if copied else "from an address that is not registered"
    return hold(draft, mail, f"{reason}, on {task.tag}", knock=True, task=task.number)


def _has_it(draft: Draft, task: Task, mail: Arrival) -> Decision:
    """An outsider's words that the contractor has from the outsider: nobody gets them twice."""
    who = name_of(draft, task.contractor)
    told = f"filed in {task.tag}, and passed on to nobody: {who} has it already, as a recipient"
    words = mask(mail.words.strip()).text[:80] or "(nothing)"
    draft.post(Kind.TRANSCRIPT, task.owner, task.number, lines=((words, told),), undo="")
    return draft.close(Filed.REPLY, task.contractor, task.number, why="an outsider's words, known already")


def answer_digest(view: View, intent: AnswerDigest, draft: Draft) -> Decision:
    """A reply to a digest, or to a letter about several tasks: each line that
    begins with a tag is a mail of its own to that task; the rest is a note."""
    mail = intent.mail
    person = view.house.people.get(mail.sender.person)
    found = draft.rule(_row(draft, mail.sender.person), mail)
    if person is None or found is not Ruling.DO:
        whose = meant(view, mail.sender)
        return hold(draft, mail, f"an answer to a digest, {doubt_about(mail)}", knock=True, as_person=whose)
    for what in costly_lines(draft, mail, person):
        if draft.rule(what, mail) is Ruling.CONFIRM:
            wish = f"{ANSWER}: {told_lines(draft, mail)}"
            return confirm(draft, mail, what, wish, person.key)
    if not mail.lines and house_words(draft, mail, person):
        return draft.close(Filed.ORDER, person.key, why="a word about all tasks, answered")
    if asks_nothing(mail):
        return draft.close(Filed.NOTE, person.key, why="thanks for a letter that asked nothing")
    if mine := for_one_of(draft, mail, person):
        alone = len(mine) == 1
        return (
            say(view, Say(mail, mine[0].number), draft) if alone else ask_which(draft, mail, person.key, mine)
        )
    told = answer_lines(draft, mail, person)
    draft.post(Kind.TRANSCRIPT, person.key, subject=reply_subject(mail.subject), lines=told, undo="")
    return draft.close(Filed.ORDER, person.key, why="an answer to a digest")
