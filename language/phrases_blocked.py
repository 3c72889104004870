"""How contractors say that they cannot go on, can again, or have to ask."""

from language.phrases import Phrase, row
from language.phrases_arguments import its_text
from language.phrases_classes import BY_A_DAY, CANNOT, I_AM, NOTHING, OTHERS, WE

_NEEDED = (
    r"(?:access|permissions?|logins?|password|credentials|keys?|files?|link|address|photos?|pictures?"
    r"|logo|list|template|numbers?|script|approval)"
)

BLOCKED: tuple[Phrase, ...] = (
    row(
        "blocked",
        rf"(?:{I_AM} |it's |it is |everything is |the task is |this is |work is )?(?:still "
        rf"|currently |now |completely |totally |a bit |kind of "
        rf"|really )?(?:blocked|stuck|held up|locked out)(?=$|[,;.:!]| (?:on|with|by|because|as|at|here"
        rf"|since|again|until|and|right|now|due))",
        "any ?more|no more|no longer",
    ),
    row(
        "blocked",
        rf"(?:but |so )?(?:{WE}(?:'m| am|'re| are)? ?)?(?:still )?{CANNOT} (?:proceed|continue|go on"
        rf"|go any further|move (?:on|forward|ahead)|start|begin|finish|progress|access|open|log ?in"
        rf"|log into|sign in|get (?:in|into|access|past|through)|reach (?:the|your)|find (?:the|your)"
        rf"|download|view|connect|print|call|upload|save|export|install|test|edit|scan|read (?:the|your"
        rf"|it)|log on"
        rf"|do (?:anything|more|the|any)|work (?:on|any|until|without)|send (?:it|them|the)|see (?:the"
        rf"|your|any)|enter (?:the|it)"
        rf"|reach (?:him|her|them|anyone|anybody)|use (?:the|it|your))\b",
        rf"the client can|but|if you|finish (?:\w{{1,12}} )?(?:until|till|before)|{BY_A_DAY}",
    ),
    row(
        "blocked",
        rf"(?:but )?{WE} (?:still |currently )?(?:don't|do not|dont|haven't|have not) (?:have|got"
        rf"|received|yet have|get)(?: got| received)? (?:yet )?(?:any |the |an |a |my "
        rf"|your )?(?:\w{{1,15}} )?(?:\w{{1,15}} )?{_NEEDED}\b",
        NOTHING,
    ),
    row(
        "blocked",
        rf"(?:but )?{WE} (?:have|got) no {_NEEDED}\b|(?:still )?no {_NEEDED} (?:yet|to|for)\b|{WE} "
        rf"(?:still )?(?:lack|miss) (?:the |your )?{_NEEDED}\b",
        NOTHING,
    ),
    row(
        "blocked",
        rf"(?:but )?(?:{I_AM} )?(?:still |just |currently )?(?:waiting|awaiting)(?: for| on)? "
        rf"(?!to see|in line|list)(?:the|your|photos|his|her|their|approval|access|an|a|some|feedback"
        rf"|input|payment|parts|materials?|client)\b",
        "if",
    ),
    row(
        "blocked",
        r"(?:the|your|this|that) \w{1,20} (?:\w{1,20} )?(?:\w{1,20} )?(?:\w{1,20} )?(?:won't"
        r"|doesn't|does not|isn't|is not|will not"
        r"|didn't) (?:open|load|work|working|let me|download)\b",
        NOTHING,
    ),
    row(
        "blocked",
        rf"(?:the|your) {_NEEDED} (?:(?:you|we|she|he) (?:sent|gave)(?: me| us)? |is |are |seems?(?: to"
        rf" be)? |has |have |been )+(?:missing|broken|locked"
        rf"|expired|empty|wrong|dead|corrupt|corrupted|not there)\b",
        NOTHING,
    ),
    row(
        "blocked",
        r"(?:the|your|my) (?:account|login|user|access|card|phone|password|key|invitation|licen[cs]e"
        r"|permission)s? (?:is|are"
        r"|has been|have been|was|were|got|has) (?:locked|suspended|blocked|disabled|expired|wrong"
        r"|rejected|missing|revoked"
        r"|removed|denied|refused|closed|withdrawn|broken|invalid|not working|not valid)\b"
        r"|(?:access|permission|login|entry)(?: (?:to|for) (?:the |your )?\w{1,20}(?: \w{1,20})?)?"
        r"(?: is| was| has been)? (?:denied|refused|forbidden|revoked)\b"
        rf"|(?:{WE}(?: would|'d)? )?(?:still |first )?(?:need|lack|require) (?:access"
        rf"|(?:the|your|an?) (?:\w{{1,15}} )?{_NEEDED})\b"
        rf"|(?:{I_AM} )?(?:still )?(?:missing|lacking) (?:the|your|a|an|some)\b",
        NOTHING,
    ),
    row(
        "blocked",
        r"(?:ich )?(?:bin |sitze )?(?:blockiert|fest)\b|ich komme nicht (?:weiter|rein)"
        r"|kein(?:en)? zugang|no tengo acceso|estoy (?:bloquead[oa]|atascad[oa])|je suis bloquee?"
        r"|je n'ai pas acces|nao tenho acesso|estou (?:bloquead[oa]|travad[oa]|parad[oa])",
        NOTHING,
    ),
    row(
        "blocked",
        rf"without (?:the|your|a|an|access) (?:\w{{1,20}} )?(?:\w{{1,20}} )?(?:\w{{1,20}} )?{WE} {CANNOT} ",
        NOTHING,
    ),
    row(
        "unblocked",
        rf"(?:{I_AM} )?(?:no longer (?:blocked|stuck)|not (?:blocked|stuck) any ?more|unblocked"
        rf"|unstuck|back on track)\b",
        "if|once|when|will",
    ),
    row(
        "unblocked",
        rf"(?:{WE} )?(?:(?:now )?have|(?:'ve )?got|have got|(?:have )?received)(?: now| the| my)* "
        rf"(?:{_NEEDED}) (?:now|today|this)\b",
        "not|if|once|when",
    ),
    row(
        "unblocked",
        rf"(?:{WE} )?(?:can )?(?:now )?(?:continuing|carrying on|going on|back at it|continue again"
        rf"|proceed again|go on again|(?<=can )(?:now )?(?:continue|proceed|go on))\b",
        "not|if|once|when|until|but",
    ),
    row(
        "unblocked",
        r"(?:it|that|the (?:link|login|password|file|access)|access|everything|login)(?: \w{1,10})? "
        r"(?:works|is working|opens) (?:now|again|fine now)\b|problem (?:is )?solved\b",
        "not|if|once|when",
    ),
)

