"""The steps of a brief, as people write lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.steps import steps

MODEL = """Please make an appointment with each person on the list. Call them one by one.
Ask whether they come. Write the answers into the sheet. Send me the totals.
Due by Wednesday 5PM."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1. Call\n2. Write\n3. Send", ("Call", "Write", "Send"), id="numbers"),
        pytest.param("Please:\n\n1) Call\n\n2) Write", ("Call", "Write"), id="empty lines between"),
        pytest.param("(1) Call\n(2) Write", ("Call", "Write"), id="brackets"),
        pytest.param("Step 1: Call\nStep 2: Write", ("Call", "Write"), id="step words"),
        pytest.param("- Call\n- Write", ("Call", "Write"), id="dashes"),
        pytest.param("• Call\n• Write", ("Call", "Write"), id="bullets"),
        pytest.param("[ ] Call\n[ ] Write", ("Call", "Write"), id="boxes"),
        pytest.param("- [ ] Call\n- [ ] Write", ("Call", "Write"), id="boxes in a list"),
        pytest.param(
            "1. Call everybody\n   on the list\n2. Write",
            ("Call everybody on the list", "Write"),
            id="run on",
        ),
        pytest.param("1. Call\n   - first Ann\n2. Write", ("Call first Ann", "Write"), id="list in a list"),
        pytest.param("- Call\n  - Ann\n- Write", ("Call Ann", "Write"), id="bullets in bullets"),
        pytest.param(
            "1. Call\n2. Write\n3. Send\n\nAsk:\n1. Name\n2. Age",
            ("Call", "Write", "Send"),
            id="the longer run",
        ),
        pytest.param(
            "1. Call\n2. Write\n\nBring:\n- pens\n- paper\n- tape",
            ("Call", "Write"),
            id="numbers before bullets",
        ),
        pytest.param(MODEL, (), id="sentences are none"),
        pytest.param("- only one", (), id="one is no list"),
        pytest.param("> 1. Call\n> 2. Write", (), id="quoted"),
        pytest.param("Thanks\n-- \nJoy\n-- \nTel", (), id="signature marks"),
        pytest.param("2026. was good\n3.5 hours\n1.5 km", (), id="numbers in prose"),
        pytest.param("", (), id="nothing"),
    ],
)  # fmt: skip
def test_steps(text: str, expected: tuple[str, ...]) -> None:
    assert steps(text) == expected


@given(st.text(st.sampled_from("1234. )(-*•[] \n\tab"), max_size=300))
def test_steps_never_raise(text: str) -> None:
    assert len(steps(text)) != 1


def test_a_flood_of_entries_is_cut() -> None:
    assert len(steps("- x\n" * 20_000)) == 50
