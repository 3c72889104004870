"""Every kind of letter, one row each: its label, its colour, where a reply's words go.

The rows are the table of conversation.md, "Where free words go". A new letter
is one row here and one pair of files in templates/.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from tasks.letters import Kind


class Side(StrEnum):
    """Whose side of the task the reader stands on. OTHER: the escalation contact."""

    OWNER = "owner"
    CONTRACTOR = "contractor"
    OTHER = "other"


class Where(StrEnum):
    """Where plain words go: the sentence that the letter says. `{owner}` and
    `{contractor}` are first names, `{tag}` the task's tag."""

    OWNER = (
        "What you write goes to {owner}: at once if you ask, are blocked or hand something in, "
        "otherwise with the next daily summary."
    )
    OWNER_AT_ONCE = "What you write goes to {owner}."
    OWNER_ANSWER = "What you write goes to {owner} as your answer."
    OWNER_LATER = "What you write is kept, and {owner} reads it in the next daily summary."
    OWNER_BY_TAG = (
        "What you write goes to {owner}; begin each line with the task it is about, as in {tag}: done"
    )
    RETURN = "What you write is filed with its task: questions reach whoever answers now, the rest waits."
    OWNERLESS = "What you write here is kept, and told to whoever runs these tasks now."
    FILED = "What you write here is kept, but changes nothing any more."
    WAITS = "Your mail waits here, unchanged, until you say which task it belongs to."
    BRIEF = "What you write here is added to the brief and passed on to {contractor}."
    BRIEF_ALONE = "What you write here is added to the brief."
    CONTRACTOR = "What you write here goes to {contractor}."
    CONTRACTOR_ANSWER = "What you write here goes to {contractor} as your answer."
    REVIEW = "What you write stays with me until it is clear: approve, or redo with what is missing."
    UNTIL_CLEAR = "What you write stays with me until it is clear."
    PRIVATE = "What you write here stays with me as a private note; tell {contractor}: ... passes words on."
    DATE = "A date in your answer is read as one; other words stay with me as a private note."
    PRIVATE_ALONE = "What you write here stays with me as a private note."
    BY_TAG = (
        "What you write stays with me as a private note; a line that begins with a task's tag "
        "answers its open question."
    )
    NAME = "A name in your answer gives it to that person; other words stay with me as a private note."
    HELD = "What you write here stays with me; only pass on, always and drop do something."
    CODE = "What you write here stays with me; only yes and no do something."


@dataclass(frozen=True, slots=True)
class Row:
    """`label` stands above the letter, `tone` names its colour (see TONES).
    `owner` and `contractor` say where that reader's words go. `personal`
    letters carry a person's words, so vacation replies may come (no
    Auto-Submitted, RFC 3834)."""

    label: str
    tone: str
    owner: Where = Where.PRIVATE
    contractor: Where = Where.OWNER
    personal: bool = False


