/**
 * How a language says whole numbers below a million. Words are folded (../../fold-text.ts); those of one phrase are parted by a space.
 *
 * @property small phrases for 0 to 99
 * @property hundreds words that mean some hundreds by themselves: `hundred`, `doscientos`
 * @property hundred the one of them that is counted: `two hundred`; empty where none is
 * @property thousand words for a thousand
 * @property and word that may stand behind hundreds and thousands: `two hundred and five`; empty where none may
 * @property vague words that often mean no number at all: articles, the thousand of "mil gracias", the French "new"
 * @property idioms words beside which a vague word is no number: `eine Frage`, `this one`
 * @property minus word for a number below zero
 * @property fraction words that make another number of the one before: `two and a half`, `zwei Komma fünf`, `2 Mio`
 * @property parts where written together: cuts a word into its numbers
 */
export type NumberWords = {
  readonly small: ReadonlyMap<string, number>;
  readonly hundreds: ReadonlyMap<string, number>;
  readonly hundred: string;
  readonly thousand: ReadonlySet<string>;
  readonly and: string;
  readonly vague: ReadonlySet<string>;
  readonly idioms: ReadonlySet<string>;
  readonly minus: string;
  readonly fraction: RegExp;
  readonly parts?: RegExp;
};
