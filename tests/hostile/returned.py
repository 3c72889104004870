"""Delivery reports, as mail servers send them, and as somebody may forge them."""

from tests.hostile.kit import raw_mail

DAEMON = "Mail Delivery System <MAILER-DAEMON@example.net>"
REPORT = "multipart/report; report-type=delivery-status; boundary=b"


def report(
    message_id: str,
    recipient: str = "joy@example.net",
    *,
    action: str = "failed",
    status: str = "5.1.1",
    says: str = "550 5.1.1 User unknown",
    to: str = "tasks@example.com",
    mid: str = "<b1@example.net>",
    words: str = "It did not arrive.",
) -> bytes:
    """A report (RFC 3464) about the letter of this Message-ID; "" names none."""
    returned = f"Subject: something\nMessage-ID: {message_id}" if message_id else "Subject: something"
    body = (
        f"--b\nContent-Type: text/plain\n\n{words}\n--b\nContent-Type: message/delivery-status\n\n"
        f"Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; {recipient}\nAction: {action}\n"
        f"Status: {status}\nDiagnostic-Code: smtp; {says}\n--b\nContent-Type: text/rfc822-headers\n\n"
        f"{returned}\n--b--"
    )
    return raw_mail(DAEMON, to, "Undelivered", body, proof="", kind=REPORT, head="Return-Path: <>", mid=mid)
