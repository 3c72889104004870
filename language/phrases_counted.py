"""What is counted: progress, hours, bills, and what is paid of them."""

from language.phrases import Phrase, row
from language.phrases_arguments import a_share, an_amount, maybe_amount, some_hours
from language.phrases_classes import APPROX, CONDITION, END, HEDGE, I_AM, NEGATION, NOTHING, OTHERS, WE

MONEY = (
    r"(?:(?:us|au?|c|ca|nz|r|mx|s|hk)?[$€£₱₹¥] ?\d|(?:usd|eur|gbp|php|inr|aud|cad|chf) ?\d|\d[\d.,]{0,12}"
    r" ?(?:[$€£₱₹¥]|usd|eur|gbp|php|inr"
    r"|aud|cad|chf|dollars?|bucks|euros?|pounds|quid|pesos|rupees)(?!\w))"
)
_A_SUM = r"[^ ]{1,14}(?: [a-z$€£₱₹¥]{1,7})?"

COUNTED: tuple[Phrase, ...] = (
    row(
        "progress",
        rf"(?:{I_AM}|it's|it is|this is|we're|currently|now|progress(?: is)?"
        rf"|status is)? ?{APPROX}\d{{1,3}}(?:[.,]\d)? ?(?:%|per ?cent)(?: (?:done"
        rf"|complete|completed|finished|through|there|ready|of the way|way through|with (?:it|this)|now"
        rf"|so far))*" + END,
        NEGATION,
        arg=a_share,
    ),
    row(
        "progress",
        rf"(?:{I_AM} |it's |it is |this is )?(?:about |roughly |around |now )?(?:halfway|half way"
        rf"|half-way)\b",
        NEGATION + "|house|point",
        arg=a_share,
    ),
    row(
        "progress",
        rf"(?:{WE}(?:'ve| have)? )?(?:done|finished|completed|made|did) (?:with )?(?:about |roughly "
        rf"|nearly )?(?:half|a third"
        r"|one third|two thirds|a quarter|one quarter|three quarters)(?: of (?:it|them|this|the"
        r" \w{1,20}))?" + END,
        NEGATION,
        arg=a_share,
    ),
    row(
        "progress",
        r"(?:about |roughly |the first )?(?:half|a third|one third|two thirds|a quarter|one quarter"
        r"|three quarters)"
        r"(?: of (?:it|them|this|the \w{1,20}))?(?: is| are|'s)? (?:done|finished|complete"
        r"|completed|made|through|there|way through)\b",
        NEGATION,
        arg=a_share,
    ),
    row(
        "progress",
        rf"(?:{WE}(?:'ve| have)? (?:done|finished|completed|called|made) |so far )?\d{{1,5}} ?(?:/"
        rf"|out of|of) ?(?:the |all )?\d{{1,5}}(?: \w{{1,20}})?(?: \w{{1,20}})?(?: are| is| have been"
        rf"| were)? (?:done|made|finished|complete|completed|called|sent|entered|so far|ready|through"
        rf"|translated|uploaded)\b",
        NEGATION,
        arg=a_share,
    ),
    row(
        "progress",
        rf"(?:{WE}(?:'ve| have)? |so far )(?:done|finished|completed|called|made|entered|translated"
        rf"|did) {APPROX}\d{{1,5}} ?(?:/|out of|of) ?(?:the |all )?\d{{1,5}}\b",
        NEGATION,
        arg=a_share,
    ),
    row(
        "hours",
        rf"(?:(?:i|we|it|this|that|i've|we've|have|the whole thing|all in all|in total|overall|also|job"
        rf"|task|work|altogether) )*(?:worked|spent|took|logged|booked|used|clocked|put in)(?: me| us"
        rf"| on it| on this)? {APPROX}(?=\d|half an|an hour|one hour|two hours|three hours)",
        f"{NEGATION}|{OTHERS}|will|every",
        arg=some_hours,
    ),
    row(
        "hours",
        rf"(?:my |the )?(?:total|total time|time|hours|total hours|time spent|hours worked|hours spent"
        rf"|total time spent|working time)(?: was| is| spent| so far| worked| on this| came to|:"
        rf"|,)* {APPROX}(?=\d)",
        f"{NEGATION}|{OTHERS}",
        arg=some_hours,
    ),
    row(
        "hours",
        r"(?:(?:one|two|three|four|five|six|seven|eight) hours?|\d{1,3}(?:[.,:]\d{1,2})? ?(?:h|hrs?"
        r"|hours?|mins?|minutes))(?: ?(?:and )?\d{1,2} ?(?:m|mins?"
        r"|minutes))?(?: (?:total|today|yesterday|this (?:week|morning|afternoon)|so far|in total"
        r"|worked|spent|of work|on (?:this|it)"
        r"|for (?:this|it)|all in|altogether))*" + END,
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
        rf"(?:(?:(?:please find|please see|here is|here's|attached|enclosed|see|find)(?: is)? )*(?:my "
        rf"|our |the )?(?:invoice|bill)(?: no\.?"
        rf" ?[\w/-]{{1,12}}| nr\.? ?[\w/-]{{1,12}}"
        rf"| #?\d{{1,8}})?(?: is| comes to| amounts to| totals?| over| of| for| about|:)* (?={MONEY})"
        rf"(?![^,;.]{{0,30}}\b(?:too|more|less|short|wrong|off|higher|lower|from)\b)"
        rf"|(?:my |our )?(?:fee|price|cost|charge|total)(?: is| of|:)? (?={MONEY}){_A_SUM}"
        rf"(?: (?:please|in total|total|altogether|for (?:this|it|everything)|all in))*{END})",
        f"{NEGATION}|{OTHERS}",
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
        r"(?:that|the total|my total|total|it)(?:'ll be|'ll come to| will be| comes to| makes"
        r"| will come to|'s)? (?=(?:us|a|c"
        r"|au)?[$€£₱₹]? ?\d)[^ ]{1,12}(?: [a-z]{3,7})?(?: (?:please|in total|total|altogether|for "
        r"(?:this|it|everything)|all in))*" + END,
        NEGATION,
        arg=an_amount,
    ),
    row(
        "invoice",
        rf"{WE}(?:'m| am|'ll| will|'d| would)? (?:like to |want to )?(?:charg(?:e|ing)|bill(?:ing)?"
        rf"|invoic(?:e|ing)) "
        rf"(?:you )?(?=\S{{0,4}}\d)|(?:please )?pay (?:me )?(?=\S{{0,4}}\d)|you owe (?:me|us)\b"
        rf"|total(?: due| is| amount)*:? "
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

PAID: tuple[Phrase, ...] = (
    row(
        "paid",
        r"(?:i|we)(?:'ve| have)?(?: just| already| now| today)? (?:paid|transferred|wired|sent (?:you "
        rf"|over |her |him )?(?:the |your )?(?={MONEY})|sent (?:you "
        r"|over |her |him )?(?:the |your )?(?:payment|money|amount)|settled (?:the|your) (?:invoice"
        r"|bill))\b",
        f"{NEGATION}|{HEDGE}|{CONDITION}",
        arg=maybe_amount,
    ),
    row(
        "paid",
        r"(?:the |your |a )?(?:payment|money|transfer)(?: (?:of|over|for) [^ ]{1,14}(?:"
        r" [a-z$€£]{1,7})?)?(?: has been| is| was| just)? (?:sent|made|done"
        r"|on its way|on the way|transferred|completed|initiated)\b",
        f"{NEGATION}|{HEDGE}|{CONDITION}|{OTHERS}|will|to be",
        arg=maybe_amount,
    ),
    row(
        "paid",
        rf"(?:just |already )?(?:transferred|wired|sent) (?:(?:you |over )?(?:the |your )(?:money"
        rf"|payment|amount)|(?:you |over )?(?:the |your )?(?={MONEY}))"
        r"|[$€£₱₹]?[\d.,]{1,10} ?(?:usd|eur|gbp|euros?|dollars|€"
        r"|\$)? (?:is |are |was |has been )?(?:paid|sent|transferred)\b|(?:just |already )?paid(?=$"
        r"|[,;.]| (?:it|you|this|that|in full|via|by|with|today|yesterday"
        r"|just|this|last|your|the (?:invoice|bill)|[$€£₱₹\d]))",
        f"{NEGATION}|{HEDGE}|{CONDITION}|{OTHERS}|tenant",
        arg=maybe_amount,
    ),
    row(
        "paid",
        r"(?:the |your )?(?:invoice|bill)(?: is| has been| was)? (?:paid|settled)\b",
        f"{NEGATION}|{HEDGE}|{CONDITION}|{OTHERS}|will",
        arg=maybe_amount,
    ),
)
