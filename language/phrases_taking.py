"""How contractors take a task or turn it down."""

from language.phrases import Phrase, row
from language.phrases_classes import (
    BY_A_DAY,
    CALM,
    CANNOT,
    END,
    FIRM,
    I_AM,
    LOOSE,
    NEGATION,
    NOTHING,
    OTHERS,
    WE,
)

_NICE = r"(?: (?:po|sir|ma'am|boss|thanks|thank you|with thanks|then|cheers|mate|[a-z]{2,12}))?"

ACCEPT: tuple[Phrase, ...] = (
    row(
        "accept",
        rf"(?:{I_AM} )?(?:already |right |straight )?on it(?=$|[,;.:!]| (?:now|right|already|thanks"
        rf"|boss|sir|po|today|straight))",
        LOOSE,
    ),
    row(
        "accept",
        rf"(?:got it|got this|gotcha|noted|received|understood|roger|copy that|confirmed|will do"
        rf"|shall do|sure|sure thing|of course|certainly|absolutely|no problem|not a problem|np"
        rf"|no worries|consider it done|leave it with me|count me in|deal|with pleasure|my pleasure"
        rf"|gladly|happy to|glad to|happy to do so|count on me|you can count on me|leave it to me|i've"
        rf" got this"
        rf"|i got this|let's do (?:it|this)|let's go|fine for me|ok for me|okay for me|all clear|will get"
        rf" (?:it )?started"
        rf"|challenge accepted|it's a deal|by all means|affirmative|ok(?:ay)? to go|okie|okey|you got it"
        rf"|agreed|yes i can|can do|no prob"
        rf"|all right){_NICE}{END}",
        LOOSE,
    ),
    row(
        "accept",
        rf"(?:i'd be |i would be |i'll be |{I_AM} |we'd be )?(?:more than |very )?(?:happy|glad"
        rf"|pleased|delighted) to (?:take|help|do|assist|work|get|accept|start)\b",
        f"{NEGATION}|if|unless|he|she|they",
        whole=True,
    ),
    row(
        "accept",
        rf"(?:yes[, ]+)?{WE} can (?:certainly |definitely |surely |do |easily )?(?:do|take|help|handle"
        rf"|manage|start|make|fit)\b",
        f"{FIRM}|part",
    ),
    row(
        "accept",
        rf"(?:{WE}'ll|{WE} will|will) (?:gladly |happily |be happy to )?(?:do (?:it|this|that|the)"
        rf"|take (?:it|this|care|on)|handle|get (?:right |straight )?(?:on|started|to (?:it|work))"
        rf"|start|begin|work on|jump on|see to|sort (?:it|this))\b",
        FIRM,
    ),
    row(
        "accept",
        r"(?:starting|getting started|get started|beginning)(?: on (?:it|this)| with (?:it|this)| this"
        r"| work)?(?: right)?(?: away| now| today| tomorrow| this| asap| immediately)?" + END,
        FIRM,
    ),
    row("accept", rf"(?:{I_AM} )?(?:already |currently )?working on (?:it|this)\b", FIRM),
    row("accept", r"(?:listo,? )?(?:ya )?(?:lo|la|los|las) (?:corrijo|hago|arreglo|cambio|reviso|empiezo)\b"),
    row(
        "accept",
        rf"(?:{WE} (?:do |hereby |gladly |happily )?accept|accept(?=,)|accepted|accepting)(?=$"
        rf"|[,;.:!]| (?:this|the"
        rf"|and|with|thanks|thank))",
        FIRM,
    ),
    row(
        "accept",
        r"(?:sounds (?:good|great|fine|doable)|looks doable|that works|works for me|that's fine"
        r"|fine with me|fine by me)" + END,
        FIRM,
    ),
    row(
        "accept",
        r"(?:(?:das )?mach(?:e)? ich|wird gemacht|ich kummere mich|(?:das )?ubernehme ich|ich ubernehme"
        r"|alles klar|geht klar"
        r"|gerne|verstanden|de acuerdo|lo hago|claro(?: que si)?|con gusto|me encargo|perfecto"
        r"|entendido|ca marche|d'accord|je m'en occupe|bien recu|entendu|avec plaisir|pode deixar"
        r"|deixa comigo|combinado|com certeza|sige(?: po)?|opo|noted po|copy po)\b",
        FIRM,
    ),
    row("accept", rf"(?:i'm|i am|we're|we are|count me) in{END}|{I_AM} on this\b", LOOSE),
    row(
        "accept",
        r"(?:i'd|i would|we'd) love to(?: (?:do|help|take|work|accept|be)\b|$)",
        f"{NEGATION}|if|unless|he|she|they|but",
        whole=True,
    ),
    row("accept", rf"{I_AM} (?:certainly |definitely )?able to (?:do|take|help|start|handle)\b", FIRM),
)

_SORRY = r"(?:no|nope|nah|sorry|so sorry|unfortunately|i'm afraid|i am afraid|afraid|regretfully|apologies)"

