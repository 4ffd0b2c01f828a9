import type { Facts } from '../../../measurement/facts.ts';
import type { Life } from '../living/living.ts';

/** Whether a case was solved: its customer had what they came for when its last conversation was over. */
export function truthOf(lives: readonly Life[]): (facts: Pick<Facts, 'conversations'>) => boolean {
  const known = new Map(lives.flatMap((life) => life.conversations.map((id, index) => [id, { life, index }] as const)));
  return ({ conversations }) =>
    conversations.some((id) => {
      const found = known.get(id);
      return found !== undefined && found.life.reachedIn !== null && found.life.reachedIn <= found.index;
    });
}

/** Whether the bot alone solved a case at once: without a person, and without the customer having to come back. */
export function aloneOf(lives: readonly Life[]): (facts: Pick<Facts, 'conversations' | 'person'>) => boolean {
  const isSolved = truthOf(lives);
  return ({ conversations, person }) => !person.joined && isSolved({ conversations: conversations.slice(0, 1) });
}
