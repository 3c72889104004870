"""What a letter says of a task whose rung has come, in words for its reader."""

from language.zones import in_words
from tasks.draft import Draft
from tasks.early import quiet_since
from tasks.going_on import WentOn
from tasks.hours import day_words, working_time
from tasks.late_lines import late_line, line_for_contractor
from tasks.letters import Kind
from tasks.model import Stage
from tasks.points import ahead
from tasks.reminders import Rung
from tasks.talk import name_of

CHECKPOINT = "checkpoint-"


def about_of(rung: Rung) -> str:
    """What a question about one task asks first."""
    if rung.rule.name.startswith(CHECKPOINT):
        return "checkpoint"
    return "accept" if rung.task.stage is Stage.HANDED_OVER else ""


def ask_of(draft: Draft, rung: Rung) -> str:
    """What a list asks its contractor about this task, in place of the rung's own letter."""
    line, kind = _line(draft, rung), rung.rule.kind
    if kind is Kind.PROBE and about_of(rung) == "checkpoint":
        return f"It has a checkpoint: {line}. Still on track?"
    if kind is Kind.OVERDUE:
        return f"{line} How does it stand?".strip()
    if kind is Kind.PROBE and about_of(rung) == "accept":
        return f"{line} Can you take it?".strip()
    return f"{line} Still on track?".strip()


def yes_answers(rung: Rung) -> bool:
    """Whether "yes" answers that; it does not say how late work stands."""
    return rung.rule.kind is not Kind.OVERDUE


def line_of(draft: Draft, rung: Rung, went: WentOn, *, alone: bool) -> str:
    """What the letter says of this task, in a sentence or two; where it is not `alone` in
    it, also what the head of its own letter would say."""
    rested = went.words(rung.task.number) if rung.rule.to == "contractor" else ""
    line = _line(draft, rung)
    if rung.rule.kind is Kind.PROBE and not alone:
        about = about_of(rung)
        line = f"It has a checkpoint: {line}." if about == "checkpoint" else line
        line = f"{line} It waits for your yes." if about == "accept" else line
    return f"{rested} {line.strip()}".strip()


def _line(draft: Draft, rung: Rung) -> str:
    task, house = rung.task, draft.house
    match rung.rule.kind:
        case Kind.OWED:
            asked = min((q for q in task.questions if q.by == task.contractor), key=lambda q: q.at)
            hours = working_time(asked.at, draft.now, house.people[task.owner]).total_seconds() / 3600
            return f"{name_of(draft, task.contractor)} has waited {hours:.0f} working hours: {asked.text}"
        case Kind.PROBE if rung.rule.name.startswith(CHECKPOINT):
            return _point(draft, rung)
        case Kind.PROBE:
            since, reader = quiet_since(task), house.people[rung.person]
            heard = since is not None and task.stage is not Stage.HANDED_OVER
            return f"No word since {day_words(since, reader)}." if since and heard else ""
        case Kind.LATE:
            return late_line(task, draft.view, silent=not task.heard_at)
        case Kind.OVERDUE | Kind.REMINDER:
            return line_for_contractor(task, draft.view)
        case _:
            return ""


def _point(draft: Draft, rung: Rung) -> str:
    """The date on the way that a rung is about, on its reader's clock."""
    point = ahead(rung.task)[int(rung.rule.name.removeprefix(CHECKPOINT)) - 1]
    reader = draft.house.people[rung.person]
    by = in_words(point.at, reader.zone, reader.locale)
    return f"{point.label}, by {by}" if point.label else f"by {by}"
