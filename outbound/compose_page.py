"""The page of a letter: every name that its two templates may use.

The names are listed in docs/howto/add-a-letter.md. All of them are clean for
this reader before a template sees them.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Protocol

from language.vocabulary import WORDS
from outbound.compose_reader import Reader
from outbound.compose_table import FACTS, KINDS, TONES, Side
from outbound.compose_views import NOBODY, PersonView, cleaned, person_view, task_view
from outbound.compose_where import some_tag, where_words_go
from outbound.filters import mailto
from tasks.contractor_acts import ACTS as CONTRACTOR_ACTS
from tasks.letters import Kind, Letter, items_in
from tasks.limits import limits_of
from tasks.model import File, Task
from tasks.owner_acts import ACTS as OWNER_ACTS
from tasks.people import Person
from wire.tokens import Purpose

Page = dict[str, object]
# Words whose name is not what people write.
WRITTEN: Mapping[str, str] = MappingProxyType(
    {"progress": "60%", "hours": "2.5h", "reopen": "not done", "check": "[x] 2", "eta": "eta: Thu 3pm"}
    | {"start": "back", "snooze": "snooze 3 days", "away": "away until Monday"}
)
PERSON_FACTS = ("contractor", "person", "substitute")
# What a fact that was left out becomes: it holds no words, so it is the same for every reader.
NEUTRAL: Mapping[str, object] = MappingProxyType(
    {name: NOBODY if name in PERSON_FACTS else value for name, value in FACTS.items()}
)


class Answerable(Protocol):
    """Anything that says where an answer to it goes, and under which Subject."""

    @property
    def reply_to(self) -> str: ...
    @property
    def subject(self) -> str: ...


def page_of(
    letter: Letter, reader: Reader, subject: str, attached: Sequence[File], left: Sequence[File]
) -> Page:
    """Return all that the templates of this letter may name.

    `attached` files go along with it, those `left` are only named.
    """
    task = main_task(letter)
    owner, contractor = _owner(task, reader), _contractor(letter, reader)
    relay = reader.desk.house.rules.relay
    where = where_words_go(letter, reader.side, owner, contractor, relay, partial(_first_of_owner, reader))
    row = KINDS[letter.kind]
    return {
        **_facts(letter, reader),
        "kind": letter.kind.value,
        "label": row.label,
        "ink": TONES[row.tone][0],
        "pale": TONES[row.tone][1],
        "me": person_view(reader.me, reader),
        "for_owner": reader.side is Side.OWNER,
        "for_contractor": reader.side is Side.CONTRACTOR,
        "owner": owner,
        "owners": _owners(letter, owner, reader),
        "contractor": contractor,
        "task": task_view(letter.task, reader) if letter.task else None,
        "where": where,
        "address": reader.desk.identity.address,
        "subject": subject,
        "attached": [_label(f, reader) for f in attached],
        "left_out": [_label(f, reader) for f in left if not f.signed],
        "kept_back": [_label(f, reader) for f in left if f.signed],
        "approve_days": reader.desk.house.rules.approve_days,
        "plus": reader.desk.identity.plus,
        "limits": tuple(reader.line(said, 300) for said in limits_of(letter.task)) if letter.task else (),
        "mailto": answers_for(reply_address(letter, reader), subject),
        "example_tag": some_tag(letter),
        "help_words": _help_words(reader) if letter.kind is Kind.HELP else (),
    }


def main_task(letter: Letter) -> Task | None:
    """Return the letter's task, or the first of those it lists."""
    items = letter.facts.get("items")
    return letter.task or (items[0].task if isinstance(items, tuple) and items else None)


def purpose_of(letter: Letter) -> tuple[Purpose, int]:
    """Return the token's purpose and number (design.md, section 3): k held, c code, t task, d the rest."""
    if letter.held and letter.asked == f"code:{letter.held}":
        return Purpose.CODE, letter.held
    if letter.held:
        return Purpose.KNOCK, letter.held
    if letter.task:
        return Purpose.TASK, letter.task.number
    return Purpose.DIGEST, 0


def reply_address(letter: Letter, reader: Reader) -> str:
    """Return where answers to this letter go."""
    return reader.reply_to(*purpose_of(letter))


def answers_for(address: str, subject: str) -> Callable[..., str]:
    """Return the templates' `mailto(body, about)`: an answer to the letter, or to one line of it."""

    def answer(body: str, about: Answerable | None = None) -> str:
        return mailto(about.reply_to, about.subject, body) if about else mailto(address, subject, body)

    return answer


def _owner(task: Task | None, reader: Reader) -> PersonView:
    """Find whose tasks these are: the task's owner, or the only owner there is."""
    house = reader.desk.house
    owners = house.owners()
    only = owners[0] if len(owners) == 1 else None
    return person_view(house.people.get(task.owner) if task else only, reader)


def _owners(letter: Letter, owner: PersonView, reader: Reader) -> tuple[PersonView, ...]:
    """Whose tasks a letter is about, each once; who is no owner any more is nobody."""
    people = reader.desk.house.people
    keys = dict.fromkeys(item.task.owner for item in items_in(letter))
    found = [person_view(people[key], reader) for key in keys if key in people]
    return tuple(found) if len(found) > 1 else (owner,)


def _first_of_owner(reader: Reader, key: str) -> str:
    """The first name of an owner, "" for anybody else."""
    person = reader.desk.house.people.get(key)
    return reader.line(person.first_name) if person and "owner" in person.roles else ""


def _contractor(letter: Letter, reader: Reader) -> PersonView:
    """Find who does it; a contractor is only ever shown their own name."""
    key = letter.facts.get("contractor") or (letter.task.contractor if letter.task else "")
    if reader.side is Side.CONTRACTOR:
        key = reader.me.key
    person = reader.desk.house.people.get(str(key))
    return person_view(person, reader) if person else NOBODY


def _facts(letter: Letter, reader: Reader) -> Page:
    """Return the letter's facts for this reader, each with its neutral value where it was left out."""
    page: Page = dict(NEUTRAL)
    people = reader.desk.house.people
    other = _other_side(letter, reader)
    for name, value in letter.facts.items():
        if name in PERSON_FACTS:
            page[name] = person_view(people.get(str(value)), reader)
        elif name == "candidates" and isinstance(value, tuple):
            page[name] = tuple(_candidate(v, reader) for v in value)
        else:
            page[name] = cleaned(value, reader, other)
    if letter.as_is:
        page["words"] = reader.as_is(str(letter.facts["words"]))
    page["held"] = page.pop("held_mail") or page["held"]
    return page


def _candidate(value: object, reader: Reader) -> object:
    """A candidate is a person by key (who-for, declined) or a task (which-task)."""
    if isinstance(value, str):
        return person_view(reader.desk.house.people.get(value), reader)
    return cleaned(value, reader)


def _other_side(letter: Letter, reader: Reader) -> Person | None:
    if reader.side is Side.CONTRACTOR or letter.task is None:
        return None
    return reader.desk.house.people.get(letter.task.contractor)


def _label(file: File, reader: Reader) -> dict[str, object]:
    return {"name": reader.line(file.name), "size": file.size}


def _help_words(reader: Reader) -> tuple[tuple[str, str], ...]:
    """Return (as it is written, what it does) of the words that act for this reader's side."""
    acts = OWNER_ACTS if reader.side is Side.OWNER else CONTRACTOR_ACTS
    return tuple((WRITTEN.get(w.name, w.name), w.help) for w in WORDS if w.name in acts)
