/**
 * Customers: each opens a conversation and says its lines through whatever process answers, again and again until each is acknowledged. Some lines are
 * said at once, some twice, to two processes, late, or in another order.
 */
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Dice } from '../../dialogs/properties/random.ts';
import { diceFor } from '../dice-for.ts';
import type { Journal } from './journal.ts';

/** @property doors of the processes that take messages now, by process */
export type Talking = {
  readonly seed: number;
  readonly journal: Journal;
  readonly doors: () => ReadonlyMap<string, string>;
  readonly isSmooth: boolean;
  /** told of each acknowledgement */
  readonly onAcknowledged: () => void;
};

type Line = { readonly conversation: string; readonly id: string; readonly text: string };
const answer = z.object({ status: z.string() });

const texts = [
  '#refund 12345678',
  '#refund 87654321',
  '#refund',
  '11223344',
  '#flow.help',
  '#status',
  'blah',
  '#human.request',
  '#flow.cancel',
] as const;

/** Resolves when everything was acknowledged. */
export async function talk(given: Talking, conversation: string): Promise<void> {
  const dice = diceFor(given.seed, conversation);
  const lines = Array.from({ length: 5 + dice.below(6) }, (_, index) => ({
    conversation,
    id: `${conversation}.${index + 1}`,
    text: dice.pick(texts),
  }));
  const late: Promise<void>[] = [];
  await tell(given, { conversation, id: `${conversation}.0`, text: 'open' }, dice);
  while (lines.length > 0) {
    const together = lines.splice(0, dice.chance(0.25) ? 1 + dice.below(3) : 1);
    if (dice.chance(0.3)) await setTimeout(dice.below(dice.chance(0.1) ? 1_500 : 60));
    await Promise.all(together.map((line) => tellSomehow(given, line, late)));
  }
  await Promise.all(late);
}

/** Messages said together have no order among them: here each takes its own time. A repetition may come much later. */
async function tellSomehow(given: Talking, line: Line, late: Promise<void>[]): Promise<void> {
  const dice = diceFor(given.seed, line.id);
  if (given.isSmooth) return tell(given, line, dice);
  await setTimeout(dice.below(20));
  const again = diceFor(given.seed, line.id, 'again');
  if (dice.chance(0.1)) late.push(setTimeout(dice.below(2_000)).then(() => tell(given, line, again)));
  const twice = dice.chance(0.1) ? [tell(given, line, again)] : [];
  await Promise.all([tell(given, line, dice), ...twice]);
}

async function tell(given: Talking, line: Line, dice: Dice): Promise<void> {
  while (!(await tryTell(given, line, dice))) await setTimeout(50);
}

/** Longer than any door needs while the database is there. */
const patienceMs = 15_000;

async function tryTell({ doors, journal, onAcknowledged }: Talking, line: Line, dice: Dice): Promise<boolean> {
  const [process = '', url] = [...doors()][dice.below(doors().size)] ?? [];
  if (url === undefined) return false;
  journal.write({ what: 'said', ...line, process });
  try {
    const body = JSON.stringify({ ...line, at: Date.now() });
    const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(patienceMs) });
    const { status } = answer.parse(await response.json());
    if (response.status === 503) return false;
    journal.write({ what: 'acknowledged', conversation: line.conversation, id: line.id, status, process });
    onAcknowledged();
    return true;
  } catch {
    return false;
  }
}
