"""Which dates of a text are its due date: clauses, by what stands around a date.

Three questions are asked of each date that the grammar finds. What leads to it
("due", "no later than", "by")? Whose sentence is it ("please send", but not
"I will send")? What follows ("by Friday please", but not "by Friday Media")?
Each answer is a row of a table, matched against a bounded piece of folded text.
"""

import re
from dataclasses import dataclass

# How strongly a lead speaks of a due date; the strongest on a mail decides.
LABEL, DUE, BY, HAVE = 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class Lead:
    """One way to lead to a date: the words end right before it."""

    rule: str
    rank: int
    words: re.Pattern[str]
    before: bool = False


_FILL = (
    r"(?: (?:the|on|at|in|is|are|was|now|by|for|to|me|us|be|back|around|about|approx|ca|of|a|an|it|as|this|your|my|our"
    r"|latest|no|later|than|before|until|till|end|date|time|hard|final|absolute|absolutely|strictly|next|-|–|—|:|=|,|\(|;|~|el|le|la|am|den|o"
    r"|dem|der|para|pour|zum|ist|es|est|please|pls|still|officially|currently|target|line|set|moved|extended|pushed"
    r"|postponed|shifted|changed|brought|forward|out|again|has|been|have|will|would|should|must|can|sometime|some|any))"
)


def _lead(rule: str, rank: int, words: str, fill: int = 0, before: bool = False) -> Lead:
    filled = f"{_FILL}{{0,{fill}}}" if fill else ""
    return Lead(rule, rank, re.compile(rf"(?:^| )(?:{words}){filled}$"), before)


LEADS: tuple[Lead, ...] = (
    _lead("label", LABEL, r"(?:^|\n)(?:due|due date|deadline|due by|needed by|need by|required by) :", 1),
    _lead(
        "latest",
        DUE,
        r"no later than|not later than|no later then|nlt|on or before|on/before|at the latest|at latest|latest by"
        r"|latest|by latest|the latest|at the very latest|not after|no more than|by no later than|or before|spatestens|bis spatestens|spatestens bis"
        r"|a mas tardar|como muito tarde|como muy tarde|como maximo|au plus tard|no maximo|no maximo ate|o mais tardar"
        r"|positively|strictly|on or by|by or before|latest on",
        3,
    ),
    _lead(
        "due",
        DUE,
        r"due|deadline|due date|duedate|due by|cut-off|cutoff|drop-dead|drop dead|drop-dead date|hard stop|closing date"
        r"|target date|target completion|completion date|delivery date|needed by|required by|need by|wanted by|prazo|frist"
        r"|abgabe|abgabetermin|fallig|fecha limite|fecha de entrega|plazo|echeance|date limite|data limite|data de entrega"
        r"|a rendre|a livrer|liefertermin|stichtag|faellig|date de remise|date butoir|finish date|final date",
        5,
    ),
    _lead(
        "named",
        DUE,
        r"(?:target|completion|turnaround|turnaround time|timeline|timeframe|time frame|eta|submission|handover|delivery|when|timing"
        r"|termin|entrega|livraison|delai|needed|required|schedule|finish|complete|deliver|return)(?: (?:date|time|is|by|of|on))? (?::|-|–|=|is|by)",
        3,
    ),
    _lead(
        "deadline-of",
        DUE,
        r"(?:deadline|due date|cut-off|cutoff|target date|prazo|frist|plazo) (?:for|of|to|to get|para|fur|pour|do|da|del)(?: [^ .]+){1,6} (?:is|:|=|on|until|by|ist|es|est|e|-|–|will be)"
        r"|due (?:at|in|with|back|to|for)(?: [^ .]+){1,4} (?:on|by|before)",
        2,
    ),
    _lead("make-that", DUE, r"(?:make|made) (?:that|it)|i mean|i meant|i meant to say|let's say|say|correction|rather|scratch that|sorry|actually|oops|no wait|wait", 4),
    _lead("have-until", DUE, r"(?:you|u|you've|you'll) (?:have|got|have got|get|had)(?: (?:got|only|about|up|just|exactly))?(?: (?:until|till|to|til))?", 1),
    _lead("allow", DUE, r"allow(?: yourself)?|give yourself|you have|you get|you've got|in under|no longer than", 0),
    _lead("before", BY, r"before|prior to|ahead of|in advance of|antes de|antes del|avant|vor|antes do|antes da|in time for|antes das|vor dem|avant le|ahead", 2, True),
    _lead(
        "by",
        BY,
        r"by|until|till|til|'til|bis|bis zum|hasta|hasta el|ate|ate a|ate o|d'ici|d'ici a|jusqu'a|jusqu'au|para|pour|by about|by the|para el|fur|"
        r"up to|b4|not beyond|by around",
        3,
    ),
    _lead(
        "within",
        BY,
        r"within|in|inside|inside of|in under|in less than|over|in about|dentro de|dentro del|innerhalb|innerhalb von|binnen|sous|dans"
        r"|en|em|dans les|within about|in max|in no more than|im laufe|nas|en moins de|en menos de|em ate",
        2,
    ),
)

