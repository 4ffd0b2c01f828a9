/**
 * A training phrase.
 *
 * @property intent `oos` for a phrase that belongs to no intent
 * @property counter the phrase must *not* be taken for this intent, whatever else it may be
 */
export type Example = { readonly text: string; readonly intent: string; readonly counter?: boolean };

/** The label of phrases that belong to no intent. */
export const outOfScope = 'oos';
