"""The commonest things said in German, Spanish, French and Portuguese.

What these languages share is the shape: a person or a thing, a verb, an end.
They are folded, so no accent stands here. Rarer wordings stay plain words.
"""

from language.phrases import Phrase, row
from language.phrases_arguments import a_date
from language.phrases_classes import END, NOTHING, STRICT

_MUCH = (
    r"(?:alles|todo|tout|tudo|das|es|lo|la|damit|schon|jetzt|nun|gerade|ya|deja|ja|ahora|maintenant|agora)"
)
_NOW = rf"(?:{_MUCH} )?(?:{_MUCH} )?"
_OVER = (
    r"(?:fertig(?:gestellt)?|erledigt|abgeschlossen|geschafft|hecho|hecha|listo|lista|terminad[oa]s?"
    r"|completad[oa]s?|acabad[oa]|fini|finie|fait|faite|termine|terminee|boucle|pret|feit[oa]"
    r"|pront[oa]|concluid[oa]|finalizad[oa])"
)
_REASON = (
    r"(?=[ ]*(?:$|[,;.:!)(–—-]| (?:porque|weil|da|denn|parce|car|hasta|bis|en|in|esta|diese|cette|nesta)\b))"
)
_SORRY = (
    r"(?:leider |lo siento,? |desolee?,? |infelizmente |lamentablemente |malheureusement |nein,? |no,? "
    r"|non,? |nao,? )?"
)

ABROAD: tuple[Phrase, ...] = (
    row(
        "done",
        rf"(?:ich (?:bin|habe|hab)|bin|habe|hab|he|hemos|j'ai|on a|nous avons|esta|quedo|ist|sind|c'est"
        rf"|est|foi|ficou|eu) {_NOW}{_OVER}(?=[ ]*(?:$|[,;.:!)(–—-]| (?:el|la|las|los|le|les|o|a|os|as"
        rf"|todo|tout|tudo|y|et|e|und|po|desde|depuis|seit|en|in|im|na|no|dans)\b))",
        STRICT.replace("|bis", "").replace("|noch", "|noch nicht"),
    ),
    row(
        "done",
        rf"(?:{_MUCH} ?(?:ist|esta|est|e)? ?{_OVER}|(?:ja |ya )?(?:termine|terminei|acabe|acabei|conclui"
        rf"|finalice"
        rf"|finalizei)(?: (?:todo|tudo|la tarea|a tarefa|el trabajo|o trabalho))?){END}",
        STRICT.replace("|bis", ""),
    ),
    row(
        "done",
        rf"(?:ya |lo )?he (?:terminado|acabado|completado|finalizado)(?: (?:todo|la tarea|el trabajo))?{END}"
        r"|(?:ich )?(?:habe|hab) (?:jetzt |nun |schon )?(?:alles?|alle \w{1,20}) (?:\w{1,8} )?(?:ange\w{3,12}"
        rf"|ge\w{{3,12}}|hochgeladen|ver\w{{3,12}}|einge\w{{3,12}}|er\w{{3,12}}t)"
        rf"(?: und (?:\w{{1,8}} )?\w{{1,14}})?{END}",
        "no|nicht|casi|fast|bis|sobald|wenn|cuando",
    ),
    row(
        "accept",
        r"(?:(?:ich )?(?:mache|ubernehme|erledige|nehme) (?:ich )?(?:das|es|den auftrag)(?: gerne?)?"
        r"|wird erledigt|bin dabei|ich bin dabei|sehr gerne?|mit vergnugen|passt fur mich"
        r"|(?:yo )?(?:me encargo|me ocupo|lo (?:hago|acepto|tomo)|me pongo (?:a|con) ello|acepto)|vale"
        r"|por supuesto|cuenta conmigo"
        r"|(?:je )?(?:m'en (?:charge|occupe)|le fais|prends|accepte)|c'est (?:d'accord|note|parti)|bien"
        r" sur|volontiers"
        r"|(?:eu )?(?:faco|assumo|aceito|cuido disso|vou fazer)|pode contar comigo|pode ser)"
        r"(?= *(?:$|[,;.:!)(–—-]| (?:heute|morgen|hoy|manana|demain|hoje|amanha|con gusto|gerne|ahora)\b))",
        r"nicht|no|pas|nao|kein\w*|si|wenn|falls|se",
    ),
    row(
        "decline",
        rf"{_SORRY}(?:ich (?:habe|hab)|habe|no tengo|no tenemos|je n'ai|nao tenho|sem|sin|pas|keine|ich"
        rf" habe leider|pas"
        rf" le|estoy sin) ?(?:leider |pas |pas le |keine |gerade |im moment |momentan )*"
        rf"(?:zeit|kapazitat|tiempo|temps|tempo|disponibilidad|disponibilidade){_REASON}",
        r"noch|mas|plus",
    ),
    row(
        "decline",
        rf"{_SORRY}(?:ich kann (?:das |es )?(?:leider |diesmal )?nicht|kann (?:ich )?(?:leider )?nicht|no"
        rf" puedo(?: hacerlo| aceptarlo)?"
        rf"|je ne peux pas|nao (?:posso|consigo)(?: fazer)?|das geht (?:leider )?nicht|(?:no|nao) (?:es"
        rf"|e) posible|nao e possivel"
        rf"|estoy ocupad[oa]|bin ausgebucht|estoy completo|je suis complete?|estou lotad[oa])(?=[ ]*(?:$"
        rf"|,? (?:lo siento|sorry|leider"
        rf"|desole|desculpe|perdon)|[.!]))",
        NOTHING,
    ),
    row(
        "decline",
        r"(?:tengo que|debo|je dois|ich muss(?: leider)?|tenho que|preciso) (?:rechazar\w*|declinar\w*"
        r"|refuser|decliner"
        r"|absagen|ablehnen|recusar)\b",
        NOTHING,
    ),
    row(
        "blocked",
        r"(?:no puedo|no podemos|je ne peux pas|je n'arrive pas a|nao consigo|nao posso|ich kann (?:nicht"
        r"|die \w+ nicht"
        r"|den \w+ nicht|das \w+ nicht|mich nicht)) (?:acceder|accéder|acessar|abrir|ouvrir|entrar"
        r"|continuar|seguir|avancar"
        r"|avanzar|continuer|avancer|offnen|weitermachen|einloggen|anmelden)\b"
        r"|(?:mir|uns) fehlt (?:das|die|der|noch)\b|(?:me|nos) falta (?:el|la|un|una)\b|il me manque\b"
        r"|falta-me\b|me falta\b"
        r"|(?:ich )?(?:komme|kann) nicht (?:weiter|rein)\b|(?:ich )?(?:warte|esperando|espero|j'attends"
        r"|aguardo|estou esperando)"
        r" (?:auf|por|el|la|les?|o|a)\b",
        NOTHING,
    ),
    row(
        "eta",
        r"(?:ich )?(?:brauche|necesito|j'ai besoin|il me faut|preciso)(?: noch)?(?: de)?(?: zeit| tiempo|"
        r" temps| tempo)?"
        r"(?: bis| hasta| jusqu'a| ate)? (?=\w)",
        r"si|wenn|falls|se|if",
        arg=a_date,
    ),
    row(
        "eta",
        r"(?:fertig|listo|pret|pronto|wird fertig|estara listo|sera pret|ficara pronto|ich bin fertig"
        r"|estara) "
        r"(?:bis|am|para|pour|el|le|ate|na|no|antes)\b",
        NOTHING,
        arg=a_date,
    ),
)
