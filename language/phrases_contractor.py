"""What contractors write instead of the words of the table."""

from language.phrases import (
    CALM,
    DATED,
    FIRM,
    LOOSE,
    NEGATION,
    NOTHING,
    OTHERS,
    Phrase,
    a_date,
    a_share,
    an_amount,
    its_text,
    row,
    some_hours,
)

_END = r"(?=[ ]*(?:$|[,;.:!)(–—-]))"
_NICE = r"(?: (?:po|sir|ma'am|boss|thanks|thank you|with thanks|then|cheers|mate|[a-z]{2,12}))?"
_I = r"(?:i|we)"
_I_AM = r"(?:i'm|i am|im|we're|we are)"
_IT = (
    r"(?:it|this|that|this one|that one|everything|the task|this task|task|job|work|the job|them|these"
    r"|all(?: of (?:it|this|them|the \w{1,20}))?)"
)
_THING = (
    rf"(?:{_IT}|(?:the|your|my work on the|our) \w{{1,20}}(?: \w{{1,20}})?(?: \w{{1,20}})?|all "
    rf"(?:the )?\w{{1,20}}(?: \w{{1,20}})?)"
)
_FINISHED = (
    r"(?:done|complete|completed|finished|finalised|finalized|sorted|wrapped up|delivered|submitted"
    r"|handed in|in place|taken care of)"
)
_TAIL = (
    r"(?=[ ]*(?:$|[,;.:!)(–—-]| (?:po|now|today|yesterday|tonight|already|this|last|with (?:it|this"
    r"|that|the task|everything|all)"
    r"|and|as|in|at|per|everything|all|the|it|here|on|for you|sir|ma'am|with thanks|thanks"
    r"|thank you|successfully|ahead|early|from)\b))"
)
_NOW = r"(?:just |now |already |finally |all |also |fully |both |successfully |officially )?"
_CANNOT = (
    r"(?:can't|cannot|can not|cant|couldn't|could not|won't be able to|(?:am|'m|are|'re) (?:not able"
    r"|unable) to|unable to)"
)

DONE: tuple[Phrase, ...] = (
    row(
        "done",
        rf"(?:all |now |everything |finally |work |task |job |job's |order |and |also "
        rf"|that's )?(?:{_FINISHED}){_TAIL}",
    ),
    row(
        "done",
        rf"{_THING}(?:'s| is| are| has been| have been| got| was| were) {_NOW}(?:{_FINISHED}|uploaded"
        rf"|posted|published)\b",
    ),
    row(
        "done",
        rf"{_THING}(?:'s| is| are) {_NOW}ready(?=$|[,;.]| (?:for (?:your |the |a )?(?:review|approval"
        rf"|you|check|pick|download|delivery|collection)|to (?:go|view|check|review|download|send)|now"
        rf"|in))",
    ),
    row(
        "done",
        rf"{_I}(?:'ve|'m|'re| have| am| are)? {_NOW}(?:{_FINISHED}|wrapped (?:this|it|that"
        rf"|everything) up){_TAIL}",
    ),
    row(
        "done",
        rf"{_I}(?:'ve|'m|'re| have| am| are)? {_NOW}(?:finished|completed|finalised|finalized|delivered"
        rf"|submitted) (?:the|this|your|my|it|all)\b",
    ),
    row(
        "done",
        r"(?:wrapped (?:this|it|that|everything) up|finished (?:the|this|it|up|everything)|completed "
        r"(?:the|this|it|everything))\b",
    ),
    row(
        "done",
        r"that(?:'s| is) (?:the |it |all |everything )?(?:\w{1,20} )?(?:\w{1,20} )?(?:done|finished"
        r"|sorted|complete|completed)\b",
    ),
    row("done", r"that(?:'s| is) (?:everything|all of (?:it|them))" + _END),
    row(
        "done",
        r"(?:all set|good to go|up and running|mission accomplished|all wrapped up|all yours|ready for "
        r"(?:your )?(?:review|approval))" + _END,
    ),
    row(
        "done",
        r"all (?:the )?\w{1,20} (?:\w{1,20} )?(?:made|sent|uploaded|posted|entered|updated|published"
        r"|printed|fixed|installed|called|translated|transcribed|cleaned|checked)" + _END,
    ),
    row(
        "done",
        r"(?:please find |here(?:'s| is| are) |here you (?:go|are)[,:]? |attached (?:is |are "
        r"|you'll find |please find )?|find )(?:attached )?(?:the |your |my "
        r"|all )?(?:\w{1,20} )?(?:final|finished|completed|finalised|finalized)\b",
    ),
    row(
        "done",
        r"(?:the |your )?(?:final|finished|completed) \w{1,20}(?: \w{1,20})?(?: is| are)? (?:attached"
        r"|uploaded|delivered|in (?:the|your|our|drive|dropbox))\b",
    ),
    row(
        "done",
        r"(?:everything|all) (?:is |has been )?(?:uploaded|delivered|in the (?:shared )?folder|in "
        r"(?:drive|dropbox|place))",
    ),
    row("done", r"uploaded (?:everything|all|the final|the finished)\b"),
    row(
        "done",
        r"(?:(?:ist |alles |alles ist |habe alles |hab alles |schon |ya esta |ya |esta |todo |c'est "
        r"|tout est |ja esta |ja |tudo |esta tudo )?(?:fertig|erledigt|abgeschlossen|hecho|listo"
        r"|terminado|termine|fait|fini|feito|concluido|terminei|esta pronto)|esta pronto|ya termine"
        r"|j'ai (?:fini|termine)|he terminado|tapos na|nagawa ko na|ist alles (?:fertig|erledigt))\b",
    ),
)

