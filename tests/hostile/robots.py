"""Programs that answer mail, and do not say that they are programs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from tests.shell.office import Got, Office

QUICK = timedelta(seconds=20)


@dataclass(frozen=True)
class Answer:
    """What a program writes back. `bare`: to our plain address, naming no letter."""

    subject: str
    body: str
    bare: bool = False


Program = Callable[[Got, int], Answer]


def _thanks(letter: Got, n: int) -> Answer:
    return Answer(f"Re: {letter.subject}", "Thank you for your message, we will get back to you soon.")


def _ticket(letter: Got, n: int) -> Answer:
    body = f"Your request #{4711 + n} was received at 17:{n % 60:02}.\nStatus: open\nPriority: normal"
    return Answer(f"[Ticket #{4711 + n}] {letter.subject}", body)


def _fresh_ticket(letter: Got, n: int) -> Answer:
    body = f"Hello,\n\nyour request REQ-{n}X9 has been received.\n\nstatus\n\nThe Help Desk"
    return Answer(f"Request REQ-{n}X9 received", body, bare=True)


def _quoting(letter: Got, n: int) -> Answer:
    quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
    return Answer(f"Re: {letter.subject}", f"Status: open\nThank you, we got this:\n\n{quoted}")


def _pasting(letter: Got, n: int) -> Answer:
    return Answer(f"Re: {letter.subject}", f"Status: open\nWe received your message:\n\n{letter.text}")


def _empty(letter: Got, n: int) -> Answer:
    return Answer(f"Request {n} received", "", bare=True)


def _curt(letter: Got, n: int) -> Answer:
    return Answer(f"Re: {letter.subject}", "Message received.")


def _question(letter: Got, n: int) -> Answer:
    return Answer(f"Re: {letter.subject}", f"Case {n}: thank you! How may we help you today?")


PROGRAMS: dict[str, Program] = {
    "thanks": _thanks,
    "ticket": _ticket,
    "fresh ticket": _fresh_ticket,
    "quoting": _quoting,
    "pasting": _pasting,
    "empty": _empty,
    "curt": _curt,
    "question": _question,
}


def ping_pong(
    office: Office, program: Program, address: str, name: str, first: list[Got], rounds: int = 40
) -> list[Got]:
    """Let the program answer each of our letters to it, so many times at most.
    All letters that it got, `first` not counted."""
    waiting, got, count = [x for x in first if x.to == address], [], 0
    while waiting and count < rounds:
        letter = waiting.pop(0)
        office.now += QUICK
        answer = program(letter, count)
        where = "tasks@example.com" if answer.bare else letter.reply_to
        office.mail(
            f"{name} <{address}>", where, answer.subject, answer.body, answers=None if answer.bare else letter
        )
        count += 1
        new = [x for x in office.letters() if x.to == address]
        waiting += new
        got += new
    return got
