"""What owners write instead of the words of the table."""

from language.phrases import (
    CALM,
    CONDITION,
    FIRM,
    HEDGE,
    NEGATION,
    NOTHING,
    OTHERS,
    Phrase,
    a_date,
    a_person,
    maybe_amount,
    row,
    said,
    until_when,
)
from language.phrases_contractor import STOP

_END = r"(?=[ ]*(?:$|[,;.:!)(–—-]))"
_WORK = (
    r"(?:it|this|that|this one|that one|everything|the task|this task|the (?:whole )?(?:thing|job)|the "
    r"(?:report|draft|design|sheet|version|result|work|final version))"
)
_GOOD = (
    r"(?:good|great|perfect|fine|excellent|fantastic|awesome|amazing|wonderful|brilliant|lovely|spot on"
    r"|nice|beautiful|superb|super|right|correct|terrific|flawless)"
)
_VERY = r"(?:all |really |very |just |so |absolutely |totally |pretty |truly |actually )*"
_TAIL = (
    r"(?=[ ]*(?:$|[,;.:!)(–—-]| (?:to me|now|on my end|from my side|this time|thanks|thank you|and"
    r"|indeed|[a-z]{3,10}$)))"
)

APPROVE: tuple[Phrase, ...] = (
    row(
        "approve",
        rf"(?:{_WORK} |that one |they |these |those |all |your (?:work|draft|version) "
        rf"|the \w{{1,20}} )?(?:looks?|look|turned out|came out) {_VERY}{_GOOD}{_TAIL}",
    ),
    row("approve", rf"{_WORK}(?:'s| is| was) {_VERY}{_GOOD}{_END}"),
    row("approve", rf"(?:{_VERY}|that's )(?:{_GOOD}|good|top) (?:work|job|stuff|one|result)\b"),
    row(
        "approve",
        rf"(?:well done|nicely done|bravo|lgtm|ship it|thumbs up|good to go|love it|i love (?:it|this)"
        rf"|works for me|that works(?: for me)?|all good)(?:{_TAIL}| (?:from|on|for|by) )",
    ),
    row(
        "approve",
        rf"(?:(?:it's|it is|this is|that's|that is|consider (?:it|this)|all|everything is|happily"
        rf"|hereby) )?(?:approved|signed off)(?={_END}| (?:from|by me|and|with|as|for payment|thanks))",
    ),
    row(
        "approve",
        rf"i (?:hereby |happily |can )?(?:approve|sign off on|accept)(?: {_WORK}"
        rf"| the \w{{1,20}}){_TAIL}",
    ),
    row("approve", rf"approve (?:it|this|the task|this one|this task){_END}"),
    row(
        "approve",
        rf"i(?:'m| am) {_VERY}(?:more than |completely |quite )?(?:happy|pleased|satisfied|delighted"
        rf"|good|thrilled) with (?:it|this|that|the|everything|your)\b",
    ),
    row(
        "approve",
        rf"(?:simply |just |absolutely )*(?:{_GOOD}[,!]? )?(?:exactly|just|precisely) (?:what|as|how"
        rf"|the way) (?:i|we)\b",
    ),
    row(
        "approve",
        rf"(?:you (?:can|may) |let's |i'm |i am |i'll |we can )?(?:close|closing|mark) {_WORK}(?: "
        rf"(?:as )?(?:done|closed|complete|off|out|now))?{_END}",
        FIRM,
    ),
    row(
        "approve",
        r"(?:das )?(?:sieht|schaut) (?:sehr |echt |richtig |wirklich )?(?:gut|super|toll|prima) aus"
        r"|passt(?: so| alles)?"
        + _END
        + r"|(?:alles|sehr|ist) (?:bestens|super|prima|gut)"
        + _END
        + r"|perfekt"
        + _END
        + r"|gute arbeit|gefallt mir",
    ),
    row(
        "approve",
        r"(?:perfecto|excelente|se ve (?:muy )?bien|esta (?:muy bien|perfecto|excelente)|todo (?:bien"
        r"|perfecto)|me gusta|muy bien|buen trabajo|parfait|c'est (?:bon|parfait|tres bien|valide)"
        r"|tres bien|nickel|bon travail|perfeito|ficou (?:otimo|muito bom|bom|perfeito|excelente)|esta "
        r"(?:otimo|perfeito)|muito bom|bom trabalho|otimo trabalho)" + _END,
    ),
)

