"""The log: one line for each thing done, no body text, no passwords."""

import logging
import sys

from config import Config
from shell.printing import discreet

LINE = "%(asctime)s %(levelname)s %(message)s"


class Discreet(logging.Formatter):
    """A line of the log, with what looks secret masked: the words of a server
    or of a fault may repeat a mail's."""

    def format(self, record: logging.LogRecord) -> str:
        return discreet(super().format(record))


def set_up(config: Config, *, to_terminal: bool) -> None:
    """Write the house's own lines to the file of the config, or to stderr."""
    log = logging.getLogger("handoff")
    log.setLevel(config.log.level.upper())
    log.propagate = False
    for old in list(log.handlers):
        log.removeHandler(old)
    if config.log.file:
        handler: logging.Handler = logging.FileHandler(config.log.file, encoding="utf-8")
    elif to_terminal:
        handler = logging.StreamHandler(sys.stderr)
    else:
        handler = logging.NullHandler()
    handler.setFormatter(Discreet(LINE))
    log.addHandler(handler)
