"""How contractors say that work is finished, or that it is not after all."""

from language.phrases import Phrase, row
from language.phrases_classes import END, NOTHING, NOW, WE

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
    r"|handed in|in place|taken care of|accomplished)"
)

_MADE = (
    r"(?:made|sent|uploaded|posted|entered|updated|published|printed|fixed|installed|called|translated"
    r"|transcribed|cleaned"
    r"|checked|written|filled in|filled out|tested|painted|repaired|booked|ordered|scanned|edited|typed"
    r"|proofread|recorded"
    r"|exported|labell?ed|sorted|emailed|mailed|shipped|packed|corrected|replaced|built|designed)"
)

_TAIL = (
    r"(?=[ ]*(?:$|[,;.:!)(–—-]| (?:po|now|today|yesterday|tonight|already|this|last|with (?:it|this"
    r"|that|the task|everything|all)"
    r"|and|as|in|at|per|everything|all|the|it|here|on|for you|sir|ma'am|with thanks|thanks"
    r"|thank you|successfully|ahead|early|from)\b))"
)

DONE: tuple[Phrase, ...] = (
    row(
        "done",
        rf"(?:all |now |everything |finally |work |task |job |job's |order |and |also "
        rf"|that's )?(?:{_FINISHED}){_TAIL}",
    ),
    row(
        "done",
        rf"(?:the |this |your |my )?(?:task|job|work|order|project|mission|trabajo|tarea|travail"
        rf"|tarefa|trabalho|encargo|auftrag|arbeit|aufgabe)"
        rf"(?:'s| is| all| now| has been| est| ist| esta)* (?:{_FINISHED}|fertig|erledigt"
        rf"|abgeschlossen|hecho|hecha|listo|lista|terminad[oa]"
        rf"|terminee?|fini|finie|faite?|feit[oa]|concluid[oa]|pront[oa])(?:{_TAIL}|(?= [a-z]{{2,10}}$))",
    ),
    row(
        "done",
        rf"(?:{WE}(?:'ve| have)? )?{NOW}(?:delivered|submitted|returned|handed (?:it "
        rf"|everything )?(?:over|in))(?: it| this| everything| the \w{{1,20}})?"
        r" (?:to|at|on|via|by (?:mail|email|hand|post|courier))\b"
        rf"|(?:{WE}(?:'ve| have)? )?{NOW}(?:handed|turned) (?:it |everything |the \w{{1,20}} )?(?:over|in)"
        rf"(?: (?:just now|today|yesterday|already|now|this (?:morning|afternoon|evening)))?{END}",
    ),
    row(
        "done",
        rf"{_THING}(?:'s| is| are| has been| have been| got| was| were) {NOW}(?:{_FINISHED}|uploaded"
        rf"|posted|published)\b",
    ),
    row(
        "done",
        rf"{_THING}(?:'s| is| are) {NOW}ready(?=$|[,;.]| (?:for (?:your |the |a )?(?:review|approval"
        rf"|you|check|pick|download|delivery|collection)|to (?:go|view|check|review|download|send)|now"
        rf"|in))",
    ),
    row(
        "done",
        rf"{WE}(?:'ve|'m|'re| have| am| are)? {NOW}(?:{_FINISHED}|wrapped (?:this|it|that"
        rf"|everything) up){_TAIL}",
    ),
    row(
        "done",
        rf"{WE}(?:'ve|'m|'re| have| am| are)? {NOW}(?:finished|completed|finalised|finalized|delivered"
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
    row("done", r"that(?:'s| is) (?:everything|all of (?:it|them))" + END),
    row(
        "done",
        rf"(?:{WE}(?:'ve| have)? )?{NOW}(?:uploaded|sent|put|saved|delivered|attached|emailed"
        rf"|mailed|shared) "
        r"(?:you )?(?:over )?(?:all )?(?:the|your|my) (?:\w{1,20} )?(?:final|finished|completed"
        r"|finalised|finalized)\b",
    ),
    row(
        "done",
        r"(?:all set|good to go|up and running|mission accomplished|all wrapped up|all yours|ready for "
        r"(?:your )?(?:review|approval))" + END,
    ),
    row(
        "done",
        rf"all (?:of )?(?:the |my |your )?(?:\w{{1,20}} ){{1,3}}(?:are |is |have been |has been )?{NOW}"
        rf"(?:{_FINISHED}|{_MADE}){END}",
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
        r"|tout est |ja esta |ja |tudo |esta tudo )?(?:fertig|erledigt|abgeschlossen|hecho"
        r"|listo(?!,? (?:ya (?:lo|la|los|las)|lo|la|voy|manana)\b)|terminado|termine|fait|fini|feito"
        r"|concluido|terminei|esta pronto)|esta pronto|(?:tudo"
        r"|todo|esta todo|tudo esta|esta tudo) (?:pronto|listo)|ya termine"
        r"|j'ai (?:fini|termine)|he terminado|tapos na|nagawa ko na|ist alles (?:fertig|erledigt))\b",
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
