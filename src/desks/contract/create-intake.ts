import type { DeskOrder } from '../../runtime/door.ts';
import type { DeskHost, Taken } from './outside-desk.ts';
import { readPlace } from './place-of.ts';

/** An agent as their desk knows them: `id` within it, `name` as the customer reads it. */
export type OutsideAgent = { readonly id: string; readonly name: string };

type WithoutWho<T> = T extends unknown ? Omit<T, 'agent' | 'name' | 'outside'> : never;
export type OutsideAct = WithoutWho<DeskOrder['act']>;

/**
 * @property key as the desk was given it
 * @property id of what happened; the same counts once. Missing: what counts is how the conversation stands
 * @property agent `null`: the desk names nobody
 */
export type Told = {
  readonly key: string;
  readonly id?: string;
  readonly agent: OutsideAgent | null;
  readonly act: OutsideAct;
};

/** What was done lately is known here: told again it is no refusal, though the conversation stands otherwise by now. */
const mostKnown = 10_000;

/** Makes orders of what the agents of a desk outside do. Rejects (STORE_…) when it could not be stored: it is to be told again. */
export function createIntake(host: DeskHost, desk: string): (told: Told) => Promise<Taken> {
  const done = new Map<string, Taken>();
  return async ({ key, id, agent, act }) => {
    const place = readPlace(key);
    if (!place) return { status: 'unknown' };
    const { conversation, handoff } = place;
    const before = id === undefined ? undefined : done.get(`${key} ${id}`);
    if (before) return before;
    const who = agent
      ? { agent: host.agentId(`${desk} ${agent.id}`), name: agent.name.slice(0, 200) }
      : { agent: '', name: '' };
    const taken = await host.runtime.order({
      conversation,
      id: `${desk} ${id ?? host.random.id()}`,
      act: { ...act, ...who, outside: { desk, handoff } },
    });
    if (id !== undefined && taken.status === 'done') done.set(`${key} ${id}`, { ...taken, status: 'duplicate' });
    const [oldest] = done.keys();
    if (done.size > mostKnown && oldest !== undefined) done.delete(oldest);
    return taken;
  };
}