# A date behind these words is not the one meant: where it comes from, or what it is not.
NOT_LED = re.compile(
    r"(?:(?:^| )(?:from|since|after|instead of|rather than|than|of|dated|last|every|each|not|as of|per|about|starting|beginning|between"
    r"|started|began|begins|starts|effective|and not|through|thru|posted|sold|born|version|room|page|only|off|against|desde|seit|ab|depuis|a partir de"
    r"|from before|not until|not before|never before|placed by|placed before|dated before|received by|received before|hired by|up from)"
    r"|(?:not|n't|never|nothing|nobody) (?:\w+ ){0,6}(?:before|until|till|by)"
    r"|(?:older|earlier|sooner) than)(?: (?:the|on|at|around|,|:))*$"
)
_POSITIVE = re.compile(r"(?:no|not) (?:later|more|after|beyond|longer)|due|deadline|sooner|needed|latest|can't wait|cannot wait|don't (?:wait|need)|why not")

# Words before "by" that make it another "by", or before "due" that make it another "due".
OTHER_BY = re.compile(
    r"(?:^| )(?:stop|stops|stopped|stopping|drop|drops|dropped|come|comes|came|coming|swing|pass|passed|passes|go|goes|went|stand|standing|abide|walk|walked"
    r"|published|written|designed|drawn|painted|signed|owned|founded|directed|composed|produced|authored|run|led|hosted|taught|photographed|edited"
    r"|day|year|month|week|little|off|placed|ordered|book|booked|sponsored|powered) (?:it |them |this |that )?by(?: the)?$"
)
BY_COUNT = re.compile(
    r"(?:^| )(?:increased?|decreased?|reduced?|raised?|cuts?|multiply|divided?|up|down|grew|fell|rose|side|one|two|three|four|[a-z]{2,12}er|more|less|moved?|shift|adjust|\d+)"
    r"(?: [^ ]+){0,2} by(?: the)?$"
)
AFTER_FINE = re.compile(
    r"^(?:,|\(|-)? ?(?:is|are|would be|should be|will be|'d be|would|will|works|work|suits|might be|could be)(?: (?:be|just|also|totally|perfectly|more than|probably|absolutely))?"
    r" (?:fine|ok|okay|ideal|plenty|enough|great|good|perfect|nice|lovely|best|soon enough|early enough|do|suit|work|grand|preferred|preferable|super|for me|for us|better|soon|the target|my target)"
)
OTHER_DUE = re.compile(
    r"(?:^| )(?:amount|balance|payment|payments|rent|invoice|invoices|bill|bills|fee|fees|tax|taxes|premium|dues|installment|instalment|interest|money|total|sum|subscription"
    r"|past|over|was|were|baby|mortgage|loan|deposit|refund|salary|wages|insurance|pregnant)(?: [^ ]+){0,3} (?:due|fallig)(?: |$)"
    r"|(?:^| )(?:due|fallig) (?:to(?! (?:me|us|him|her|them|go|land))|diligence|process|course|respect)"
)
EVENT = re.compile(
    r"(?:^| )(?:meeting|meetings|call|webinar|party|conference|appointment|lunch|dinner|interview|flight|event|training|wedding|demo|show|sale|concert|exam|reunion|session"
    r"|class|course|workshop|visit|delivery|launch|festival|game|match|seminar|ceremony|table|reservation|reminder)(?: (?:on|for|at|is|the|this|,))*$"
)

