"""One letter of every kind, for the golden files and for tests that walk them all."""

from collections.abc import Mapping

from tasks.letters import Letter
from tests.letters.hands import HANDS
from tests.letters.to_contractor import TO_CONTRACTOR
from tests.letters.to_owner import TO_OWNER

SAMPLES: Mapping[str, Letter] = {**TO_OWNER, **TO_CONTRACTOR, **HANDS}
