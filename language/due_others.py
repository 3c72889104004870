"""The words around a date that is nobody's due date.

Tables as in `due_words`: what leads to a date from which something runs or at
which it happens, other meanings of "by" and "due", and what keeps a thing as
it is until a day.
"""

# A date behind these is not the one meant: where it comes from, or what it is not.
NOT_LED = r"""
from | since | after | instead of | rather than | than | of | dated | last | every | each | not | as of
per | about | starting | beginning | between | started | began | begins | starts | effective | and not
through | thru | posted | sold | born | version | room | page | only | off | against | from before
not until | not before | never before | placed (?:by|before) | dated before | received (?:by|before)
hired by | up from | (?:older|earlier|sooner) than | desde | seit | ab | depuis | a partir de
(?:not|n't|don't|doesn't|needn't|never|nothing|nobody|no need) (?:[a-z]+ ){0,6}(?:before|until|till|by)
great | nice | good | happy | lovely | wonderful | fantastic | merry | enjoy | pleasant
"""
# With these before the date it is never meant, whatever else is said.
NEGATED_DAYS = r"(?:before|until|till|by|on|for|at)"
NEGATED = r"""
(?:not|n't|don't|doesn't|do not|does not|isn't|needn't|won't)(?: [a-z]+)? (?:need|needed|required|due) DAYS
(?:not|don't|doesn't|won't|needn't|no need|nobody has)(?: need| have| has)? to (?:[a-z]+ ){0,6}DAYS
(?:not|don't|doesn't|won't|isn't) DAYS
(?:no earlier|not earlier|no sooner|not sooner|not any earlier) than
it is | it's | it was | it is now | it's already | it's almost | it's only | today is | tomorrow is
"""
POSITIVE = r"""
(?:no|not) (?:later|more|after|beyond|longer) | (?<!not )due | deadline | sooner | needed | latest | why not
(?:must|to|should|shall) be
(?:in|within|by) (?:about|around) | (?:in|within) (?:less|no more|not more) than
can't wait | cannot wait | don't (?:wait|need)
"""

