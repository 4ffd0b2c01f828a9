/**
 * The desk as one process sees it: who is there, who waits, and which agents have gone without a word. Every process looks by itself; what each does about
 * a lost agent is an order like any other, so that it happens once.
 */
import { inOrder } from '../../escalation/in-order.ts';
import { addPace, noPaces, type Paces } from '../../escalation/paces.ts';
import type { Policy } from '../../escalation/policy.ts';
import { staffingOf } from '../../escalation/staffing.ts';
import type { Staffing } from '../../events/desk/staffing.ts';
import type { About } from '../../reports/desk/about-of.ts';
import type { Runtime } from '../../runtime/door.ts';
import type { HandoffRow, PresenceRow } from '../../runtime/ports/desk.ts';
import type { Clock, Log, Store } from '../../runtime/ports.ts';
import { createAbouts } from './watching/create-abouts.ts';
import { createView } from './watching/create-view.ts';
import { giveBackLost } from './watching/give-back-lost.ts';
import { forgottenMs, type Heartbeats, hear, heardWithin } from './watching/heartbeats.ts';
import { offerEnd, offerOn } from './watching/offer-on.ts';
import { tellUnserved } from './watching/tell-unserved.ts';

/** Without a heartbeat for so long an agent is gone; they send one every ten seconds. */
const graceMs = 30_000;
const lookMs = 1_000;

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
  /** who waits there, and for what, as far as it is known */
  about(conversation: string): About | undefined;
  /** milliseconds for which it is offered yet to who is asked; `null` where nobody is, or it was not seen since when */
  offeredForMs(row: HandoffRow): number | null;
  /** Looks from now on; the returned function ends it. */
  watch(runtime: Pick<Runtime, 'listen' | 'order'>): () => void;
};

/**
 * @property clock the time customers wait in; presences are written in real time, `wall`
 * @property steady milliseconds since some moment, whatever is done to the machine's clock: how long somebody is silent, or asked
 */
type Parts = {
  readonly store: Pick<Store, 'handoffs' | 'presences'>;
  readonly settings: DeskSettings;
  readonly clock: Clock;
  readonly wall: Clock;
  steady(): number;
  readonly log: Log;
  /** what the queue says of a conversation; left out, it says nothing of any */
  about?(conversation: string): Promise<About>;
};
type Seen = { readonly handoffs: readonly HandoffRow[]; readonly beats: Heartbeats };

export function createDesk({ store, settings, clock, wall, steady, log, about }: Parts): Desk {
  const { policy } = settings;
  const abouts = about && createAbouts({ steady, find: about });
  const { seen, look, onLook } = createView<Seen>({ handoffs: [], beats: new Map() }, async (before) => {
    const [handoffs, rows] = await Promise.all([store.handoffs(), store.presences(wall.now() - forgottenMs)]);
    await abouts?.look(handoffs.map(({ conversation }) => conversation));
    return { handoffs, beats: hear(before.beats, rows, { wall: wall.now(), steady: steady() }) };
  });
  let paces: Paces = noPaces;
  let unserved: ReadonlyMap<string, number> = new Map();
  let offered: ReadonlyMap<string, number> = new Map();

  const present = (): readonly PresenceRow[] => heardWithin(seen().beats, graceMs, steady());
  const staffing = (): Staffing =>
    staffingOf({ handoffs: seen().handoffs, present: present(), policy, at: clock.now(), paces });
  const round = async (runtime: Pick<Runtime, 'order'>): Promise<void> => {
    try {
      await look();
      const { handoffs, beats } = seen();
      const known = [...beats.values()].map(({ row }) => row);
      await giveBackLost(runtime, { handoffs, known, present: present() });
      const inTurn = inOrder(policy, handoffs, clock.now());
      offered = await offerOn(runtime, offered, { handoffs: inTurn, present: present(), policy, now: steady() });
      unserved = await tellUnserved(runtime, unserved, { handoffs, staffing: staffing(), now: steady() });
    } catch (error) {
      log.error({ err: error }, 'the desk could not be looked at; it is tried again');
    }
  };

  return {
    settings,
    staffing,
    look,
    onLook,
    handoffs: () => inOrder(policy, seen().handoffs, clock.now()),
    presences: present,
    about: (conversation) => abouts?.of(conversation),
    offeredForMs(row) {
      const end = offerEnd(offered, policy, row);
      return end === undefined ? null : Math.max(0, end - steady());
    },
    watch(runtime) {
      let cancel = (): void => {};
      let isOver = false;
      const goOn = async (): Promise<void> => {
        await round(runtime);
        if (!isOver) cancel = wall.after(lookMs, () => void goOn());
      };
      const unlisten = runtime.listen((_conversation, events) => {
        const changes = events.filter(({ type }) => type.startsWith('handoff.'));
        paces = changes.reduce(addPace, paces);
        if (changes.length > 0) void look().catch(() => {});
      });
      void goOn();
      return () => {
        isOver = true;
        cancel();
        unlisten();
      };
    },
  };
}
