"""How owners approve work, or send it back."""

from language.phrases import Phrase, row
from language.phrases_classes import END, FIRM, FUTURE, NEGATION, OTHERS

_WORK = (
    r"(?:it|this|that|this one|that one|everything|the task|this task|the (?:whole )?(?:thing|job)|the "
    r"(?:report|draft|design|sheet|version|result|work|final version))"
)

_PIECE = (
    r"(?:photos?|pictures?|images?|colou?rs|pages?|texts?|translations?|videos?|logos?|lists?"
    r"|spreadsheets?|banners?|website|flyers?"
    r"|letters?|posts?|article|slides?|presentation|summary|minutes|drawings?|report|draft|edits?|changes"
    r"|corrections?)"
)

_GOOD = (
    r"(?:good|great|perfect|fine|excellent|fantastic|awesome|amazing|wonderful|brilliant|lovely|spot on"
    r"|nice|beautiful|superb|super|right|correct|terrific|flawless)"
)

_VERY = r"(?:all |really |very |just |so |absolutely |totally |pretty |truly |actually )*"

_TAIL = (
    r"(?=[ ]*(?:$|[,;.:!)(–—-]| (?:to me|here|now|on my end|from my side|this time|thanks|thank you|and"
    r"|indeed|[a-z]{3,10}$)))"
)

APPROVE: tuple[Phrase, ...] = (
    row(
        "approve",
        rf"(?:{_WORK} |that one |they |these |those |all |your (?:work|draft|version) "
        rf"|the \w{{1,20}} )?(?:looks?|look|turned out|came out) {_VERY}{_GOOD}{_TAIL}",
    ),
    row("approve", rf"{_WORK}(?:'s| is| was) {_VERY}{_GOOD}{END}"),
    row("approve", rf"(?:the|these|your) {_PIECE}(?: is| are|'s) {_VERY}{_GOOD}{END}"),
    row("approve", rf"(?:{_VERY}|that's )(?:{_GOOD}|good|top) (?:work|job|stuff|one|result)\b"),
    row(
        "approve",
        rf"(?:well done|nicely done|bravo|lgtm|ship it|thumbs up|(?:we're |you're |it's "
        rf"|this is )?good to go|love it|i (?:really |very much )?(?:love|like) (?:it|this)"
        rf"|works for me|(?:this|that|it) works(?: for me| well| great| perfectly)?"
        rf"|all good)(?:{_TAIL}| here\b| (?:from|on|for|by) )",
    ),
    row(
        "approve",
        rf"(?:(?:it's|it is|this is|that's|that is|consider (?:it|this)|all|everything is|happily"
        rf"|hereby) )?(?:approved|signed off)(?={END}| (?:from|by me|and|with|as|for payment|thanks))",
    ),
    row(
        "approve",
        rf"i (?:hereby |happily |can )?(?:approve|sign off on|accept)(?: {_WORK}"
        rf"| the \w{{1,20}}){_TAIL}",
    ),
    row("approve", rf"approve (?:it|this|the task|this one|this task){END}"),
    row(
        "approve",
        rf"(?:(?:i|we)(?:'m|'re| am| are) )?{_VERY}(?:more than |completely |quite )?(?:happy|pleased"
        rf"|satisfied|delighted"
        rf"|thrilled) with (?:it|this|that|the|everything|your|how)\b"
        rf"|(?:i'm|i am|we're|we are) {_VERY}good with (?:it|this|that|the|everything|your)\b",
    ),
    row(
        "approve",
        r"(?:that|this|it)(?:'s| is) what (?:i|we) (?:wanted|asked|needed|meant|had in mind|was looking"
        r"|were looking|expected"
        r"|hoped)\b"
        rf"|you(?:'ve| have)? (?:did|done|do) (?:a |an |some )?{_VERY}{_GOOD} (?:job|work)\b|(?:what"
        rf"|such) an? {_GOOD} (?:job|work|result)\b"
        r"|(?:it )?(?:couldn't|could not) be better\b|(?:beautifully|perfectly|nicely|well) done\b",
    ),
    row(
        "approve",
        rf"(?:that's |that is |this is |it's |it is )?(?:simply |just "
        rf"|absolutely )*(?:{_GOOD}[,!]? )?(?:exactly|just|precisely) (?:what|as|how"
        rf"|the way) (?:i|we)\b",
    ),
    row(
        "approve",
        rf"(?:you (?:can|may) |let's |i'm |i am |i'll |we can )?(?:close|closing|mark) {_WORK}(?: "
        rf"(?:as )?(?:done|closed|complete|off|out|now))?{END}",
        FIRM,
    ),
    row(
        "approve",
        r"(?:das )?(?:sieht|schaut) (?:sehr |echt |richtig |wirklich )?(?:gut|super|toll|prima) aus"
        r"|passt(?: so| alles)?"
        + END
        + r"|(?:alles|sehr|ist) (?:bestens|super|prima|gut)"
        + END
        + r"|perfekt"
        + END
        + r"|gute arbeit|gefallt mir|(?:gut|toll|super|prima|sehr gut) gemacht",
    ),
    row(
        "approve",
        r"(?:perfecto|excelente|se ve (?:muy )?bien|esta (?:muy bien|perfecto|excelente)|todo (?:bien"
        r"|perfecto)|me gusta|muy bien|buen trabajo|parfait|c'est (?:bon|parfait|tres bien|valide)"
        r"|tres bien|nickel|bon travail|perfeito|ficou (?:otimo|muito bom|bom|perfeito|excelente)|esta "
        r"(?:otimo|perfeito)|muito bom|bom trabalho|otimo trabalho)" + END,
    ),
)

