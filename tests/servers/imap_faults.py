"""What IMAP servers do to us, one function each: acts for a `Fault`.

An act that answers True has had the last word on the command; one that answers
False changed the world, and the server goes on as if nothing had been.
"""

import time

from tests.servers.imap_server import LIMIT, Act, Moment

TEN_GB = 10 * 1024**3


def cut_before(moment: Moment) -> bool:
    """The line breaks before the command is carried out."""
    moment.talk.hang_up()
    return True


def cut_after(moment: Moment) -> bool:
    """The command is carried out, and nobody hears of it."""
    moment.carry_out()
    moment.talk.hang_up()
    return True


def cut_in_the_middle(moment: Moment) -> bool:
    """Half of the answer comes, and then the end of the line."""
    answer = moment.carry_out()
    moment.talk.say(answer[: len(answer) // 2])
    moment.talk.hang_up()
    return True


def ten_gigabytes(moment: Moment) -> bool:
    """A literal of 10 GB is announced, and sent for as long as it is heard."""
    moment.talk.say(b"* 1 FETCH (UID 1 BODY[] {%d}\r\n" % TEN_GB)
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        moment.talk.say(b"x" * 65536)
    return True


def endless_lines(moment: Moment) -> bool:
    """Untagged lines without an end, each of them well formed."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        moment.talk.say(b'* LIST () "/" "' + b"x" * 500_000 + b'"\r\n')
    return True


def trickle(moment: Moment) -> bool:
    """One byte now and then, so that the socket is never silent for long."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        moment.talk.say(b"*")
        time.sleep(0.05)
    return True


def silence(moment: Moment) -> bool:
    """A half-open connection: nothing comes, not even an end."""
    moment.server.stopped.wait(LIMIT)
    return True


def bye(moment: Moment) -> bool:
    """The server shuts down, politely."""
    moment.talk.say(b"* BYE shutting down\r\n")
    moment.talk.hang_up()
    return True


def glued_exists(moment: Moment) -> bool:
    """EXISTS comes in one packet with the "+ idling"; then silence until DONE."""
    count = len(moment.visit.folder.mails) + 1
    moment.talk.say(b"+ idling\r\n* %d EXISTS\r\n" % count)
    if moment.talk.hear() == b"DONE":
        moment.talk.say(moment.tag + b" OK idle is over\r\n")
    return True


def bad(words: bytes = b"User is authenticated but not connected.") -> Act:
    """BAD; by default as Microsoft 365 says it."""

    def act(moment: Moment) -> bool:
        moment.talk.say(moment.tag + b" BAD " + words + b"\r\n")
        return True

    return act


def no(words: bytes) -> Act:
    """NO, with a response code in front or without."""

    def act(moment: Moment) -> bool:
        moment.talk.say(moment.tag + b" NO " + words + b"\r\n")
        return True

    return act


def half_done(moment: Moment) -> bool:
    """Of several mails the first is moved or copied; then the line breaks."""
    moment.line = _first_only(moment.line)
    return cut_after(moment)


def _first_only(line: bytes) -> bytes:
    head, command, which, rest = line.split(b" ", 3)
    first = which.replace(b":", b",").split(b",")[0]
    return b" ".join((head, command, first, rest))


def other_client_takes(number: int = 1) -> Act:
    """Another client moves the newest mails of the selected folder to Elsewhere."""

    def act(moment: Moment) -> bool:
        box = moment.server.box
        with box.lock:
            if "Elsewhere" not in box.folders:
                box.make("Elsewhere")
            if moment.visit.selected:
                for uid in sorted(moment.visit.folder.mails)[-number:]:
                    box.move(uid, moment.visit.selected, "Elsewhere")
        return False

    return act


def numbered_anew(moment: Moment) -> bool:
    """The inbox gets another UIDVALIDITY, and other UIDs."""
    moment.server.box.renumber("INBOX")
    return False


def validity(value: int) -> Act:
    """The inbox shows this UIDVALIDITY from now on, its UIDs as they were."""

    def act(moment: Moment) -> bool:
        moment.server.box.revalue("INBOX", value)
        return False

    return act


def twice_forty_megabytes(moment: Moment) -> bool:
    """Mails that were announced as small come as 39 MB each, again and again."""
    end = time.monotonic() + LIMIT
    size = 39 * 1024 * 1024
    while time.monotonic() < end:
        moment.talk.say(b"* 1 FETCH (UID 1 BODY[] {%d}\r\n" % size)
        for _ in range(size // 65536):
            moment.talk.say(b"x" * 65536)
        moment.talk.say(b")\r\n")
    return True
