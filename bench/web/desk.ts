/**
 * The desk at work: 200 customers wait and 50 agents look on, each with the desk open. How soon a customer sees what an agent says, how soon a wish for a person stands
 * before the agents, and how long taking a conversation takes.
 */
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/storage/open-store.ts';
import { secretHash } from '../../src/web/access/secret-hash.ts';
import { field, startChild } from '../child.ts';
import { withData } from '../data/with-data.ts';
import type { Benchmark, BenchResult } from '../result.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const agents = 50;
const customers = 200;

export const deskBenchmark: Benchmark = { name: 'web.desk', measure: () => withData('sqlite', measure) };

async function measure(data: string): Promise<readonly BenchResult[]> {
  const store = await openStore(data);
  for (let index = 0; index < agents; index++)
    await store.saveToken({ token: secretHash(`agent-${index}`), name: `Agent ${index}`, role: 'agent', team: null });
  await store.close();
  const command = [here('../../bin/touchpoint.js'), 'serve', '--json', '--port', '0', '--no-services', '--data', data];
  const server = await startChild(command);
  try {
    const driver = await startChild([
      here('./work-at-desk.ts'),
      field(server, 'url'),
      String(agents),
      String(customers),
    ]);
    await driver.stop();
    const figure = (name: string, goal?: string): BenchResult => {
      const [p50Ms = Number.NaN, p99Ms = Number.NaN] = String(driver.ready[name]).split(' ').map(Number);
      return {
        name: `web.desk.${name}`,
        unit: 'ms',
        value: p50Ms,
        p50Ms,
        p99Ms,
        ...(goal === undefined ? {} : { goal }),
      };
    };
    return [
      figure('seen', 'at most 100 from an agent’s message to the customer’s window'),
      figure('queued'),
      figure('taken'),
      figure('looked'),
    ];
  } finally {
    await server.stop();
  }
}