_ASK = (
    r"(?:please |can you (?:please )?|could you (?:please )?|would you (?:please )?|will you "
    r"(?:please )?|you(?:'ll)? need to |you (?:have to|must) |kindly |i need you to |pls "
    r"|i'd like you to |we need to |and )"
)

_AGAIN = (
    r"(?:do|send|make|write|record|upload|post|print|run|check) (?:it|this|that|them|the \w{1,20}|these)"
    r" (?:\w{1,15} )?"
    r"(?:again|over|once more|anew)"
)

REDO: tuple[Phrase, ...] = (
    row(
        "redo",
        rf"{_ASK}(?:also |just |still )?(?:redo|fix|correct|rewrite|reword|rephrase|shorten|tweak|improve"
        rf"|resize|revise|rework|adjust|amend|re-do|re-send"
        rf"|resend|re-?upload|change|replace|try (?:it )?again|start over|have another (?:go|look|try)"
        rf"|{_AGAIN}|make (?:it|the \w{{1,20}}) "
        rf"(?:\w{{1,10}} )?\w{{2,12}}er)\b",
        f"{OTHERS}|if|don't",
        asks=True,
    ),
    row(
        "redo",
        r"(?:redo|rework|revise|fix|correct|change) (?:it|this|that|the|these|page|section|your)\b"
        r"|do (?:it|this) (?:again|over)\b",
        f"{NEGATION}|{OTHERS}|{FUTURE}|if|because",
        asks=False,
    ),
    row(
        "redo",
        r"(?:would|do) you mind (?:please )?(?:re)?(?:doing|fixing|correcting|changing|revising|working"
        r"|writing|placing|adjusting)\b",
        OTHERS,
        asks=True,
    ),
    row(
        "redo",
        r"(?:please |can you |could you )(?:double.?check|check|look at|go over|have a look at)(?: "
        r"(?:it|this|that|the \w{1,20}))? (?:again|once more)\b",
        f"{OTHERS}|if",
        asks=True,
    ),
    row(
        "redo",
        r"(?:it's |this is |that's |still |that is )?not (?:quite |yet |exactly |really "
        r"|at all )*(?:right|there|good enough|ok|okay|correct|acceptable|it|what (?:i|we))\b",
        "if|whether|sure",
    ),
    row(
        "redo",
        r"(?:this|it|that) (?:still )?(?:isn't|is not|wasn't|doesn't look) (?:quite |exactly |at all "
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
        r"|nice) (?:work|job|start)|almost \w{3,10}|nearly \w{3,10}|(?:it's |that's )?(?:good|great|nice"
        r"|fine|perfect)(?=[,!]? but))[^?]{0,20}? but"
        r" (?!thank|(?:is|are|was|were|do|does|did|what|which|who|when|where|how|why|has|have|will|shall"
        r"|should)\b|(?:i|we) (?:have not|haven't|still have to|need to|want to|will|have to)|i'll|let me"
        r"|she|he|they|her|his)",
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
