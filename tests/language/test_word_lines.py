"""Lines that people write, each with the words that it is: with a colon, with a reason, without.

Written by hand from conversation.md. "" is plain words; what only a phrase was read from stands
in brackets, as a costly one asks first."""

import pytest

from language.meaning import How
from language.words import read_words

PEOPLE = ["joy", "Joy Santos", "Joy", "ben", "Ben"]
OWNER = [
    ("cancel", "cancel", ""),
    ("cancel: not needed any more", "cancel", "not needed any more"),
    ("cancel: the client left", "cancel", "the client left"),
    ("cancel: not yet", "", ""),
    ("Cancel: no longer needed, thanks", "cancel", "no longer needed, thanks"),
    ("hold", "hold", ""),
    ("hold: waiting for the city", "hold", "waiting for the city"),
    ("hold: the party is in the county", "hold", "the party is in the county"),
    ("hold: waiting for quality", "hold", "waiting for quality"),
    ("hold until Monday", "hold", "until Monday"),
    ("hold: until Monday please", "hold", "until Monday"),
    ("hold until Monday: the city is slow", "hold", "until Monday: the city is slow"),
    ("hold for 2 weeks", "hold", "for 2 weeks"),
    ("on hold", "hold", ""),
    ("hold your horses", "", ""),
    ("resume", "resume", ""),
    ("resume: the city said yes", "resume", "the city said yes"),
    ("resume: not yet", "", ""),
    ("redo", "redo", ""),
    ("redo: larger letters", "redo", "larger letters"),
    ("redo - larger letters", "redo", "larger letters"),
    ("approve", "approve", ""),
    ("approve: lovely work", "approve", "lovely work"),
    ("approve: not yet", "", ""),
    ("tell Joy: use blue", "tell", "Joy: use blue"),
    ("tell joy use blue", "tell", "joy use blue"),
    ("nudge", "nudge", ""),
    ("nudge now", "nudge", ""),
    ("nudge Joy", "nudge", "Joy"),
    ("nudge: Joy", "nudge", "Joy"),
    ("nudge: how is it?", "nudge", ": how is it?"),
    ("nudge: any news about the flyer", "nudge", ": any news about the flyer"),
    ("nudge Joy: how is it?", "nudge", "Joy: how is it?"),
    ("remind: 2 days before", "remind", "2 days before"),
    ("remind: none", "remind", "none"),
    ("no reminders", "remind", ""),
    ("remind Joy on Tuesday", "remind", "Joy on Tuesday"),
    ("remind Joy tomorrow", "remind", "Joy tomorrow"),
    ("remind: Joy on Tuesday", "remind", "Joy on Tuesday"),
    ("Remind Joy that the client calls on Tuesday", "", ""),
    ("remind Joy", "(nudge)", ""),
    ("due: Friday 5pm", "due", "Friday 5pm"),
    ("assign: ben", "assign", "ben"),
    ("assign: Ben, he knows the house", "assign", "Ben"),
    ("assign: Ben - he knows the house", "assign", "Ben"),
    ("Assign: Ben. He knows the house and its owner", "assign", "Ben"),
    ("assign Ben, he knows the house", "assign", "Ben"),
    ("assign: Dave, he knows the house", "assign", "Dave"),  # nobody: refused, not passed on
    ("assign: Ben, if he is free that week", "(assign)", "Ben"),  # a condition is asked about
    ("assign: Ben, or is he full this week?", "(assign)", "Ben"),
    ("assign: Ben, Joy and Dave together", "(assign)", "Ben"),
    ("assign Dave, he knows the house", "", ""),
    ("assign: the list of calls to whoever is free", "", ""),
    ("assign: two, three or four people to it", "", ""),
    ("title: Blue flyer", "title", "Blue flyer"),
    ("fine", "fine", ""),
    ("fine: she called me", "fine", "she called me"),
    ("send as is", "send as is", ""),
    ("away until Monday, ask Ben", "away", "until Monday, ask Ben"),
    ("I am away until Monday, ask Ben", "away", "until Monday, ask Ben"),
    ("I'm away for 3 days.", "", ""),
    ("I am away on Monday", "", ""),
    ("If I am away until Monday, ask Ben", "", ""),
    ("snooze until Monday", "snooze", "until Monday"),
]
CONTRACTOR = [
    ("accept", "accept", ""),
    ("accept: gladly", "accept", "gladly"),
    ("accept: not yet", "", ""),
    ("decline", "decline", ""),
    ("decline: I am full this week", "decline", "I am full this week"),
    ("decline: waiting for the city", "decline", "waiting for the city"),
    ("question", "question", ""),
    ("question: how large?", "question", "how large?"),
    ("blocked", "blocked", ""),
    ("blocked: waiting for the city", "blocked", "waiting for the city"),
    ("unblocked", "unblocked", ""),
    ("unblocked: the login came", "unblocked", "the login came"),
    ("eta: Thu 3pm", "eta", "Thu 3pm"),
    ("eta Thursday", "eta", "Thursday"),
    ("due: Thursday", "eta", "Thursday"),
    ("60%", "progress", "60"),
    ("progress: 60", "progress", "60"),
    ("hours: 2.5", "hours", "2.5"),
    ("2.5h", "hours", "2.5"),
    ("done", "done", ""),
    ("done: the files are in the folder", "done", "the files are in the folder"),
    ("done: not yet", "", ""),
    ("reopen", "reopen", ""),
    ("reopen: the seal leaks", "reopen", "the seal leaks"),
    ("[x] 2", "check", "2"),
    ("done 1-3", "check", "1,2,3"),
    ("uncheck: 2", "uncheck", "2"),
    ("step: sand the door", "step", "sand the door"),
    ("cause: access", "cause", "access"),
    ("invoice: 200 USD", "invoice", "200 USD"),
    ("status", "status", ""),
    ("help", "help", ""),
    ("snooze 3 days", "snooze", "3 days"),
    ("snooze: 3 days, thanks", "snooze", "3 days"),
    ("away until Monday", "away", "until Monday"),
    ("I am away until Monday", "", ""),
    ("I'm away until 7 Dec, ask Ben", "away", "until 7 Dec, ask Ben"),
    ("I was away until Monday", "", ""),
    ("stop", "stop", ""),
    ("start", "start", ""),
    ("nudge: how is it?", "(question)", "nudge: how is it?"),  # they ask
    ("hold: waiting for the city", "(blocked)", ""),  # and are held up
]


