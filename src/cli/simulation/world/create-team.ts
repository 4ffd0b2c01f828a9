/** The people who take over: there in their hours, after a wait, and not always with a solution. What they do, they do in the service's records. */
import type { Staffing } from '../../../events/desk/staffing.ts';
import type { Event } from '../../../events/event.ts';
import { toMilliseconds } from '../../../files/duration.ts';
import type { Dice } from '../../../simulation/create-dice.ts';
import type { Plants } from '../../../simulation/draw-plants.ts';
import type { Simulation } from '../../../simulation/simulation-schema.ts';
import type { Agenda } from './create-agenda.ts';
import type { World } from './open-world.ts';

export type Team = {
  staffing(now: number): Staffing;
  see(conversation: string, events: readonly Event[]): void;
  /** Tells the team whose conversation it is: `solve` does for the customer what can be done, and says whether it could. */
  expect(conversation: string, solve: () => Promise<boolean>): void;
  join(world: World): void;
};

/** @property slow a team, and the day of the week on which it takes much longer */
type Given = {
  readonly simulation: Simulation;
  readonly agenda: Agenda;
  readonly zone: string;
  readonly slow: Plants['slow'] | undefined;
  readonly dice: Dice;
};

const agent = { agent: 'agent-1', name: 'Kim' };
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const workMs = 180_000;
const slowness = 6;

export function createTeam({ simulation, agenda, zone, slow, dice }: Given): Team {
  const { staff } = simulation;
  const waitMs = toMilliseconds(staff.wait);
  const solving = new Map<string, () => Promise<boolean>>();
  const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  const weekdayOf = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short' });
  let world: World | undefined;
  let asked = { quarter: Number.NaN, hour: 0 };
  return {
    staffing(now) {
      const quarter = Math.floor(now / 900_000);
      if (quarter !== asked.quarter) asked = { quarter, hour: Number(hourOf.format(now)) };
      const { hour } = asked;
      return hour >= staff.from && hour < staff.to ? { '': inTime(waitMs), '*': inTime(waitMs) } : {};
    },
    see(conversation, events) {
      const queued = events.find((event) => event.type === 'handoff.queued');
      if (!queued || events.some(({ type }) => type === 'handoff.unavailable')) return;
      const at = events.at(-1)?.at ?? 0;
      const pace = isSlow(queued.data.team, at) ? slowness : 1;
      agenda.add(at + Math.round(pace * dice.skewed(waitMs, 0.7)), () => serve(conversation));
    },
    expect: (conversation, solve) => void solving.set(conversation, solve),
    join(joined) {
      world = joined;
    },
  };

  function isSlow(team: string | null, at: number): boolean {
    return slow !== undefined && team === slow.team && weekdayOf.format(at) === weekdays[slow.weekday];
  }

  async function serve(conversation: string): Promise<void> {
    const row = (await world?.store.handoffs())?.find((one) => one.conversation === conversation);
    if (!world || !row || row.agent !== null) return;
    await order(conversation, 'accept', { act: 'accept', version: row.version });
    agenda.add(world.clock.now() + workMs, () => finish(conversation));
  }

  async function finish(conversation: string): Promise<void> {
    const isSolved = dice.chance(staff.solves) && ((await solving.get(conversation)?.()) ?? false);
    await order(conversation, 'say', {
      act: 'say',
      text: isSolved ? 'I have done that for you.' : 'I am sorry, I cannot do that.',
    });
    const closing = {
      disposition: isSolved ? 'solved' : 'not solved',
      solved: isSolved ? 'yes' : 'no',
      tags: [],
      note: '',
    } as const;
    await order(conversation, 'close', { act: 'close', ...closing });
  }

  async function order(conversation: string, id: string, act: ActOf): Promise<void> {
    await world?.runtime.order({
      conversation,
      id: `${conversation}-${id}-${world.clock.now()}`,
      act: { ...agent, ...act },
    });
    await world?.runtime.settle();
  }
}

type Order = Parameters<World['runtime']['order']>[0]['act'];
type ActOf = Order extends infer One ? (One extends Order ? Omit<One, 'agent' | 'name'> : never) : never;

function inTime(waitMs: number) {
  return { position: 1, waitSeconds: waitMs / 1000 };
}
