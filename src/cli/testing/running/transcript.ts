import type { Event } from '../../../events/event.ts';

/** @property line of the test, for what the customer says; of the dialog, for the bot; @property note what was understood */
export type Spoken = {
  readonly who: 'customer' | 'bot';
  readonly text: string;
  readonly choices: readonly string[];
  readonly file: string | null;
  readonly line: number | null;
  readonly dialog: string | null;
  readonly step: string | null;
  readonly note: string | null;
};

/** A conversation as a person reads it. `spokenAt` gives the test's line of a customer turn. */
export function transcriptOf(events: readonly Event[], spokenAt: ReadonlyMap<number, number>): readonly Spoken[] {
  const understood = new Map(
    events.flatMap((event) => (event.type === 'intent.recognised' ? [[event.turn, noteOf(event.data)]] : [])),
  );
  return events.flatMap((event): readonly Spoken[] => {
    if (event.type === 'customer.said') {
      const note = understood.get(event.turn) ?? null;
      const line = spokenAt.get(event.turn) ?? null;
      return [{ who: 'customer', text: event.words?.text ?? '', choices: [], ...nowhere, line, note }];
    }
    if (event.type !== 'bot.said') return [];
    const { at } = event.data;
    const choices = event.words?.choices?.map(({ title }) => title) ?? [];
    return [{ who: 'bot', text: event.words?.text ?? '', choices, ...(at ?? nowhere), note: null }];
  });
}

const nowhere = { file: null, line: null, dialog: null, step: null };

type Recognised = Extract<Event, { readonly type: 'intent.recognised' }>['data'];

function noteOf({ accepted, candidates }: Recognised): string {
  const best = candidates[0];
  return accepted ?? (best ? `nothing; nearest ${best.intent} ${Math.round(best.score * 100)} %` : 'nothing');
}
