import type { Event, EventOf } from '../../events/event.ts';
import { masked } from '../../events/speech/masked.ts';
import type { SentFile } from '../../events/speech/sent-file.ts';

/**
 * A line of a conversation as an agent reads it; `text` is `null` once it is erased. Times are ISO 8601.
 *
 * @property files what came along; `path` is where this server gives it
 */
export type Talk = {
  readonly at: string;
  readonly seq: number;
  readonly who: 'customer' | 'bot' | 'agent' | 'note';
  readonly name?: string | null;
  readonly text: string | null;
  readonly files?: readonly TalkFile[];
};

export type TalkFile = Omit<SentFile, 'id'> & { readonly path: string };

/** @returns nothing for the many events that are nobody's words; what nobody may read is dots */
export function talkOf(event: Event): readonly Talk[] {
  const said = masked(event);
  const place = { at: new Date(said.at).toISOString(), seq: said.seq };
  switch (said.type) {
    case 'customer.said':
      return [{ ...place, who: 'customer', text: said.words?.text ?? null, ...filesOf(said) }];
    case 'bot.said':
      return [{ ...place, who: 'bot', text: said.words?.text ?? null }];
    case 'agent.said':
      return [
        { ...place, who: 'agent', name: said.words?.name ?? null, text: said.words?.text ?? null, ...filesOf(said) },
      ];
    case 'agent.noted':
      return [{ ...place, who: 'note', name: said.words?.name ?? null, text: said.words?.text ?? null }];
    default:
      return [];
  }
}

function filesOf({ conversation, words }: EventOf<'customer.said' | 'agent.said'>): Pick<Talk, 'files'> {
  const files = words?.files ?? [];
  return files.length === 0
    ? {}
    : { files: files.map(({ id, ...file }) => ({ ...file, path: pathOf(conversation, id) })) };
}

function pathOf(conversation: string, id: string): string {
  return `/v3/directline/uploads/${encodeURIComponent(conversation)}/${encodeURIComponent(id)}`;
}