_ASK = (
    r"(?:please |can you (?:please )?|could you (?:please )?|would you (?:please )?|will you "
    r"(?:please )?|you(?:'ll)? need to |you (?:have to|must) |kindly |i need you to |pls "
    r"|i'd like you to |we need to |and )"
)

REDO: tuple[Phrase, ...] = (
    row(
        "redo",
        rf"{_ASK}(?:also |just |still )?(?:redo|fix|correct|revise|rework|adjust|amend|re-do|re-send"
        rf"|resend|re-?upload|change|replace|try (?:it )?again|start over|have another (?:go|look|try)"
        rf"|do (?:it|this|that) (?:again|over)|make (?:it|the \w{{1,20}}) "
        rf"(?:\w{{1,10}} )?\w{{2,12}}er)\b",
        f"{OTHERS}|if|don't",
        asks=True,
    ),
    row(
        "redo",
        r"(?:redo|rework|revise|fix|correct|change) (?:it|this|that|the|these|page|section|your)\b",
        f"{NEGATION}|{OTHERS}|if|because",
        asks=False,
    ),
    row(
        "redo",
        r"(?:it's |this is |that's |still |that is )?not (?:quite |yet |exactly |really "
        r"|at all )*(?:right|there|good enough|ok|okay|correct|acceptable|it|what (?:i|we))\b",
        "if|whether|sure",
    ),
    row(
        "redo",
        r"(?:this|it|that) (?:isn't|is not|wasn't|doesn't look) (?:quite |exactly |at all "
        r"|really )*(?:right|what (?:i|we)|good enough|correct|there|ok|acceptable|finished|complete)\b",
        "if|whether",
    ),
    row(
        "redo",
        r"(?:this |it |that |still )?(?:needs?|requires?) (?:more|another|some|a few|a bit|a little"
        r"|a couple|one more|further|a lot) (?:more )?(?:of )?(?:work|round|changes?|fix(?:es)?|tweaks?"
        r"|corrections?|polish|pass|edits?|revision)\b",
        "no|not|if|any",
    ),
    row(
        "redo",
        r"(?:just |only )?(?:a few|a couple of|some|two|three|one|several|minor|small)(?: more| small"
        r"| minor)? (?:changes?|corrections?|tweaks?|fix(?:es)?|edits|revisions?|things? (?:to|need))\b",
        "no|if",
    ),
    row(
        "redo",
        r"(?:this |it |that )?(?:looks? (?:\w{2,10} )?(?:good|great|nice|fine|ok|perfect)|(?:great|good"
        r"|nice) (?:work|job|start)|almost \w{3,10}|nearly \w{3,10})[^?]{0,20}? but (?!thank)",
        "if|so far",
    ),
    row(
        "redo",
        r"(?:i'm |i am )?(?:sending|send) (?:it|this) back\b|back to you\b|(?:bitte )?(?:nochmal"
        r"|noch einmal|noch mal) (?:machen|uberarbeiten|von vorne)|bitte (?:uberarbeiten|korrigieren"
        r"|andern)|por favor (?:corrige|corrija|cambia|rehaz|refaca)|merci de (?:corriger|refaire)"
        r"|il faut refaire|a refaire",
        "if",
    ),
)

_OBJECT = r"(?: (?:it|this|that|the task|this one|this task|that one|the job))"
_CAN = (
    r"(?:can you |could you |let's |let us |i'd like (?:you )?to |i want (?:you )?to |i'd prefer to "
    r"|we should |you can |instead )?(?:please |just )?"
)

