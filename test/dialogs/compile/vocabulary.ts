/** A small bot's names, for compiling dialogs in tests. */

import type { Vocabulary } from '../../../src/dialogs/compile/vocabulary.ts';
import type { Shape } from '../../../src/dialogs/expressions/shape.ts';
import type { ActionSpec } from '../../../src/dialogs/program.ts';
import type { Where } from '../../../src/errors/where.ts';

/** Where the intents of these tests are declared: one a line. */
export function whereOfIntent(line: number): Where {
  return { file: 'intents/all.en.yaml', line, column: 3, endLine: line, endColumn: 9 };
}

const order: Shape = {
  is: 'map',
  fields: {
    allowed: { is: 'yes/no' },
    amount: { is: 'number' },
    to: { is: 'map', fields: { street: { is: 'text' } }, optional: [], isOpen: false },
  },
  optional: [],
  isOpen: false,
};

/** An action that says what it takes and gives. */
const find: ActionSpec = {
  ...spec('orders.find'),
  input: { is: 'map', fields: { number: { is: 'text' } }, optional: [], isOpen: false },
  output: order,
};

/** One that takes some texts only. */
const claim: ActionSpec = {
  ...spec('orders.claim'),
  input: { is: 'map', fields: { kind: { is: 'text', oneOf: ['lost', 'faulty'] } }, optional: [], isOpen: false },
};

export const vocabulary: Vocabulary = {
  intents: new Map([
    ['refund.request', whereOfIntent(2)],
    ['hours.ask', whereOfIntent(3)],
    ['human.request', whereOfIntent(5)],
  ]),
  answers: new Map([
    [
      'hours.ask',
      {
        texts: ['We are open from 9 to 5.'],
        buttons: [],
        about: 'our opening hours',
        isSmallTalk: false,
        where: whereOfIntent(4),
      },
    ],
  ]),
  entities: new Set(['order_number']),
  actions: new Map([
    ...['orders.exists', 'orders.refund'].map((name) => [name, spec(name)] as const),
    ['orders.find', find],
    ['orders.claim', claim],
  ]),
};

/** A dialog that starts with the one intent that needs one. */
export function dialogWith(body: string): string {
  return `dialog: refund\nabout: get money back\nstart: { intents: [refund.request] }\n${body}`;
}

function spec(name: string): ActionSpec {
  return { name, timeoutMs: 10_000, retries: 0, safe: true, idempotent: false };
}
