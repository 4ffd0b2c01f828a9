/**
 * The other side of channel and actions: it takes replies by their id and calls by their key, and is slow, fails, hangs or cuts the connection as the
 * seed says. What it has taken it writes down before it answers.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Dice } from '../../dialogs/properties/random.ts';
import { diceFor } from '../dice-for.ts';
import type { Journal, Manner } from './journal.ts';

const delivery = z.object({
  id: z.string(),
  conversation: z.string(),
  seq: z.number(),
  text: z.string(),
  process: z.string(),
});
const call = z.object({ action: z.string(), key: z.string(), process: z.string() });

/** @property behave from now on it takes everything at once */
export type Counterpart = { readonly url: string; behave(): void; close(): Promise<void> };

/** @property isRude whether it ever does anything but take what it is given */
type Given = { readonly journal: Journal; readonly seed: number; readonly isRude: boolean };

export async function openCounterpart({ journal, seed, isRude }: Given): Promise<Counterpart> {
  const tries = new Map<string, number>();
  let isBehaved = !isRude;
  const server = createServer((request, response) => void take(request, response).catch(() => response.destroy()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    behave() {
      isBehaved = true;
    },
    async close() {
      server.close().closeAllConnections();
    },
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = JSON.parse(await text(request));
    const { dice, manner } = request.url === '/deliver' ? takeDelivery(body) : takeCall(body);
    await answer(response, manner, dice);
  }

  function takeDelivery(body: unknown): Met {
    const given = delivery.parse(body);
    const met = meet(given.id, deliveryManners);
    journal.write({ what: 'delivery', ...given, manner: met.manner, taken: isTaken(met.manner) });
    return met;
  }

  function takeCall(body: unknown): Met {
    const given = call.parse(body);
    const met = meet(given.key, callManners);
    journal.write({ what: 'call', ...given, manner: met.manner, taken: isTaken(met.manner) });
    return met;
  }

  function meet(id: string, rude: readonly [Manner, ...Manner[]]): Met {
    const tried = (tries.get(id) ?? 0) + 1;
    tries.set(id, tried);
    const dice = diceFor(seed, id, tried);
    return { dice, manner: !isBehaved && dice.chance(0.1) ? dice.pick(rude) : 'ok' };
  }
}

type Met = { readonly dice: Dice; readonly manner: Manner };
const deliveryManners = ['slow', 'slow', 'fail', 'hang', 'cut-before', 'cut-after'] as const;
const callManners = ['slow', 'slower', 'fail', 'refuse', 'hang', 'cut-before', 'cut-after'] as const;

function isTaken(manner: Manner): boolean {
  return manner !== 'fail' && manner !== 'refuse' && manner !== 'cut-before';
}

async function answer(response: ServerResponse, manner: Manner, dice: Dice): Promise<void> {
  if (manner === 'slow') await setTimeout(50 + dice.below(400));
  if (manner === 'slower') await setTimeout(3_200);
  else await setTimeout(dice.below(6));
  if (manner === 'hang') return;
  if (manner.startsWith('cut')) return void response.destroy();
  response.writeHead(manner === 'fail' ? 500 : manner === 'refuse' ? 422 : 200).end();
}