QUESTIONS: tuple[Phrase, ...] = (
    row(
        "question",
        r"(?:just )?(?:(?:i|we)(?: have|'ve got| have got| got) )?(?:one |a |another |two |some |a few "
        r"|a couple of |quick |small |just )+(?:\w{1,10} )?questions?\b|(?:quick |short |one )+q ?[:–-]",
        "answered|no more|without",
        asks=True,
        arg=its_text,
    ),
    row(
        "question",
        r"(?:but )?(?:(?:i'm|i am|we're|it's|it is|that's|is|also) )*(?:not (?:quite |entirely |really "
        r"|totally )?(?:sure|clear)"
        r"|unsure|unclear|confused)(?: (?:to|for) (?:me|us))? (?:what|which|how"
        r"|where|if|whether|about|who)\b",
        "but i will",
        asks=True,
        arg=its_text,
    ),
    row(
        "question",
        r"(?:please|can you|could you|kindly)(?: please)? (?:clarify|advise|specify|explain"
        r"|confirm (?:if|whether|that|which|what|when|where|who|how|the|your|my|it is|this is|you))\b"
        r"|(?:please )?let me know (?:which|what|whether|where|how|who|if (?:you (?:want|prefer|mean"
        r"|would)|it should|i should))\b",
        OTHERS,
        asks=True,
        arg=its_text,
    ),
    row(
        "question",
        r"(?:but )?i (?:don't|do not|didn't|dont) (?:quite |really |fully )?(?:understand|know (?:what"
        r"|which|how|where|who|if|whether))\b",
        "why he|why she",
        asks=True,
        arg=its_text,
    ),
    row(
        "question",
        r"(?:i was |i am |i'm |just )?wondering (?:if|whether|what|which|how)\b|i need to know\b"
        r"|i wonder (?:if|whether|what|which)\b",
        OTHERS,
        asks=True,
        arg=its_text,
    ),
)