ACCEPT: tuple[Phrase, ...] = (
    row(
        "accept",
        rf"(?:{_I_AM} )?(?:already |right |straight )?on it(?=$|[,;.:!]| (?:now|right|already|thanks"
        rf"|boss|sir|po|today|straight))",
        LOOSE,
    ),
    row(
        "accept",
        rf"(?:got it|got this|gotcha|noted|received|understood|roger|copy that|confirmed|will do"
        rf"|shall do|sure|sure thing|of course|certainly|absolutely|no problem|not a problem|np"
        rf"|no worries|consider it done|leave it with me|count me in|deal|with pleasure|my pleasure"
        rf"|gladly|happy to|glad to|okie|okey|you got it|agreed|yes i can|can do|no prob"
        rf"|all right){_NICE}{_END}",
        LOOSE,
    ),
    row(
        "accept",
        rf"(?:i'd be |i would be |i'll be |{_I_AM} |we'd be )?(?:more than |very )?(?:happy|glad"
        rf"|pleased|delighted) to (?:take|help|do|assist|work|get|accept|start)\b",
        f"{NEGATION}|if|unless|he|she|they",
        whole=True,
    ),
    row(
        "accept",
        rf"(?:yes[, ]+)?{_I} can (?:certainly |definitely |surely |do |easily )?(?:do|take|help|handle"
        rf"|manage|start|make|fit)\b",
        f"{FIRM}|part",
    ),
    row(
        "accept",
        rf"(?:{_I}'ll|{_I} will|will) (?:gladly |happily |be happy to )?(?:do (?:it|this|that|the)"
        rf"|take (?:it|this|care|on)|handle|get (?:right |straight )?(?:on|started|to (?:it|work))"
        rf"|start|begin|work on|jump on|see to|sort (?:it|this))\b",
        FIRM,
    ),
    row(
        "accept",
        r"(?:starting|getting started|get started|beginning)(?: on (?:it|this)| with (?:it|this)| this"
        r"| work)?(?: right)?(?: away| now| today| tomorrow| this| asap| immediately)?" + _END,
        FIRM,
    ),
    row("accept", rf"(?:{_I_AM} )?(?:already |currently )?working on (?:it|this)\b", FIRM),
    row(
        "accept",
        rf"(?:{_I} (?:do |hereby |gladly |happily )?accept|accepted|accepting)(?=$|[,;.:!]| (?:this|the"
        rf"|and|with|thanks|thank))",
        FIRM,
    ),
    row(
        "accept",
        r"(?:sounds (?:good|great|fine|doable)|looks doable|that works|works for me|that's fine"
        r"|fine with me|fine by me)" + _END,
        FIRM,
    ),
    row(
        "accept",
        r"(?:(?:das )?mach(?:e)? ich|wird gemacht|ich kummere mich|ich ubernehme|alles klar|geht klar"
        r"|gerne|verstanden|de acuerdo|lo hago|claro(?: que si)?|con gusto|me encargo|perfecto"
        r"|entendido|ca marche|d'accord|je m'en occupe|bien recu|entendu|avec plaisir|pode deixar"
        r"|deixa comigo|combinado|com certeza|sige(?: po)?|opo|noted po|copy po)\b",
        FIRM,
    ),
)