_NOT = (
    r"(?:(?:it's |it is |this is |that's |that is |this one's |this one is )?not"
    r"|(?:it|this|that|this one) isn't)"
)

DECLINE: tuple[Phrase, ...] = (
    row(
        "decline",
        rf"{_SORRY}[, .]+(?:{_SORRY}[, .]+)?(?:but )?{WE} {CANNOT}(?: (?:this time|this week|right now"
        rf"|today"
        r"|at the moment|sorry))*$",
        OTHERS,
    ),
    row(
        "decline",
        rf"{WE} {CANNOT}(?: (?:this time|this week|right now|today|at the moment))*[,.]? (?:i'm |i am )?"
        r"(?:so |really |very )?(?:sorry|unfortunately|afraid|apologies|regretfully)$",
        OTHERS,
    ),
    row(
        "decline",
        rf"(?:{WE}(?:'m| am|'re| are)? ?)?{CANNOT} (?:take|accept|do|commit to|fit|handle|make(?: the)?"
        rf" time for|make) "
        rf"(?:\w{{1,10}} )?(?:this|it|that|on|in)\b",
        f"{CALM}|{BY_A_DAY}",
    ),
    row("decline", rf"{WE} {CANNOT} help (?:you |out )?(?:with|here|on|this|out)\b", CALM),
    row(
        "decline",
        rf"(?:{WE}(?:'ll| will|'d)? ?(?:have to|must|need to|would|should|am going to|'m going to)? ?"
        rf"|going to )(?:pass(?: on (?:this|it|that)|$)|decline|turn (?:this|it) down|say no)\b",
        rf"{OTHERS}|if|unless|not",
    ),
    row(
        "decline",
        rf"(?:(?:{I_AM}|am|i was) )?(?:afraid |currently |already |totally |completely "
        rf"|quite )*(?:fully booked|booked (?:up|solid|out)|not available|unavailable|flat out|swamped"
        rf"|overbooked|at capacity|too busy|not the right person|no longer available|overloaded"
        rf"|overwhelmed|maxed out|snowed under"
        rf"|tied up|(?:completely |too )?full (?:up\b|this|next|until|at|right|for|$)|not interested)",
        r"but|before|on (?:mon|tue|wed|thu|fri)\w*",
    ),
    row(
        "decline",
        rf"(?:{WE} (?:currently |really |just )?(?:don't|do not|dont) have|{WE} have no"
        rf"|{WE} have not|no) (?:the |any "
        rf"|enough )?(?:capacity|time|bandwidth|availability|free time)\b",
        r"until|before|if",
    ),
    row(
        "decline",
        rf"{_NOT} (?:something (?:i|we) (?:can|do|am|are)|(?:really )?(?:in )?my (?:area|field|thing"
        rf"|trade|line"
        r"|job|skill set|cup of tea))\b|(?:it's |this is |that's )?(?:outside my|out of my (?:depth"
        r"|area))\b",
        NOTHING,
    ),
    row(
        "decline",
        r"(?:you (?:should|may want to) |please )?(?:find|ask|use|hire|give (?:this|it) to) (?:someone"
        r"|somebody|another|a different)\b",
        "how|can i|should i",
    ),
    row(
        "decline",
        rf"{CANNOT} do(?: (?:it|this|that|this one))?{END}|(?:it's |this is |that's )?(?:not|im)"
        rf"possible for (?:me|us)\b"
        r"|(?:it's |this is |that's )?not possible for (?:me|us)\b|(?:i'm |i am )?going to have to "
        r"(?:pass|decline|say no|turn)",
        "but|until|before|if",
    ),
    row(
        "decline",
        r"(?:my|our) (?:plate|calendar|schedule|agenda|week|month|diary) is (?:\w{1,12} )?(?:full|packed"
        r"|booked)\b"
        rf"|{WE} have (?:too much|enough|way too much) (?:work|on|already|going|to do)\b|too much on my"
        rf" plate\b"
        r"|count me out\b|(?:i'll|i will) sit this (?:one )?out\b|(?:thanks,? but )no thanks\b|(?:not"
        r"|no,? not) this time$"
        r"|i(?:'m| am) out" + END,
        "but|until|before|if|of",
    ),
    row(
        "decline",
        rf"{WE}(?:'d| would) rather not\b|{WE} (?:decline|refuse)\b|{_NOT} for (?:me|us)\b"
        rf"|{WE} (?:really |just )?(?:don't|do not|dont) (?:want|wish|care) to (?:do|take|accept|work on"
        rf"|be part)\b",
        NOTHING,
    ),
    row(
        "decline",
        r"(?:kann ich (?:das |es |diese\w* \w+ )?(?:leider )?nicht (?:ubernehmen|machen)"
        r"|(?:das )?schaffe ich (?:leider )?nicht|ich kann (?:das |leider |es )*nicht (?:ubernehmen"
        r"|machen)|no puedo (?:hacerlo|aceptar|tomar|con)|je ne peux pas (?:le |la )?(?:prendre"
        r"|accepter|faire)|nao posso (?:fazer|aceitar|assumir|pegar))",
        BY_A_DAY,
    ),
)
