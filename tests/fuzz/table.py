"""The table of targets: one row for everything that reads bytes."""

from collections.abc import Mapping

from tests.fuzz.target import Target
from tests.fuzz.targets_house import HOUSE
from tests.fuzz.targets_mail import MAIL
from tests.fuzz.targets_text import TEXT

TARGETS: Mapping[str, Target] = {target.name: target for target in (*MAIL, *TEXT, *HOUSE)}
