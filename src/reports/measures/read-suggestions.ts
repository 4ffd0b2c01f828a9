import { foldConversation, startConversation } from '../../measurement/fold-conversation.ts';
import type { HistorySource } from './recompute-report.ts';
import { type Suggestions, suggestReferences } from './suggest-references.ts';

const atOnce = 200;

/** New references from everything that is stored. Rejects as the store does. */
export async function readSuggestions({ store, measures }: HistorySource): Promise<Suggestions> {
  const suggesting = suggestReferences(measures);
  let after: string | undefined = '';
  while (after !== undefined) {
    const page: readonly string[] = await store.conversations({ after, limit: atOnce });
    for (const conversation of page) {
      const events = await store.events(conversation, { after: 0 });
      const fold = foldConversation(measures, startConversation, events);
      for (const one of fold.cases.values()) suggesting.addCase(one);
      suggesting.addEvents(fold.origin?.data.channel ?? 'other', events);
    }
    after = page.at(-1);
  }
  return suggesting.read();
}
