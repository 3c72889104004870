"""The words around a date that say whether it is due, and how firmly.

Each table holds phrases between " | " or line ends, folded, with small groups
like `(?:can|could) you` where words combine. `due_clauses` makes patterns of
them; a new wording is one phrase here and one row in a test.
"""

# Leads: what stands right before the date.
LATEST = r"""
no later than | not later than | no later then | nlt | on or before | on/before | at the latest | at latest
latest by | latest | by latest | the latest | at the very latest | not after
by no later than | or before | on or by | by or before | latest on | positively | strictly
spatestens | bis spatestens | spatestens bis | a mas tardar | como muito tarde | como muy tarde
como maximo | au plus tard | no maximo | no maximo ate | o mais tardar | no mais tardar | mais tardar
"""
DUE_NOUNS = r"""
due | deadline | due date | duedate | due by | cut-off | cutoff | drop-dead | drop dead | drop-dead date
hard stop | closing date | target date | target completion | completion date | delivery date | needed by
required by | need by | wanted by | finish date | final date
prazo | frist | abgabe | abgabetermin | fallig | faellig | fecha limite | fecha de entrega | plazo
echeance | date limite | data limite | data de entrega | a rendre | a livrer | liefertermin | stichtag
date de remise | date butoir | vence | deadline's | due date's
"""
NAMED_NOUNS = r"""
(?:target|completion|turnaround|time limit|wanted|turnaround time|timeline|timeframe|time frame|eta) LINK
submission LINK
(?:handover|delivery|when|timing|needed|required|schedule|finish|complete|deliver|return) LINK
(?:termin|entrega|livraison|delai) LINK
"""
NAMED_LINK = r"(?:(?:date|time|of|on|by) )?(?::|-|–|=|is)"
DEADLINE_OF = r"""
(?:deadline|due date|cut-off|cutoff|target date) (?:for|of|to) WORDS ENDS
(?:prazo|frist|plazo) (?:para|fur|pour|do|da|del) WORDS ENDS
(?:deadline|due date) (?:[^ .]+ ){0,7}(?:moved|pushed|extended|postponed|changed|shifted|rescheduled) ONTO
due (?:at|in|with|back|to|for) (?:[^ .]+ ){1,4}(?:on|by|before)
"""
DEADLINE_ONTO = r"(?:back |out |forward |up )?(?:to|until|till|by)"
DEADLINE_WORDS = r"(?:[^ .]+ ){1,6}"
DEADLINE_ENDS = r"(?:is|:|=|on|until|by|ist|es|est|e|-|–|will be)"
MAKE_THAT = r"""
change of plans? | new plan | new date | new deadline
(?:make|made) (?:that|it) | i mean | i meant | i meant to say | let's say | say | correction | rather
scratch that | sorry | actually | oops | no wait | wait
"""
HAVE_UNTIL = (
    r"(?:you|u|you've|you'll) (?:have|got|have got|get|had)(?: (?:got|only|about|up|just|exactly))?"
    r"(?: (?:until|till|to|til))?"
)
ALLOW = (
    r"allow | allow yourself | give yourself | you have | you get | you've got | in under | no longer than"
)
BEFORE = r"""
before (?:[^ ]+ ){0,3}(?:meeting|call|appointment|interview|presentation)(?: (?:on|at))?
before (?:[^ ]+ ){0,3}(?:demo|launch|event|party|trip)(?: (?:on|at))?
before | prior to | ahead of | ahead | in advance of | in time for
antes de | antes del | antes do | antes da | antes das | avant | avant le | vor | vor dem
"""
BY_WORDS = r"""
targeting | target | (?:we are|we're|i'm|i am) (?:aiming|shooting|looking) for
aim for | aiming for | shoot for | shooting for | push for | plan on | plan for
by | until | till | til | 'til | by about | by the | by around | up to | b4 | not beyond
bis | bis zum | hasta | hasta el | ate | ate a | ate o | d'ici | d'ici a | jusqu'a | jusqu'au
para | para el | pour | fur
"""
WITHIN = r"""
within | in | inside | inside of | in under | in less than | over | in about | within about | in max
in no more than | dentro de | dentro del | innerhalb | innerhalb von | binnen | im laufe | sous | dans
dans les | daqui a | daqui | no prazo de | en un plazo de | en el plazo de | dans un delai de
en moins de | en
en menos de | em | em ate | nas
"""
# What may stand between a lead and its date.
FILL = r"""
the | on | at | in | is | are | was | now | by | for | to | me | us | be | back | around | about | approx
ca | of | a | an | it | as | this | your | my | our | latest | no | later | than | before | until | till
end | date | time | hard | final | absolute | absolutely | strictly | next | - | – | — | : | = | , | \( | ;
~ | please | pls | still | officially | currently | target | line | set | moved | extended | pushed
postponed | shifted | changed | brought | forward | out | again | has | been | have | will | would | should
must | can | sometime | some | any | termina | acaba | finaliza | endet | lauft | ends | falls | closes
runs | until | bis | ate | hasta
el | le | la | las | los | les | am | den | o | dem | der | para | pour | zum | dia | ist | es | est
"""

