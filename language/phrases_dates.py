"""How contractors propose a date, and how owners set one."""

from language.phrases import Phrase, row
from language.phrases_arguments import MORE_TIME, a_date, more_time
from language.phrases_classes import DATED, END, I_AM, NEGATION, WE

_OBJECT = (
    r"(?:(?:it|this|that|everything|them|all|(?:the|your) \w{1,20}(?: \w{1,20})?)(?: all)?(?: done"
    r"| ready| finished| completed| over| back| to you| with you| for you| uploaded)* ?)?"
)

_DELIVER = (
    rf"(?:have|get|send|deliver|finish|complete|submit|upload|return|hand in|provide|wrap|be done"
    rf"|be finished|be ready|do) {_OBJECT}"
)

_DATE_NEXT = (
    r"(?=(?:the |this |next |end |first |until |till |by |on )*(?:mon|tue|wed|thu|fri|sat|sun|tomorrow"
    r"|today|tonight|noon|week|month|of |eod|cob|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|morning|afternoon|\d))"
)

ETA: tuple[Phrase, ...] = (
    row(
        "eta",
        r"(?:my |the |new |revised |updated |current |so the |realistic )*eta\b",
        DATED,
        asks=True,
        arg=a_date,
    ),
    row(
        "eta",
        rf"(?:but |so )?(?:(?:{WE}'ll|{WE} will|{WE} can|will|can|gonna|{I_AM} going to) )(?:try to "
        rf"|be able to )?(?:definitely |probably )?{_DELIVER}(?:up )?(?=(?:on|by|before|until|till"
        rf"|tomorrow|today|tonight|this|next|in|first|end|monday|tuesday|wednesday|thursday|friday"
        rf"|saturday|sunday|mon|tue|wed|thu|fri|at|around|latest)\b)",
        DATED,
        arg=a_date,
    ),
    row(
        "eta",
        rf"(?:you(?:'ll| will| can|'d) (?:have|get|receive|expect)|expect) {_OBJECT}",
        DATED,
        arg=a_date,
    ),
    row(
        "eta",
        r"(?:(?:it|this|that|everything|the \w{1,20}(?: \w{1,20})?)(?:'ll| will)|will) (?:be |take "
        r"|take me )(?:all )?(?:done|ready|finished|complete|completed|with you|delivered|until|till"
        r"|there)\b",
        DATED,
        arg=a_date,
    ),
    row(
        "eta",
        rf"(?:can|could|may|might|would it be possible|is it possible|is it ok|any chance)(?: {WE}| to"
        rf"| if {WE}| you give me)* (?:have|get|take|need|extend)\b",
        "he|she|they",
        asks=True,
        arg=a_date,
    ),
    row(
        "eta",
        r"(?:can|could|may|shall|should) (?:we|you|i) (?:please |possibly |maybe )?(?:move|push|extend"
        r"|shift|postpone|change|delay|reschedule|set)\b",
        "meeting|call|appointment",
        asks=True,
        arg=a_date,
    ),
    row(
        "eta",
        r"(?:would|will|is|does) (?=(?:the |this |next )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|end"
        r"|noon|\d))[\w ]{1,30} (?:be )?(?:ok|okay|fine|work|possible|good|alright|all right"
        r"|early enough|too late|acceptable|soon enough)\b",
        "he|she|they",
        asks=True,
        arg=a_date,
    ),
    row(
        "eta",
        rf"{WE}(?:'ll|'d| will| would|'m going to)? ?(?:need|require) "
        rf"(?:\w{{1,10}} )?(?:\w{{1,10}} )?(?:until|till|days?|time|hours)\b",
        DATED,
        asks=True,
        arg=a_date,
    ),
    row(
        "eta",
        rf"(?:{WE}(?:'ll|'d| will| would)? |can {WE} |could {WE} )(?:need|require|have|get|take)"
        rf" (?:\w{{1,10}} )?(?={MORE_TIME})",
        DATED,
        asks=True,
        arg=more_time,
    ),
    row(
        "eta",
        rf"(?:(?:can|could|may) {WE} (?:please )?|(?:would|will) it (?:be|still be) (?:ok|okay|fine"
        rf"|possible|alright|acceptable) (?:to|if i) |is it (?:ok|okay|fine|possible) (?:to|if i) )"
        rf"(?:{_DELIVER}|sent |delivered |finished )",
        "he|she|they|meeting|call",
        asks=True,
        arg=a_date,
    ),
    row(
        "eta",
        rf"(?:{I_AM} )?(?:finishing|delivering|sending|submitting|uploading|wrapping(?: it| this)? up"
        rf"|handing (?:it |this )?in)"
        rf" {_OBJECT}(?:it |this |that |everything )?{_DATE_NEXT}"
        rf"|(?:will be |should be |to be |all )?(?:done|ready|finished|complete|completed|delivered|with"
        rf" you|delivery|there"
        rf"|available|expected) (?:by|on|before|until|till) {_DATE_NEXT}",
        DATED,
        arg=a_date,
    ),
    row(
        "eta",
        rf"(?:but |so |only |maybe )?{_DATE_NEXT}[\w :.]{{2,30}}? (?:(?:is|would be|seems|looks|sounds)"
        rf" (?:more realistic|realistic|the"
        rf" (?:earliest|soonest|best i)|better|possible|my (?:earliest|new))|at the (?:earliest|latest"
        rf"|soonest)|works(?: better)?"
        rf"(?: for me)?{END})",
        f"{NEGATION}|he|she|they|meeting|call",
        arg=a_date,
    ),
    row(
        "eta",
        rf"(?:please )?(?:extend|move|push|postpone|shift|delay)(?: (?:it|this|that|the (?:deadline|due"
        rf" date|date|task|delivery)))?"
        rf"(?: (?:out|back))? (?:to|until|till|by) {_DATE_NEXT}",
        "meeting|call|appointment|not|he|she|they",
        asks=True,
        arg=a_date,
    ),
    row(
        "eta",
        r"(?:the |my )?(?:deadline|due date|delivery|new date|date) (?:has |is |will |be |moved "
        r"|changed |now |to "
        r"|for |on )+",
        DATED,
        arg=a_date,
    ),
    row(
        "eta",
        r"(?:ich )?(?:schaffe|mache|liefere|schicke|bin) (?:es |das |ich |ihnen |dir )*(?=bis|am|morgen"
        r"|heute)|(?:lo (?:tendre|entrego|termino|tengo|entregare)|te lo (?:mando|entrego|envio)|je "
        r"(?:livre|termine|finis|rends|l'aurai|vous l'envoie)|(?:entrego|termino|fica pronto"
        r"|vou entregar|mando)) ",
        DATED,
        arg=a_date,
    ),
)

