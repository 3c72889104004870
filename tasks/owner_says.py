"""An owner's mail about a task: command words first, then where the rest goes.

Where is told by the table of `words_go`, and nowhere here.
"""

from dataclasses import replace
from typing import Any

from language.lines import brief_lines
from language.meaning import Command
from language.zones import in_words
from tasks import events as e
from tasks.answering import answer, asked_for, is_short_answer, owner_answers
from tasks.by_letter import ask_what, read_owner
from tasks.draft import Draft
from tasks.fine import say_fine, told_fine
from tasks.intents import Arrival
from tasks.kept_back import kept_back, subject_for
from tasks.letters import Decision, Filed, Kind
from tasks.masked import tell_secret
from tasks.model import Aside, Stage, Task
from tasks.naming import take_name
from tasks.new_topic import (
    answers_topic,
    as_it_came,
    ask_topic,
    is_new_topic,
    make_task,
    only_above,
    other_subject,
)
from tasks.opening import thread_subject
from tasks.own_words import only_courtesy
from tasks.owner_acts import approve, clarify, set_due
from tasks.pairs import answered_in_place, beside
from tasks.promise import wish_for
from tasks.proposals import agree_by, answers_proposal, refuse_by, unsettled
from tasks.splitting import one, split
from tasks.standing_in import acts_of
from tasks.talk import (
    asks_first,
    beside_a_date,
    carries_the_rest,
    carry_out,
    is_small_talk,
    name_of,
    offers_undo,
    tell_owner,
)
from tasks.ticks import see_steps
from tasks.words_go import Goes, goes, is_asked

YES = frozenset({"ok", "thumb", "yes", "praise", "thanks", "will do"})


def owner_says(draft: Draft, task: Task, mail: Arrival) -> Decision:
    """Decide a proven mail of the task's owner."""
    number = task.number
    mail = read_owner(task, mail)
    draft.record(number, e.MailJoined(mail.sender.person, mail.message_id, thread_subject(mail.subject)))
    if task.contractor in mail.present:
        draft.record(number, e.MailJoined(task.contractor, mail.message_id, thread_subject(mail.subject)))
    if is_short_answer(task, mail):
        mail = replace(mail, commands=())  # "fine" to a question is its answer
    if is_new_topic(task, mail):
        ask_topic(draft, number, mail)
        return draft.close(Filed.REPLY, task.contractor, number, why="a new topic in an old thread: asked")
    mail = answered_in_place(task, only_above(mail), task.contractor)
    done = carry_out(draft, number, mail, acts_of(task, mail), "owner")
    short = (
        ""
        if done
        else _aside(draft, number, mail)
        or _one_or_several(draft, number, mail)
        or _short(draft, number, mail)
    )
    words = "" if only_courtesy(draft, mail) else beside_a_date(draft.task(number), mail, done)
    if _is_unclear(draft.task(number), mail):
        draft.record(number, e.NoteKept(task.owner, words))
    elif not short and words and not carries_the_rest(mail, done) and not is_small_talk(mail):
        _words(draft, number, mail, words)
    unsettled(draft, number, mail)
    tell_secret(draft, number, mail)
    tell_owner(draft, task.owner, number, mail)
    why = "words: " + ", ".join(done) if done else short or "plain words"
    return draft.close(Filed.REPLY, draft.task(number).contractor or task.contractor, number, why=why)


def _is_unclear(task: Task, mail: Arrival) -> bool:
    """A costly word read from a phrase was asked about: until that is clear the
    phrase does not add to the brief, where it would act by itself."""
    return any(asks_first(c) for c in mail.commands) and goes(task, mail) is Goes.BRIEF