# Whose sentence is it? Asked: somebody is to do it. Stated: it is only told.
ASKED = re.compile(
    r"(?:^| )(?:please|pls|plz|kindly|pleas|plse|need|needs|needed|require|required|requires|want|wants|wanted|would like|i'd like|we'd like|i would love|i'd love|i'd need|appreciate|appreciated|expect|expecting|grateful"
    r"|(?:can|could|would|will|may|might) (?:you|u|ya|i|we|someone|y'all)|you can|you could|are you able|must be|must go|must have|must reach|must get|must arrive|have to|has to|got to|gotta|should|ought|shall"
    r"|to be (?:done|finished|completed|submitted|ready|delivered|sent|returned|received|live|filed|paid|up)|is to be|let me have|let me know|let us know|you have|you've|you must|you need|you should|let's|looking for|aim|aiming|shoot|shooting|target|targeting"
    r"|hope to have|hoping to have|hoping for|be great|be good|be perfect|be nice|be ideal|be super|be lovely|be wonderful|be helpful|be brilliant|good to have|make sure|ensure|see that|remember to|don't forget|do you think|is it possible|any chance|how about|paki|paki-send"
    r"|bitte|brauche|brauchen|benotige|benotigen|muss|mussen|sollte|sollten|kannst|konntest|konnen|hatte gern|necesito|necesitamos|quiero|puedes|podrias|por favor|favor|envia|enviame|mandame|manda|hay que|debe|debes|tiene que|tienes que|preciso|precisamos|quero"
    r"|pode|poderia|envie|mande|tem que|deve|faut|faudrait|besoin|peux|pourrais|pouvez|pourriez|merci de|svp|s'il|dois|devez|doit|veuillez|voudrais|aimerais|erledigen|schicken|liefern|senden|fertig)(?= |$)"
)
_OTHERS = (
    r"(?:he|she|they|the client|the customer|client|customer|clients|customers|the tenant|the landlord|the vendor|the supplier|the bank|everyone|somebody|who|which|whoever|our client|the boss|my boss|the council|the buyer|the seller|guests|employees|staff|users|members|students|visitors|buyers|sellers|people|applicants|tenants|residents|drivers|suppliers|vendors|nobody|participants|attendees|patients|readers|workers|candidates|anyone|parents|players|subscribers|shoppers|bidders|authors)"
)
STATED = re.compile(
    r"(?:^| )(?:(?:i|we|he|she|they|it|that|there|who|which|ich|wir|er|sie|je|nous|il|elle|eu|nos|ele|ela|yo|nosotros|el|ella)(?: (?:also|then|just|only|really|personally|hope|think|guess|already|all|both|never|always))?"
    r" (?:will|'ll|won't|am|is|was|were|are|has|had|have|did|do|does|didn't|don't|can|can't|could|cannot|may|might|plan|planned|leave|left|arrive|go|went|moved|said|told|met|started|finished|sent|got|get|pay|paid|launched|opened|launch|launches|open|opens|start|starts|begin"
    r"|begins|travel|fly|review|publish|present|ship|stop|return|[a-z]{2,12}ed|bin|habe|werde|hatte|sind|waren|suis|ai|serai|sera|vou|estou|estarei|tenho|estoy|estare|voy|tengo|signed|bought|asked|expected|promised|agreed|hoped|thought|planned|hired|checked|received)"
    r"|estou|estarei|estare|estoy|vou|voy|fico|volto|vuelvo|salgo|saio|llegue|cheguei|llego|chego|trabajo|je serai|je suis|i'll|we'll|he'll|she'll|they'll|it'll|that'll|i'm|we're|he's|she's|they're|i've|we've|they've|i was hoping|was hoping|were hoping|will be|won't|wouldn't|was|were|had|did|didn't|said|says|told|wants|promised|doesn't|don't|cannot|can't|never|has been|have been|is closed|are closed|remain|remains"
    r"|runs|ends|end|starts|begins|opens|closes|expires|expire|arrives|leaves|launches|lasts|happens|dries|ships|ship|costs|moved|happened|charged|came|went|got|took|met|gets|takes|comes|is|are|isn't|aren't|has|ist|sind|war|waren|fallt|findet|bin|wird|werden|es|esta|fue|sera|son|estara|cierra|est|etait|sera|ferme|sont|a lieu|aura|e|foi|estara|fecha|fica|last time)(?= |$)"
)
OTHERS_WISH = re.compile(rf"(?:^| ){_OTHERS} (?:wants|want|needs|need|must|should|has to|have to|expects|expect|may|can|could)(?: (?!(?:it|this|these|them|everything|that)(?: |$))|$)")
OWN_GOING = re.compile(r"(?:^| )(?:i|we) (?:should|shall|may|might|can|could|will|expect to|hope to|want to|plan to|aim to|intend to)(?: (?:also|probably|then|still))?(?: (?!have|get|need|see|receive|want|require|like|be able)|$)|(?:^| )(?:i|we) (?:need|have|want|must|should|'d like|would like) (?:to )?(?:leave|go|be at|be in|be out|be there|catch|travel|fly|pick up|run|head|meet|eat|drive)(?: |$)")
CONDITION = re.compile(r"^(?:and |but |or |so |also |because |, )*(?:if|unless|in case|once|when|whenever|while|because|since|although|wenn|falls|weil|si|cuando|quand|lorsque|se|so i|so we|so that|which|who|where|as i|as we)(?: |$)")
DELIVERY = re.compile(
    r"(?:^| )(?:need|needs|needed|send|sent|have|get|give|deliver|return|submit|finish|finished|complete|completed|want|done|ready|email|share|hand in|turn in|wrap up|wrap this up|upload|do|fix|file|bring|post|publish|ship|order|call|reply|respond|answer|update|prepare|write|make|review|check"
    r"|forward|mail|text|pay|book|schedule|submitted|delivered|it|this|them|these|live|up|all|everything|section|part|phase|draft|final|outline|first pass|version|paki-send|send over|target|schicken|brauche|necesito|mandame|preciso|mandar|enviar|entregar|envoyer|rendre|livrer|tener|terminar|acabar|entrega|entregalo|abgeben|liefern|quero|quiero|listo|pret|prete|pronto|fertig|enviame|envie|mande|enviar-me|entregue)(?= |$)"
)
HARD_NOUN = re.compile(r"(?:^| )(?:need|needs|needed|send|have|get|give|deliver|return|submit|finish|complete|want|done|ready|email|share|in|over|up|back|it|this|them|these|me|us|do|that|all|everything|pass|draft|version|comments|one|out|finished|completed|delivered)$")

