/**
 * German: a list of our own, under this project's licence. The known ones may not be shared on the same terms (SentiWS, and what is made of it, forbids
 * commercial use). Written folded: no umlauts, `ss` for `ß`.
 */
import { byWord, type FeelingWords, wordSet } from './feeling-words.ts';

export const german: FeelingWords = {
  words: byWord({
    '-3.2': 'scheiss* arschloch* verarsch* beschissen* hass* katastroph* betrug*  abzock* verbrecher*',
    '-2.9':
      'unverschamt* frechheit* unmoglich* inakzeptab* skandal* widerlich* grausam* entsetz* wutend* stinksauer* emporend* emport* unzumutbar*',
    '-2.5':
      'schrecklich* furchtbar* miserabel* miserabl* unterirdisch* lacherlich* peinlich* nutzlos* sinnlos* zumutung* idiot* dumm* blod* mist verdammt* saftladen* unfahig* inkompeten*',
    '-2.1':
      'arger* verarger* sauer genervt* nerv* frust* enttausch* schlecht* wut schlimm* ratlos* verzweifel* verzweifelt* traurig* schade unfreundlich* unhoflich* respektlos* schlampig* mies* unzufrieden* reklamier* abgespeist* hingehalten*',
    '-1.6':
      'kaputt* defekt* beschadig* zerbroch* unbrauchbar* mangelhaft* beschwer* verspat* vergeblich* umstandlich* kompliziert* unklar* verwirr* unverstandlich* mude sorge* sorgen besorgt* angst* zweifel* vergess* ignorier* leider bedauer* stor* anstrengend* unnotig* nie langsam* ewig* langweil* teuer*',
    '-1.1': 'falsch* fehlt* problematisch* schwierig* komisch* seltsam* warten warte warteschleife* egal',
    '1.3':
      'okay gern gerne ok angenehm* ordentlich* vernunftig* fair* passt hoff* hoffentlich einfach* bequem* erleichter*',
    '1.9':
      'gut gute guten guter gutes danke dank dankbar* freundlich* nett* hilfreich* zufrieden* freu* freude* schnell* unkompliziert* reibungslos* prima lieb liebe* schon schone* schoner* zuverlassig* hoflich* verstandnisvoll* gelungen* vorbildlich*',
    '2.6':
      'super toll* klasse spitze* wunderbar* hervorragend* ausgezeichnet* fantastisch* begeister* glucklich* genial* bestens perfekt* grossartig* traumhaft* einwandfrei* herzlich* lob loben* empfehl*',
    '3.1': 'phanomenal* uberragend* sensationell* unschlagbar* weltklasse',
  }),
  negated: byWord({
    '-1.9':
      'funktionier* klappt* geht ging hilft half geholfen helfen gelost lost erreich* reagier* antwort* kummer* angekommen ankommt gekommen geliefert erhalten erstattet',
  }),
  negators: wordSet(
    'nicht nie niemals kein keine keinen keinem keiner keines nichts niemand ohne kaum nirgends weder nich nix',
  ),
  negatesBefore: true,
  boosters:
    wordSet(`sehr total absolut extrem ausserst besonders echt richtig wirklich vollig komplett unglaublich so zu viel mehr ganz hochst dermassen derart
    verdammt mega ultra ziemlich einfach`),
  dampeners: wordSet('etwas bisschen wenig kaum halbwegs einigermassen leicht teilweise fast eher'),
  turns: wordSet('aber jedoch allerdings doch trotzdem'),
};
