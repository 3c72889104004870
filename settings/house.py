"""The people and rules of a config, as the core sees them."""

from dataclasses import fields, replace

from settings.folks import WrittenLadder, WrittenPerson
from settings.tree import Config
from tasks.people import Hours, House, Person, Reminders, Rules


def house_of(config: Config) -> House:
    """The frozen picture that `decide` works by."""
    people = {word: _person(word, written, config) for word, written in config.people.items()}
    return House(people, _rules(config))


def _person(word: str, written: WrittenPerson, config: Config) -> Person:
    return Person(
        key=word,
        name=written.name,
        roles=frozenset(written.roles),
        addresses=tuple(dict.fromkeys(written.addresses)),
        zone=written.zone or config.defaults.zone or "UTC",
        locale=written.locale or config.defaults.locale,
        hours=Hours(written.hours.days, written.hours.opens, written.hours.closes),
        holidays=frozenset(written.holidays),
        reminders=_own_ladder(written.reminders, _reminders(config)),
        summary=written.summary or config.defaults.summary,
    )


def _own_ladder(written: WrittenLadder, house: Reminders) -> Reminders | None:
    """The house's ladder with what is written for this person; None where nothing is."""
    own = {each.name: value for each in fields(written) if (value := getattr(written, each.name)) is not None}
    return replace(house, **own) if own else None


def _rules(config: Config) -> Rules:
    return Rules(
        due_time=config.defaults.due_time,
        digest_at=config.digest.at,
        digest_grace=config.digest.grace,
        relay=config.defaults.relay,
        approve_days=config.defaults.approve_after,
        propose_days=config.defaults.proposal_holds_after,
        share_owner_address=config.defaults.share_owner_address,
        escalate_to=config.defaults.escalate_to,
        reminders=_reminders(config),
    )


def _reminders(config: Config) -> Reminders:
    ladder = config.reminders
    return Reminders(
        before_days=ladder.before_days,
        before=ladder.before,
        late=ladder.late,
        escalate=ladder.escalate,
        answer_days=ladder.answer_days,
        probe=ladder.probe,
        always_in_time=ladder.always_in_time,
    )