# How a candidate stands among others.
FINAL = re.compile(r"(?:^| )(?:final|finals|all done|all of it|everything|whole|entire|complete|completed|finished|full|rest|all|final version|finished product|endgultig|finale?)(?= |$)")
DRAFT = re.compile(
    r"(?:^| )(?:draft|drafts|outline|outlines|rough|sketch|sketches|first pass|first version|first cut|first half|section|part|phase|step|stage|milestone|checkpoint|question|questions|preview|sample|samples|mock-up|mockup|mockups|prototype"
    r"|kick-off|kickoff|interim|half|progress|status|update me|quick update|wireframes?|storyboard|entwurf|borrador|brouillon|rascunho|reply|confirm|let me know|tell me|acknowledge|proofs?)(?= |$)"
)
SOFT = re.compile(r"(?:^| )(?:ideally|preferably|hopefully|would be nice|if possible|if you can|best case|better still|optimally|am besten|idealerweise|idealement|idealmente|prefer)(?= |$)")
CORRECTED = re.compile(r"(?:^| )(?:sorry|make that|make it|actually|correction|i mean|i meant|scratch that|rather|oops|no wait|wait|change of plan|my mistake|on second thought|update|edit|nein|perdon|pardon|desculpa|digo)(?: |$)")
AFTER_SOFT = re.compile(r"^(?:,|\(|-)? ?(?:if possible|if you can|if at all possible|would be (?:better|ideal|even)|ideally|preferably)")
AFTER_HARD = re.compile(r"^(?:,|\(|-)? ?(?:at the (?:very |absolute )?latest|latest|at latest|spatestens|au plus tard|a mas tardar|no maximo|is the (?:\w+ )?(?:deadline|cut-off|cutoff|drop-dead|due date|limit|latest)|is (?:my |our )?(?:hard )?(?:deadline|due)|deadline|cut-off|turnaround|is when (?:i|we) need|is the drop|at the outside|hard stop)")
TO_FINISH = re.compile(r"^(?:to|for) (?:finish|complete|do|get|deliver|turn|send|submit|prepare|write|this|that)")


def refused(lead: str) -> bool:
    """Tell whether the words before a date say that it is not the one meant."""
    return NOT_LED.search(lead) is not None and _POSITIVE.search(lead[-40:]) is None
