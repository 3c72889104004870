"""The letter of the week offers "yes" where yes answers what it asks, and nowhere else."""

from dataclasses import replace

import pytest

from outbound.compose import compose
from tests.letters.cast import DESK, NOW
from tests.letters.samples import SAMPLES


@pytest.mark.parametrize(("ask", "yes"), [("Is it still going well?", True), ("Still on track?", False)])
def test_the_button_is_a_field_of_the_item(ask: str, yes: bool) -> None:
    """Not the end of the question's words."""
    sample = SAMPLES["week-asks"]
    items = sample.facts["items"]
    assert isinstance(items, tuple)
    one = replace(items[0], ask=ask, yes=yes)
    letter = replace(sample, facts={**sample.facts, "items": (one,)})
    html = compose(letter, DESK, NOW).decode().replace("=\r\n", "").replace("=\n", "")
    assert ("body=3Dyes" in html) is yes
