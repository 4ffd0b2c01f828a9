/** How one contact goes for a customer, as they live it. */

/** What reached the customer at once; `seconds` since they spoke. */
export type Heard = {
  readonly texts: readonly string[];
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly seconds: number;
};

/**
 * @property cost hidden cost so far, of all their contacts
 * @property believes they think they have what they came for
 * @property spoken times they have spoken in this contact; @property opened how many of their wordings they have used
 * @property answered what they have answered already, by its pattern
 */
export type Mood = {
  readonly cost: number;
  readonly believes: boolean;
  readonly isPromised: boolean;
  readonly spoken: number;
  readonly opened: number;
  readonly askedPerson: boolean;
  readonly thanked: boolean;
  readonly answered: Readonly<Record<string, number>>;
};

export const fresh: Mood = {
  cost: 0,
  believes: false,
  isPromised: false,
  spoken: 0,
  opened: 0,
  askedPerson: false,
  thanked: false,
  answered: {},
};
