import type { AnswerRules } from './answer-rules.ts';
import { beginning, holding, leading, whole } from './phrases.ts';

const de = 'de';

export const german: AnswerRules = {
  yes: beginning(
    `
    ja+, ja+ doch, j, jo+, jop, jup+, jep+, jepp, jap, jau, jawohl, jawoll, yo, (sehr |aber |ja |ganz )?gern(e)?, gerne doch, unbedingt, klar, na klar, klar doch, klaro, logo, logisch
    (aber |ganz )?sicher, sicherlich, (aber )?selbstverständlich, (aber |na )?natürlich, freilich, gewiss, (ganz )?genau( so)?, richtig, korrekt, exakt, absolut, definitiv
    (das |es )?stimmt( so| genau)?, so ist es, ist es, (das |es )?(ist|wäre|war) (so |schon |auch |alles )?(richtig|korrekt|gut|ok|okay|in ordnung|er|sie|wahr|super|perfekt)
    (das |es )?passt( so| mir| gut| schon| für mich)?, alles (klar|gut), (das )?geht( klar| in ordnung)?, in ordnung, einverstanden, abgemacht, auf jeden( fall)?, auf alle fälle
    von mir aus, meinetwegen, gut, sehr gut, prima, super, perfekt, toll, wunderbar, bestens, fein, top, bitte, bitte (gern(e)?|ja|sehr), ich bitte darum
    (das |es )?wär(e)? (sehr |echt )?(super|toll|nett|gut|schön|lieb|prima|klasse|perfekt|spitze|hilfreich), mach( das| es| mal)?, machen sie( das| es)?, tu( das| es)?, tun sie( das| es)?
    nur zu, legen sie los, weiter, fortfahren, bestätig(e|t|en), (das )?bestätige ich, ich bestätige( das)?, akzeptiert, ich stimme zu, doch, doch doch, oh doch, warum nicht, wieso nicht
    kein(e)? (problem|einwände|thema), nicht schlecht, (ich )?(denke|glaube|meine) (ja|schon|doch), will ich, möchte ich, das (will|möchte|hätte) ich( gern(e)?)?
    (ja )?ich (will|möchte|würde)( das| es)?( gern(e)?)?$, (das )?bin ich, hab(e)? ich( schon)?, hat es, (das )?trifft zu, zutreffend, wahr, (das )?(hört sich|klingt) (gut|super|prima)( an)?`,
    de,
  ),
  no: beginning(
    `
    nein+, nein danke, nee+, neeh*, ne(?=$| danke| lass| lieber| nicht| ich| doch| das), nö+, nope, nicht, nie, niemals, nix, nichts, auf (gar )?keinen( fall)?, auf gar keinen fall
    keinesfalls, keineswegs, mitnichten, kein(e)? (bedarf|interesse|lust|danke), keins, keine[rs]?( von beiden)?
    (lieber|eher|besser|bitte|doch|jetzt|noch|heute|gerade|momentan|gar|überhaupt|absolut|definitiv|sicher|sicherlich|bestimmt|natürlich|selbstverständlich|klar|wirklich|vorerst) nicht
    garnicht, doch nein, doch lieber nicht, (aber |na )?natürlich nicht, ganz sicher nicht, (das |es )?stimmt( so| leider| aber| gar| überhaupt| wohl)* nicht( so| ganz)?
    (das |es )?passt( so| mir| leider| aber| gar)* nicht, (das |es )?(ist|war|wäre)( so| leider| aber| mir| es| das| noch)* (falsch|verkehrt|nicht( ganz| so| mehr)?( richtig| korrekt| gut| ok| okay| in ordnung| wahr| nötig)?), falsch, verkehrt, inkorrekt, unwahr
    negativ, abbrechen, abbruch, stopp?, halt, vergiss es, vergessen sie( es| das)?, lass( es| mal| gut sein| das)?, lassen (sie|wir)( es| das| mal)*
    (das |es )?(geht|reicht|klappt|gefällt|hilft|funktioniert)( so| mir| leider| aber| gar)* nicht, (das |es )?hat( so| mir| leider| aber)* nicht, (das )?trifft nicht zu
    (ja )?ich (will|möchte|mag|würde|habe|hab|hatte|kann|werde|brauche|brauch|denke|glaube|bin)( das| es| da| lieber| eher| leider| aber| mir| noch| auch)* (nicht|kein[a-z]*)
    (das |es )?(will|möchte|mag|brauche|brauch|habe|hab|kann|werde|bin|war) ich( das| es| lieber| eher| leider| aber| noch)* (nicht|kein[a-z]*)
    (glaube|glaub|denke|denk)( ich)?( eher)? nicht, ungern, nicht gern(e)?, (ich )?lehne( das)? ab, abgelehnt, weder noch, (ich|mir|bei mir) nicht, nicht( so| ganz)? (wirklich|nötig|jetzt|richtig|korrekt|mehr|ich|gut)`,
    de,
  ),
  unsure: holding(
    `ja oder nein, nein oder ja, ja nein, jein, (weiß|weis|wüsste|weisz)( ich)?( das| es| leider| noch| auch| jetzt| gerade| grad| gar)* nicht, keine ahnung, keinen? (plan|schimmer)
    nicht( ganz| so| wirklich| mehr)? sicher, unsicher, vielleicht, eventuell, evtl, möglicherweise, womöglich, kommt( ganz)? (darauf|drauf) an, egal, mal (sehen|schauen|gucken), kann (schon )?sein
    mag sein, wer weiß, schwer zu sagen, unentschlossen, noch unklar, weder ja noch nein, jein, weiß( der)? (geier|teufel)`,
    'was, wer, wen, wem, wie(?! gesagt), wo, woher, wohin, wann, warum(?! nicht), wieso(?! nicht), weshalb, welche[rsnm]?, kann ich, können sie, könnten sie, kannst du, gibt es, ist (das|der|die|mein|meine), hab(t|en) (ihr|sie), muss ich, darf ich, soll ich',
    de,
  ),
  fillers: leading(
    `oh, ach, ach so, achso, ah, äh+m*, öh+m*, hm+, mh+m*, na, na ja, naja, tja, also, so, und, aber, ok, okay, gut, nun, entschuldigung, sorry, danke, danke (schön|sehr)
    dankeschön, vielen dank, besten dank, hallo, hi, moin, guten (tag|morgen|abend), eigentlich, ehrlich gesagt, leider, ich (glaube|denke|würde sagen), sagen wir`,
    de,
  ),
  weak: whole(
    `bitte, gut, sehr gut, alles (gut|klar), (das |es )?passt( so| schon| mir)?, gern(e)?, super, prima, (das |es )?ist (so |schon |auch )?(gut|ok|okay|in ordnung), weiter, nicht schlecht
    kein problem`,
    de,
  ),
  restarts: leading(
    'ich meine, ich mein, meine, moment, warte, warten sie, quatsch, stop, halt, besser gesagt, vielmehr',
    de,
  ),
  introductions:
    /^(?:(?:hi|hallo|guten tag|guten morgen|guten abend|moin|servus|ja|gern|gerne|klar|ok|okay)[,.!]?\s+)?(?:(?:mein|der) (?:voller |vollständiger )?name (?:ist|lautet|wäre)|(?:mein )?name(?=:)|ich (?:heiße|heisse|bin)(?: (?:der|die))?|hier (?:ist|spricht)(?: (?:der|die))?|das ist|es ist|(?:nennen sie|nenn) mich|auf den namen)(?![\p{L}])[:,]?\s*/iu,
  last: whole('letzte[rnms]?', de),
  around: whole(
    'der, die, das, den, dem, option, nummer, nr, möglichkeit, variante, antwort, auswahl, punkt, bitte, ich, will, möchte, nehme, nehm, hätte, gern, gerne, danke, mit, für, lieber, dann, also, es, ist, mein, meine, meinen, von, ihnen, eintrag, wahl',
    de,
  ),
};
