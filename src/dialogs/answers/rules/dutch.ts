import type { AnswerRules } from './answer-rules.ts';
import { beginning, holding, leading, whole } from './phrases.ts';

export const dutch: AnswerRules = {
  yes: beginning(`
    j, ja+, ja hoor, jawel, jazeker, jaja, jep, jup, zeker( weten)?, natuurlijk( wel)?, uiteraard, tuurlijk, vanzelfsprekend, (heel |ja )?graag, alsjeblieft, alstublieft, aub, (dat )?klopt
    oke, dat is (juist|goed|correct|prima|oke|ok|waar|het), juist, correct, precies, inderdaad, absoluut, prima, goed( zo)?, is (goed|prima|ok|oke), akkoord, mee eens, perfect, top, doe maar
    ga (uw|je) gang, waarom niet, geen (enkel )?probleem, (ik )?(denk|geloof|vermoed) (het |van )?wel, dat wil ik( graag)?, wel, bevestigd, ik bevestig( het| dat)?, mooi, tof, lijkt me (goed|prima)
    dat ben ik`),
  no: beginning(`
    n, nee+, neen, neuh, nee hoor, nee dank (je|u)( wel)?, nee bedankt, niet, helemaal niet, (zeker|natuurlijk|liever|beter|nog|nu|absoluut|vandaag|uiteraard|echt|toch) niet, (dat )?klopt( helemaal)? niet
    (dat |het )?is( het)? niet( helemaal)?( juist| correct| goed| waar| nodig)?, dat is (onjuist|fout|verkeerd), onjuist, fout, verkeerd, niet (echt|nu|nodig|juist|goed), geen, geen (interesse|behoefte|zin), nooit, nimmer
    ik (wil|denk|geloof|heb|kan|ga|ben)( dat| het| er| van| liever)* niet, dat (wil|ben|heb) ik niet, (denk|geloof) (het |van )?niet, annuleer, annuleren, laat maar( zitten)?
    (dat )?hoeft( dat)? niet, geen van beide, (dat |het )?werkt niet`),
  unsure: holding(
    `ja of nee, weet( ik)?( het| dat| nog| ook| eigenlijk)* niet, geen idee, misschien, (hangt|ligt) (ervan|eraan|er van|er aan) a[fn], niet (helemaal |zo |echt )?zeker
    (maakt|boeit)( me| mij)? niet( uit)?, geen voorkeur, wellicht, mogelijk, eventueel, kan zijn, min of meer`,
    'wat, hoe, wanneer, waar, wie, welke?, waarom(?! niet), kan ik, kunt u, kun je, is (het|er|de|dat)',
  ),
  fillers: leading(
    'oh, och, ah, ach, eh+m*, uh+m*, hm+, nou, nou ja, tja, dus, en, maar, ok, okay, oke, goed, prima, bedankt, dank (je|u)( wel)?, hallo, hoi, goedendag, sorry, eigenlijk, helaas',
  ),
  weak: whole(
    'goed, prima, (dat |het )?is (goed|prima|ok|oke), alsjeblieft, alstublieft, graag, geen probleem, top, wel',
  ),
  restarts: leading('ik bedoel, wacht, of nee, liever gezegd'),
  introductions:
    /^(?:(?:hallo|hoi|goedendag|ja|ok|okay)[,.!]?\s+)?(?:(?:mijn|de) (?:volledige )?naam is|(?:mijn )?naam(?=:)|ik heet|ik ben|dit is|het is|noem me|met|op naam van)(?![\p{L}])[:,]?\s*/iu,
  last: whole('laatste'),
  around: whole(
    'de, het, dat, optie, nummer, nr, keuze, antwoord, alsjeblieft, alstublieft, aub, ik, wil, neem, kies, liever, graag, bedankt, met, voor, is, mijn, doe, maar',
  ),
};
