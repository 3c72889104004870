"""The command words: which there are, whose they are, what they cost.

Everything that knows a word by name reads it here: the reader of replies, the
letters' help line, the core where it asks before it acts. A new word is one
row here and one row in tests/language/cases.

Synonyms are whole one-line forms, folded (`language.folding.fold`): lower case, no
accents, straight apostrophes. Wordings that need a grammar are in `phrases`.
"""

from dataclasses import dataclass
from enum import StrEnum


class Argument(StrEnum):
    """What may follow a word. Without a mark (a colon or a dash) it may only
    follow if it has the right shape; TEXT always needs the mark."""

    NONE = "none"
    TEXT = "text"
    NUMBER = "number"  # a percentage, "60"
    HOURS = "hours"  # "2.5"
    MONEY = "money"  # "62.50 USD"
    DUE = "due"
    PERSON = "person"
    LIST = "list"  # numbers "1,3", or texts joined by semicolons
    SPAN = "span"  # "until Monday, ask Maria"
    MESSAGE = "person and text"
    LEVEL = "level"  # high, low, 1


class Cost(StrEnum):
    """What a misreading costs. Phrases act where it is harmless or undoable
    and only ask where it is costly (language.md)."""

    HARMLESS = "harmless"
    UNDOABLE = "undoable"
    COSTLY = "costly"


@dataclass(frozen=True, slots=True)
class Word:
    """One command word. `undo` is the word that takes it back ("" if none does).
    `proposes` is the word it becomes when a contractor writes an owner's word.
    `negatable`: "done: not yet" unsays it. `asks`: may end in a question mark."""

    name: str
    roles: frozenset[str]
    argument: Argument
    cost: Cost
    undo: str
    help: str
    synonyms: tuple[str, ...] = ()
    proposes: str = ""
    negatable: bool = False
    asks: bool = False


OWNER = frozenset({"owner"})
CONTRACTOR = frozenset({"contractor"})
BOTH = OWNER | CONTRACTOR
HARMLESS, UNDOABLE, COSTLY = Cost


def _forms(line: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in line.split("|"))


