"""Why mail comes back: in Sisimai's words, one row each, and in words for people.

The words of the remote server decide before the status code, because servers
answer 5.0.0 and 5.1.1 to nearly everything.
"""

import re

_WORDS: tuple[tuple[str, str], ...] = (
    (
        "mailboxfull",
        r"mailbox (?:is )?(?:full|quota|size|exceed)|over ?quota|quota (?:exceed|exhaust|full)"
        r"|exceeded (?:storage|its quota)|insufficient (?:disk|storage)|mailbox has exceeded"
        r"|not enough (?:disk|storage)|disk full",
    ),
    (
        "mesgtoobig",
        r"message (?:size|too (?:big|large)|is too large)|exceeds? (?:the )?(?:maximum|size"
        r"|fixed)|too big|size limit|larger than",
    ),
    (
        "userunknown",
        r"user unknown|unknown (?:user|recipient|address|local part|mailbox)|no such (?:user"
        r"|mailbox|recipient|address|person|account|local)|(?:user|account|mailbox|recipient"
        r"|address|person).{0,40}(?:does(?:n't| not) exist|not found|unknown|not exist"
        r"|is not known|invalid|not listed|no longer)|invalid (?:recipient|mailbox|user|address)"
        r"|(?:user|recipient) (?:not|address rejected: (?:user )?unknown)|not a (?:valid"
        r"|known) (?:user|mailbox|recipient)|doesn.t have an? .{1,40} account|no mailbox here"
        r"|unrouteable mailbox|5\.1\.10\b",
    ),
    (
        "suspend",
        r"(?:account|mailbox|user|address|recipient).{0,40}(?:disabled|suspended|inactive"
        r"|deactivated|locked|blocked for|expired)|currently suspended|not accepting (?:mail"
        r"|messages)",
    ),
    ("hasmoved", r"has moved|user not local|new address|moved to|replaced by|no longer (?:at|in use)"),
    ("virusdetected", r"\bvirus|infected|malware"),
    (
        "spamdetected",
        r"\bspam|junk mail|content rejected|bulk email filter|looks like (?:spam|unsolicited)"
        r"|unsolicited|considered (?:as )?spam",
    ),
    (
        "authfailure",
        r"\bdmarc\b|\bspf\b|\bdkim\b|5\.7\.(?:20|21|22|23|24|25|26)\b|authentication (?:failed"
        r"|check)",
    ),
    ("requireptr", r"\bptr\b|reverse (?:dns|hostname)|cannot find your (?:hostname|reverse)"),
    (
        "norelaying",
        r"relay(?:ing)? (?:not|denied|access)|not (?:permitted|allowed) to relay|we do not relay"
        r"|unable to relay|relay not permitted",
    ),
    (
        "blocked",
        r"block(?:ed|list|ing)|blacklist|\brbl\b|dnsbl|spamhaus|access denied"
        r"|client host rejected|bad reputation|banned|not allowed to connect|service refused"
        r"|connection refused by",
    ),
    (
        "speeding",
        r"too (?:many|fast)|rate limit|throttl|deferred due to|temporarily deferred"
        r"|try again later.{0,20}rate",
    ),
    (
        "hostunknown",
        r"host (?:unknown|not found|name lookup)|domain (?:not found|does not exist|unknown"
        r"|name not)|unknown (?:host|domain)|unrouteable|no route to host|name service error"
        r"|domain .{1,80} not found|nxdomain|no mx|invalid domain|dns error|illegal host"
        r"|unable to route",
    ),
    (
        "expired",
        r"delivery time (?:expired|out)|could not be delivered (?:for|within)|retry time(?:out)?"
        r"|retries|message expired|has been in the queue|too long|cannot send message for|delayed"
        r"|still being retried|not (?:yet )?been delivered|time ?out|timed out|operation timed",
    ),
    (
        "networkerror",
        r"network (?:is )?unreachable|connection (?:refused|reset|timed|lost|closed|failed)"
        r"|mail loop|loop(?:s|ed)? back|too many hops|hop count|unable to connect"
        r"|could ?n.t (?:establish|connect)|could not connect",
    ),
    ("failedstarttls", r"starttls|tls (?:required|handshake|negotiation)|encryption"),
    ("securityerror", r"security|authentication required|certificate"),
    ("policyviolation", r"policy|prohibit|violat|not authorized|unauthorized|administratively|forbidden"),
    ("contenterror", r"content|header|8bit|mime|attachment|malformed"),
    (
        "rejected",
        r"sender (?:address )?(?:rejected|denied|verify)|mail from|not (?:a )?member|return path"
        r"|domain of sender",
    ),
    ("filtered", r"filter|recipient (?:address )?rejected|rejected|refused|restrict|not accept|denied"),
    ("systemfull", r"system (?:full|storage)|no space left"),
    (
        "systemerror",
        r"system (?:error|configuration|not)|configuration|internal error|local (?:error|problem)"
        r"|server error|temporar|cannot allocate|service unavailable",
    ),
    (
        "mailererror",
        r"mailer (?:error|returned)|pipe to|procmail|exit (?:code|status)|command (?:died|output"
        r"|failed)",
    ),
)
_ROWS = tuple((reason, re.compile(pattern)) for reason, pattern in _WORDS)
_BY_STATUS: tuple[tuple[str, str], ...] = (
    ("5.1.1", "userunknown"),
    ("5.1.10", "userunknown"),
    ("5.1.2", "hostunknown"),
    ("5.1.3", "userunknown"),
    ("5.1.6", "hasmoved"),
    ("5.1.8", "rejected"),
    ("5.2.1", "suspend"),
    ("5.2.2", "mailboxfull"),
    ("4.2.2", "mailboxfull"),
    ("5.2.3", "mesgtoobig"),
    ("5.3.4", "mesgtoobig"),
    ("5.4.6", "networkerror"),
    ("4.4.7", "expired"),
    ("5.4.7", "expired"),
)
_SURE = {"5.1.1", "5.1.10", "5.2.2", "4.2.2", "5.2.3", "5.3.4", "4.4.7", "5.4.7"}


