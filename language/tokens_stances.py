"""Phrases that say something of the due date without being one, folded.

Rows as in `tokens_lexicon`: "open" for no date wanted, "urgent", and "vague"
for a date that is still to be set.
"""

from itertools import product

STANCES = """
open 0: no rush | all the time you need | all the time you want | anytime | any time is fine
    | any time will do | no date set | as long as you need
    | take as long as you like
    | whenever suits | whenever suits you | whenever it suits | in no rush | in no hurry
    | no need to rush | no need to hurry
    | no hurry | no particular rush | not in a rush | not in a hurry | no great rush
    | no big rush | not in any rush | not in any hurry | no real rush | no huge rush | no deadline
    | no due date | no particular deadline | no fixed deadline | no real deadline | no set deadline
    | no hard deadline | no specific deadline | no time limit | no time pressure | no due | no fixed date
    | no specific date | no target date | no set date | no strict deadline | no firm deadline | no end date
    | no specific due date | no particular due date | not urgent | isn't urgent | not at all urgent
    | nothing urgent | non-urgent | not time sensitive | not time-sensitive | not pressing | not a priority
    | low priority | no urgency | whenever | whenever you can | whenever you like | when you can
    | when you have time | when you get a chance | when you get time | when you have a moment
    | when you get a moment | when you have a minute | when you have a chance | when you get round to it
    | when you get around to it | when time permits | when you are free | when you're free | as and when
    | as time permits | as time allows | if you have time | in your own time | in your spare time
    | in your free time | at your own pace | take your time | at your convenience | at your leisure
    | at your own convenience | someday | some day | one of these days | eventually | soonish | flexible
    | open-ended | open ended | can wait | at some point | somewhere down the line | in due course
    | sin prisa | sin prisas | no corre prisa | cuando puedas | sin urgencia | no es urgente | no hay prisa
    | pas presse | pas urgent | rien d'urgent | rien ne presse | quand tu peux | quand vous pouvez
    | sans urgence | pas d'urgence | ca ne presse pas | a l'occasion | quand tu as le temps | keine eile
    | nicht eilig | eilt nicht | hat zeit | ohne eile | nicht dringend | kein stress | wenn du zeit hast
    | bei gelegenheit | wann immer | wenn sie zeit haben | sem pressa | assim que puder | irgendwann
    | wann du willst | wann sie wollen | no urge | no es urgente
    | quando puder | sem urgencia
    | nao e urgente | nao ha pressa | quando der | nao tem pressa
urgent 0: asap | a s a p | as soon as possible | soonest | the soonest | as soon as you can
    | as quickly as possible | as fast as possible | as fast as you can | as quickly as you can
    | as early as possible | urgent | urgently | immediately | right away | straight away | straightaway
    | at once | pronto | at the earliest | at your earliest | at your earliest convenience
    | earliest convenience | at earliest | top priority | high priority | highest priority | super urgent
    | very urgent | rush job | stat | without delay | first priority | the sooner the better
    | soon as you can | soon as possible | rush | urgente | lo antes posible | cuanto antes
    | lo mas pronto posible | de inmediato | con urgencia | des que possible | au plus vite
    | le plus vite possible | le plus tot possible | au plus tot | en urgence | so bald wie moglich
    | sobald wie moglich | schnellstmoglich | so schnell wie moglich | dringend | eilt | eilig | umgehend
    | sofort | baldmoglichst | moglichst bald | o quanto antes | o mais rapido possivel | com urgencia
    | assim que possivel | quanto antes | imediatamente
vague 0: tbd | tba | tbc | to be determined | to be decided | to be confirmed | to be announced
    | to be advised | to be agreed | to be discussed | to be set | to follow | not sure yet | not known yet
    | unknown | pending | will let you know | will advise | will confirm | date to come | not yet known
    | undecided | t b d | t b a | por confirmar | por definir | a definir | a confirmar | a combinar
    | wird noch bekannt gegeben | offen | noch offen | noch unklar | a preciser
"""

# "when you have a spare moment", "no firm deadline": each phrase of one list with each of the other.
_HAVE = "when you have | when you get | when you find | whenever you have | if you have | once you have"
_TIME = """time | a moment | a minute | a chance | a second | a sec | a spare moment | a spare minute
| some time | a free moment"""
_NO = """no | no real | no firm | no fixed | no hard | no strict | no set | no particular | no specific
| no official | no big | no great"""
_DATES = """deadline | due date | rush | hurry | time limit | time pressure | target date | end date
| pressure | stress | pressure at all | rush at all | hurry at all | rush whatsoever"""


def _each(heads: str, tails: str) -> list[str]:
    lists = ([" ".join(part.split()) for part in text.split("|")] for text in (heads, tails))
    return [" ".join(words) for words in product(*lists)]


COMBINED = "open 0: " + " | ".join([*_each(_HAVE, _TIME), *_each(_NO, _DATES)])
