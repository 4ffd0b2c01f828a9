/**
 * How answers are worded in a language. All words are folded (languages/fold-text.ts), apostrophes left out, one space between.
 *
 * @property yes what an answer that agrees begins with, and `no` one that refuses; of both, the longer one is meant
 * @property unsure what makes an answer neither: not knowing, or a question
 * @property fillers what may stand before the answer proper
 * @property weak words of yes that behind a no are courtesy: "no, that is fine"
 * @property restarts what announces that somebody takes back what they said: "yes, I mean no"
 * @property introductions what people put before their name; matched on the text as it stands, ignoring case
 * @property last words for the last of several
 * @property around words that say nothing about which of several is meant: "the second one, please"
 */
export type AnswerRules = {
  readonly yes: RegExp;
  readonly no: RegExp;
  readonly unsure: RegExp;
  readonly fillers: RegExp;
  readonly weak: RegExp;
  readonly restarts: RegExp;
  readonly introductions: RegExp;
  readonly last: RegExp;
  readonly around: RegExp;
};
