"""What every command is handed."""

import argparse
import threading
from dataclasses import dataclass

from config import Config
from shell.workshop import Clock


@dataclass(frozen=True, slots=True)
class Context:
    """The words of the command line, the config, the clock (aware UTC), and
    the event that ends `run`."""

    args: argparse.Namespace
    config: Config
    clock: Clock
    stop: threading.Event