ASSIGN: tuple[Phrase, ...] = (
    row(
        "assign",
        rf"{_CAN}(?:re-?assign|assign){_OBJECT}?(?: over)? to ",
        f"{NEGATION}|if|when|maybe",
        asks=True,
        arg=a_person,
    ),
    row(
        "assign",
        rf"{_CAN}(?:give|hand|pass|move|transfer|switch){_OBJECT}(?: over| on| across)? to ",
        f"{NEGATION}|if|when|maybe",
        asks=True,
        arg=a_person,
    ),
    row(
        "assign",
        r"(?:please |instead |just )?(?:let|have) (?=\S+ (?:\S+ )?(?:do|take|handle|finish|work on) "
        r"(?:it|this|that|over|care|the task))",
        f"{NEGATION}|if|when|you do",
        arg=a_person,
    ),
    row(
        "assign",
        r"(?:i'd|i would|we'd) (?:rather|prefer to|like to) have (?=\S+ (?:do|take|handle|finish))",
        f"{NEGATION}|if|when",
        arg=a_person,
    ),
)

_THE_TASK = (
    r"(?: (?:it|this|that|this one|that one|this task|that task|the task|the (?:whole )?(?:thing|task"
    r"|job|project)|everything))"
)
_WANT = (
    r"(?:let's |let us |you can |we(?:'ll| will)? (?:have|need) to |i(?:'ll| will)? (?:have|need) to "
    r"|i(?:'d like| want) to |i must |we must |we can |we're going to |i'm going to )?(?:please "
    r"|just )?"
)

CANCEL: tuple[Phrase, ...] = (
    row(
        "cancel",
        rf"{_WANT}(?:cancel|drop|scrap|kill|abandon|call off|forget(?: about)?|bin"
        rf"|delete){_THE_TASK}(?={_END}| (?:please|for now|then|after all|now|because|as|since"
        rf"|altogether|and))",
        CALM,
    ),
    row("cancel", r"(?:never ?mind)" + _END, NOTHING),
    row(
        "cancel", r"(?:i'm |we're |i am |we are )?cancell?ing (?:it|this|that|the task)\b|call it off\b", CALM
    ),
    row(
        "cancel",
        rf"(?:we|i)(?: really| actually)? (?:don't|do not|no longer|won't|will not) (?:need|want"
        rf"|require){_THE_TASK}(?: (?:any ?more|any longer|after all|now))?{_END}",
        f"{HEDGE}|if|unless|he|she|they",
    ),
    row(
        "cancel",
        rf"(?:(?:this|it|that|the task)(?:'s| is|s)? )?(?:no longer (?:needed|required|necessary"
        rf"|relevant)|not (?:needed|required|necessary) (?:any ?more|any longer|after all)){_END}",
        f"{HEDGE}|if|unless",
    ),
    row(
        "cancel",
        r"(?:please )?stop (?:all )?(?:work|working)(?: on (?:this|it|that|the task))\b",
        f"{HEDGE}|if|unless|until",
    ),
    row(
        "cancel",
        r"(?:das )?(?:hat sich erledigt|brauchen wir nicht mehr|wird nicht mehr (?:gebraucht|benotigt))"
        r"|ya no (?:lo |la )?(?:necesitamos|hace falta|necesito)|(?:on n'en a"
        r"|nous n'en avons) plus besoin|laissez tomber|nao (?:precisamos|preciso) mais|deixa pra la",
        NOTHING,
    ),
)

_DATE_NEXT = (
    r"(?=(?:the |this |next |end |first |until |till |by |on )*(?:mon|tue|wed|thu|fri|sat|sun|tomorrow"
    r"|today|tonight|noon|week|month|of |eod|cob|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|morning|afternoon|\d))"
)

