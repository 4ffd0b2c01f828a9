/**
 * Words after which a person should read on: somebody may come to harm, money may be in wrong hands, or the law is called upon. Own lists in English, German
 * and Spanish, read in every conversation: what somebody in need writes may be in another language. They are wide on purpose, for a person reads one message
 * too many with less harm than one too few; they know no irony, and tell nothing of what is not said.
 */
import { foldText } from './fold-text.ts';

/** Kinds, the gravest first. */
export const risks = ['self_harm', 'injury', 'fraud', 'legal'] as const;
export type Risk = (typeof risks)[number];

const phrases: Readonly<Record<Risk, readonly RegExp[]>> = {
  self_harm: [
    /\b(?:kill|hurt|harm)(?:ing)? myself\b|\bsuicid\w*|\bend (?:my|it all|my own) life\b|\b(?:want|going) to die\b|\bdon'?t want to live\b/,
    /\b(?:bringe?|tue?) mich (?:noch )?um\b|\bmich umbring\w*|\bselbstmord\w*|\bsuizid\w*|\bwill (?:nicht mehr leben|sterben)\b|\bmein leben beenden\b/,
    /\b(?:matarme|suicid\w+|quitarme la vida)\b|\bno quiero (?:seguir )?vivi(?:r|endo)\b|\bquiero morir\b/,
  ],
  injury: [
    /\b(?:injured|electrocuted|electric shock|caught fire|on fire|went up in flames|exploded|poisoned|burn(?:t|ed)? (?:my|her|his|our|me))\b|\ballergic reaction\b/,
    /\b(?:verletzt|stromschlag|vergiftet|explodiert|in brand|gebrannt|verbrennungen|allergische reaktion)\b/,
    /\b(?:herido|herida|lesionad[oa]|descarga electrica|explot(?:o|ado)|se incendio|ardiendo|quemaduras?|intoxicad[oa]|reaccion alergica)\b/,
  ],
  fraud: [
    /\b(?:hacked|identity theft|stolen (?:card|identity)|scammed|fraud\w*|unauthori[sz]ed)\b|\b(?:card|identity|account) (?:was|has been|got) stolen\b|\b(?:didn'?t|never|not) (?:make|order|authori[sz]e) (?:this|that) (?:payment|order|charge)\b/,
    /\b(?:gehackt|betrug|betrogen|betruger\w*|identitatsdiebstahl)\b|\b(?:karte|konto|identitat) (?:\S+ )?gestohlen\b|\bunbefugt\w*/,
    /\b(?:hackead[oa]|fraude|estafa\w*|suplantacion)\b|\bme (?:han )?(?:hackea\w+|robado la (?:tarjeta|cuenta|identidad))\b|\bno autoric\w+/,
  ],
  legal: [
    /\b(?:my|a|our) (?:lawyer|solicitor|attorney)\b|\b(?:sue|suing)\b|\b(?:take|taking) you to court\b|\b(?:legal action|ombudsman|trading standards|consumer protection)\b/,
    /\b(?:anwalt|anwaltin|rechtsanwalt\w*|klage einreichen|verklag\w*|strafanzeige|verbraucherzentrale|verbraucherschutz|vor gericht)\b/,
    /\b(?:abogad[oa]|demandar(?:os|les|los|e)?|denunciar\w*|acciones legales|tribunales|oficina del consumidor|proteccion al consumidor)\b/,
  ],
};

/** Longer messages are judged by their beginning. */
const longest = 4000;

/** @returns the gravest kind a message speaks of; `null` where it speaks of none */
export function findRisk(text: string): Risk | null {
  const folded = foldText(text.slice(0, longest));
  return risks.find((risk) => phrases[risk].some((phrase) => phrase.test(folded))) ?? null;
}
