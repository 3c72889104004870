"""P39 and absences: words as people write them, in an office."""

from tests.practices.offices import STEPHANIE, hand_over, opened
from tests.shell.office import one

FLYER = "Draw a flyer.\nDue: Friday 5pm"


def test_words_behind_nudge_go_along() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(receipt, "nudge: how is it?")
        letters = office.letters()
        assert 'Stephanie writes: "how is it?"' in one(letters, "probe").text
        assert len([x for x in letters if x.to.startswith("joy")]) == 1


def test_a_reminder_on_a_day_is_answered_and_not_passed_on() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(receipt, "remind Joy on Tuesday")
        letters = office.letters()
        assert [x.kind for x in letters] == ["transcript"]
        assert "remind: 2 days before" in letters[0].text


def test_i_am_away_in_a_thread_names_who_answers() -> None:
    with opened() as office:
        assignment, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(receipt, "Please use blue.\n\nI am away until Monday, ask Olivia.")
        letters = office.letters()
        told = one([x for x in letters if x.to.startswith("stephanie")], "transcript").text
        assert "you are away" in told and "Undo: back" in told
        joys = " ".join(x.text for x in letters if x.to.startswith("joy"))
        assert "Please use blue." in joys and "I am away" not in joys
        office.reply(assignment, "question: how large?")
        assert one(office.letters(), "question").to.startswith("olivia")


def test_unproven_words_name_nobody() -> None:
    """A reply address alone makes an absence; nobody stands in by it."""
    with opened() as office:
        assignment, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(receipt, "I am away until Monday, ask Olivia.", sender=STEPHANIE, proven=False)
        office.letters()
        office.reply(assignment, "question: how large?")
        assert not [x for x in office.letters() if x.to.startswith("olivia")]


def test_i_am_away_within_a_longer_line_names_who_answers() -> None:
    """The sentence acts; what stands beside it goes where plain words go."""
    with opened() as office:
        assignment, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(
            receipt, "Hi Joy,\n\nPlease use blue. I am away until Monday, ask Olivia if anything burns."
        )
        letters = office.letters()
        told = one([x for x in letters if x.to.startswith("stephanie")], "transcript").text
        assert "I am away until Monday, ask Olivia if anything burns" in told
        assert "you are away until Mon 7 Dec" in told and "nobody I know" not in told
        relay = one([x for x in letters if x.to.startswith("joy")], "relay").text
        assert "Please use blue." in relay and "I am away" not in relay
        office.reply(assignment, "question: how large?")
        assert one(office.letters(), "question").to.startswith("olivia")


def test_i_am_away_with_a_greeting_passes_nothing_on() -> None:
    """In a thread and in a fresh mail: the other side is told by the letter about it."""
    said = "Hi, I am away until Monday, ask Olivia if anything burns.\n\nThanks\nStephanie"
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(receipt, said)
        letters = office.letters()
        assert sorted(x.kind for x in letters) == ["away", "away", "transcript"]
    with opened() as office:
        hand_over(office, "Flyer", FLYER)
        office.mail(STEPHANIE, "tasks@example.com", "Holiday", said)
        letters = office.letters()
        assert sorted(x.kind for x in letters) == ["away", "away", "transcript"]


def test_a_greeting_beside_a_word_of_ones_own_is_not_passed_on() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(receipt, "Hi,\n\nsnooze 3 days\n\nThanks\nStephanie")
        assert [x.kind for x in office.letters()] == ["transcript"]


def test_i_am_away_of_somebody_else_stays_words() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(receipt, "Write on it: I am away until Monday, ask Olivia if anything burns.")
        assert [x.kind for x in office.letters()] == ["relay"]