def _short(draft: Draft, number: int, mail: Arrival) -> str:
    """A short word, read by the letter it answers; what it was taken for."""
    task, word = draft.task(number), mail.short.word
    kind = mail.answers.kind if mail.answers else ""
    if is_short_answer(task, mail):
        _answer(draft, number, mail, mail.words.strip())
        return "the answer to a question"
    if word not in YES:
        return _refused(draft, number, mail, kind) if word == "no" else ""
    if task.stage is Stage.IN_REVIEW and (
        kind in {Kind.REVIEW, Kind.CLARIFY} or task.contractor in mail.present
    ):
        return _approve_shortly(draft, number, mail)
    if (
        task.proposal
        and (answers_proposal(task, mail) or kind == Kind.RELAY)
        and word in {"ok", "thumb", "yes", "praise"}
    ):
        agree_by(draft, number, mail)
        return "the proposed date was agreed"
    if kind in {Kind.LATE, Kind.ESCALATION, Kind.OWED} and word in {"yes", "ok"}:
        said = say_fine(draft, number)
        if offers_undo(mail):
            draft.say(mail.words.strip()[:80], told_fine(draft, number, mail, said))
        return "fine"
    return ""


def _aside(draft: Draft, number: int, mail: Arrival) -> str:
    """The answer to "is this a new task?"."""
    task = draft.task(number)
    said = answers_topic(task, mail)
    if said == "new":
        made = make_task(draft, number, mail)
        draft.say(mail.words.strip(), f"made T-{made} of it. Undo: cancel", made)
    elif said == "stays" and task.aside:
        draft.say(mail.words.strip(), _stays(draft, number, mail, task.aside))
    return "whether it is a new task" if said else ""


def _stays(draft: Draft, number: int, mail: Arrival, aside: Aside) -> str:
    """The words kept aside join the brief; a `Due:` line in them sets the date of
    the task, as it would have done at once."""
    task = draft.task(number)
    came = as_it_came(mail, aside, draft.house.people[task.owner])
    kept = kept_back(draft, number, came)
    aside = replace(aside, text=kept.words, due=aside.due if kept.due.at else None)
    said = f"it stays with {task.tag}, and was passed on"
    if aside.due is None or "due" not in brief_lines(aside.text):
        _to_brief(draft, number, replace(mail, files=aside.files, pairs=()), aside.text)
        return said
    draft.record(number, e.BriefAdded(aside.text, aside.files))
    see_steps(draft, number, aside.text)
    earlier = task.due is not None and aside.due.at < task.due.at
    set_due(draft, number, aside.due, aside.text, earlier=earlier, files=aside.files)
    undo = f". Undo: {wish_for(task.due, draft.house.people[mail.sender.person])}" if task.due else ""
    return f"{said}; due {in_words(aside.due.at, aside.due.zone)}{undo}"


def _one_or_several(draft: Draft, number: int, mail: Arrival) -> str:
    """A bare number answers how many tasks a mail is; "ok" says neither."""
    task = draft.task(number)
    asked = mail.answers.asked if mail.answers else ""
    if asked != Kind.SPLIT or task.as_one_at is None:
        return ""
    if mail.short.number in (1, len(task.parts)):
        act = one if mail.short.number == 1 else split
        draft.say(mail.words.strip(), act(draft, number, mail, Command("one")).said)
        return "how many tasks it is"
    if mail.short.word in YES | {"no", "number"}:
        ask_what(draft, number, mail, ("split", "one"), asked=Kind.SPLIT)
        return "neither split nor one"
    return ""


def _refused(draft: Draft, number: int, mail: Arrival, kind: str) -> str:
    task = draft.task(number)
    if answers_proposal(task, mail):
        refuse_by(draft, number, mail)
        return "the proposed date was refused"
    if kind == Kind.RECEIPT:
        ask_what(draft, number, mail, ("due: Thu 5pm", "assign: a name", "cancel"))
        return "a no to a receipt: asked"
    if task.stage is Stage.IN_REVIEW and kind in {Kind.REVIEW, Kind.CLARIFY}:
        clarify(draft, number, mail.words.strip())
        return "a no to a review: asked"
    return ""


def _approve_shortly(draft: Draft, number: int, mail: Arrival) -> str:
    """Praise approves where no money hangs on it; else it is asked about."""
    if draft.task(number).has_money:
        clarify(draft, number, mail.words.strip())
        return "praise, but money hangs on it: asked"
    approve(draft, number, "" if draft.task(number).contractor in mail.present else mail.words.strip())
    if offers_undo(mail):
        draft.say(mail.words.strip()[:80], "approved. Undo: redo")
    return "approved by a short word"


