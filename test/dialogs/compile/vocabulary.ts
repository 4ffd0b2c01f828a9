/** A small bot's names, for compiling dialogs in tests. */

import type { Vocabulary } from '../../../src/dialogs/compile/vocabulary.ts';
import type { Where } from '../../../src/errors/where.ts';

/** Where the intents of these tests are declared: one a line. */
export function whereOfIntent(line: number): Where {
  return { file: 'intents/all.en.yaml', line, column: 3, endLine: line, endColumn: 9 };
}

export const vocabulary: Vocabulary = {
  intents: new Map([
    ['refund.request', whereOfIntent(2)],
    ['hours.ask', whereOfIntent(3)],
  ]),
  answers: new Map([['hours.ask', { texts: ['We are open from 9 to 5.'], where: whereOfIntent(4) }]]),
  entities: new Set(['order_number']),
  actions: new Map(
    ['orders.exists', 'orders.refund'].map((name) => [
      name,
      { name, timeoutMs: 10_000, retries: 0, safe: true, idempotent: false },
    ]),
  ),
};

/** A dialog that starts with the one intent that needs one. */
export function dialogWith(body: string): string {
  return `dialog: refund\nabout: get money back\nstart: { intents: [refund.request] }\n${body}`;
}