# Whose sentence is it? Asked: somebody is to do it.
ASKED = r"""
please | pls | plz | kindly | pleas | plse | need | needs | needed | require | required | requires
want | wants | wanted | would like | i'd like | we'd like | i would love | i'd love | i'd need
would love | love to have | love to see | look forward | looking forward | looking to | hoping
trying to | wondering if
(?:can|could|will|would) (?:it|this|that|these|they|everything) | be grateful | do the needful
appreciate | appreciated | expect | expecting | grateful
(?:can|could|would|will|may|might) (?:you|u|ya|i|we|someone|y'all) | you can | you could | are you able
must be | must go | must have | must reach | must get | must arrive | have to | has to | got to | gotta
should | ought | shall
to be (?:done|finished|completed|submitted|ready|delivered|sent|returned|received|live|filed|paid|up)
is to be | let me have | let me know | let us know | you have | you've | you must | you need
you should | let's | looking for | aim | aiming | shoot | shooting | target | targeting | hope to have
hoping to have | hoping for | 
(?:would|'d|it'd|that'd|i'd|you'd|should|might) (?:[a-z]+ )?be (?:great|good|perfect|nice|ideal|super|lovely)
(?:would|'d|it'd|that'd|i'd|you'd|should) (?:[a-z]+ )?be (?:wonderful|helpful|brilliant|fantastic|grateful)
good to have | make sure | ensure | see that
remember to | don't forget | do you think | is it possible | any chance | how about | paki | paki-send
bitte | brauche | brauchen | benotige | benotigen | muss | mussen | sollte | sollten | kannst | konntest
konnen | konnten | konnte | wurden sie | wurdest | hatte gern | necesito | necesitamos | necesitaria
consegue | consegues | conseguiria | quiero | puedes | podrias | por favor | favor | envia
enviame | mandame | manda | hay que | debe | debes | tiene que | tienes que | preciso | precisamos
quero | pode | poderia | envie | mande | tem que | deve | faut | faudrait | besoin | peux | pourrais
pouvez | pourriez | merci de | svp | s'il | dois | devez | doit | veuillez | voudrais | aimerais
erledigen | schicken | liefern | senden | fertig
"""
# Stated: it is only told, of the writer or of somebody else.
SUBJECTS = r"""
i | we | he | she | they | it | that | there | who | which | ich | wir | er | sie | je | nous | il | elle | eu
nos | ele | ela | yo | nosotros | el | ella
"""
ADVERBS = r"""
also | then | just | only | really | personally | hope | think | guess | already | all | both | never
always
"""
SUBJECT_VERBS = r"""
will | 'll | won't | am | is | was | were | are | has | had | have | did | do | does | didn't | don't | can
can't | could | cannot | may | might | plan | leave | left | arrive | go | went | said | told | met | sent
got | get | pay | paid | launch | launches | open | opens | start | starts | begin | begins | travel | fly
review | publish | present | ship | stop | return | bought | thought | [a-z]{2,12}ed
bin | habe | werde | hatte | sind | waren | suis | ai | serai | sera | vou | estou | estarei | tenho
estoy | estare | voy | tengo
"""
STATED = r"""
^(?:the|a|an|our|my|his|her|their|this|that) [a-z]+ (?:[a-z]+ed|gave|made|paid|sent) | gave
(?:ich|wir|je|nous|eu|nos) [a-z']+ | te (?:la |lo |o |a )?(?:mando|envio|mandare|enviare|paso)
(?!you |will )[a-z]+ will
i'll | we'll | he'll | she'll | they'll | it'll | that'll | i'm | we're | he's | she's | they're | i've
we've | they've | i was hoping | was hoping | were hoping | will be | won't | wouldn't | was | were | had
did | didn't | said | says | told | wants | promised | doesn't | don't | cannot | can't | never | has been
have been | is closed | are closed | remain | remains | runs | ends | end | starts | begins | opens | closes
expires | expire | arrives | leaves | launches | lasts | happens | dries | ships | ship | costs | moved
happened | charged | came | went | got | took | met | gets | takes | comes | is | are | isn't | aren't | has
last time
ist | sind | war | waren | fallt | findet | bin | wird | werden | es | esta | fue | sera | son | estara
cierra
est | etait | ferme | sont | a lieu | aura | e | foi | fecha | fica | estou | estarei | estare | estoy | vou
voy | volto | vuelvo | salgo | saio | llegue | cheguei | llego | chego | trabajo | je serai | je suis
"""
OTHERS = r"""
he | she | they | the client | the customer | client | customer | clients | customers | the tenant
the landlord | the vendor | the supplier | the bank | everyone | somebody | who | which | whoever
our client | the boss | my boss | the council | the buyer | the seller | guests | employees | staff
users | members | students | visitors | buyers | sellers | people | applicants | tenants | residents
drivers | suppliers | vendors | nobody | participants | attendees | patients | readers | workers
candidates | anyone | parents | players | subscribers | shoppers | bidders | authors
"""
OTHERS_VERBS = (
    "wants | want | needs | need | must | should | has to | have to | expects | expect | may | can | could"
)
BYGONE = r"""
thanks for | thank you for | thx for | thanks to | obrigad[oa] por | gracias por | merci pour | merci d'avoir
danke fur | vielen dank fur | missed | wants to
(?:was|were) (?:supposed|meant|expected|due|going) to | (?:was|were) to be
should have been | had to
(?:should|could|would) have (?:been|had|gotten|sent|done)
"""
OWN_PLANS = r"""
should | shall | may | might | can | could | will | expect to | hope to | want to | plan to | aim to
intend to
"""
OWN_WISHES = "have | get | need | see | receive | want | require | like | be able"
OWN_TRIPS = r"""
(?:need|have|want|must|should|'d like|would like) (?:to )?(?:leave|go|be at|be in|be out|be there|catch) END
(?:need|have|want|must|should|'d like|would like) (?:to )?(?:travel|fly|pick up|run|head|meet|eat|drive) END
"""
CONDITIONS = r"""
if | unless | in case | once | when | whenever | while | because | since | although | so i | so we | so that
which | who | where | as i | as we
wenn | falls | weil | si | cuando | quand | lorsque | se
"""
# Verbs and things of handing over: with them a day needs no "by".
DELIVERY = r"""
i'd like | would like | we'd like | i'd love
need | needs | needed | send | sent | have | get | give | deliver | return | submit | finish | finished
complete | completed | want | done | ready | email | share | hand in | turn in | wrap up | wrap this up
upload | do | fix | file | bring | post | publish | ship | order | call | reply | respond | answer
update | prepare | write | make | review | check | forward | mail | text | pay | book | schedule
submitted | delivered | it | this | them | these | live | up | all | everything | section | part | phase
draft | final | outline | first pass | version | paki-send | send over | target
schicken | brauche | abgeben | liefern | fertig
necesit(?:o|a|amos|an|aria|ariamos) | mandame | preciso | mandar | enviar | entregar | tener | terminar
acabar | entrega | entregalo
quiero | listo | enviame | envie | mande | quero | pronto | enviar-me | entregue
(?:[a-z]+')?(?:envoyer|envoie|envoyez) | besoin | faut | envialo | mandalo | terminalo | hazlo
envoyer | rendre | livrer | pret | prete
"""
WANTED = r"""
need | needs | needed | want | wanted | ready | done | finished | have (?:it|this|them)
like (?:it|this|them)
"""

