"""Rows that were written before turns and agreements were known read as they did."""

import json
from datetime import UTC, datetime

from store.codec import decode, decode_event, encode
from tasks.events import SCHEMA, QuestionAsked
from tasks.model import Question, Task

AT = datetime(2026, 12, 1, 2, tzinfo=UTC)
LATER_FIELDS = ("awaited", "awaited_at", "unaccepted_at", "accepted_due")
LATER_OF_QUESTIONS = ("back", "letter")


def test_a_task_without_the_later_fields_waits_for_nobody_else() -> None:
    whole = Task(1, "Calldown", "Call.", "stephanie", AT, "joy", questions=(Question("joy", "Which?", AT),))
    doc = json.loads(encode(whole))
    for name in LATER_FIELDS:
        del doc[name]
    for name in LATER_OF_QUESTIONS:
        del doc["questions"][0][name]
    assert decode(Task, SCHEMA, json.dumps(doc)) == whole


def test_a_question_without_the_later_fields_is_asked_by_no_letter() -> None:
    doc = json.loads(encode(QuestionAsked("joy", "Which?", "<m1@example.net>")))
    for name in LATER_OF_QUESTIONS:
        del doc[name]
    read = decode_event("QuestionAsked", SCHEMA, json.dumps(doc))
    assert read == QuestionAsked("joy", "Which?", "<m1@example.net>")
