"""The words of short answers, folded, by what they say."""

import re
from enum import StrEnum


class Kind(StrEnum):
    YES = "yes"
    NO = "no"
    OK = "ok"
    THANKS = "thanks"
    THUMB = "thumb"
    DONE_TICK = "done_tick"
    WILL_DO = "will_do"
    NUMBER = "number"


SHORT_WORDS: dict[Kind, str] = {
    Kind.YES: (
        "yes | yep | yeah | yup | yess | ja | jawohl | jep | si | oui | sim | yes please | yes sure | "
        "yes of course | go ahead | please do | opo | oo | of course | correct | that's right | "
        "exactly | confirmed | yes go ahead | yes it is | yes i do | yes i am | yes that's right | "
        "claro | bien sur | genau | on track | all on track | still on track | yes on track"
    ),
    Kind.NO: (
        "no | nope | nah | nein | non | nao | no thanks | no thank you | no need | hindi | rather not "
        "| not really | no please don't"
    ),
    Kind.WILL_DO: (
        "will do | on it | i'm on it | i am on it | will do so | i will | consider it done | mache "
        "ich | mach ich | wird gemacht | lo hago | je m'en occupe | pode deixar | vou fazer | sige po"
    ),
    Kind.OK: (
        "ok | okay | okey | k | kk | okie | oki | o.k | okidoki | okey-dokey | fine | fine by me | "
        "fine with me | sounds good | sounds great | sounds fine | alright | all right | good | great "
        "| perfect | excellent | super | nice | cool | awesome | brilliant | lovely | wonderful | "
        "fantastic | amazing | agreed | noted | got it | understood | that's fine | that works | "
        "works for me | looks good | all good | good to know | gut | passt | alles klar | geht klar | "
        "in ordnung | verstanden | einverstanden | vale | de acuerdo | bien | perfecto | esta bien | "
        "entendido | genial | d'accord | ca marche | tres bien | parfait | entendu | beleza | "
        "combinado | tudo bem | ta bom | perfeito | otimo | sige | copy | roger | perfekt | prima | "
        "top | good job | great job | great work | good work | nice work | nice job | well done | "
        "love it | lgtm | received | acknowledged | sure | sure thing | certainly | no problem "
        "| righto | right-o | right you are | c'est note | bien note | bien recu | well noted | duly noted"
    ),
    Kind.THANKS: (
        "thanks | thank you | thx | ty | tysm | thnx | tnx | thank u | thanks a lot | thanks so much "
        "| many thanks | thank you so much | thank you very much | much appreciated | appreciated | i "
        "appreciate it | cheers | danke | vielen dank | danke schon | dankeschon | danke dir | "
        "herzlichen dank | gracias | muchas gracias | mil gracias | merci | merci beaucoup | obrigado "
        "| obrigada | muito obrigado | muito obrigada | valeu | salamat | salamat po | maraming "
        "salamat | grazie | dank je | bedankt | thanks again | thank you again"
    ),
}
SAYS_NOTHING = frozenset(
    ["sorry", "so sorry", "very sorry", "i'm sorry", "i am sorry", "i'm afraid", "i am afraid", "afraid not"]
)  # beside a short word these change nothing: "no, sorry"
PLEASANTRY = re.compile(
    r"(?:have a (?:great|good|nice|lovely|wonderful) (?:day|evening|weekend|week|one|time)|enjoy "
    r"(?:your|the) (?:day|evening|weekend|week)"
    r"|(?:you too|same to you|talk soon|see you|take care|you're welcome|you are welcome|no problem"
    r"|my pleasure|all the best|happy \w+"
    r"|have fun|get well soon|good night|good luck|welcome|anytime|de nada|gern geschehen|de rien)"
    r"|thank(?:s| you)(?: (?:so|very) much| a lot)? for (?:the (?:quick |fast |kind "
    r"|detailed )?(?:update|reply|answer|response|info|information|news|note|help|heads[- ]up"
    r"|reminder|clarification|feedback)"
    r"|(?:letting me know|your (?:quick |fast |kind )?(?:help|reply|answer|update|message|time"
    r"|patience|work|understanding|response|email|mail)|everything|confirming|understanding|that"
    r"|this|it)))"
)
_PRAISE_LIST = (
    "great | perfect | excellent | super | nice | awesome | brilliant | lovely | wonderful | "
    "fantastic | amazing | looks good | all good | perfecto | genial | parfait | tres bien | "
    "perfeito | otimo | perfekt | prima | top | good job | great job | great work | good work | "
    "nice work | nice job | well done | love it | i love it | lgtm | that's great | that's perfect "
    "| this is great | this is perfect | it's perfect | it's great | looks great | looks perfect | "
    "fine | good | very good | very nice | that's fine | works for me | that works | gut | sehr gut "
    "| passt | cool | beautiful | superb | looks fine | approved | excelente | muy bien | muito bom "
    "| super job | top job | amazing work | excellent work | brilliant work | bravo | wow | "
    "absolutely perfect | just perfect | simply perfect | really good | really nice | really great "
    "| so good | spot on"
)
PRAISE = frozenset(form.strip() for form in _PRAISE_LIST.split("|"))
