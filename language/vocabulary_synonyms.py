"""How people write the command words: other forms, other languages.

Each is a whole line, folded (`language.folding.fold`): lower case, no accents,
straight apostrophes. Of German, Spanish, French and Portuguese there are the
commonest words. Wordings that need a grammar are in `phrases`.
"""

from itertools import product

_MOVED = "extend | move | push | postpone | shift | change | set | reschedule | bring"
_DATE_OF_IT = "deadline | the deadline | due date | the due date | due"
_TO = "to | until | till | back to | out to | forward to"


def _each(*classes: str) -> str:
    """Every form with one word of each class: "extend the deadline to"."""
    split = [[word.strip() for word in each.split("|")] for each in classes]
    return " | ".join(" ".join(words) for words in product(*split))


SYNONYMS: dict[str, str] = {
    "accept": (
        "accepted | i accept | accepting | angenommen | annehmen | ich nehme an | akzeptiert | zusage "
        "| acepto | aceptar | aceptado | aceptada | j'accepte | accepter | accepte | acceptee | "
        "aceito | aceitar | aceite"
    ),
    "decline": (
        "declined | i decline | ablehnen | abgelehnt | ich lehne ab | absage | rechazo | rechazar | "
        "rechazado | refuser | refuse | je refuse | recuso | recusar | recusado"
    ),
    "question": (
        "q | questions | my question | frage | fragen | ruckfrage | pregunta | preguntas | duda | "
        "dudas | pergunta | perguntas | duvida | duvidas"
    ),
    "blocked": (
        "block | stuck | i'm blocked | i am blocked | i'm stuck | on hold waiting | blockiert | "
        "blockade | bloqueado | bloqueada | atascado | bloque | bloquee | travado"
    ),
    "unblocked": (
        "unblock | not blocked | no longer blocked | nicht mehr blockiert | desbloqueado | "
        "desbloqueada | debloque"
    ),
    "eta": (
        "new eta | eta is | eta is now | eta now is | my eta is | my eta | my new eta is | new eta is |"
        " eta now | delivery date | delivery by | deliver by | ready by | ready on | done by | finished"
        " by | expected by | termin | neuer termin | liefertermin | fecha | nueva fecha | nova data | date "
        "| new date | nouvelle date | revised eta | updated eta | eta moved to | eta changed to"
    ),
    "progress": (
        "% done | percent done | % complete | percent complete | fortschritt | progreso | avance | "
        "progres | avancement | progresso"
    ),
    "hours": (
        "hour | time | spend | spent | time spent | worked | log | logged | total time | total hours "
        "| total time spent | hours worked | hours spent | stunden | zeit | horas | tiempo | heures | "
        "temps | tempo"
    ),
    "done": (
        "finished | all done | it's done | its done | completed | complete | task done | task "
        "completed | task complete | job done | i'm done | i am done | done and dusted | fertig | "
        "erledigt | ist erledigt | ist fertig | abgeschlossen | hecho | listo | terminado | terminada "
        "| termine | ya esta | esta listo | esta hecho | fait | c'est fait | fini | c'est fini | "
        "feito | esta feito | esta pronto | concluido | concluida | terminei"
    ),
    "reopen": "not done | undone | not done after all | not done yet after all | undo done | reopened",
    "check": "checked | tick | ticked | ticked off | check off | checked off",
    "step": "add step | new step",
    "invoice": (
        "my invoice | invoice total | invoiced | bill | my bill | rechnung | factura | facture | fatura"
    ),
    "approve": (
        "approved | i approve | genehmigt | freigegeben | freigabe | abgenommen | genehmigen | "
        "freigeben | aprobado | aprobada | apruebo | aprobar | approuve | approuvee | approuver | "
        "valide | validee | aprovado | aprovada | aprovo | aprovar"
    ),
    "redo": (
        "re-do | redo it | redo this | please redo | sent back | send back | nochmal | noch mal | "
        "noch einmal | uberarbeiten | nachbessern | rehacer | repetir | refaire | a refaire | a "
        "revoir | refazer"
    ),
    "due": f"{_each(_MOVED, _DATE_OF_IT, _TO)} | "
    + (
        "deadline | new deadline | due date | new due | new due date | due by | due on | extend to | "
        "extend until | extend till | extended to | extended until | extension to | extension until | "
        "move to | moved to | postpone to | postpone until | reschedule to | fallig | fallig am | "
        "frist | neue frist | abgabe | plazo | nuevo plazo | fecha limite | vence | fecha de entrega "
        "| echeance | delai | date limite | prazo | novo prazo | data limite"
    ),
    "assign": (
        "assign to | reassign | reassign to | re-assign to | assigned to | zuweisen | zuweisen an | "
        "asignar a | reasignar a | assigner a | reassigner a | atribuir a"
    ),
    "cancel": (
        "cancelled | canceled | cancel task | cancel this task | cancel the task | cancel this | "
        "cancel it | abbrechen | stornieren | storniert | abgebrochen | cancelar | cancelado | "
        "cancelada | anular | annuler | annule | annulee"
    ),
    "paid": "bezahlt | pagado | pagada | paye | payee | pago",
    "hold": "on hold | put on hold | pause | paused",
    "resume": "resumed | unhold | unpause | continue | off hold",
    "pass on": "pass it on | passon | pass-on | pass this on | let it through",
    "new task": "newtask | new-task | neue aufgabe | nueva tarea | nouvelle tache | nova tarefa",
    "split": "split it | split them",
    "one": "one task | keep as one | keep it as one | as one",
    "send as is": "send it as is | send as-is | send unmasked",
    "title": "new title | rename to | titel | titulo | titre",
    "priority": "prio | prioritat | prioridad | priorite | prioridade",
    "remind": "reminders | no reminders",
    "nudge": "nudge now | nudge her | nudge him | nudge them | remind now | send a reminder",
    "status": "list | status update | status report | status please | statut | estado | estatus | etat",
    "digest": "send digest | digest now",
    "snooze": "snooze digest | digest snooze",
    "away": "ooo | out of office",
    "help": "hilfe | ayuda | aide | ajuda | commands | hulp",
    "start": "subscribe | i am back | i'm back | back again",
    "stop": "unsubscribe | stopp | abmelden | abbestellen | desuscribir | desabonner",
}