DECLINE: tuple[Phrase, ...] = (
    row(
        "decline",
        rf"{_I}(?:'m| am|'re| are)? ?{_CANNOT} (?:take|accept|do|commit to|fit|handle|make) "
        rf"(?:\w{{1,10}} )?(?:this|it|that|on|in)\b",
        CALM,
    ),
    row("decline", rf"{_I} {_CANNOT} help (?:you |out )?(?:with|here|on|this|out)\b", CALM),
    row(
        "decline",
        rf"(?:{_I}(?:'ll| will|'d)? ?(?:have to|must|need to|would|should|am going to|'m going to)? ?"
        rf"|going to )(?:pass(?: on (?:this|it|that)|$)|decline|turn (?:this|it) down|say no)\b",
        rf"{OTHERS}|if|unless|not",
    ),
    row(
        "decline",
        rf"(?:{_I_AM}|am|i was) (?:afraid |currently |already |totally |completely "
        rf"|quite )*(?:fully booked|booked (?:up|solid|out)|not available|unavailable|flat out|swamped"
        rf"|overbooked|at capacity|too busy|not the right person|no longer available)\b",
        r"but|until|before|on (?:mon|tue|wed|thu|fri)\w*",
    ),
    row(
        "decline",
        rf"(?:{_I} (?:currently |really |just )?(?:don't|do not|dont) have|no) (?:the |any "
        rf"|enough )?(?:capacity|time|bandwidth|availability|free time)\b",
        r"until|before|if",
    ),
    row(
        "decline",
        r"(?:it's |this is |that's )?(?:not something (?:i|we) (?:can|do)|not (?:really )?my (?:area"
        r"|field|thing|trade)|outside my|out of my (?:depth|area))\b",
        NOTHING,
    ),
    row(
        "decline",
        r"(?:you (?:should|may want to) |please )?(?:find|ask|use|hire|give (?:this|it) to) (?:someone"
        r"|somebody|another|a different)\b",
        "how|can i|should i",
    ),
    row("decline", rf"{_I}(?:'d| would) rather not\b|{_I} (?:decline|refuse)\b|not for me\b", NOTHING),
    row(
        "decline",
        r"(?:kann ich (?:das |es |diese\w* \w+ )?(?:leider )?nicht (?:ubernehmen|machen)"
        r"|(?:das )?schaffe ich (?:leider )?nicht|ich kann (?:das |leider |es )*nicht (?:ubernehmen"
        r"|machen)|no puedo (?:hacerlo|aceptar|tomar|con)|je ne peux pas (?:le |la )?(?:prendre"
        r"|accepter|faire)|nao posso (?:fazer|aceitar|assumir|pegar))",
        NOTHING,
    ),
)

_NEEDED = (
    r"(?:access|permissions?|logins?|password|credentials|keys?|files?|link|address|photos?|pictures?"
    r"|logo|list|template|numbers?|script|approval)"
)

