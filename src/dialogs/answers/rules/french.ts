import type { AnswerRules } from './answer-rules.ts';
import { beginning, holding, leading, whole } from './phrases.ts';

export const french: AnswerRules = {
  yes: beginning(`
    o, oui+, ouais, ouaip, ouep, si si, mais si, bien sur( que oui)?, bien entendu, evidemment, naturellement, daccord, dac, volontiers, avec (grand )?plaisir, certainement, absolument
    tout a fait, exact, exactement, correct, juste, cest (ca|bon|exact|correct|juste|vrai|cela|parfait|moi), ca (marche|me va|roule|joue|me convient), vas y, allez y, parfait, super, tres bien
    bien, bon, entendu, effectivement, en effet, pourquoi pas, (il ny a )?pas de (probleme|soucis?), aucun (probleme|souci), je veux( bien)?$, je veux bien, je confirme, jaccepte, accepte
    (je )?(pense|crois) que oui, vrai, affirmatif, confirme, carrement, grave, sil (vous|te) plait, svp, stp, avec joie`),
  no: beginning(`
    n, non+, nan, non merci, pas, pas (du tout|vraiment|maintenant|encore|necessaire|aujourdhui|question|forcement|besoin|la peine|exactement), bien sur que non, evidemment (que )?non
    surtout pas, (certainement|absolument) pas, jamais, aucun, aucune, rien, (ce |ca )?(nest|est) pas( tout a fait)?( correct| juste| bon| vrai| exact| ca| necessaire)?, cest pas( correct| juste| bon| vrai| exact| ca)?, (ca|cela) (ne )?(me )?(va|marche|convient) pas, cest (faux|incorrect)
    je (ne )?(le )?(veux|pense|crois|souhaite|peux|suis) pas, je prefere (pas|que non|ne pas), (je )?(pense|crois) (pas|que non), faux, incorrect, negatif, annul(e|er|ez), arret(e|er|ez)
    laisse(z)? tomber, sans facon, non plus, ni lun ni lautre`),
  unsure: holding(
    `oui ou non, je (ne )?sais pas, sais pas, jen sais rien, aucune idee, pas (tres |trop |vraiment |tout a fait )?sure?, peut etre, ca depend, depend, mouais, bof, peu importe, comme vous voulez
    possible, possiblement, eventuellement, plus ou moins`,
    'que, quoi, comment, quand, combien, ou (est|sont), qui, quel[a-z]*, pourquoi(?! pas), est ce, puis je, pouvez, peux',
  ),
  fillers: leading(
    'oh, ah, ben, bah, euh+, hein, hm+, alors, donc, et, mais, ok, okay, bon, bien, parfait, merci, merci beaucoup, bonjour, bonsoir, salut, desole, pardon, en fait, a vrai dire, daccord',
  ),
  weak: whole(
    'bien, bon, cest bon, tres bien, parfait, sil (vous|te) plait, svp, ca (me )?va, super, daccord, pas de (probleme|soucis?)',
  ),
  restarts: leading('je veux dire, enfin, attends, attendez, plutot, pardon'),
  introductions:
    /^(?:(?:bonjour|bonsoir|salut|oui|ok|okay)[,.!]?\s+)?(?:(?:mon|le) nom(?: complet)? (?:est|c'est)|mon nom(?=:)|nom(?=:)|je m'appelle|je suis|c'est|moi c'est|ici|appelez[- ]moi|au nom de)(?![\p{L}])[:,]?\s*/iu,
  last: whole('dernier, derniere'),
  around: whole(
    'le, la, les, option, loption, numero, no, nr, choix, reponse, sil, vous, te, plait, svp, je, veux, voudrais, prends, prefere, choisis, merci, cest, avec, mon, ma',
  ),
};