def _words(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    """Where the owner's plain words go."""
    task = draft.task(number)
    if task.stage is Stage.SPLIT:
        draft.record(number, e.NoteKept(task.owner, words))
        draft.say(words[:80], f"kept as your note: {task.tag} is split. Write to its parts")
        return
    match goes(task, mail):
        case Goes.BRIEF:
            _to_brief(draft, number, mail, words)
        case Goes.CONTRACTOR:
            if answers_proposal(task, mail):
                _about_date(draft, number, mail, words)
            else:
                _answer(draft, number, mail, words)
        case Goes.ANSWER:
            if is_asked(task):
                _answer(draft, number, mail, words)
            else:
                draft.record(number, e.NoteKept(task.owner, words))
        case Goes.REVIEW:
            _review_words(draft, number, words)
        case Goes.PARTS:
            _parts_words(draft, number, mail, words)
        case Goes.WHO:
            take_name(draft, number, mail, words)
        case Goes.NOTE:
            draft.record(number, e.NoteKept(task.owner, words))


def _to_brief(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    task = draft.record(number, e.BriefAdded(words, mail.files))
    see_steps(draft, number, words)
    if is_asked(task) and not (mail.answers and mail.answers.kind == Kind.RECEIPT):
        answer(draft, number, task.contractor, mail, words)
    _relay(draft, number, mail, words, "addition")


def _answer(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    """To the contractor: the answer to what they asked, or plain words. Words
    that ask something back are a question of the owner's."""
    asked = [q for q in draft.task(number).questions if q.by == draft.task(number).contractor]
    asks, left = owner_answers(draft, number, mail, words)
    if asks:
        _relay(draft, number, mail, words, "", Kind.QUESTION)
    else:
        _relay(draft, number, mail, words, "answer" if len(left) < len(asked) else "words", left=left)


def _about_date(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    """What the owner says of a proposed date; no question is answered by it."""
    if words.rstrip().endswith("?"):
        owner = draft.task(number).owner
        asked = e.QuestionAsked(owner, words, mail.message_id, asker=asked_for(owner, mail))
        draft.record(number, asked)
        _relay(draft, number, mail, words, "", Kind.QUESTION)
    else:
        _relay(draft, number, mail, words, "date")


def _relay(
    draft: Draft,
    number: int,
    mail: Arrival,
    words: str,
    about: str,
    kind: Kind = Kind.RELAY,
    left: tuple[str, ...] = (),
) -> None:
    """Pass words on to the contractor, unless they have them: by the mail, or in a brief of it."""
    task = draft.task(number)
    briefed = about == "addition" and not mail.files and draft.owes_to(Kind.ASSIGNMENT, task.contractor)
    if not task.contractor or task.contractor in mail.present or briefed:
        return
    facts: dict[str, Any] = {"blocks": False}
    if kind is not Kind.QUESTION:
        facts = {"about": about, "pairs": mail.pairs, "still_open": left}
    draft.post(
        kind,
        task.contractor,
        number,
        writer=name_of(draft, mail.sender.person or task.owner),
        words=words if kind is Kind.QUESTION else beside(words, mail.pairs),
        under=subject_for(draft, task, mail, other_subject(task, mail)),
        files=mail.files,
        **facts,
    )


def _parts_words(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    """Words about several tasks stay with us while it is open whose they are;
    once that is settled they join the brief like any others."""
    task = draft.task(number)
    if task.as_one_at is None:
        _to_brief(draft, number, mail, words)
        return
    draft.record(number, e.NoteKept(task.owner, words))
    ask_what(draft, number, mail, ("split", "one"), asked=Kind.SPLIT)


def _review_words(draft: Draft, number: int, words: str) -> None:
    """Words to a review stay with us until it is clear what they mean."""
    draft.record(number, e.NoteKept(draft.task(number).owner, words))
    clarify(draft, number, words)
