"""The signs by which machines give themselves away, one row each.

A row is (kind, why, place, pattern): where to look, and what must be found
there, in lower case. The first row that fits decides, so the order matters:
what is certain stands above what is likely. A sign of a new mailer is one
more row.

Places: a header field; `subject`; `sender`, the local part of From; `type`,
the Content-Type of the mail; `types`, those of all its parts; `text`, the
first 4 000 characters; `status`, the machine-readable report of a bounce.
Several places joined by " & " must all fit, each with its own pattern.
"""

import re
from dataclasses import dataclass

from intake.mail import MailKind


@dataclass(frozen=True, slots=True)
class KindRow:
    """One sign: all of `signs` (place, pattern) must be found."""

    kind: MailKind
    why: str
    signs: tuple[tuple[str, re.Pattern[str]], ...]


def _row(kind: MailKind, why: str, *signs: tuple[str, str]) -> KindRow:
    return KindRow(kind, why, tuple((place, re.compile(pattern)) for place, pattern in signs))


FAILED = (
    r"undeliver(?:able|ed)|returned (?:mail|to sender|message)|returning (?:message"
    r"|to sender)|delivery (?:has )?fail"
    r"|delivery (?:status notification|report \(failure|error|problem|unsuccessful)"
    r"|failure (?:notice|delivery|notification)"
    r"|not (?:be )?delivered|non[- ]?deliver|nondeliverable|could not (?:be )?(?:deliver"
    r"|send)|mail(?:er)? (?:system )?error"
    r"|rejected mail|mail (?:delivery )?fail|message you sent blocked|undelivered"
    r"|unzustellbar|nicht zugestellt"
    r"|unable to deliver|delivery status|delivery problems|mail status report"
    r"|mail delivery status"
    r"|non (?:remis|remise|distribu|recapitabil|è stato possibile)|nicht zustellbar"
    r"|no (?:se pudo entregar|entregado)"
    r"|não (?:entregue|foi poss)|недоставлен|не доставлен|не может быть доставлен"
    r"|onbestelbaar|kan inte levereras"
    r"|配信(?:不能|エラー)|無法傳遞|退信|utilisateur non recens|error during delivery"
)
DELAYED = (
    r"delayed|delay\)|\bdelay\b|still being retried|could not send message for past"
    r"|will (?:continue|keep) (?:to try|trying)"
    r"|verzögert|delivery incomplete|retardé|retrasad"
)
REFUSED = (
    r"\b5\d\d[ -]#?5\.\d\.\d|\b5\.\d\.\d{1,3}\b|\b55\d\b|user unknown|unknown user"
    r"|no such (?:user|recipient|address|mailbox)"
    r"|(?:could|can) ?not be delivered|(?:was|were|been) (?:not|un)deliver|unable to deliver"
    r"|undeliverable|not? (?:be )?delivered to"
    r"|does(?:n't| not) (?:exist|have an? )|mailbox (?:is )?(?:full|unavailable|not found)"
    r"|over quota|quota exceeded"
    r"|recipient (?:address )?(?:rejected|unknown|refused)|address(?:es)? (?:failed"
    r"|had (?:permanent )?fatal)|host (?:not found|unknown)"
    r"|permanent (?:fatal )?error|delivery (?:to the following|failed|has failed)"
    r"|not listed in|invalid recipient"
    r"|returned (?:mail|to (?:the )?sender)|following (?:address|recipient)"
    r"|message (?:was )?(?:rejected|blocked|refused)"
    r"|no longer (?:valid|active|available|in use)|could not (?:be )?(?:deliver|reach|send)"
    r"|unbekannt|inconnu|не (?:найден|существует)"
)
_DAEMON = (
    r"^(?:mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon|ndr|bounce[sd]?|mail\.delivery\.system"
    r"|.*smtp_mail_service)$"
)
_MASTER = r"^(?:po+s?t?[-_.]?master|postmaster[-+_.].*|.*[-_.]postmaster)$"
# Names that some servers write bounces under, and some people write under too.
_SERVANT = (
    r"^(?:mailer|mail-?adm(?:in)?|listserv|majordomo|inetgw\d*|imss|.*antivirus.*|.*smtp.*"
    r"|.*-admin)$"
)
# What only a mail server says of a letter.
SERVER_WORDS = (
    r"\b[45]\.\d\.\d{1,3}\b|\b5[05]\d[ -]|user unknown|unknown user|no such user|(?:delivery"
    r"|mail) (?:subsystem|system)"
    r"|your (?:e-?mail )?message .{0,120}(?:could not|was not|cannot|has not|wasn't|couldn't"
    r"|undeliver)|message-id:|smtp|mailbox"
    r"|(?:following|these) (?:address|recipient)|mail (?:server|delivery)"
    r"|original message|postmaster|e-?mail (?:has been )?quarantined"
)

