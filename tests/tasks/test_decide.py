"""Properties of the core: it never raises on mail, decides the same twice, and
its row is the fold of its history."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from language.meaning import Command, DueReading, How, Sure
from language.vocabulary import WORDS
from tasks.absence import with_absences
from tasks.decide import decide
from tasks.events import Fact
from tasks.evolve import evolve
from tasks.intents import Arrival, Evidence, LetterRef, OpenTask, Say, Sender, Short, Ticked, View
from tasks.letters import Decision, Filed, Kind
from tasks.model import Task
from tasks.people import House, Person, Rules
from tasks.reminders import wake_at

NOW = datetime(2026, 11, 30, 17, tzinfo=UTC)
PEOPLE = {
    "ann": Person("ann", "Ann Lee", frozenset({"owner"}), ("ann@example.com",), "Europe/Berlin"),
    "joy": Person("joy", "Joy Cruz", frozenset({"contractor"}), ("joy@example.com",), "Asia/Manila"),
    "ben": Person("ben", "Ben Ode", frozenset({"contractor"}), ("ben@example.com",), "UTC"),
}
HOUSE = House(PEOPLE, Rules(escalate_to="ann"))

words = st.text(max_size=60)
dues = st.builds(
    DueReading,
    sure=st.sampled_from(Sure),
    at=st.one_of(st.none(), st.timedeltas(timedelta(-30), timedelta(400)).map(lambda d: NOW + d)),
    zone=st.sampled_from(["UTC", "Asia/Manila"]),
    phrase=words,
)
commands = st.builds(
    Command,
    word=st.sampled_from([w.name for w in WORDS]),
    arg=words,
    how=st.sampled_from(How),
    line=words,
    due=dues,
)
shorts = st.builds(Short, st.sampled_from(["", "yes", "no", "ok", "thanks", "praise", "thumb", "number"]))
refs = st.one_of(
    st.none(),
    st.builds(LetterRef, st.just("k"), st.sampled_from(Kind).map(str), st.just("ann"), st.just(1), words),
)


def _arrival(person: str, n: int, **more: object) -> Arrival:
    sender = Sender(f"{person}@example.com", person=person, evidence=Evidence.A_T)
    return Arrival(f"key{n}", f"<m{n}@x>", sender, written_at=NOW, led=True, **more)  # type: ignore[arg-type]


def _folded(task: Task | None, facts: tuple[Fact, ...]) -> Task | None:
    for fact in facts:
        task = evolve(task, fact)
    return task


def _open() -> tuple[Task, Decision]:
    mail = _arrival("ann", 0, subject="Calldown", words="Call", body="Call", hint="joy",
                    due=DueReading(Sure.SURE, NOW + timedelta(days=2), "Asia/Manila", "by Wed"))  # fmt: skip
    decision = decide(View(HOUSE), OpenTask(mail), NOW)
    task = _folded(None, decision.facts)
    assert task is not None
    return task, decision


Said = list[tuple[str, dict[str, object], timedelta]]
steps = st.lists(
    st.tuples(
        st.sampled_from(["ann", "joy", "ben"]),
        st.fixed_dictionaries(
            {
                "subject": words,
                "words": words,
                "body": words,
                "commands": st.lists(commands, max_size=3).map(tuple),
                "short": shorts,
                "answers": refs,
                "present": st.sampled_from([(), ("ann",), ("joy",), ("ann", "joy")]),
            }
        ),
        st.timedeltas(timedelta(0), timedelta(days=3)),
    ),
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(steps)
def test_any_conversation_decides_without_raising_and_folds(
    said: list[tuple[str, dict[str, object], timedelta]],
) -> None:
    task, _ = _open()
    tasks, now, house = {1: task}, NOW, HOUSE
    for n, (person, mail, later) in enumerate(said, 1):
        now += later
        for intent in (Ticked(), Say(_arrival(person, n, **mail), 1)):
            view = View(house, dict(tasks), next_task=max(tasks) + 1)
            decision = decide(view, intent, now)
            assert decision == decide(view, intent, now)
            house = with_absences(house, decision.facts)
            for fact in (fact for fact in decision.facts if fact.task):
                folded = evolve(tasks.get(fact.task), fact)
                assert folded is not None
                assert folded.version == fact.n
                tasks[fact.task] = folded
            assert all(letter.to in PEOPLE for letter in decision.letters)
            assert len({letter.key for letter in decision.letters}) == len(decision.letters)
        wake = wake_at(tasks[1], house, now)
        assert wake is None or wake.tzinfo is UTC or wake.utcoffset() == timedelta(0)


def test_opening_names_who_and_by_what_proof() -> None:
    task, decision = _open()
    assert decision.filed is Filed.TASK
    assert {(f.by, f.proof) for f in decision.facts} == {("ann", "A+T")}
    assert (task.contractor, task.state) == ("joy", "handed over")


def test_stranger_opens_nothing() -> None:
    mail = Arrival("k", "<m@x>", Sender("eve@evil.example"), "Pay", "now", "now", NOW)
    decision = decide(View(HOUSE), OpenTask(mail), NOW)
    assert (decision.filed, decision.facts, decision.letters) == (Filed.HELD, (), ())
