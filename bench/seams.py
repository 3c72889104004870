"""The few functions that measuring calls, under names that stay.

read_mail(raw) -> dict            read_due(text, sent_at, tz) -> datetime | None
read_commands(text, role) -> list[dict]      lint_brief(subject, body) -> dict
"""

from bench.seams_due import read_due
from bench.seams_mail import read_mail
from bench.seams_words import lint_brief, read_commands

__all__ = ["lint_brief", "read_commands", "read_due", "read_mail"]
