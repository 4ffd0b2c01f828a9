/** A bot whose turns wait for everything there is: questions, actions of each kind, reminders, waiting times, silence. */
import type { ActionSpec, Program } from '../../../src/dialogs/program.ts';
import { programOf } from '../../dialogs/step/talk.ts';

const yaml = `
dialog: pay
start: { intents: [refund] }
slots:
  order_number: { type: order_number, ask: Which order? }
steps:
  - ask: order_number
  - remind: { after: 900ms, say: "Reminder of {order_number}." }
  - do: pay
    with: { number: order_number }
    failed:
      - say: Not paid.
      - end
  - say: Paid {order_number}.
  - say: Anything else?
---
dialog: book
start: { intents: [flow.help] }
steps:
  - do: book
    with: { day: '"monday"' }
    failed:
      - say: Not booked.
      - end
  - wait: 700ms
  - say: Booked.
---
dialog: where
start: { intents: [status] }
steps:
  - do: is_sent
    with: { order: '"1"' }
    failed:
      - say: Nobody knows.
      - end
  - say: On its way.
---
dialog: on.silence
start: { silence: 1s }
steps:
  - say: Are you still there?
---
dialog: on.start
steps:
  - say: Hello.
---
dialog: on.human
start: { intents: [human.request] }
steps:
  - handoff: { reason: asked-for }
---
dialog: on.cancel
start: { intents: [flow.cancel] }
steps:
  - say: Stopped.
---
dialog: on.unavailable
steps:
  - say: Nobody is here.
---
dialog: on.error
steps:
  - say: Our fault.
---
dialog: on.slow
steps:
  - say: One moment.
---
dialog: on.no_match
steps:
  - say: Not understood.
`;

/** `pay` must never happen twice; `book` honours its key; `is_sent` only looks. */
const specs: readonly ActionSpec[] = [
  { name: 'pay', timeoutMs: 4_500, retries: 0, safe: false, idempotent: false },
  { name: 'book', timeoutMs: 1_000, retries: 3, safe: false, idempotent: true },
  { name: 'is_sent', timeoutMs: 1_000, retries: 3, safe: true, idempotent: false },
];

export const actions: ReadonlyMap<string, ActionSpec> = new Map(specs.map((spec) => [spec.name, spec]));

export function botProgram(): Program {
  return { ...programOf(yaml, [...actions.keys()]), actions };
}
