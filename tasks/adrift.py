"""Texts that hold a mail of another time: "in two weeks" is not counted from today there."""

import re

_HEAD = re.compile(
    r"(?im)^[\s>|*_-]*(?:date|sent|datum|gesendet|fecha|enviado(?: el)?|envoyé(?: le)?|data"
    r"|inviato|skickat|sendt|wysłano|verzonden|дата|отправлено|日時|送信日時|发送时间|日期)[*_]*\s*:"
    r"|^.{0,120}\b(?:wrote|schrieb|escribió|a écrit|ha scritto|schreef):\s*$"
)


def holds_mail(text: str) -> bool:
    """Whether a line stands in it that tells when a mail was written."""
    return _HEAD.search(text) is not None
