"""Every row of the vocabulary is a word that does something, or one that is
said to do nothing yet: none is silently swallowed."""

from language.vocabulary import WORDS
from tasks.contractor_acts import ACTS as CONTRACTOR
from tasks.owner_acts import ACTS as OWNER
from tasks.talk import UNBUILT


def test_every_word_acts_or_says_that_it_does_not() -> None:
    names = {w.name for w in WORDS}
    assert names == CONTRACTOR.keys() | OWNER.keys() | UNBUILT
    assert not UNBUILT & (CONTRACTOR.keys() | OWNER.keys())