def reason_of(status: str, words: str) -> str:
    """Return why a mail came back: `status` like "5.1.1" (RFC 3463) or "", `words` the server's."""
    by_status = dict(_BY_STATUS)
    if status in _SURE:
        return by_status[status]
    lower = words[:8000].lower()
    found = next((reason for reason, pattern in _ROWS if pattern.search(lower)), "")
    return found or by_status.get(status, "undefined")


# What each reason is called in a letter or a digest.
_SAID: dict[str, str] = {
    "mailboxfull": "the mailbox is full",
    "mesgtoobig": "the letter was too big for that mailbox",
    "userunknown": "the address does not exist",
    "suspend": "the mailbox is closed or out of use",
    "hasmoved": "the mailbox has moved to another address",
    "virusdetected": "it was taken for a virus",
    "spamdetected": "it was taken for spam",
    "authfailure": "their mail server could not prove that it came from us",
    "requireptr": "their mail server does not trust our mail server's name",
    "norelaying": "that mail server takes no mail for this address",
    "blocked": "their mail server blocks our mail server",
    "speeding": "their mail server had too much mail from ours",
    "hostunknown": "the mail domain does not exist",
    "expired": "it could not be delivered for days",
    "networkerror": "their mail server could not be reached",
    "failedstarttls": "no safe line to their mail server could be made",
    "securityerror": "their mail server asks for a safer way",
    "policyviolation": "the rules of their mail server forbid it",
    "contenterror": "their mail server did not like its form",
    "rejected": "their mail server does not take mail from our address",
    "filtered": "their mail server turned it away",
    "systemfull": "their mail server is full",
    "systemerror": "their mail server has a fault",
    "mailererror": "a program behind that address failed",
    "undefined": "no reason was given",
}


def said(reason: str, status: str) -> str:
    """Return the reason as a sentence for people, the code behind it for whoever
    runs that mail server: "the address does not exist (5.1.1)"."""
    sentence = _SAID.get(reason, _SAID["undefined"])
    return f"{sentence} ({status})" if status else sentence
