"""A mailbox on an IMAP server as a source of mail."""

from intake.imap_settings import ImapSettings

__all__ = ["ImapSettings", "ImapSource"]


class ImapSource:
    """The IMAP source (see `intake.source.Source`)."""

    def __init__(self, settings: ImapSettings) -> None:
        self._settings = settings
