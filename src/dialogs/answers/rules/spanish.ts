import type { AnswerRules } from './answer-rules.ts';
import { beginning, holding, leading, whole } from './phrases.ts';

export const spanish: AnswerRules = {
  yes: beginning(`
    s, si+p?, sep, si claro, si por favor, si (quiero|gracias), claro( que si)?, por supuesto( que si)?, desde luego( que si)?, como no, vale, venga, dale, va$, sale$, orale, okey, oki
    de acuerdo, conforme, perfecto, perfectamente, genial, estupendo, fantastico, excelente, listo, bueno, bien, muy bien, (eso |asi )?esta (muy )?(bien|perfecto|correcto|genial)
    correcto, exacto, exactamente, efectivamente, en efecto, asi es, asi mismo, eso( mismo)?$, eso (es|mismo|si), es (cierto|verdad|correcto|asi|exacto|eso|ese|esa|correcta), cierto, verdad
    verdadero, afirmativo, positivo, (lo )?confirmo, confirmado, (lo )?acepto, aceptado, aprobado, adelante, proced[ae], continua, continue, continuar, sig[au]e?, hazlo, haga(lo|nlo), por favor
    porfa, porfavor, me (parece|viene|va|queda) (muy )?(bien|perfecto|genial|correcto|estupendo), me (gustaria|encantaria)( mucho| eso)?$, con (mucho )?gusto, encantad[oa], sin (problemas?|duda)
    no hay (ningun )?(problema|inconveniente), ningun (problema|inconveniente), no tengo (problema|inconveniente), no pasa nada, no me importa, por que no, porque no$
    (yo )?(creo|supongo|pienso|espero|diria|imagino) que si, que si, totalmente, absolutamente, definitivamente, seguro( que si)?, sin lugar a dudas, obvio( que si)?, obviamente
    naturalmente, evidentemente, aja, ajam, soy yo, lo (es|soy|quiero|deseo|tengo)$, (yo )?(quiero|deseo)$, ya (esta|si|lo hice|lo tengo)$, tambien`),
  no: beginning(`
    n, no+, nop, nope, nel, nah, na, no gracias, que no, para nada, en absoluto, de ning(un|una) (manera|modo|forma), de eso nada, ni hablar, ni loc[oa], ni de broma, jamas, nunca
    tampoco, (yo )?(creo|supongo|pienso|espero|diria|imagino|prefiero|preferiria|me temo) que no, (yo )?(prefiero|preferiria) no, negativo, incorrecto, falso, erroneo, equivocado
    (eso |asi )?esta mal, es (falso|incorrecto|mentira|erroneo)
    (mejor|ahora|hoy|aun|todavia|ya|eso|asi|ese|esa|esta|este|por ahora|de momento|por el momento|por favor|absolutamente|definitivamente|seguro|claro|obvio|obviamente|naturalmente|evidentemente|desde luego|por supuesto|yo|me parece|me gustaria|eso si)( que)? no
    cancel(a|ar|alo|e|elo), para$, pare$, detente, alto, rechaz(o|ado|ar), ningun[oa]?( de (los|las) dos)?, nada, ni (uno|una) ni (otro|otra), olvidal[oa], olvidel[oa], dejal[oa], dejel[oa]
    dejemoslo, no hace falta, no es (del todo )?(correcto|cierto|asi|verdad|necesario|exacto), no (lo |la |los |las )?(quiero|deseo|acepto|confirmo|tengo), no (me )?(esta|parece|va|viene|queda) (muy |del todo )?(bien|correcto|perfecto)`),
  unsure: holding(
    `si o no, no o si, ni si ni no, no (lo |la )?se(?=$| si| bien| muy| aun| todavia| que| cual| exactamente| no| gracias| la verdad), no lo se, ni idea, no tengo (ni |ninguna )?idea
    no estoy( muy| tan| del todo| completamente| totalmente)? segur[oa], no (lo )?tengo claro, tal vez, talvez, quizas?, a lo mejor, puede (ser|que), podria ser, depende, (da|es) (igual|lo mismo)
    posiblemente, es posible, mas o menos, no (lo )?recuerdo, no me acuerdo, ya (veremos|vere), lo que sea, como (sea|quiera|quieras)`,
    'que(?! no| si), como(?! no), cuando, cuant[oa]s?, donde, adonde, quien(es)?, cual(es)?, por que(?! no), puedo, puedes?, pueden, podri(a|as|an), es posible, hay alg[a-z]+, tengo que, debo',
  ),
  fillers: leading(`
    oh, ah, ay, uy, eh+, em+, mm+, hm+, pues, bueno, bien, a ver, mira, mire, oye, oiga, y, pero, ok, okay, okey, vale, perfecto, gracias, muchas gracias, muy amable, hola, buenas
    buen[oa]s (dias|tardes|noches), perdon, disculp[ae], lo siento, la verdad( es que)?, en realidad, de verdad, entonces, es que, ya, yo diria que, creo que(?= si)`),
  weak: whole(`
    por favor, porfa, bien, muy bien, (asi |eso )?esta (muy )?bien, perfecto, genial, vale, no hay (ningun )?problema, ningun problema, no pasa nada, eso (es|mismo), listo, estupendo, de acuerdo
    no me importa, tambien, sin problemas?, dale`),
  restarts: leading('quiero decir, digo, quise decir, espera, espere, mejor dicho, perdon, o sea'),
  introductions:
    /^(?:(?:hola|buenas|buenos días|buenos dias|buenas tardes|buenas noches|claro|sí|si|vale|ok|okay)[,.!]?\s+)?(?:(?:mi |el )?nombre(?: completo)? es|(?:mi )?nombre(?=:)|me llamo|me llaman|me dicen|ll[aá]m(?:ame|eme|enme)|soy(?: (?:el|la))?|(?:le )?habla|es|a nombre de|est[eá] a nombre de)(?![\p{L}])[:,]?\s*/iu,
  last: whole('ultim[oa]'),
  around: whole(
    'el, la, los, las, lo, opcion, numero, num, n, nro, alternativa, respuesta, por, favor, porfa, quiero, quisiera, prefiero, elijo, escojo, tomo, dame, deme, gracias, yo, es, seria, con, me, quedo, mi, de, pues, entonces, vale',
  ),
};
