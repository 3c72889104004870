"""What owners write instead of the words of the table."""

from language.phrases import Phrase, row, table
from language.phrases_arguments import a_person, said, the_person, until_when
from language.phrases_classes import CALM, CONDITION, END, HEDGE, NEGATION, NOTHING, OTHERS
from language.phrases_contractor import STOP
from language.phrases_counted import PAID
from language.phrases_dates import DUE
from language.phrases_review import APPROVE, REDO

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
        r"(?:please |instead |just |let's )?(?:let|have) (?=\S+ (?:\S+ )?(?:do|take|handle|finish|work on) "
        r"(?:it|this|that|over|care|the task))",
        f"{NEGATION}|if|when|you do",
        arg=a_person,
    ),
    row(
        "assign",
        rf"{_CAN}ask (?=\S+ (?:\S+ )?to (?:do|take|handle|finish) (?:it|this|that|over|care|the task))",
        f"{NEGATION}|if|when",
        asks=True,
        arg=a_person,
    ),
    row(
        "assign",
        r"(?:can |could |maybe )?(?!i |we |you |he |she |they |it |this |that |who )\S{2,20} "
        r"(?:should |can |will |could )?(?:do|take|handle|finish)"
        r" (?:it|this|that|this one)(?: over)? instead\b|(?:can |could )(?!i |we |you |he |she "
        r"|they )\S{2,20} take (?:it|this|that|this one) over\b",
        f"{NEGATION}|if|when",
        asks=True,
        arg=the_person,
    ),
    row(
        "assign",
        r"(?:i'd|i would|we'd) (?:rather|prefer to|like to) have (?=\S+ (?:do|take|handle|finish))"
        r"|(?:i'd|i would|we'd|i|we) (?:like|prefer|want) (?=\S+ to (?:do|take|handle|finish) (?:it|this"
        r"|that|over|care|the task))"
        r"(?!you |him |her |them |it |me |us )",
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
        rf"|delete){_THE_TASK}(?={END}| (?:please|for now|then|after all|now|because|as|since"
        rf"|altogether|and))",
        CALM,
    ),
    row("cancel", r"(?:never ?mind)" + END, NOTHING),
    row("cancel", r"please (?:do )?cancel" + END, CALM),
    row(
        "cancel",
        rf"{_WANT}(?:call{_THE_TASK} off|(?:disregard|ignore|discard|stop|end|terminate|withdraw|scratch"
        rf"|skip|leave|ditch)"
        rf" (?:this|that|the) (?:whole )?(?:task|job|project|assignment|one)){END}",
        CALM,
    ),
    row(
        "cancel",
        r"(?:we|i)(?:'ve| have)? decided (?:not to (?:do|go|proceed|continue|pursue)|against (?:it|this"
        r"|that))\b",
        NOTHING,
    ),
    row(
        "cancel", r"(?:i'm |we're |i am |we are )?cancell?ing (?:it|this|that|the task)\b|call it off\b", CALM
    ),
    row(
        "cancel",
        rf"(?:we|i)(?: really| actually)? (?:don't|do not|no longer|won't|will not) (?:need|want"
        rf"|require){_THE_TASK}(?: (?:any ?more|any longer|after all|now))?{END}",
        f"{HEDGE}|if|unless|he|she|they",
    ),
    row(
        "cancel",
        rf"(?:we|i)(?:'re|'m| are| am) (?:not|no longer) (?:doing|going ahead with|going through with"
        rf"|going forward with"
        rf"|proceeding with|continuing with|pursuing|going to do|going to need|interested"
        rf" in){_THE_TASK}(?: (?:any ?more|any longer|after all"
        rf"|now))?{END}",
        f"{HEDGE}|if|unless|today|until",
    ),
    row(
        "cancel",
        rf"(?:(?:this|it|that|the task)(?:'s| is|s)? )?(?:no longer (?:needed|required|necessary"
        rf"|relevant)|not (?:needed|required|necessary) (?:any ?more|any longer|after all)){END}",
        f"{HEDGE}|if|unless",
    ),
    row(
        "cancel",
        r"(?:you can |please |let's )?(?:please )?stop (?:all )?(?:work|working)(?: on (?:this|it"
        r"|that|the task))\b",
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
        r"(?:let's |let us |please |we should )?(?:hold (?:off|on)(?: (?:on|with) (?:this|it"
        r"|this one|that))?(?= (?:for now|until|on)"
        r"|$|[,;.])|pause (?:this|it|the task|here|work|for now)|hold (?:this|this task|the task)(?=$"
        r"|[,;.]| (?:for|until))|put (?:this|it) aside)",
        f"{NEGATION}|{OTHERS}|maybe",
        arg=until_when,
    ),
    row(
        "hold",
        r"(?:let's |please |we(?:'ll| should| will)? )(?:wait|stop)(?: with (?:this|it|that))? "
        r"(?=for now|until|till)|on hold (?:for now|until|please|till)\b",
        f"{NEGATION}",
        arg=until_when,
    ),
    row(
        "resume",
        r"(?:you can |let's |please |we can |ok to |feel free to )?(?:now )?(?:resume|restart|unpause"
        r"|carry on with|continue with|go on with|continue|pick) (?:this|it|work|the task|working)(?: "
        r"(?:back )?up)?(?: again| now| with this)*\b",
        f"{NEGATION}|{CONDITION}|{OTHERS}",
    ),
    row(
        "resume",
        r"(?:(?:you can|let's|please|we can) (?:now )?(?:carry on|resume|continue|go on)(?: now| again|"
        r" please)?"
        r"|(?:carry on|go on|continue|resume)(?: now| again)? please)"
        + END
        + r"|(?:this|it|the task) is (?:back on|off hold)\b",
        f"{NEGATION}|{CONDITION}",
    ),
    row(
        "status",
        r"(?:is there |are there |do you have |have you got |can i (?:get|have) |could i (?:get|have) "
        r"|got )?(?:any|an|a|some|quick)(?: \w{3,10})?(?: \w{3,10})? (?:updates?|news|progress|word|eta)\b",
        "thanks|for the blog",
        asks=True,
    ),
    row(
        "status",
        r"(?:still on track|all on track|(?:are|is) (?:you|it|this|everything|we) "
        r"(?:\w{2,8} )?(?:done|finished|ready|on track|nearly done)(?: yet| already| with (?:it"
        r"|this))?$"
        r"|how(?:'s| is| are) (?:we|you|it|this|things) (?:doing|getting on|looking)(?: (?:on"
        r"|with) (?:this|it))?|what's happening (?:with|on) (?:this|it))"
        r"|(?:what's|what is|whats|how's|how is|how are) (?:the |our |your )?(?:\w{1,10} )?(?:status"
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
        r"|progress)|(?:did|have) you (?:finish|finished|start|started|done)(?: (?:it|this|that|yet"
        r"|already|with (?:it|this)))*$"
        r"|when (?:will|can|do) (?:this|it|you|i|we) (?:be |have |get |expect )?(?:it "
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
        r"| please)?" + END,
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
        r"(?:please )?split (?:it|them|this)(?: up| into (?:two|three|several|separate)(?: tasks)?)?" + END,
        f"{NEGATION}|if|bill|cost",
    ),
    row("one", r"(?:please )?keep (?:it|this|them)(?: as)? (?:one|together|one task)\b", NEGATION),
)

OWNER = table(*APPROVE, *REDO, *ASSIGN, *CANCEL, *DUE, *TURNS, *PAID, *STOP)