AWAY_PREFIX = (
    r"^\W*(?:automatic reply|auto(?:matic)?[- ]?re(?:ply|sponse|spons)|autorespon\w*"
    r"|out of (?:the )?office auto-?reply"
    r"|abwesenheits\w*|automatische (?:antwort|reactie|afwezigheid\w*)|automatisch antwoord"
    r"|réponse automatique"
    r"|respuesta automática|resposta automática|risposta automatica|autosvar|automatiskt svar"
    r"|automatisk svar"
    r"|automaattinen vastaus|odpowiedź automatyczna|automatická odpověď|automatické odpověď"
    r"|автоответ|автоматический ответ"
    r"|automatikus válasz|otomatik yanıt|自动回复|自動回覆|自動応答|자동 회신|absence du bureau"
    r"|out of office automatic)\s*[:：\]]"
)
AWAY_SUBJECT = (
    r"out of (?:the )?office|\booo\b|\bvacation\b|on (?:annual |parental |maternity "
    r"|sick )?leave|\baway (?:from|until)|away message"
    r"|abwesen|nicht im (?:büro|haus)|urlaub|absen[ct]e|\bvacaciones\b|\bcongés?\b"
    r"|fuera de (?:la )?oficina|fora do escritório|férias"
    r"|fuori (?:sede|ufficio)|\bferie\b|afwezig|niet aanwezig|semester|poza biurem|urlop"
    r"|mimo kancelář|вне офиса|отпуск"
)
AWAY_TEXT = (
    r"\b(?:i am|i'm|i will be|i'll be|i’m|i’ll be) (?:currently |now )?(?:out of (?:the "
    r"|my )?office|away|on (?:annual |parental |maternity |sick )?(?:leave|vacation|holiday)"
    r"|travel|out)"
    r"|out of (?:the )?office (?:until|from|through|on|and|with)"
    r"|limited access to (?:my )?e-?mail|(?:annual|parental|maternity|sick) leave"
    r"|(?:bin|befinde mich) .{0,40}(?:urlaub|nicht im (?:büro|haus)|abwesend)"
    r"|nicht (?:im büro|erreichbar)|je (?:suis|serai) (?:absente?|en congés?|actuellement)"
    r"|estoy (?:fuera|de vacaciones|ausente)|estaré (?:fuera|ausente|de vacaciones)"
    r"|estou (?:de férias|fora|ausente)|sono (?:in ferie|fuori|assente)"
    r"|(?:ben|ik ben) .{0,20}(?:afwezig|niet aanwezig|met vakantie|op vakantie)"
    r"|jestem (?:na urlopie|poza)|в отпуске"
)