BLOCKED: tuple[Phrase, ...] = (
    row(
        "blocked",
        rf"(?:{_I_AM} )?(?:still |currently |now |completely |totally |a bit |kind of "
        rf"|really )?(?:blocked|stuck|held up|locked out)(?=$|[,;.:!]| (?:on|with|by|because|as|at|here"
        rf"|since|again|until|and|right|now|due))",
        NEGATION.replace("no|", ""),
    ),
    row(
        "blocked",
        rf"(?:but |so )?(?:{_I}(?:'m| am|'re| are)? ?)?(?:still )?{_CANNOT} (?:proceed|continue|go on"
        rf"|go any further|move (?:on|forward|ahead)|start|begin|finish|progress|access|open|log ?in"
        rf"|log into|sign in|get (?:in|into|access|past|through)|reach (?:the|your)|find (?:the|your)"
        rf"|download|view|connect)\b",
        "the client can|but|if you",
    ),
    row(
        "blocked",
        rf"(?:but )?{_I} (?:still |currently )?(?:don't|do not|dont|haven't|have not) (?:have|got"
        rf"|received|yet have|get)(?: got| received)? (?:yet )?(?:any |the |an |a |my "
        rf"|your )?(?:\w{{1,15}} )?(?:\w{{1,15}} )?{_NEEDED}\b",
        NOTHING,
    ),
    row(
        "blocked",
        rf"(?:but )?{_I} (?:have|got) no {_NEEDED}\b|(?:still )?no {_NEEDED} (?:yet|to|for)\b|{_I} "
        rf"(?:still )?(?:lack|miss) (?:the |your )?{_NEEDED}\b",
        NOTHING,
    ),
    row(
        "blocked",
        rf"(?:but )?(?:{_I_AM} )?(?:still |just |currently )?(?:waiting|awaiting)(?: for| on)? "
        rf"(?!to see|in line|list)(?:the|your|photos|his|her|their|approval|access|an|a|some|feedback"
        rf"|input|payment|parts|materials?|client)\b",
        "if",
    ),
    row(
        "blocked",
        r"(?:the|your|this|that) \w{1,20} (?:\w{1,20} )?(?:won't|doesn't|does not|isn't|is not|will not"
        r"|didn't) (?:open|load|work|working|let me|download)\b",
        NOTHING,
    ),
    row(
        "blocked",
        rf"(?:the|your) {_NEEDED} (?:you sent |is |are |seems? |has |have )+(?:missing|broken|locked"
        rf"|expired|empty|wrong|dead|corrupt|corrupted|not there)\b",
        NOTHING,
    ),
    row(
        "blocked",
        r"(?:access|permission)(?: is| was)? denied\b|i(?: would|'d)? (?:still |first )?need (?:access"
        r"|the (?:password|login|key|keys|credentials|link))\b",
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
        "unblocked",
        rf"(?:{_I_AM} )?(?:no longer (?:blocked|stuck)|not (?:blocked|stuck) any ?more|unblocked"
        rf"|unstuck|back on track)\b",
        "if|once|when|will",
    ),
    row(
        "unblocked",
        rf"(?:{_I} )?(?:(?:now )?have|(?:'ve )?got|have got|(?:have )?received)(?: now| the| my)* "
        rf"(?:{_NEEDED}) (?:now|today|this)\b",
        "not|if|once|when",
    ),
    row(
        "unblocked",
        r"(?:it|that|the (?:link|login|password|file|access)|access|everything|login)(?: \w{1,10})? "
        r"(?:works|is working|opens) (?:now|again|fine now)\b|problem (?:is )?solved\b",
        "not|if|once|when",
    ),
)

