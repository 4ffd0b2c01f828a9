/** A bot small enough to read, and its conversation tests as YAML; intents are recognised by their marks (`#refund`). */
import { readTests } from '../../../src/cli/testing/format/read-tests.ts';
import { runTests, type TestRun } from '../../../src/cli/testing/run-tests.ts';
import type { TestResult } from '../../../src/cli/testing/running/run-test.ts';
import type { Program } from '../../../src/dialogs/program.ts';
import type { Problem } from '../../../src/errors/problem.ts';
import type { Measures } from '../../../src/measurement/constants/measures.ts';
import { programOf, understand } from '../../dialogs/step/talk.ts';

const dialogs = `dialog: refund-order
about: get money back
start: { intents: [refund] }
goal: { name: refund, verify: { by: is_paid, with: { number: order_number }, within: 14d } }
slots:
  order_number: { type: order_number, ask: Which order?, again: [Eight digits please.], check: { do: exists, with: { number: order_number } }, invalid: No such order., attempts: 2, otherwise: { handoff: billing } }
steps:
  - ask: order_number
  - call: prove
  - confirm: Pay it back?
    no:
      - say: I leave it.
      - end
  - do: pay
    with: { number: order_number }
    save: paid
    failed:
      - say: That failed.
      - end
  - if: paid.amount > 10
    then:
      - say: Much money, {paid.amount}.
    else:
      - say: Little money, {paid.amount}.
  - promise: { what: money back, within: 3d }
  - goal: reached
---
dialog: prove
slots:
  secret: { type: text, shared: true, sensitive: true, ask: Your password? }
steps:
  - ask: secret
---
dialog: colours
start: { intents: [status] }
steps:
  - choose:
      text: Which colour?
      save: colour
      options: [{ value: r, title: Red }, { value: b, title: Blue }]
  - say:
      - You like {colour}.
      - So {colour} it is.
---
dialog: late
start: { notice: parcel.late }
slots:
  days: { type: number, ask: How many days? }
steps:
  - ask: days
  - say: Your parcel is {days} days late.
---
dialog: last
start: { intents: [machine.ask] }
steps:
  - say: First.
  - if: 1 > 2
    then:
      - say: Never.
---
dialog: on.start
steps:
  - say: Hello.
---
dialog: on.human
start: { intents: [human.request] }
steps:
  - handoff: { team: care, reason: asked-for }
---
dialog: on.unavailable
steps:
  - say: Nobody is here.
---
dialog: on.slow
steps:
  - say: One moment.
---
dialog: on.silence
steps: []
`;

export const smallBot: Program = programOf(dialogs, ['exists', 'pay', 'is_paid']);

export { understand };

/** Reads tests as they would stand in a file. */
export function read(text: string, shared?: string, program: Program | undefined = smallBot) {
  const stubs = shared === undefined ? [] : [{ path: 'dialogs/tests/stubs.yaml', text: shared }];
  return readTests([...stubs, { path: 'dialogs/tests/a.test.yaml', text }], { program, zone: 'Europe/Berlin' });
}

export function problemsOf(text: string): readonly string[] {
  return read(text).problems.map(shown);
}

function shown({ line, column, message, fix }: Problem): string {
  return `${line}:${column} ${message} → ${fix}`;
}

/** Runs tests; with a mistake in their form there is nothing to run. */
export async function run(text: string, shared?: string, measures?: Measures): Promise<TestRun> {
  const { tests, problems } = read(text, shared);
  if (problems.length > 0) throw new Error(problems.map(shown).join('\n'));
  return runTests(tests, { program: smallBot, understand, ...(measures ? { measures } : {}) });
}

export async function runOne(text: string, shared?: string): Promise<TestResult> {
  const [result] = (await run(text, shared)).results;
  if (!result) throw new Error('there was no test');
  return result;
}

/** What is wrong with a test, as `line: expected / got`. */
export async function failuresOf(text: string): Promise<readonly string[]> {
  return (await runOne(text)).failures.map(({ line, expected, got }) => `${line}: ${expected} / ${got}`);
}

/** Everything goes well: the order exists, and 20 are paid. */
export const well = `stub: { exists: true, pay: { amount: 20 }, is_paid: true, prove: { secret: xyzzy } }`;
