"""What an owner writes in answer to a letter about somebody stays with us, on
real servers and over the weeks of a task that goes badly."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conversations.business import kinds, one, open_business
from tests.conversations.clients import STEPHANIE
from tests.servers.stack import Stack

pytestmark = [pytest.mark.needs("dovecot", "postfix", "swaks"), pytest.mark.timeout(300)]
A_MONTH = timedelta(days=30)
ABOUT_SOMEBODY = ("late", "digest", "escalation")


def test_words_about_somebody_never_reach_them(clean_stack: Stack, tmp_path: Path) -> None:
    with open_business(clean_stack, tmp_path) as business:
        answer = business.people.answer
        task = business.people.fresh(
            STEPHANIE, "tasks+joy@shop.test", "Logo", "Make a logo.\nDue: tomorrow 5pm"
        )
        assignment = one(business.write(task), "assignment")
        for kind in ABOUT_SOMEBODY:
            letter = business.until_letter(kind, A_MONTH)
            heard = business.write(answer(letter, f"Canary {kind}: she is slow, Ben would be better."))
            assert "joy" not in dict(kinds(heard)), kind
        review = one(business.write(answer(assignment, "done")), "review")
        heard = business.write(answer(review, "Canary review: I wonder about the colour."))
        assert kinds(heard) == [("stephanie", "clarify")]
        told = business.write(answer(review, "redo: Parrot, the colour is too dark"))
        assert kinds(told) == [("joy", "sent-back")]
        to_joy = [letter for letter in business.got if letter.to == "joy@contractor.test"]
        assert "Parrot" in to_joy[-1].words
        assert not [letter.kind for letter in to_joy if "canary" in letter.words.lower()]
