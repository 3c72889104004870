"""Dates in somebody else's words: a client's mail that an owner passes on.

Such a date is counted from the day on which that mail was written, and only
proposed: the owner did not say it. No due date is set by it, so the contractor
is asked when they can have it, as with any task without a date.
"""

from datetime import UTC, date, datetime, time

from intake.mail import InboundMail
from language.due import read_due
from language.meaning import DueReading, Forward, Sure
from language.quotes_dates import sent_at
from language.reply_forward import quoted_mail
from language.zones import zone_of

_READ = 8192  # characters in which a due phrase is looked for (trust.md, caps)
_PHRASE = 80  # characters of the phrase that the receipt repeats


def proposed(
    mail: InboundMail,
    written_at: datetime,
    zone: str,
    locale: str,
    due_time: time,
    holidays: frozenset[date],
) -> tuple[str, ...]:
    """Return the sentences for the receipt about a date in a forwarded or quoted
    mail: none or one. `written_at` is aware UTC, when it was passed on; `zone`
    (IANA) and the rest are those of the person who passed it on. Never raises."""
    passed, name = _passed(mail)
    if passed is None:
        return ()
    then = sent_at(passed.sent, zone, written_at)
    if then is None:
        return ()
    reading = read_due(passed.text[:_READ], then, zone, locale, due_time, holidays)
    if reading.at is None or reading.sure not in (Sure.SURE, Sure.AMBIGUOUS):
        return ()
    return (_sentence(reading, name, then, written_at, zone),)


def _passed(mail: InboundMail) -> tuple[Forward | None, str]:
    """The other person's mail, and what to call it; a quote counts only where nothing is forwarded."""
    if mail.words.forward is not None:
        return mail.words.forward, "forwarded"
    return (quoted_mail(mail.text), "quoted") if mail.words.quoted else (None, "")


def _sentence(reading: DueReading, name: str, then: datetime, written_at: datetime, zone: str) -> str:
    assert reading.at is not None
    due, day = _local(reading.at, zone), _local(then, zone)
    phrase = " ".join(reading.phrase.split())[:_PHRASE]
    named = f"{due:%a} {due.day} {due:%b %Y, %H:%M}"
    if reading.at <= written_at:
        written = f"{day:%a} {day.day} {day:%b}"
        return (
            f'The {name} mail, written {written}, named {named} ("{phrase}"). That is over: no date is set.'
        )
    wish = f"due: {due:%Y-%m-%d %H:%M}"
    return f'The {name} mail names {named} ("{phrase}"). Reply  {wish}  to set it.'


def _local(at: datetime, zone: str) -> datetime:
    return at.astimezone(UTC).astimezone(zone_of(zone))
