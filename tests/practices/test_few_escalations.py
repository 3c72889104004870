"""P44, P33: all that comes to the escalation contact at one moment is one letter, by task."""

from itertools import pairwise

from tests.practices.offices import WEDNESDAY, hand_over, of_kind, opened
from tests.shell.office import CONFIG, at, one


def test_p44_three_escalations_of_one_morning_are_one_letter_with_each_history() -> None:
    with opened() as office:
        for subject, who in (("Calldown", "joy"), ("Posters", "joy"), ("Scans", "ben")):
            hand_over(office, subject, WEDNESDAY, who)
        letters = office.pass_time(at(2026, 12, 11))
        of_olivia = [x for x in letters if x.to == "olivia@example.com" and x.kind == "escalation"]
        assert len({x["Date"] for x in of_olivia}) == len(of_olivia), "one letter a moment"
        joys = one([x for x in of_olivia if "Calldown" in x.text], "escalation")
        assert joys.subject == "2 tasks are well past their date"
        text = " ".join(joys.text.split())
        first, second = text.index("T-1 Calldown (Joy)"), text.index("T-2 Posters (Joy)")
        assert first < second
        for part in (text[first:second], text[second:]):
            due = "It was due Wed 2 Dec 2026, 17:00 Pacific = Thu 3 Dec 2026, 09:00 Manila (for Joy)."
            assert due in part
            assert "You hear of it because it is 24 working hours past its date, and Joy was asked." in part
            assert "Stephanie asked for it" in part and "I have seen no word here yet from Joy" in part
            assert "> Call everyone." in part
        assert (
            "Stephanie named you for such a case; please speak with Stephanie (stephanie@example.com)."
            in text
        )


def test_p44_an_owner_who_is_the_contact_decides_by_tag_and_the_words_act() -> None:
    with opened(CONFIG.replace("escalate_to: olivia", "escalate_to: stephanie")) as office:
        hand_over(office, "Calldown")
        hand_over(office, "Posters")
        letters = office.pass_time(at(2026, 12, 11))
        called = one([x for x in letters if x.kind == "escalation"], "escalation")
        assert "Reply with one line for each, for example T-1: fine" in called.text
        office.reply(called, "T-1: fine\nT-2: cancel", sender="Stephanie Miller <stephanie@example.com>")
        office.letters()
        first, second = (office.shop.store.task(n) for n in (1, 2))
        assert first is not None and first.is_open and first.fine_at is not None
        assert second is not None and second.state == "cancelled"


def test_p44_one_escalation_stays_a_letter_in_the_thread_of_its_task() -> None:
    with opened() as office:
        hand_over(office)
        letters = office.pass_time(at(2026, 12, 11))
        called = one([x for x in letters if x.kind == "escalation"], "escalation")
        assert called.subject == "[T-1] Calldown" and called["X-Handoff-Task"] == "T-1"
        assert of_kind(letters, "olivia", "digest") == ["escalation"]


def test_p44_escalations_of_different_moments_are_letters_of_their_own() -> None:
    """The law's exception: whoever is called in later is not told a day later."""
    with opened() as office:
        hand_over(office, "Calldown", WEDNESDAY, "joy")
        hand_over(office, "Scans", WEDNESDAY, "ben")
        letters = office.pass_time(at(2026, 12, 11))
        called = [x for x in letters if x.kind == "escalation"]
        assert [x.subject for x in called] == ["[T-1] Calldown", "[T-2] Scans"]
        assert all(a["Date"] != b["Date"] for a, b in pairwise(called))