_OBJECT = (
    r"(?:(?:it|this|that|everything|them|all|(?:the|your) \w{1,20}(?: \w{1,20})?)(?: all)?(?: done"
    r"| ready| finished| completed| over| back| to you| with you| for you| uploaded)* ?)?"
)
_DELIVER = (
    rf"(?:have|get|send|deliver|finish|complete|submit|upload|return|hand in|provide|wrap|be done"
    rf"|be finished|be ready|do) {_OBJECT}"
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
        rf"(?:but |so )?(?:(?:{_I}'ll|{_I} will|{_I} can|will|can|gonna|{_I_AM} going to) )(?:try to "
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
        r"(?:it|this|that|everything|the \w{1,20}(?: \w{1,20})?)(?:'ll| will) (?:be |take "
        r"|take me )(?:all )?(?:done|ready|finished|complete|completed|with you|delivered|until|till"
        r"|there)\b",
        DATED,
        arg=a_date,
    ),
    row(
        "eta",
        rf"(?:can|could|may|might|would it be possible|is it possible|is it ok|any chance)(?: {_I}| to"
        rf"| if {_I}| you give me)* (?:have|get|take|need|extend)\b",
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
        rf"{_I}(?:'ll|'d| will| would|'m going to)? ?(?:need|require) "
        rf"(?:\w{{1,10}} )?(?:\w{{1,10}} )?(?:until|till|days?|time|hours)\b",
        DATED,
        asks=True,
        arg=a_date,
    ),
    row(
        "eta",
        r"(?:deadline|due date|delivery|new date|date) (?:has |is |will |be |moved |changed |now |to "
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

_APPROX = (
    r"(?:about |around |roughly |approximately |approx |approx\. |some |a total of |at |now |currently "
    r"|already |~ ?|only |just |over )*"
)

COUNTED: tuple[Phrase, ...] = (
    row(
        "progress",
        rf"(?:{_I_AM}|it's|it is|this is|we're|currently|now|progress(?: is)?"
        rf"|status is)? ?{_APPROX}\d{{1,3}}(?:[.,]\d)? ?(?:%|per ?cent)(?: \w{{2,10}})?(?: (?:done"
        rf"|complete|completed|finished|through|there|ready|of the way|way through|with (?:it|this)|now"
        rf"|so far))*" + _END,
        NEGATION,
        arg=a_share,
    ),
    row(
        "progress",
        rf"(?:{_I_AM} |it's |it is |this is )?(?:about |roughly |around |now )?(?:halfway|half way"
        rf"|half-way)\b",
        NEGATION + "|house|point",
        arg=a_share,
    ),
    row(
        "progress",
        r"half of (?:it|them|the \w{1,20})(?: is| are|'s)? (?:done|finished|complete|completed|made)\b",
        NEGATION,
        arg=a_share,
    ),
    row(
        "progress",
        rf"(?:{_I}(?:'ve| have)? (?:done|finished|completed|called|made) |so far )?\d{{1,5}} ?(?:/"
        rf"|out of|of) ?(?:the |all )?\d{{1,5}}(?: \w{{1,20}})?(?: \w{{1,20}})?(?: are| is| have been"
        rf"| were)? (?:done|made|finished|complete|completed|called|sent|entered|so far|ready|through"
        rf"|translated|uploaded)\b",
        NEGATION,
        arg=a_share,
    ),
    row(
        "hours",
        rf"(?:(?:i|we|it|this|that|i've|we've|have|the whole thing|all in all|in total|overall|also|job"
        rf"|task|work|altogether) )*(?:worked|spent|took|logged|booked|used|clocked|put in)(?: me| us"
        rf"| on it| on this)? {_APPROX}(?=\d|half an|an hour|one hour|two hours|three hours)",
        f"{NEGATION}|{OTHERS}|will|every",
        arg=some_hours,
    ),
    row(
        "hours",
        rf"(?:my |the )?(?:total|total time|time|hours|total hours|time spent|hours worked|hours spent"
        rf"|total time spent|working time)(?: was| is| spent| so far| worked| on this| came to|:"
        rf"|,)* {_APPROX}(?=\d)",
        f"{NEGATION}|{OTHERS}",
        arg=some_hours,
    ),
    row(
        "hours",
        r"\d{1,3}(?:[.,:]\d{1,2})? ?(?:h|hrs?|hours?|mins?|minutes)(?: ?(?:and )?\d{1,2} ?(?:m|mins?"
        r"|minutes))?(?: (?:total|today|yesterday|so far|in total|worked|spent|of work|on (?:this|it)"
        r"|for (?:this|it)|all in|altogether))*" + _END,
        NEGATION + "|more|late",
        arg=some_hours,
    ),
    row(
        "invoice",
        r"(?:please find |please see |here(?:'s| is) |attached (?:is |please find )?|i attach "
        r"|i've attached |i have attached |find |see |sending )?(?:attached )?(?:my|our) "
        r"(?:\w{1,15} )?(?:invoice|bill|fee|total)\b",
        OTHERS,
        arg=an_amount,
    ),
    row(
        "invoice",
        r"(?:please find |here is |attached is )?(?:an? |the )?(?:invoice|bill)(?: is)? (?:attached"
        r"|enclosed|for (?:this|the) (?:task|job|work))\b",
        OTHERS,
        arg=an_amount,
    ),
    row(
        "invoice",
        r"that(?:'ll be|'ll come to| will be| comes to| makes| will come to|'s)? (?=(?:us|a|c"
        r"|au)?[$€£₱₹]? ?\d)[^ ]{1,12}(?: [a-z]{3,7})?(?: (?:please|in total|total|altogether|for "
        r"(?:this|it|everything)|all in))*" + _END,
        NEGATION,
        arg=an_amount,
    ),
    row(
        "invoice",
        rf"{_I}(?:'m| am|'ll| will)? charg(?:e|ing)\b|you owe (?:me|us)\b|total(?: due| is| amount)*:? "
        rf"(?=(?:us|a|c)?[$€£₱₹])",
        f"{NEGATION}|{OTHERS}",
        arg=an_amount,
    ),
    row(
        "invoice",
        r"(?:meine |anbei (?:meine )?)rechnung\b|(?:adjunto |mi )(?:mi )?factura\b|ma facture\b"
        r"|(?:segue )?minha fatura\b",
        NOTHING,
        arg=an_amount,
    ),
)

QUESTIONS: tuple[Phrase, ...] = (
    row(
        "question",
        r"(?:just )?(?:i have )?(?:one |a |another |two |some |a few |a couple of |quick |small "
        r"|just )+(?:\w{1,10} )?questions?\b",
        "answered|no more|without",
        asks=True,
        arg=its_text,
    ),
    row(
        "question",
        r"(?:but )?(?:i'm|i am|we're) (?:not sure|unsure|not clear|unclear|confused) (?:what|which|how"
        r"|where|if|whether|about|who)\b",
        "but i will",
        asks=True,
        arg=its_text,
    ),
    row(
        "question",
        r"(?:please|can you|could you|kindly)(?: please)? (?:clarify|confirm|advise|specify|explain)\b",
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

REOPEN: tuple[Phrase, ...] = (
    row(
        "reopen",
        r"(?:but )?(?:it's |it is |this is |that's |actually |i was wrong |still )?not (?:actually "
        r"|really |quite )?(?:done|finished|complete|ready) after all\b",
        NOTHING,
    ),
    row(
        "reopen",
        r"(?:please )?(?:ignore|disregard|forget) my (?:\w{1,10} )?(?:\"?done\"?|last (?:mail|message"
        r"|email))|i spoke too soon\b|scratch that\b|please reopen\b|reopen (?:this|it)\b",
        "if",
    ),
)

STOP: tuple[Phrase, ...] = (
    row(
        "stop",
        r"(?:stop|quit) (?:sending|emailing|mailing|e-mailing|writing|contacting|messaging)(?: (?:to|me"
        r"|us|these))",
        OTHERS,
    ),
    row(
        "stop",
        r"(?:take|remove) me (?:off|from) (?:the|this|your|all)\b|unsubscribe me\b|i (?:want|would like"
        r"|wish|need) to unsubscribe\b|no more (?:emails|e-mails|mails|messages|letters)\b",
        OTHERS,
    ),
)

CONTRACTOR = (*DONE, *ACCEPT, *DECLINE, *BLOCKED, *ETA, *COUNTED, *REOPEN, *QUESTIONS, *STOP)