KINDS: Mapping[Kind, Row] = MappingProxyType(
    {
        Kind.RECEIPT: Row("Got it", "calm", owner=Where.BRIEF),
        Kind.ASSIGNMENT: Row("New task", "calm", personal=True),
        Kind.JOINED: Row("On the list", "calm", personal=True),
        Kind.RELAY: Row("Message", "calm", owner=Where.CONTRACTOR, personal=True),
        Kind.QUESTION: Row(
            "Question",
            "ask",
            owner=Where.CONTRACTOR_ANSWER,
            contractor=Where.OWNER_ANSWER,
            personal=True,
        ),
        Kind.REVIEW: Row("To review", "good", owner=Where.REVIEW, personal=True),
        Kind.CLARIFY: Row("One question", "ask", owner=Where.REVIEW),
        Kind.APPROVED: Row("Approved", "good", contractor=Where.OWNER_LATER),
        Kind.SENT_BACK: Row("Some more to do", "warm"),
        Kind.PROPOSAL: Row("A date is proposed", "ask", owner=Where.CONTRACTOR),
        Kind.DECLINED: Row("Declined", "warm", owner=Where.NAME),
        Kind.DUE_CHANGED: Row("New date", "warm"),
        Kind.REMINDER: Row("Reminder", "calm"),
        Kind.PROBE: Row("How does it go?", "calm"),
        Kind.OVERDUE: Row("Past its date", "warm"),
        Kind.LATE: Row("Late", "warm"),
        Kind.ESCALATION: Row("Escalation", "warm"),
        Kind.OWED: Row("An answer is awaited", "ask", owner=Where.CONTRACTOR_ANSWER),
        Kind.KNOCK: Row("Held for you", "ask", owner=Where.HELD),
        Kind.CONFIRM: Row("Is this yours?", "ask", owner=Where.CODE),
        Kind.WHO_FOR: Row("Who is it for?", "ask", owner=Where.NAME),
        Kind.SPLIT: Row("One task or several?", "ask", owner=Where.UNTIL_CLEAR),
        Kind.WHICH_TASK: Row("Which task?", "ask", contractor=Where.WAITS),
        Kind.NOTHING_IN_IT: Row("Nothing in it", "ask"),
        Kind.CANCELLED: Row("Called off", "warm", contractor=Where.OWNER_LATER),
        Kind.HANDED_ON: Row("Handed on", "calm", contractor=Where.FILED),
        Kind.BOUNCED: Row("Not delivered", "warm"),
        Kind.AWAY: Row("Away", "calm", contractor=Where.RETURN),
        Kind.TRANSCRIPT: Row("What I did", "calm"),
        Kind.STATUS: Row("How things stand", "calm"),
        Kind.HELP: Row("Words that work", "calm"),
        Kind.WEEK: Row("Your tasks", "calm"),
        Kind.DIGEST: Row("Your digest", "calm", owner=Where.BY_TAG, contractor=Where.OWNER_BY_TAG),
    }
)

# Letters that only the one who does the task, or did it, ever gets.
TO_CONTRACTOR = frozenset(
    {
        Kind.ASSIGNMENT,
        Kind.JOINED,
        Kind.APPROVED,
        Kind.SENT_BACK,
        Kind.DUE_CHANGED,
        Kind.REMINDER,
        Kind.PROBE,
        Kind.OVERDUE,
        Kind.CANCELLED,
        Kind.HANDED_ON,
        Kind.WHICH_TASK,
        Kind.WEEK,
    }
)

# Colours by tone: the strong one for the bar, the label and the first button; the pale one behind notes.
TONES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "calm": ("#1d5fb8", "#eef4fc"),
        "ask": ("#5b3fb5", "#f3f0fb"),
        "warm": ("#9a5700", "#fdf4e4"),
        "good": ("#1b7443", "#ecf7f0"),
    }
)

# What a template may count on. The core fills these for the kinds that need
# them; a fact left out has this value, and a misspelt one is an error.
FACTS: Mapping[str, object] = MappingProxyType(
    {
        "notes": (),
        "about": "",
        "first": False,
        "ask_due": False,
        "writer": "",
        "by": "",
        "words": "",
        "under": "",
        "pairs": (),
        "still_open": (),
        "blocks": False,
        "approves_at": "",
        "money": "",
        "options": (),
        "by_silence": False,
        "nth": 1,
        "candidates": (),
        "parts": (),
        "dates": (),
        "as_one_at": "",
        "earlier": False,
        "former": None,
        "agreed": False,
        "refused": False,
        "items": (),
        "history": (),
        "held": None,
        "held_mail": None,
        "excerpt": "",
        "person": None,
        "letter": "",
        "reason": "",
        "until": "",
        "substitute": None,
        "rests": False,
        "found": (),
        "loads": "",
        "ask_cause": False,
        "lines": (),
        "wish": "",
        "missing": "",
        "undo": "",
        "role": "",
        "digest": None,
    }
)
# Every name on the page of a letter, so that a user's template can be looked through before it is needed.
PAGE: frozenset[str] = frozenset(
    {
        *FACTS,
        *("kind", "label", "ink", "pale", "me", "for_owner", "for_contractor", "owner", "owners"),
        "contractor",
        *(
            "task",
            "where",
            "address",
            "subject",
            "attached",
            "left_out",
            "kept_back",
            "approve_days",
            "plus",
            "limits",
        ),
        *("mailto", "example_tag", "help_words", "lead", "limits"),
    }
)