def _read(line: str, role: str) -> tuple[str, str]:
    found = read_words(line, role, PEOPLE)
    if not found:
        return "", ""
    first = found[0]
    return (first.word if first.how is How.EXPLICIT else f"({first.word})"), first.arg


@pytest.mark.parametrize(("line", "word", "arg"), OWNER)
def test_an_owners_line(line: str, word: str, arg: str) -> None:
    assert _read(line, "owner") == (word, arg)


@pytest.mark.parametrize(("line", "word", "arg"), CONTRACTOR)
def test_a_contractors_line(line: str, word: str, arg: str) -> None:
    assert _read(line, "contractor") == (word, arg)


@pytest.mark.parametrize("line", ["Take the list from the folder", "take it", "take Joy along", "I take it"])
def test_take_is_a_word_by_itself_alone(line: str) -> None:
    assert _read(line, "owner") == ("", "")
    assert _read("take", "owner") == ("take", "") and _read("take", "contractor") == ("", "")


@pytest.mark.parametrize(
    ("line", "role", "arg"),
    [
        ("redo: Make it blue.", "owner", "Make it blue."),
        ("redo: Make it blue!", "owner", "Make it blue!"),
        ("redo: Make it blue. Larger, too.", "owner", "Make it blue. Larger, too."),
        ("*redo: Make it blue.*", "owner", "Make it blue."),
        ("redo: Make it blue", "owner", "Make it blue"),
        ("tell Joy: Thank you.", "owner", "Joy: Thank you."),
        ("cancel: The client left.", "owner", "The client left."),
        ("question: Tell me which list.", "contractor", "Tell me which list."),
        ("blocked: The login is missing...", "contractor", "The login is missing..."),
        ("done: All are called.", "contractor", "All are called."),
        # a name, a date, a figure and a title are no sentences
        ("title: Blue flyer.", "owner", "Blue flyer"),
        ("due: Friday 5pm.", "owner", "Friday 5pm"),
        ("assign: Ben.", "owner", "Ben"),
        ("remind: 2 days before.", "owner", "2 days before"),
        ("cause: access.", "contractor", "access"),
        ("eta: Thu 3pm.", "contractor", "Thu 3pm"),
        ("hold until Monday.", "owner", "until Monday"),
    ],
)
def test_a_sentence_keeps_its_end(line: str, role: str, arg: str) -> None:
    assert _read(line, role)[1] == arg
