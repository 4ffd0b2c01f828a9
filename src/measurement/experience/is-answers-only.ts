import type { Facts } from '../facts.ts';

/** Stands where conversations have the hash of their program. */
export const answersProgram = 'answers';

/**
 * Whether facts are an answer to a survey that was brought in from elsewhere: nothing is known of the contact it is about, so that it is no case, and counts
 * beside the bot only.
 */
export function isAnswersOnly({ version }: Pick<Facts, 'version'>): boolean {
  return version === answersProgram;
}
