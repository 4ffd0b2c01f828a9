import type { AnswerRules } from './answer-rules.ts';
import { beginning, holding, leading, whole } from './phrases.ts';

export const portuguese: AnswerRules = {
  yes: beginning(`
    s, sim+, si, claro( que sim)?, com certeza, certeza, certo, certissimo, (esta |ta |tudo )(bem|certo|bom|otimo), pode( sim)?$, pode (fazer|seguir|continuar|sim), isso( mesmo| ai)?, e isso( mesmo| ai)?
    exato, exatamente, correto, perfeito, otimo, beleza, blz, combinado, de acordo, concordo, (eu )?(aceito|confirmo), confirmado, por favor, pf, por que nao, porque nao$, sem (problemas?|duvida)
    nao (ha|tem) problema, obvio, obviamente, naturalmente, evidentemente, com prazer, (eu )?quero( sim)?$, quero sim, gostaria( sim)?$, (acho|creio|penso|suponho) que sim, verdade, e verdade
    positivo, afirmativo, faca( isso)?, continue, prossiga, uhum, aham, bom, bem, muito bem, fixe, logico, sou eu, e( sim)?$`),
  no: beginning(`
    n, nao+, nop, naum, nao obrigad[oa], (claro|certeza) que nao, com certeza nao, de (jeito nenhum|modo nenhum|modo algum|forma alguma|maneira nenhuma|maneira alguma), nunca, jamais
    nem (pensar|um pouco), nao (o |a )?(quero|aceito|concordo|confirmo), nao e( bem)? (isso|assim|verdade|correto|certo|necessario), nao esta (bem|certo|correto), nada disso, nada, negativo, errado, incorreto, falso, esta (errado|incorreto), cancel(a|ar|e), par[ae]$, esquec[ae], deixa( pra la| para la)?
    (eu )?(prefiro|preferia|preferiria) (que )?nao, (melhor|agora|ainda|isso|hoje|obviamente|absolutamente|por enquanto) nao, (acho|creio|penso|receio) que nao, nenhuma?( dos dois| das duas)?`),
  unsure: holding(
    `sim ou nao, nao ou sim, (nao )?(o )?sei la, nao (o )?sei, nao (tenho|estou|faco)( a| muita| muito| bem)? (certeza|cert[oa]|ideia|segur[oa]), talvez, quica, depende, tanto faz, pode ser
    possivelmente, provavelmente, nao (me )?lembro, mais ou menos, nem sim nem nao`,
    'que, o que, como, quando, quant[oa]s?, onde, quem, qual, quais, por que(?! nao), posso, voces?',
  ),
  fillers: leading(
    'oh, ah, ai, eh+, hm+, bem, bom, entao, olha, e, mas, ok, okay, certo, perfeito, obrigad[oa], muito obrigad[oa], ola, oi, bom dia, boa (tarde|noite), desculp[ae], na verdade, pois',
  ),
  weak: whole(
    'por favor, bem, bom, (esta |ta |tudo )(bem|certo|bom), perfeito, otimo, nao (ha|tem) problema, isso( mesmo)?, sem problemas?',
  ),
  restarts: leading('quero dizer, digo, quer dizer, espera, espere, alias'),
  introductions:
    /^(?:(?:olá|ola|oi|bom dia|boa tarde|boa noite|sim|ok|okay)[,.!]?\s+)?(?:(?:o )?(?:meu )?nome(?: completo)? é|(?:meu )?nome(?=:)|(?:eu )?me chamo|chamo-me|(?:eu )?sou(?: [oa])?|aqui é(?: [oa])?|é [oa]|em nome de)(?![\p{L}])[:,]?\s*/iu,
  last: whole('ultim[oa]'),
  around: whole(
    'o, a, os, as, opcao, numero, n, nr, escolha, resposta, por, favor, pf, eu, quero, queria, gostaria, prefiro, escolho, obrigado, obrigada, e, com, meu, minha',
  ),
};