DUE: tuple[Phrase, ...] = (
    row(
        "due",
        r"(?:you|she|he|they|joy) (?:can|may|could) (?:have|take|get) (?:it |this |time "
        r"|longer )*(?:until|till|to)\b",
        NEGATION,
        arg=a_date,
    ),
    row(
        "due",
        r"(?:you have|take)(?: your time| some time| it easy| all the time| more time)? (?:until"
        r"|till)\b",
        NEGATION,
        arg=a_date,
    ),
    row(
        "due",
        rf"(?:let's |we can |you can |i can |can you |could you |can we "
        rf"|happy to )?(?:please )?(?:extend|move|push|shift|postpone|change|reschedule|delay"
        rf"|bring)(?: (?:it|this|that|the (?:deadline|due date|date|task|delivery)))?(?: (?:out|back|on"
        rf"|up|over|forward))? (?:to|until|till|by) {_DATE_NEXT}",
        f"{NEGATION}|meeting|appointment|call",
        asks=True,
        arg=a_date,
    ),
    row(
        "due",
        r"(?:so )?(?:the )?(?:new |final )?(?:deadline|due date|due)(?: for this)? (?:is|has|moved"
        r"|moves|can|will|now|extended|changed)\b",
        f"{NEGATION}|if|was",
        arg=a_date,
    ),
    row(
        "due",
        rf"(?:i|we)(?:'ll| will|'d)? (?:actually |really |now |do |only )*need (?:it|this|that"
        rf"|everything)(?: back| done| ready| finished)*(?: already| earlier)?,? (?:by|on|before"
        rf"|until) {_DATE_NEXT}",
        f"{NEGATION}|if",
        arg=a_date,
    ),
    row(
        "due",
        rf"(?:let's (?:make it|say|do|go for|aim for|plan for)|make (?:it|that)|please (?:deliver"
        rf"|finish|send|have it)(?: it| this)?(?: done| ready)? by) {_DATE_NEXT}",
        f"{NEGATION}|if|meeting",
        arg=a_date,
    ),
    row(
        "due",
        rf"{_DATE_NEXT}[\w :.]{{2,30}}?(?: is| works|'s| would be| will be| will do)(?: (?:also|totally"
        rf"|absolutely|perfectly))? (?:fine|ok|okay|good|great|perfect|alright|all right|enough"
        rf"|soon enough|for me)\b",
        f"{NEGATION}|if|meeting|call",
        arg=a_date,
    ),
)

