"""What contractors write instead of the words of the table."""

from language.phrases import Phrase, row, table
from language.phrases_abroad import ABROAD
from language.phrases_blocked import BLOCKED, QUESTIONS
from language.phrases_classes import OTHERS
from language.phrases_counted import COUNTED
from language.phrases_dates import ETA
from language.phrases_done import DONE, REOPEN
from language.phrases_slips import SLIPS
from language.phrases_taking import ACCEPT, DECLINE

STOP: tuple[Phrase, ...] = (
    row(
        "stop",
        r"(?:stop|quit) (?:sending|emailing|mailing|e-mailing|writing|contacting|messaging)(?: (?:to|me"
        r"|us|these))",
        OTHERS,
    ),
    row(
        "stop",
        r"(?:take|remove) me (?:off|from) (?:the|this|your|all)\b|unsubscribe me\b|i (?:want|would like"
        r"|wish|need) to unsubscribe\b|no more (?:emails|e-mails|mails|messages|letters)\b",
        OTHERS,
    ),
)

CONTRACTOR = table(
    *DONE, *ACCEPT, *DECLINE, *BLOCKED, *SLIPS, *ETA, *COUNTED, *REOPEN, *QUESTIONS, *STOP, *ABROAD
)
