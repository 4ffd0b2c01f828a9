import type { Facts } from '../../measurement/facts.ts';
import type { FactsRange } from '../../runtime/ports/facts.ts';
import type { Store } from '../../runtime/ports.ts';
import { parseFacts } from './parse-facts.ts';

const atOnce = 1_000;

/** The facts of a range, page by page: never all of them at once. Rejects as the store does, and as `parseFacts`. */
export async function* storedFacts(
  store: Pick<Store, 'facts'>,
  range: Omit<FactsRange, 'limit'>,
): AsyncGenerator<Facts> {
  let page = await store.facts({ ...range, limit: atOnce });
  for (;;) {
    for (const { facts } of page) yield parseFacts(facts);
    const after = page[atOnce - 1];
    if (!after) return;
    page = await store.facts({ ...range, after, limit: atOnce });
  }
}
