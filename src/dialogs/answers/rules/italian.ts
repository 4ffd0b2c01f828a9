import type { AnswerRules } from './answer-rules.ts';
import { beginning, holding, leading, whole } from './phrases.ts';

export const italian: AnswerRules = {
  yes: beginning(`
    s, si+, si certo, certo( che si)?, certamente, certissimo, ovvio, ovviamente, naturalmente, sicuro, sicuramente, assolutamente( si)?, esatto, esattamente, giusto, corretto, va (bene|benissimo)
    bene, benissimo, perfetto, ottimo, daccordo, volentieri, con piacere, per favore, proced(a|i|ete), (lo )?confermo, confermato, accetto, vero, e (vero|giusto|corretto|cosi), proprio cosi
    come no, perche no, (non ce )?(nessun|alcun) problema, non ce problema, (credo|penso|direi|suppongo) (di|che) si, eccome, infatti, fallo, lo faccia, faccia pure, vai, sono io, va be`),
  no: beginning(`
    n, no+, no grazie, certo che no, (ovviamente|assolutamente|naturalmente|ora|adesso) no, per (niente|nulla), affatto, niente affatto, mai, giammai, neanche, nemmeno, meglio di no
    (preferisco|credo|penso|direi|temo) di no, direi che no, falso, sbagliato, errato, e (falso|sbagliato|errato), annull(a|are|i), basta, lasc(ia|i) (stare|perdere), nessun[oa]?, niente, negativo
    non lo confermo, non accetto, non (voglio|credo|penso|ora|adesso|ancora|proprio|direi|serve|funziona|mi serve|mi va|mi interessa|va bene|ce bisogno|lo voglio|e (vero|giusto|corretto|cosi|necessario))`),
  unsure: holding(
    `si o no, non (lo )?so, non saprei, boh, forse, dipende, non (ne )?sono( molto| del tutto| proprio)? (sicur|cert)[oa], puo (darsi|essere), magari, nessuna idea, non (ne )?ho idea, e uguale
    fa lo stesso, non ricordo, piu o meno`,
    'che, cosa, come(?! no), quando, quant[oaie], dove, chi, qual[ei]?, perche(?! no), posso, puoi, puo',
  ),
  fillers: leading(
    'oh, ah, eh+, ehm+, mah, beh, be, hm+, allora, quindi, e, ma, pero, ok, okay, va bene, bene, perfetto, grazie, grazie mille, ciao, salve, buongiorno, buonasera, scusi, scusa, mi dispiace, in realta',
  ),
  weak: whole('per favore, bene, va (bene|benissimo), perfetto, ottimo, non ce problema, nessun problema'),
  restarts: leading('voglio dire, cioe, anzi, aspetta, aspetti, scusi'),
  introductions:
    /^(?:(?:ciao|salve|buongiorno|buonasera|sì|si|ok|okay)[,.!]?\s+)?(?:(?:il )?(?:mio )?nome(?: completo)? è|(?:mio )?nome(?=:)|mi chiamo|sono|qui è|parla|a nome di)(?![\p{L}])[:,]?\s*/iu,
  last: whole('ultim[oa], lultim[oa]'),
  around: whole(
    'il, lo, la, le, opzione, lopzione, numero, n, nr, scelta, risposta, per, favore, voglio, vorrei, prendo, preferisco, scelgo, grazie, e, con, mio, mia',
  ),
};
