"""The words of dates in Spanish, French, German and Portuguese, folded.

Rows as in `tokens_lexicon`. Abbreviations that are words elsewhere ("do",
"sex") stand in no row: read wrongly they would cost more than asked.
"""

OTHERS = """
weekday 0: lunes | lundi | montag | segunda-feira | segunda | segunda feira | 2a feira | montags
weekday 1: martes | mardi | dienstag | terca-feira | terca | terca feira | 3a feira
weekday 2: miercoles | mercredi | mittwoch | quarta-feira | quarta | quarta feira | 4a feira
weekday 3: jueves | jeudi | donnerstag | quinta-feira | quinta | quinta feira | 5a feira
weekday 4: viernes | vendredi | freitag | sexta-feira | sexta | sexta feira | 6a feira
weekday 5: sabado | samedi | samstag | sonnabend
weekday 6: domingo | dimanche | sonntag
month 1: enero | janvier | januar | janeiro | janner
month 2: febrero | fevrier | februar | fevereiro | fev
month 3: marzo | mars | marz | marco | maerz
month 4: abril | avril | abr | avr
month 5: mayo | mai | maio
month 6: junio | juin | juni | junho
month 7: julio | juillet | juli | julho | juil
month 8: agosto | aout
month 9: septiembre | septembre | setembro | setiembre | set
month 10: octubre | octobre | oktober | outubro | okt | out
month 11: noviembre | novembre | novembro
month 12: diciembre | decembre | dezember | dezembro | dez | dic
rel 0: hoy | aujourd'hui | heute | hoje | hoy mismo | heute noch | noch heute | ainda hoje
rel 1: manana | demain | morgen | amanha
rel 2: pasado manana | apres-demain | apres demain | ubermorgen | uebermorgen | depois de amanha
shift.this 0: proximo | proxima | proximos | proximas | prochain | prochaine | kommenden | kommende
    | kommender | diesen | diese | dieser | dieses | este | esta | esse | essa | deste | desta | nesta
    | neste | cette | ce | cet | que viene | que vem | este proximo | el proximo | la proxima | le prochain
    | la prochaine
shift.next 1: nachsten | nachste | nachster | nachstes | naechsten | naechste | naechster
shift.last -1: dernier | derniere | pasado | pasada | letzten | letzte | letzter | vergangenen | passado
    | passada | ultimo | ultima
shift.every 0: jeden | jede | jeder | cada | todos los | todas las | chaque | tous les | toda | todo | jedes
unit.minute 1: minuto | minutos | minuten
unit.hour 60: hora | horas | heure | heures | stunde | stunden
unit.day 1: dia | dias | jour | jours | tag | tage | tagen | dias naturales | dias corridos | journee
unit.bizday 1: dia habil | dias habiles | dia laborable | dias laborables | jour ouvre | jours ouvres
    | jour ouvrable | jours ouvrables | werktag | werktage | werktagen | arbeitstag | arbeitstage
    | arbeitstagen | dia util | dias uteis
unit.week 7: semana | semanas | semaine | semaines | woche | wochen
unit.month 1: mes | meses | mois | monat | monats | monate | monaten
unit.quarter 3: trimestre | quartal | quartals
unit.year 12: ano | anos | annee | jahr | jahres | jahre
unit.weekend 2: fin de semana | wochenende | fim de semana | wochenendes | le week-end
nextunit.week 1: la semana que viene | la proxima semana | proxima semana | semana que viene
    | la semaine prochaine | semaine prochaine | nachster woche | nachste woche | naechster woche
    | naechste woche | der nachsten woche | der kommenden woche | kommender woche | kommende woche
    | semana que vem | a semana que vem | a proxima semana | da proxima semana | da semana que vem
    | de la semaine prochaine | de la semana que viene | de la proxima semana | na proxima semana
    | na semana que vem
nextunit.month 1: el mes que viene | el proximo mes | mes que viene | del mes que viene | proximo mes
    | le mois prochain | mois prochain | du mois prochain | nachsten monat | nachsten monats | o mes que vem
    | mes que vem | do mes que vem | do proximo mes | nachstes monats
edge.end 0: fin | final | finales | fim | ende | fins | anfin | la fin | el fin | o fim | o final | finais
edge.start 0: principios | inicio | comienzo | debut | anfang | comeco | le debut | o inicio
edge.mid 0: mediados | mitte | meados | mi | milieu
period.month 0: fin de mes | final de mes | fin du mois | fim do mes | monatsende | fins do mes
period.year 0: fin de ano | jahresende | fin d'annee | fim do ano | final de ano
period.quarter 0: quartalsende | fin du trimestre | fim do trimestre | fin de trimestre
period.week 0: fin de semaine | fim da semana | final da semana | ende der woche | final de la semana
    | la fin de la semaine | fin de la semaine | fin de la semana | final de semana laboral | wochenschluss
    | ende dieser woche | ende diese woche
part.eod -1: final del dia | fin del dia | fim do dia | final do dia | feierabend | dienstschluss
    | geschaftsschluss | tagesende | ende des tages | fin de journee | la fin de journee
    | la fin de la journee | fin de jornada | final de la jornada | ultima hora | a ultima hora
    | fim do expediente | o final do dia | o fim do dia | el final del dia | el fin del dia | al final del dia
    | o final do expediente | o fim do expediente | final do expediente | buroschluss | ende des arbeitstages
part.open 540: primera hora | a primera hora | premiere heure | a la premiere heure | primeira hora | fruh
    | morgens fruh | gleich morgens | na primeira hora | a premiere heure | in der fruh
part.noon 720: mediodia | midi | mittag | mittags | meio-dia | meio dia | al mediodia | ao meio-dia
part.midnight 1439: medianoche | minuit | mitternacht | meia-noite | meia noite
part.morning 720: por la manana | de la manana | matin | vormittag | vormittags | de manha | da manha
    | pela manha | dans la matinee | le matin | matinee | morgens
part.afternoon 1020: por la tarde | de la tarde | apres-midi | nachmittag | nachmittags | a tarde | da tarde
    | tarde | dans l'apres-midi | cet apres-midi | cet apres midi | l'apres-midi
part.evening 1260: por la noche | de la noche | soir | abend | abends | a noite | da noite | noche | noite
    | le soir
tonight 1260: ce soir | heute abend | esta noche | hoje a noite | esta noite
oclock 0: uhr
art 1: un | una | une | ein | eine | einer | einem | eines | um | uma
number 2: dos | deux | zwei | dois | duas
number 3: tres | trois | drei
number 4: cuatro | quatre | vier | quatro
number 5: cinco | cinq | funf
number 6: seis | sechs
number 7: siete | sieben | sete
number 8: ocho | huit | acht | oito
number 10: diez | dix | zehn
number 15: quince | quinze
unit.fortnight 14: quincena | quinzaine | quinzena
"""
