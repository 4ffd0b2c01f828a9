/**
 * What a pressed button sends back: 64 bytes at most, so not the value itself but where it stands in the log. A button of an earlier conversation is
 * known by the letters of its id.
 */
import type { Event } from '../../events/event.ts';
import type { Choice } from '../../events/speech/choice.ts';
import type { Store } from '../../runtime/ports.ts';
import { allChoices } from '../contract/reply/to-parts.ts';

const lettersOfId = 12;

type Place = { readonly conversation: string; readonly seq: number; readonly place: number };

export function buttonData({ conversation, seq, place }: Place): string {
  return `${conversation.slice(0, lettersOfId)}.${seq}.${place}`;
}

/** @returns `undefined` for a button of another conversation, or whose words were erased */
export async function pressedChoice(
  store: Pick<Store, 'events'>,
  conversation: string,
  data: string,
): Promise<Choice | undefined> {
  const [id, seq, place] = /^([\w-]+)\.(\d{1,12})\.(\d{1,3})$/.exec(data)?.slice(1) ?? [];
  if (id !== conversation.slice(0, lettersOfId)) return undefined;
  const [event] = await store.events(conversation, { after: Number(seq) - 1, limit: 1 });
  return choicesOf(event)[Number(place)];
}

function choicesOf(event: Event | undefined): readonly Choice[] {
  if (event?.type !== 'bot.said') return [];
  return allChoices({ choices: event.words?.choices ?? [], cards: event.words?.cards ?? [] });
}
