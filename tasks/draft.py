"""A decision while it is being made.

It keeps the folded tasks beside the facts, so that a later step sees what an
earlier one decided, and closes with one frozen Decision.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from language.masking import mask
from tasks.absence import heir, substitute_of
from tasks.diverting import OURS, TO_NOBODY, kept_words, reads_it
from tasks.events import BriefAdded, Event, Fact, HandedOver, Reassigned, WordsFiled
from tasks.events_follow import AlwaysInTime
from tasks.evolve import evolve
from tasks.in_time import is_always_in_time
from tasks.intents import Arrival, Held, View
from tasks.letters import Decision, Filed, Kind, Letter, Remark, letter_key
from tasks.model import File, Task
from tasks.replacing import replace
from tasks.still_asked import still_asked
from tasks.trust import Ruling, What, applied, ruling


class Draft:
    """Facts and letters so far. `by` and `proof` go into every fact (law L9);
    `cause` (a ledger key, a slot, an order) into every letter's key."""

    def __init__(self, view: View, now: datetime, by: str, proof: str, mail: Arrival | None = None) -> None:
        self.view, self.now, self.by, self.proof, self.mail = view, now, by, proof, mail
        self.house, self.rules = view.house, view.house.rules
        self.cause = mail.key if mail else ""
        self._tasks = dict(view.tasks)
        self._facts: list[Fact] = []
        self._letters: list[Letter] = []
        self._withheld: set[Kind] = set()
        self._held: list[Held] = []
        self._slots: list[str] = []
        self._release: list[int] = []
        self._remarks: list[Remark] = []
        self.lines: list[tuple[str, str]] = []  # transcript: the word, and what became of it
        self._about: list[int] = []
        self.asked = ""  # what the transcript asks, so that a short answer to it is understood
        self.yours = ""  # the same, where it asks whether words were the owner's: this one first
        self._cells: list[str] = []

    def rule(self, what: What, mail: Arrival, *, open_tasks: int = 0) -> Ruling:
        """What the table of trust says of this wish; noted for `why`."""
        found = ruling(what, mail, a_known=self.view.a_known, open_tasks=open_tasks)
        self._cells.append(applied(what, mail, found))
        return found

    @property
    def cell(self) -> str:
        """The rows and columns of the table that were applied, each once."""
        return "; ".join(dict.fromkeys(self._cells))

    def task(self, number: int) -> Task:
        return self._tasks[number]

    def record(self, number: int, event: Event, by: str = "") -> Task:
        """Fold one event into its task; the task as it now stands."""
        old = self._tasks.get(number)
        fact = Fact(
            task=number,
            n=(old.version if old else 0) + 1,
            at=self.now,
            by=by or self.by,
            proof=self.proof,
            event=event,
            mail=self.mail.key if self.mail else "",
        )
        new = evolve(old, fact)
        assert new is not None
        self._facts.append(fact)
        self._tasks[number] = new
        given = isinstance(event, HandedOver | Reassigned) and is_always_in_time(self.view, event.contractor)
        return self.record(number, AlwaysInTime()) if given else new

    def latest(self, task: Task) -> Task:
        """The same task as this draft leaves it."""
        return self._tasks.get(task.number, task)

    def open_tasks(self) -> list[Task]:
        """The open tasks of the view as this draft leaves them, and those it opened."""
        return [task for task in self._tasks.values() if task.is_open]

    def knows(self, number: int) -> bool:
        return number in self._tasks

    def fresh(self) -> int:
        """The number of the next task, those of this draft counted."""
        return max(self.view.next_task, max(self._tasks, default=0) + 1)

    def writes_to(self, person: str) -> bool:
        return any(x.to == person for x in self._letters)

    def adds(self, number: int) -> str:
        """The words that this draft adds to the brief, "" if none."""
        added = (f.event.text for f in self._facts if f.task == number and isinstance(f.event, BriefAdded))
        return next(added, "")

    def done_to(self, number: int) -> tuple[Event, ...]:
        """What happened to this task in this draft so far, in order."""
        return tuple(fact.event for fact in self._facts if fact.task == number)

    def passes_on(self, person: str) -> tuple[str, str]:
        """The words that go to this person by a letter of somebody's words, and what they are about."""
        letters = (x for x in self._letters if x.to == person and x.kind in (Kind.RELAY, Kind.QUESTION))
        return next(
            ((str(x.facts.get("words", "")), str(x.facts.get("about", ""))) for x in letters), ("", "")
        )

    def introduces(self, person: str) -> bool:
        """Whether a letter of this draft is the person's first ever."""
        return any(x.to == person and x.facts.get("first") for x in self._letters)

    def house_fact(self, event: Event) -> None:
        """A fact of the whole house (task 0); the store numbers it."""
        self._facts.append(Fact(0, 0, self.now, self.by, self.proof, event, self.cause))

    def post(
        self,
        kind: Kind,
        to: str,
        number: int = 0,
        *,
        asked: str = "",
        files: Sequence[File] = (),
        subject: str = "",
        about_held: int = 0,
        unsolicited: bool = False,
        as_is: bool = False,
        cause: str = "",
        **facts: object,
    ) -> None:
        """Owe a letter to a registered person; nobody else can be named (L5).
        The same kind to the same person about the same task is owed once, with all words. An
        owner who is away gets none: see `tasks.diverting`."""
        to = self._reader(kind, to, number, facts, len(files))
        if to not in self.house.people:
            return
        facts = {**facts, **self._by_whom(to, number, facts)}
        key = letter_key(kind, number, to, about_held, cause or self.cause, *(["as is"] if as_is else []))
        if self._is_owed(key, facts, files):
            return
        letter = Letter(
            kind,
            to,
            key,
            task=self._tasks.get(number),
            asked=asked or kind.value,
            facts=facts,
            files=tuple(files),
            subject=subject,
            held=about_held,
            unsolicited=unsolicited,
            as_is=as_is,
        )
        self._letters.append(letter)

    def owes_to(self, kind: Kind, person: str) -> bool:
        return any(letter.kind is kind and letter.to == person for letter in self._letters)

    def _is_owed(self, key: str, facts: Mapping[str, object], files: Sequence[File]) -> bool:
        """Whether this letter is owed already. A second one with words is none of its
        own, and its words and files stand in the first."""
        for n, letter in enumerate(self._letters):
            if letter.key != key:
                continue
            before, more = str(letter.facts.get("words") or ""), str(facts.get("words") or "")
            if letter.kind is Kind.RELAY and more and more not in before:
                told = {**letter.facts, "words": f"{before}\n\n{more}".strip()}
                self._letters[n] = replace(
                    letter, facts=told, files=tuple(dict.fromkeys((*letter.files, *files)))
                )
            return True
        return False

    def _reader(self, kind: Kind, to: str, number: int, facts: Mapping[str, object], files: int) -> str:
        """Who reads it (a key): not an owner who is away; "" where it waits for them."""
        writer = self.mail.sender.person if self.mail else ""
        reader = reads_it(self.house, self._tasks.get(number), kind, to, writer, self.now)
        if reader == TO_NOBODY and to:
            self._withhold(kind, number, facts, files)
        elif reader not in (to, writer) and self.mail and reader in self.mail.present:
            self._withheld.add(kind)  # whoever answers has the mail already
            return TO_NOBODY
        return reader

    def _by_whom(self, to: str, number: int, facts: Mapping[str, object]) -> dict[str, str]:
        """Who did it, where somebody who stands in for the owner did: the contractor
        is told that, and not that it was the owner."""
        task, me = self._tasks.get(number), self.mail.sender.person if self.mail else ""
        if task is None or not me or to != task.contractor or me != substitute_of(self.house, task, self.now):
            return {}
        mine, owners = (self.house.people[key].first_name for key in (me, task.owner))
        by = f"{mine} (for {owners})"
        return {"by": by, "writer": by} if facts.get("writer") in (mine, owners) else {"by": by}

    def _withhold(self, kind: Kind, number: int, facts: Mapping[str, object], files: int) -> None:
        """Owe no letter now: what only it would have told is kept for the digest."""
        task = self._tasks[number]
        self._withheld.add(kind)
        words = kept_words(kind, task, facts, files)
        if words and kind in OURS:
            self.remark(task.owner, f"{task.tag}: {words}")
        elif words and task.contractor and task.is_open:
            self.record(number, WordsFiled(task.contractor, words))
        elif words:
            self.remark(task.owner, f"{task.tag} {task.title}: {facts.get('writer') or ''}: {words}")

    def owes(self, kind: Kind) -> bool:
        """Whether such a letter is owed, or waits for somebody's return."""
        return kind in self._withheld or any(letter.kind is kind for letter in self._letters)

    def hold(self, held: Held) -> None:
        self._held.append(held)

    def slot(self, *keys: str) -> None:
        self._slots.extend(keys)

    def release(self, number: int) -> None:
        self._release.append(number)

    def remark(self, owner: str, line: str) -> None:
        """A line for this owner's next digest, and nobody else's; that of their heir where
        they are in the config no more."""
        if owner and owner not in self.house.people:
            line = f"{line} (of {owner}, who is no longer in the config)"
            owner = heir(self.house, self.now).key
        self._remarks.append(Remark(owner, " ".join(mask(line).text.split())))

    def say(self, word: str, outcome: str, about: int = 0) -> None:
        """One line of the transcript; `about` another task than the mail's."""
        self.lines.append((word, outcome))
        self._about.append(about)

    def told(self) -> dict[int, tuple[tuple[str, str], ...]]:
        """The transcript's lines, by the task they are about (0: the mail's own)."""
        parted: dict[int, list[tuple[str, str]]] = {}
        for line, about in zip(self.lines, self._about, strict=True):
            parted.setdefault(about, []).append(line)
        return {about: tuple(lines) for about, lines in parted.items()}

    def unsay(self, kept: int = 0) -> None:
        """The lines behind the first `kept` ones need no transcript."""
        del self.lines[kept:]
        del self._about[kept:]

    def _as_left(self, letter: Letter) -> Letter | None:
        """A letter with its task as this draft leaves it; None where that settles it."""
        if letter.task is None:
            return letter
        task = self._tasks[letter.task.number]
        letter = replace(letter, task=task)
        mine = self.mail is not None and self.mail.sender.person == task.owner
        return still_asked(letter, task) if mine else letter

    def close(self, filed: Filed | None = None, person: str = "", task: int = 0, why: str = "") -> Decision:
        return Decision(
            facts=tuple(self._facts),
            letters=tuple(found for x in self._letters if (found := self._as_left(x))),
            filed=filed,
            person=person,
            task=task,
            held=tuple(self._held),
            slots=tuple(self._slots),
            release=tuple(self._release),
            remarks=tuple(self._remarks),
            why=why,
            cell=self.cell,
        )