# How one due date stands among others.
FINAL = r"""
final | finals | all done | all of it | everything | whole | entire | complete | completed | finished
full | rest
it all | them all | all of them | all of this | all by | all due | all ready
final version | finished product | endgultig | finale?
"""
DRAFT = r"""
drafts? | outlines? | rough | sketch | sketches | first pass | first version | first cut | first half
section | part
phase | step | stage | milestone | checkpoint | questions? | preview | samples? | mock-up | mockups?
prototype
kick-off | kickoff | interim | half | progress | status | update me | quick update | wireframes? | storyboard
reply | confirm | let me know | tell me | acknowledge | proofs? | entwurf | borrador | brouillon | rascunho
"""
SOFT = r"""
ideally | preferably | hopefully | would be nice | if possible | if you can | best case | better still
optimally | prefer | am besten | idealerweise | idealement | idealmente
"""
CORRECTED = r"""
sorry | make that | make it | actually | correction | i mean | i meant | scratch that | rather | oops
no wait | wait | change of plan | my mistake | on second thought | update | edit
nein | perdon | pardon | desculpa | digo
"""
# What may follow a date at once.
AFTER_SOFT = r"""
if possible | if you can | if at all possible | would be (?:better|ideal|even) | ideally | preferably
"""
AFTER_HARD = r"""
(?:tops|max|maximum)(?: [,!)].*)?$ | to (?:finish|complete|deliver|do (?:it|this|that|them))
at the (?:very |absolute )?latest | latest | at latest | at the outside | deadline | cut-off | turnaround
is (?:the|my|our|your) (?:\w+ )?(?:deadline|drop-dead|last day|cut-off|cutoff|drop-dead|due
date|limit|latest) | hard stop
is (?:my |our )?(?:hard )?(?:deadline|due) | is when (?:i|we) need | is the drop
spatestens | au plus tard | a mas tardar | no maximo | fallig
"""
FINE_VERBS = r"""
is | are | would be | should be | will be | 'd be | would | will | works | work | suits | might be
could be
"""
FINE_ADVERBS = "be | just | also | totally | perfectly | more than | probably | absolutely"
FINE = r"""
fine | ok | okay | ideal | plenty | enough | great | good | perfect | nice | lovely | best | soon enough
early enough | do | suit | work | grand | preferred | preferable | super | for me | for us | better | soon
the target | my target
"""
