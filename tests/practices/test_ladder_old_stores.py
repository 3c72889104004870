"""A store that knew nothing of checkpoints, own dates and early warning still reads."""

import json
from dataclasses import replace

from store.codec import decode, encode
from tasks.events import SCHEMA
from tasks.model import Task
from tests.letters.cast import CALLDOWN

NEW = (
    "remind_days",
    "one_reminder_for",
    "checkpoints",
    "own_due",
    "nudged_at",
    "asked_at",
    "pace",
    "pace_at",
)


def test_a_row_without_the_new_fields_is_the_task_with_their_defaults() -> None:
    old = json.loads(encode(CALLDOWN))
    for name in NEW:
        del old[name]
    assert decode(Task, SCHEMA, json.dumps(old)) == CALLDOWN


def test_a_row_with_them_comes_back_as_it_was() -> None:
    task = replace(CALLDOWN, remind_days=0, one_reminder_for="joy", own_due=CALLDOWN.due, pace=30)
    assert decode(Task, SCHEMA, encode(task)) == task