ROWS: tuple[KindRow, ...] = (
    _row(
        MailKind.BOUNCE, "an automatic reply that rejects (RFC 5429)", ("auto-submitted", r"^auto-.*reject")
    ),
    _row(MailKind.RECEIPT, "a read receipt (RFC 8098)", ("type", r"disposition-notification")),
    _row(MailKind.RECEIPT, "a read receipt (RFC 8098)", ("types", r"message/disposition-notification")),
    _row(
        MailKind.AUTOMATIC,
        "a spam complaint report (RFC 5965)",
        ("types", r"message/feedback-report|report-type=.?feedback"),
    ),
    _row(MailKind.AUTOMATIC, "a spam complaint report", ("subject", r"^complaint about message from")),
    _row(
        MailKind.DELAY,
        "a delivery report that says delayed (RFC 3464)",
        ("status", r"^action: *delayed"),
        ("subject", DELAYED),
    ),
    _row(
        MailKind.BOUNCE,
        "a delivery report that says failed (RFC 3464)",
        ("status", r"action: *(?:failed|failure|expired|deliverable)"),
    ),
    _row(MailKind.DELAY, "a delivery report that says delayed (RFC 3464)", ("status", r"action: *delayed")),
    _row(
        MailKind.AUTOMATIC,
        "a delivery report of success (RFC 3464)",
        ("status", r"action: *(?:delivered|relayed|expanded)"),
    ),
    _row(MailKind.DELAY, "a mail server says the mail waits", ("sender", _DAEMON), ("subject", DELAYED)),
    _row(MailKind.BOUNCE, "a delivery report (RFC 3464)", ("type", r"report-type=\W*delivery-status")),
    _row(MailKind.BOUNCE, "a delivery report (RFC 3464)", ("types", r"message/(?:global-)?delivery-status")),
    _row(MailKind.BOUNCE, "it names failed recipients", ("x-failed-recipients", r"@")),
    _row(MailKind.BOUNCE, "a mail server wrote it", ("sender", _DAEMON)),
    _row(MailKind.DELAY, "a postmaster says the mail waits", ("sender", _MASTER), ("subject", DELAYED)),
    _row(
        MailKind.BOUNCE,
        "a postmaster says it could not be delivered",
        ("sender", _MASTER),
        ("subject", FAILED),
    ),
    _row(MailKind.BOUNCE, "a postmaster says it was refused", ("sender", _MASTER), ("text", REFUSED)),
    _row(
        MailKind.BOUNCE,
        "a mail program says it was refused",
        ("sender", _SERVANT),
        ("subject", FAILED),
        ("text", REFUSED),
    ),
    _row(
        MailKind.BOUNCE,
        "nobody's address, and the subject of a bounce",
        ("sender", r"^$"),
        ("subject", FAILED),
    ),
    _row(
        MailKind.BOUNCE,
        "null return path, and the subject of a bounce",
        ("return-path", r"^<>$"),
        ("subject", FAILED),
    ),
    _row(
        MailKind.BOUNCE,
        "null return path, and words of a bounce",
        ("return-path", r"^<(?:mailer-daemon\b.*)?>$"),
        ("text", REFUSED),
        ("auto-submitted", r"^(?!auto-)"),
    ),
    _row(
        MailKind.AUTOMATIC,
        "a service reports a delivery",
        ("text", r'(?:notification|event)type\\?"\s*:\s*\\?"(?:delivery|send|complaint)'),
    ),
    _row(
        MailKind.BOUNCE,
        "a service reports a bounce",
        ("text", r'(?:notification|event)type\\?"\s*:\s*\\?"bounce'),
    ),
    _row(
        MailKind.BOUNCE,
        "the return path of a bounce",
        ("return-path", r"^<mailer-daemon"),
        ("subject", FAILED),
    ),
    _row(
        MailKind.BOUNCE,
        "a mailing list refused it",
        ("subject", r"^you .{0,100} are not (?:a )?member"),
        ("sender", r"-admin$|list"),
    ),
    _row(
        MailKind.BOUNCE,
        "the subject and the words of a bounce",
        ("subject", rf"^\W*(?:auto\w*:? )?(?:mail |your message |message |e-?mail )?(?:{FAILED})"),
        ("text", REFUSED),
        ("text", SERVER_WORDS),
        ("in-reply-to", r"^$"),
    ),
    _row(
        MailKind.AWAY,
        "an automatic reply of Exchange",
        ("x-auto-response-suppress", r"all"),
        ("subject", AWAY_PREFIX),
    ),
    _row(
        MailKind.AWAY,
        "an automatic reply (RFC 3834) that says away",
        ("auto-submitted", r"^auto-"),
        ("subject", f"{AWAY_PREFIX}|{AWAY_SUBJECT}"),
    ),
    _row(
        MailKind.AWAY,
        "an automatic reply (RFC 3834) that says away",
        ("auto-submitted", r"^auto-(?!gen)"),
        ("text", AWAY_TEXT),
    ),
    _row(MailKind.AWAY, "a vacation program wrote it", ("precedence", r"auto[-_]?reply"), ("text", "")),
    _row(MailKind.AWAY, "an automatic reply that says away", ("x-autoreply", r"."), ("text", AWAY_TEXT)),
    _row(
        MailKind.AWAY, "null return path, and words of absence", ("return-path", r"^<>$"), ("text", AWAY_TEXT)
    ),
    _row(MailKind.AUTOMATIC, "automatic mail (RFC 3834)", ("auto-submitted", r"^auto-")),
    _row(MailKind.AUTOMATIC, "an automatic reply of its mail server", ("autoreply", r".")),
    _row(MailKind.AUTOMATIC, "null return path", ("return-path", r"^<(?:null)?>$")),
    _row(MailKind.AWAY, "the subject of an automatic reply", ("subject", AWAY_PREFIX)),
    _row(
        MailKind.AWAY,
        "subject and words of absence, and bulk",
        ("precedence", r"bulk|junk"),
        ("subject", AWAY_SUBJECT),
        ("text", AWAY_TEXT),
    ),
    _row(MailKind.LIST, "a mailing list (RFC 2919)", ("list-id", r".")),
    _row(MailKind.LIST, "a mailing list (RFC 2369)", ("list-post", r"@"), ("list-unsubscribe", r".")),
    _row(MailKind.LIST, "precedence of a list", ("precedence", r"list")),
    _row(MailKind.AUTOMATIC, "bulk mail", ("precedence", r"bulk|junk")),
    _row(MailKind.AUTOMATIC, "bulk mail", ("list-unsubscribe", r"."), ("feedback-id", r".")),
)

# Fields by which mail servers mark an automatic reply; they are read as one place, `autoreply`.
AUTOREPLY_FIELDS = (
    "x-autoreply",
    "x-autorespond",
    "x-autoreply-from",
    "x-mail-autoreply",
    "x-vacation",
    "x-ms-exchange-inbox-rules-loop",
)
