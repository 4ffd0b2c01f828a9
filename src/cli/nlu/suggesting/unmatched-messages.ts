import type { Event } from '../../../events/event.ts';
import type { Store } from '../../../runtime/ports.ts';

const conversationsAtOnce = 200;

/**
 * What customers said in a language that nobody understood: no accepted intent, and no answer to the open question. Sensitive values are masked, and what was
 * erased is left out.
 */
export async function unmatchedMessages(store: Store, locale: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after = ''; ; ) {
    const page = await store.conversations({ after, limit: conversationsAtOnce });
    for (const conversation of page) found.push(...unmatchedIn(await store.events(conversation, { after: 0 }), locale));
    const last = page.at(-1);
    if (last === undefined) return found;
    after = last;
  }
}

/** @param events those of one conversation, in order */
function unmatchedIn(events: readonly Event[], locale: string): readonly string[] {
  const found: string[] = [];
  let said: string[] = [];
  let spoken: string | undefined;
  for (const event of events) {
    if (event.type === 'conversation.started') spoken = event.data.locale;
    if (event.type === 'locale.changed') spoken = event.data.to;
    if (event.type === 'bot.said') said = [];
    if (event.type === 'customer.said' && event.data.via === 'text')
      said.push(event.words?.masked ?? event.words?.text ?? '');
    if (event.type === 'message.unmatched' && isIn(spoken, locale)) found.push(...said.splice(0).filter(Boolean));
  }
  return found;
}

function isIn(spoken: string | undefined, locale: string): boolean {
  return spoken === undefined || spoken === locale || spoken.split('-')[0] === locale.split('-')[0];
}