DUE: tuple[Phrase, ...] = (
    row(
        "due",
        rf"(?:can|could|would) you (?:please )?(?:make|do|have|finish|deliver|get)(?: (?:it|this"
        rf"|that))?(?: done| ready| to me)*"
        rf"(?: by| for| on| until)? {_DATE_NEXT}",
        f"{NEGATION}|if|meeting|call",
        asks=True,
        arg=a_date,
    ),
    row(
        "due",
        r"(?:you|she|he|they|joy) (?:can|may|could) (?:have|take|get) (?:it |this |time "
        r"|longer )*(?:until|till|to)\b",
        NEGATION,
        arg=a_date,
    ),
    row(
        "due",
        rf"(?:(?:you|she|he|they) (?:can |may |could )?(?:have|take|get|has)|take|(?:i|we)(?:'ll| will|"
        rf" can)? give you)"
        rf" (?:another )?(?={MORE_TIME})",
        f"{NEGATION}|if",
        arg=more_time,
    ),
    row(
        "due",
        r"(?:(?:i|we)(?:'ll| will| can)? give you|you(?:'ve| have) got)(?: time)? (?:until|till)\b",
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
        rf"|everything)(?: back| done| ready| finished)*(?: already| (?:a bit |\w{{2,5}} days? "
        rf"|a day )?(?:earlier|sooner))?,? (?:by|on|before"
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
        rf"{_DATE_NEXT}[\w :.]{{2,30}}? works{END}|{_DATE_NEXT}[\w :.]{{2,30}}?(?: is| works|'s"
        rf"| would be| will be| will do)(?: (?:also|totally"
        rf"|absolutely|perfectly))? (?:fine|ok|okay|good|great|perfect|alright|all right|enough"
        rf"|soon enough|for me)\b",
        f"{NEGATION}|if|meeting|call",
        arg=a_date,
    ),
)