TURNS: tuple[Phrase, ...] = (
    row(
        "hold",
        r"(?:let's |let us |we(?:'ll| will| need to| have to| must)? |i(?:'d like to| want to) "
        r"|can you |could you )?(?:please )?(?:put|keep|place|leave) (?:this|it|that|the task"
        r"|everything|this task)(?: one)? on (?:hold|ice|pause)\b",
        f"{NEGATION}|{OTHERS}|maybe|should",
        asks=True,
        arg=until_when,
    ),
    row(
        "hold",
        r"(?:let's |let us |please |we should )?(?:hold off(?: on (?:this|it))?(?= (?:for now|until|on)"
        r"|$|[,;.])|pause (?:this|it|the task|here|work|for now)|hold (?:this|this task|the task)(?=$"
        r"|[,;.]| (?:for|until))|put (?:this|it) aside)",
        f"{NEGATION}|{OTHERS}|maybe",
        arg=until_when,
    ),
    row("hold", r"on hold (?:for now|until|please|till)\b", f"{NEGATION}", arg=until_when),
    row(
        "resume",
        r"(?:you can |let's |please |we can |ok to |feel free to )?(?:now )?(?:resume|restart|unpause"
        r"|carry on with|continue with|continue|pick) (?:this|it|work|the task|working)(?: "
        r"(?:back )?up)?(?: again| now| with this)*\b",
        f"{NEGATION}|{CONDITION}|{OTHERS}",
    ),
    row(
        "resume",
        r"(?:you can|let's|please|we can) (?:now )?(?:carry on|resume|continue)(?: now| again| please)?"
        + _END
        + r"|(?:this|it|the task) is (?:back on|off hold)\b",
        f"{NEGATION}|{CONDITION}",
    ),
    row(
        "status",
        r"(?:is there |are there |do you have |have you got |can i (?:get|have) |could i (?:get|have) "
        r"|got )?(?:any|an|a|some|quick)(?: \w{3,10})? (?:updates?|news|progress|word|eta)\b",
        "thanks|i have|for the blog",
        asks=True,
    ),
    row(
        "status",
        r"(?:what's|what is|whats|how's|how is|how are) (?:the |our |your )?(?:\w{1,10} )?(?:status"
        r"|progress|state|latest|eta)\b",
        OTHERS,
        asks=True,
    ),
    row(
        "status",
        r"how(?:'s| is| are| far) (?:it|this|that|things|we|you|the (?:task|work|job"
        r"|\w{1,20}))(?: \w{1,20})? (?:going|coming(?: along| on)?|looking|progressing|along|getting on"
        r"|doing with (?:it|this))\b|how far (?:along )?(?:are|is|have)\b",
        NOTHING,
        asks=True,
    ),
    row(
        "status",
        r"where (?:do|are) (?:we|you|things) (?:stand|at|on|with|now)\b|(?:can you "
        r"|could you )?(?:please )?(?:send|give) me (?:a |an |the )?(?:quick |short )?(?:status|update"
        r"|progress)|when (?:will|can|do) (?:this|it|you|i|we) (?:be |have |get |expect )?(?:it "
        r"|this )?(?:be )?(?:done|ready|finished|it)|status (?:update|report)\b",
        "client",
        asks=True,
    ),
    row(
        "priority",
        r"(?:this|it)(?: is|'s| has become| became) (?:now |very |really |super |quite "
        r"|extremely )*urgent\b",
        f"{NEGATION}|if",
        arg=said("urgent"),
    ),
    row(
        "priority",
        r"(?:please )?(?:make|treat|give) (?:this|it)(?: as)? (?:a |the |your |my )?(?:top |high "
        r"|highest |first |number one )?priority\b|(?:this|it) (?:is|has) (?:now )?(?:a |the |my "
        r"|your )?(?:top|high|highest) priority\b|top priority\b",
        f"{NEGATION}|if",
        arg=said("high"),
    ),
    row(
        "nudge",
        r"(?:please )?(?:nudge|remind|chase|ping) (?:\w{2,20})(?: about (?:this|it)| again| now| for me"
        r"| please)?" + _END,
        f"{NEGATION}|if|me|i",
    ),
    row(
        "snooze",
        r"(?:please )?(?:no|pause|skip|snooze|stop)(?: the| my)?(?: daily)? digests?(?= |$)",
        NEGATION.replace("no|", ""),
        arg=until_when,
    ),
    row(
        "split",
        r"(?:please )?split (?:it|them|this)(?: up| into (?:two|three|several|separate)(?: tasks)?)?" + _END,
        f"{NEGATION}|if|bill|cost",
    ),
    row("one", r"(?:please )?keep (?:it|this|them)(?: as)? (?:one|together|one task)\b", NEGATION),
)

PAID: tuple[Phrase, ...] = (
    row(
        "paid",
        r"(?:i|we)(?:'ve| have)?(?: just| already| now| today)? (?:paid|transferred|wired|sent (?:you "
        r"|over |her |him )?(?:the |your )?(?:payment|money|amount)|settled (?:the|your) (?:invoice"
        r"|bill))\b",
        f"{NEGATION}|{HEDGE}|{CONDITION}",
        arg=maybe_amount,
    ),
    row(
        "paid",
        r"(?:the |your )?(?:payment|money|transfer)(?: has been| is| was| just)? (?:sent|made|done"
        r"|on its way|on the way|transferred|completed|initiated)\b",
        f"{NEGATION}|{HEDGE}|{CONDITION}|{OTHERS}|will|to be",
        arg=maybe_amount,
    ),
    row(
        "paid",
        r"(?:just |already )?paid(?=$|[,;.]| (?:it|you|this|that|in full|via|by|with|today|yesterday"
        r"|just|this|last|your|the (?:invoice|bill)|[$€£₱₹\d]))",
        f"{NEGATION}|{HEDGE}|{CONDITION}|{OTHERS}|tenant",
        arg=maybe_amount,
    ),
    row(
        "paid",
        r"(?:the |your )?(?:invoice|bill)(?: is| has been| was) (?:paid|settled)\b",
        f"{NEGATION}|{HEDGE}|{CONDITION}|{OTHERS}|will",
        arg=maybe_amount,
    ),
)

OWNER = (*APPROVE, *REDO, *ASSIGN, *CANCEL, *DUE, *TURNS, *PAID, *STOP)
