/**
 * The desk as one process sees it: who is there, who waits, and which agents have gone without a word. Every process looks by itself; what each does about
 * a lost agent is an order like any other, so that it happens once.
 */
import { inOrder } from '../../escalation/in-order.ts';
import { addPace, noPaces, type Paces } from '../../escalation/paces.ts';
import type { Policy } from '../../escalation/policy.ts';
import { staffingOf } from '../../escalation/staffing.ts';
import type { Staffing } from '../../events/desk/staffing.ts';
import type { Instant } from '../../events/instant.ts';
import type { Runtime } from '../../runtime/door.ts';
import type { HandoffRow, PresenceRow } from '../../runtime/ports/desk.ts';
import type { Clock, Log, Store } from '../../runtime/ports.ts';

/** Without a heartbeat for so long an agent is gone; they send one every ten seconds. */
const graceMs = 30_000;
const lookMs = 1_000;
/** Somebody may come back; after so long a customer does not wait for nobody. */
const patienceMs = 120_000;
/** Presences older than that are nobody's any more. */
const forgottenMs = 24 * 3_600_000;

/** @property dispositions what wrapping up may say; anything where there are none */
export type DeskSettings = {
  readonly policy: Policy;
  readonly dispositions: readonly string[];
  readonly replies: Readonly<Record<string, string>>;
};

export type Desk = {
  readonly settings: DeskSettings;
  /** who could take over, as it was a moment ago */
  staffing(): Staffing;
  /** Looks at once; of many who ask meanwhile all wait for one look. */
  look(): Promise<void>;
  /** Called after every look. The returned function ends it. */
  onLook(listener: () => void): () => void;
  /** who waits in the order of the policy, and who is held */
  handoffs(): readonly HandoffRow[];
  presences(): readonly PresenceRow[];
  /** Looks from now on; the returned function ends it. */
  watch(runtime: Pick<Runtime, 'listen' | 'order'>): () => void;
};

/** @property clock the time customers wait in; presences are counted in real time, `wall` */
type Parts = {
  readonly store: Pick<Store, 'handoffs' | 'presences'>;
  readonly settings: DeskSettings;
  readonly clock: Clock;
  readonly wall: Clock;
  readonly log: Log;
};
type Seen = { readonly handoffs: readonly HandoffRow[]; readonly presences: readonly PresenceRow[] };

export function createDesk({ store, settings, clock, wall, log }: Parts): Desk {
  const { policy } = settings;
  let paces: Paces = noPaces;
  /** conversation → since when nobody could take it over, in real time */
  const unserved = new Map<string, Instant>();
  let seen: Seen = { handoffs: [], presences: [] };

  const listeners = new Set<() => void>();
  let looking: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const see = async (): Promise<void> => {
    const [handoffs, presences] = await Promise.all([store.handoffs(), store.presences(wall.now() - forgottenMs)]);
    seen = { handoffs, presences };
    for (const listener of listeners) listener();
  };
  const begin = (): Promise<void> => {
    next = undefined;
    looking = see().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  // what was asked for while a look is under way may have come too late for it
  const look = (): Promise<void> => {
    if (!looking) return begin();
    next ??= looking.catch(() => {}).then(begin);
    return next;
  };
  const present = (): readonly PresenceRow[] => seen.presences.filter(({ seenAt }) => wall.now() - seenAt <= graceMs);

  const staffing = (): Staffing =>
    staffingOf({ handoffs: seen.handoffs, present: present(), policy, at: clock.now(), paces });

  return {
    settings,
    staffing,
    look,
    onLook(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    handoffs: () => inOrder(policy, seen.handoffs, clock.now()),
    presences: present,
    watch(runtime) {
      let cancel = (): void => {};
      let isOver = false;
      const round = async (): Promise<void> => {
        try {
          await look();
          await giveBackLost(runtime);
          await tellUnserved(runtime);
        } catch (error) {
          log.error({ err: error }, 'the desk could not be looked at; it is tried again');
        }
        if (!isOver) cancel = wall.after(lookMs, () => void round());
      };
      const unlisten = runtime.listen((_conversation, events) => {
        const changes = events.filter(({ type }) => type.startsWith('handoff.'));
        paces = changes.reduce(addPace, paces);
        if (changes.length > 0) void look().catch(() => {});
      });
      void round();
      return () => {
        isOver = true;
        cancel();
        unlisten();
      };
    },
  };

  async function giveBackLost(runtime: Pick<Runtime, 'order'>): Promise<void> {
    const here = new Set(present().map(({ agent }) => agent));
    const names = new Map(seen.presences.map(({ agent, name }) => [agent, name]));
    for (const { conversation, handoff, agent, version } of seen.handoffs) {
      if (agent === null || here.has(agent)) continue;
      const act = { act: 'lose', agent, name: names.get(agent) ?? '' } as const;
      await runtime.order({ conversation, id: `lost ${handoff} ${version}`, act });
    }
  }

  /** Who waits where nobody is there any more is told so, and led on as if nobody had been there. */
  async function tellUnserved(runtime: Pick<Runtime, 'order'>): Promise<void> {
    const there = staffing();
    const waiting = seen.handoffs.filter((one) => one.agent === null);
    const alone = waiting.filter(({ team }) => !there[team ?? ''] && !there['*']);
    for (const id of unserved.keys()) if (!alone.some(({ conversation }) => conversation === id)) unserved.delete(id);
    for (const { conversation, handoff, version } of alone) {
      const since = unserved.get(conversation) ?? wall.now();
      unserved.set(conversation, since);
      if (wall.now() - since < patienceMs) continue;
      const act = { act: 'nobody', agent: '', name: '' } as const;
      await runtime.order({ conversation, id: `nobody ${handoff} ${version}`, act });
    }
  }
}