WORDS: tuple[Word, ...] = (
    # The contractor's words.
    Word(
        "accept", CONTRACTOR, Argument.TEXT, HARMLESS, "decline", "I do this task.",
        _forms("accepted | i accept | accepting | angenommen | annehmen | ich nehme an | akzeptiert | zusage"
               " | acepto | aceptar | aceptado | aceptada | j'accepte | accepter | accepte | acceptee"
               " | aceito | aceitar | aceite"),
        negatable=True,
    ),
    Word(
        "decline", CONTRACTOR, Argument.TEXT, UNDOABLE, "accept", "I cannot do it, and why.",
        _forms("declined | i decline | ablehnen | abgelehnt | ich lehne ab | absage | rechazo | rechazar | rechazado"
               " | refuser | refuse | je refuse | recuso | recusar | recusado"),
    ),
    Word(
        "question", CONTRACTOR, Argument.TEXT, HARMLESS, "", "A question for the owner.",
        _forms("q | questions | my question | frage | fragen | ruckfrage | pregunta | preguntas | duda | dudas"
               " | pergunta | perguntas | duvida | duvidas"),
    ),
    Word(
        "blocked", CONTRACTOR, Argument.TEXT, HARMLESS, "unblocked", "I cannot go on, and why.",
        _forms("block | stuck | i'm blocked | i am blocked | i'm stuck | on hold waiting | blockiert | blockade"
               " | bloqueado | bloqueada | atascado | bloque | bloquee | travado"),
    ),
    Word(
        "unblocked", CONTRACTOR, Argument.TEXT, HARMLESS, "blocked", "I can go on again.",
        _forms("unblock | not blocked | no longer blocked | nicht mehr blockiert | desbloqueado | desbloqueada | debloque"),
        negatable=True,
    ),
    Word(
        "eta", CONTRACTOR, Argument.DUE, HARMLESS, "eta", "When I can have it.",
        _forms("new eta | eta is | new eta is | eta now | revised eta | updated eta | eta moved to | eta changed to"),
    ),
    Word(
        "progress", CONTRACTOR, Argument.NUMBER, HARMLESS, "progress", "How far I am, in percent.",
        _forms("% done | percent done | % complete | percent complete | fortschritt | progreso | avance | progres"
               " | avancement | progresso"),
    ),
    Word(
        "hours", CONTRACTOR, Argument.HOURS, HARMLESS, "", "Time worked, added up.",
        _forms("hour | time | spend | spent | time spent | worked | log | logged | total time | total hours | total time spent"
               " | hours worked | hours spent | stunden | zeit | horas | tiempo | heures | temps | tempo"),
    ),
    Word(
        "done", CONTRACTOR, Argument.TEXT, UNDOABLE, "not done", "It is finished and handed in.",
        _forms("finished | all done | it's done | its done | completed | complete | task done | task completed"
               " | task complete | job done | i'm done | i am done | done and dusted | fertig | erledigt | ist erledigt"
               " | ist fertig | abgeschlossen | hecho | listo | terminado | terminada | termine | ya esta"
               " | esta listo | esta hecho | fait | c'est fait | fini | c'est fini | feito | esta feito"
               " | esta pronto | concluido | concluida | terminei"),
        negatable=True,
    ),
    Word(
        "reopen", CONTRACTOR, Argument.TEXT, UNDOABLE, "done", "It is not done after all.",
        _forms("not done | undone | not done after all | not done yet after all | undo done | reopened"),
    ),
    Word(
        "check", CONTRACTOR, Argument.LIST, UNDOABLE, "", "Steps that are ticked off.",
        _forms("checked | tick | ticked | ticked off | check off | checked off"),
    ),
    Word("step", CONTRACTOR, Argument.TEXT, HARMLESS, "", "A step to add to the list.", _forms("add step | new step")),
    Word(
        "invoice", CONTRACTOR, Argument.MONEY, UNDOABLE, "invoice", "What I charge.",
        _forms("my invoice | invoice total | invoiced | bill | my bill | rechnung | factura | facture | fatura"),
    ),
    # The owner's words.
    Word(
        "approve", OWNER, Argument.TEXT, UNDOABLE, "redo", "It is good; the task is closed.",
        _forms("approved | i approve | genehmigt | freigegeben | freigabe | abgenommen | genehmigen | freigeben | aprobado"
               " | aprobada | apruebo | aprobar | approuve | approuvee | approuver | valide | validee | aprovado"
               " | aprovada | aprovo | aprovar"),
        negatable=True,
    ),
    Word(
        "redo", OWNER, Argument.TEXT, UNDOABLE, "approve", "Sent back, and why.",
        _forms("re-do | redo it | redo this | please redo | sent back | send back | nochmal | noch mal | noch einmal"
               " | uberarbeiten | nachbessern | rehacer | repetir | refaire | a refaire | a revoir | refazer"),
    ),
    Word(
        "due", OWNER, Argument.DUE, UNDOABLE, "due", "The date that holds.",
        _forms("deadline | new deadline | due date | new due | new due date | due by | due on | extend to | extend until"
               " | extend till | extended to | extended until | extension to | extension until | move to | moved to"
               " | postpone to | postpone until | reschedule to | fallig | fallig am | frist | neue frist | abgabe"
               " | plazo | nuevo plazo | fecha limite | vence | fecha de entrega | echeance | delai | date limite"
               " | prazo | novo prazo | data limite"),
        proposes="eta",
    ),
    Word(
        "assign", OWNER, Argument.PERSON, COSTLY, "assign", "Who does it from now on.",
        _forms("assign to | reassign | reassign to | re-assign to | assigned to | zuweisen | zuweisen an | asignar a"
               " | reasignar a | assigner a | reassigner a | atribuir a"),
    ),
    Word(
        "cancel", OWNER, Argument.TEXT, COSTLY, "new task", "The task is called off.",
        _forms("cancelled | canceled | cancel task | cancel this task | cancel the task | cancel this | cancel it | abbrechen"
               " | stornieren | storniert | abgebrochen | cancelar | cancelado | cancelada | anular | annuler | annule"
               " | annulee"),
        negatable=True,
    ),
    Word(
        "paid", OWNER, Argument.MONEY, COSTLY, "", "A bill is paid.",
        _forms("bezahlt | pagado | pagada | paye | payee | pago"),
        negatable=True,
    ),
    Word("hold", OWNER, Argument.SPAN, UNDOABLE, "resume", "Work rests.", _forms("on hold | put on hold | pause | paused")),
    Word("resume", OWNER, Argument.TEXT, UNDOABLE, "hold", "Work goes on.",
         _forms("resumed | unhold | unpause | continue | off hold"), negatable=True),
    Word("tell", OWNER, Argument.MESSAGE, UNDOABLE, "", "Passes words on: tell Joy: thank you."),
    Word("fine", OWNER, Argument.TEXT, UNDOABLE, "", "I know that work goes on.", negatable=True),
    Word("pass on", OWNER, Argument.NONE, UNDOABLE, "drop", "Let this held mail through, once.",
         _forms("pass it on | passon | pass-on | pass this on | let it through")),
    Word("always", OWNER, Argument.NONE, COSTLY, "", "Let this address through from now on."),
    Word("drop", OWNER, Argument.NONE, UNDOABLE, "pass on", "Leave this held mail where it is."),
    Word("new task", OWNER, Argument.TEXT, UNDOABLE, "cancel", "Make a task of its own of this mail.",
         _forms("newtask | new-task | neue aufgabe | nueva tarea | nouvelle tache | nova tarefa")),
    Word("split", OWNER, Argument.NONE, UNDOABLE, "one", "Make one task of each part.", _forms("split it | split them")),
    Word("one", OWNER, Argument.NONE, UNDOABLE, "split", "Leave it one task.",
         _forms("one task | keep as one | keep it as one | as one")),
    Word("send as is", OWNER, Argument.NONE, COSTLY, "", "Send it with what was masked.",
         _forms("send it as is | send as-is | send unmasked")),
    Word("title", OWNER, Argument.TEXT, HARMLESS, "title", "What the task is called.",
         _forms("new title | rename to | titel | titulo | titre")),
    Word("priority", OWNER, Argument.LEVEL, HARMLESS, "priority", "How urgent it is.", _forms("prio | prioritat | prioridad | priorite | prioridade")),
    Word("nudge", OWNER, Argument.NONE, HARMLESS, "", "Ask the contractor now.",
         _forms("nudge now | nudge her | nudge him | nudge them | remind now | send a reminder")),
    # Everybody's words.
    Word("status", BOTH, Argument.NONE, HARMLESS, "", "How things stand.",
         _forms("status update | status report | status please | statut | estado | estatus | etat"), asks=True),
    Word("digest", BOTH, Argument.NONE, HARMLESS, "", "The digest, now.", _forms("send digest | digest now"), asks=True),
    Word("snooze", BOTH, Argument.SPAN, HARMLESS, "digest", "No digest for a while.", _forms("snooze digest | digest snooze")),
    Word("away", BOTH, Argument.SPAN, HARMLESS, "start", "I am away: away until Monday, ask Maria.", _forms("ooo | out of office")),
    Word("help", BOTH, Argument.NONE, HARMLESS, "", "This page.",
         _forms("hilfe | ayuda | aide | ajuda | commands | hulp"), asks=True),
    Word("start", BOTH, Argument.NONE, HARMLESS, "stop", "Letters again after stop.", _forms("subscribe")),
    Word("stop", BOTH, Argument.NONE, COSTLY, "start", "No more letters.",
         _forms("unsubscribe | stopp | abmelden | abbestellen | desuscribir | desabonner")),
)

_BY_NAME = {row.name: row for row in WORDS}
_BY_FORM = {form: row for row in WORDS for form in (row.name, *row.synonyms)}
LONGEST_FORM = max(form.count(" ") + 1 for form in _BY_FORM)  # in words


def word(name: str) -> Word:
    """The row of a word by its canonical name. An unknown name is our bug: KeyError."""
    return _BY_NAME[name]


def find_form(folded: str) -> Word | None:
    """The row whose name or synonym this folded text is, if any."""
    return _BY_FORM.get(folded)