# Words before "by" that make it another "by", and before "due" that make it another "due".
OTHER_BY = r"""
(?:stop|stops|stopped|stopping|drop|drops|dropped|come|comes|came|coming|swing|pass|passed|passes) BY
(?:see|meet|known|sit|stay|close|near|passing|popping|pop|pops|fly|flies) BY
(?:go|goes|went|stand|standing|abide|walk|walked|day|year|month|week|little|off|placed|ordered) BY
(?:published|written|designed|drawn|painted|signed|owned|founded|directed|composed|produced|authored) BY
(?:run|led|hosted|taught|photographed|edited|book|booked|sponsored|powered) BY
"""
AWAY = r"""
(?:reach|call|find|contact|catch|phone|text) (?:me|us|him|her|them) AWAY
(?:available|reachable|free|open|closed|away|out|here|around|busy|on leave|on vacation|on holiday) AWAY
"""
AWAY_END = r"(?:[^ ]+ ){0,3}(?:until|till|til|before|from)(?: the)?"
THANKED = (
    "thanks for | thank you for | thx for | sorry for | sorry about | glad | great job | good job | well done"
)
# What is to stay as it is until a day, or goes on until then, is not to be done by it.
LASTING = r"""
(?:keep|keeps|hold|wait|leave|stay|run|show|display|pause|block|remain|extend|postpone|delay|reserve) UNTIL
(?:rent|park|suspend|mute|snooze|close|use|valid|good|continue|stop|live|sleep|travel|refrain|work) UNTIL
(?:run|runs|running|held|kept|extended|postponed|delayed|paused|reserved|blocked|lasts?|continues?) UNTIL
(?:offer|offers|sale|discount|off|promo|promotion|coupon|special|price|prices|open|closed) UNTIL
(?:stand by|stand-by|standby|sit tight|hang on|stand) UNTIL
from (?:[^ .]+ ){1,6}(?:until|till|til|to|bis|hasta|ate|jusqu'a|jusqu'au)(?: the)?
"""
LASTING_UNTIL = r"(?:[^ .]+ ){0,6}(?:until|till|til|bis|hasta|ate|jusqu'a|jusqu'au)(?: the)?"
# A meeting with somebody is at its hour, and not due by it.
PRESENT = r"""
(?:please|you|everyone|everybody|guests|kindly) be (?:here|there|in|at|back|home|around|on site|ready to)
(?:see|meet|join|visit|talk to|speak to|speak with|talk with) (?:you|me|us|him|her|them)
(?:i|we|you|i'd|we'd) (?:[a-z]+ ){0,2}to (?:meet|talk|speak|chat|attend|visit|watch|see (?:the|a|my|your|an))
(?:i|we|you|i'd|we'd) (?:[a-z]+ ){0,2}(?:to|must|should) be (?:at|in|there|here|back|home|on site)
you to be (?:at|in|there|here|back|home|on site)
remind (?:me|us|him|her|them)
"""
PAST_DUE = r"""
(?:deadline|due date|due) (?:was|were|had been)(?: (?:on|for|the|originally|by|at))*
(?:was|were|had been) due(?: (?:on|for|the|originally|by|at))*
(?:old|original|previous|earlier) (?:deadline|due date)(?: (?:of|on|was|is|:))*
"""
OTHER_BY_END = (
    r"(?:(?:it|them|this|that|here|me|us) )?by(?: (?:the|on|at|for|around|about|again|next|this|later))*"
)
BY_COUNT = r"""
(?:increased?|decreased?|reduced?|raised?|cuts?|multiply|divided?|up|down|grew|fell|rose) COUNT
(?:side|one|two|three|four|[a-z]{2,12}er|more|less|moved?|shift|adjust|\d+) COUNT
"""
BY_COUNT_END = r"(?:[^ ]+ ){0,2}by(?: the)?"
MONEY_DUE = r"""
(?:amount|balance|payments?|rent|invoices?|bills?|fees?|tax|taxes|premium|dues|installment|instalment) DUE
(?:interest|money|total|sum|subscription|mortgage|loan|deposit|refund|salary|wages|insurance) DUE
(?:factura|pago|alquiler|recibo|rechnung|miete|facture|loyer|fatura|aluguel|boleto|cuota) DUE
(?:past|over|was|were|baby|pregnant|flight|plane|train|bus|ferry|package|parcel|shipment|courier) DUE
(?:registration|license|licence|membership|tuition|renewal|library|inspection|checkup|check-up|vaccine) DUE
(?:visit|visits|storm|rain|snow|visitor|visitors|guest|guests|lease|warranty|service|dividend|reward) DUE
(?:commission|credit|credits|apology|thanks|raise|promotion|he|she|they|wife|sister|daughter) DUE
(?:tax|taxes|contest|application|applications|registration|enrollment|enrolment|voting|rsvp|filing) LINE
(?:entry|entries|early-bird|early bird|booking|signup|sign-up|visa|passport|grant|scholarship|trade) LINE
(?:transfer|ballot|his|her|their) LINE
(?!today|tomorrow|tonight|week|month|let|it|that|this|what|here|mon|tue|wed|thu|fri|sat|sun)[a-z]+'s LINE
(?:deadline|cut-off|due date) (?:for|of|to) (?:applications?|entries|registration|voting|taxes) LAST
(?:set|update|edit|enter|fill in|about|discuss|discussing|extend) (?:the |a |your |our |my )?LINE
(?:forget|change|move|ask for|confirm) (?:the |a |your |our |my )?LINE
due (?:to(?! (?:me|us|him|her|them|go|land))|out|diligence|process|course|respect)
"""
MONEY_DUE_END = r"(?:(?![,;:.] )[^ ]+ ){0,3}(?:due|fallig|vence)"
MONEY_DUE_LINE = r"(?:deadline|deadlines|cut-off|cutoff|due date)"
MONEY_DUE_LAST = r"(?:is|:|on|ends|by|-)"
# Behind these a number is a place in a text, a size or a reference.
NUMBERED = """
section | chapter | paragraph | figure | fig | item | unit | suite | apt | apartment | size | release | build
line | lot | row | bin | exit | gate | route | highway | sec | art | article | clause | ticket | no | nr | ref
number | version | v | page | pages | p | pp | room | floor | level | step | part | phase | volume | vol
model
question | table | slide | slides | track | channel | bus | platform | flight | episode | season | week's
"""
EVENTS = r"""
meeting | meetings | call | webinar | party | conference | appointment | lunch | dinner | interview | flight
event | training | wedding | demo | show | sale | concert | exam | reunion | session | class | course
workshop | visit | delivery | launch | festival | game | match | seminar | ceremony | table | reservation
reminder | ride | taxi | cab | seat | slot | sitter | babysitter | driver | day off | time off | shift
"""

# A sentence that is to be passed on to others: "..., mention it in the newsletter".
RELAYED = r"""
(?:mention|add|put|include|note|announce|say|write|print|post|repeat) (?:it|this|that|these)
(?:to|and|you) (?:win|save|get (?:the|a|it|your|\d+)|qualify|receive) | for (?:same|next) day | to enter
or so i | i heard | apparently | supposedly | but i doubt | not sure | i'm told
(?:to be|and be) entered | or (?:you|they|we) (?:will |'ll )?(?:lose|miss) | for free
(?:mention|add|put|include|announce) (?:the|a) (?:line|note|sentence|reminder)
"""

# Somebody's words told on, and the duties of many: "he said he needs it", "members must register".
REPORTED = r"""
you (?:can|should|will|may|might|could) (?:also )?(?:expect|receive|reach|get (?!to )|see|hear|find|collect)
^(?:please )?expect (?:it|them|this|delivery|an?|the|your|our|us|me)
whether | (?:check|confirm|verify|note|remember|aware|know|tell (?:me|us|him|her|them)) that
(?:he|she|they|it) (?:also )?(?:said|says|told|thinks|claims|claimed|wrote|asked|mentioned|thought)
"""
OTHERS_DUTY = r"""
(?:the|a|our|my|his|her|their) [a-z]+(?: [a-z]+)? (?:wants?|expects?|needs?) (?:the|an?|her|their|new)
(?:(?:all|the|our|any|new|most) ){0,2}[a-z]{3,}s (?:must|should|need to|have to|may|can|will) ITSELF [a-z]+
(?:(?:the|your|all|any) )?(?:dues|rent|fees?|payments?|bills?|taxes|deposit|balance) (?:must|should|have) .*
"""
OTHERS_DUTY_ITSELF = "(?!be|go|reach|arrive|get|come|look|include|match|work|fit|have|land|hit)"
# Behind these and a colon stand words that are to be written or told.
QUOTING = "write | type | say | announce | add | inform | notify | email | read | reads | says"
