/**
 * A turn on the latest state: when another process moved the conversation meanwhile, it is prepared and taken anew.
 */
import type { Input } from '../../dialogs/input.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Staffing } from '../../events/desk/staffing.ts';
import type { Instant } from '../../events/instant.ts';
import type { Bot, Bots, Clock, Random } from '../ports.ts';
import { findCourse, todays } from './course.ts';
import type { MessageItem } from './item.ts';
import type { Live } from './live.ts';
import { type TurnEnd, type TurnPorts, takeTurn } from './turn.ts';

export type BatchPorts = TurnPorts & {
  staffing?(): Staffing;
  /** the desk outside that takes who asks for a person now */
  outside?(): string | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly bots: Bots;
};

/** Other processes may move the conversation between our look and our commit; each loss is retried on fresh state. */
const mostConflicts = 50;

/** @property taken messages that this turn handles */
export type Prepared = { readonly taken: readonly MessageItem[]; readonly input: Input };
type Trying = {
  readonly conversation: string;
  /** somebody waits for what comes of it: it may end what has no place in today's program */
  readonly isAwaited: boolean;
  prepare(now: { readonly bot: Bot; readonly live: Live }): Promise<Prepared | undefined>;
};

/**
 * @returns `undefined` when there was nothing to do; 'unknown' when there is no such conversation
 * @throws TouchpointError STORE_FAILED when others were faster again and again; STORE_… as the store does
 */
export async function tryTurn(
  ports: BatchPorts,
  { conversation, isAwaited, prepare }: Trying,
): Promise<TurnEnd | 'unknown' | undefined> {
  for (let conflicts = 0; ; conflicts++) {
    const live = await ports.lives.get(conversation);
    ports.probe('state.loaded');
    if (!live) return 'unknown';
    const course = todays(ports.bots, live) ?? (await findCourse(ports, live, isAwaited));
    const prepared = await prepare({ bot: course.bot, live });
    if (!prepared) return undefined;
    const { taken, input } = prepared;
    const inbox = taken.filter((item) => !item.isStored).map(({ row }) => row);
    const handled = taken.filter((item) => item.isStored).map(({ row }) => row.id);
    const end = await takeTurn(ports, { course, live, input, inbox, handled });
    if (end.status !== 'conflict') return end;
    if (conflicts === mostConflicts) throw overtaken(conversation);
  }
}

function overtaken(conversation: string): TouchpointError {
  const message = `other processes moved conversation '${conversation}' ${mostConflicts} times while a turn was taken`;
  return new TouchpointError('STORE_FAILED', message, { fix: 'nothing was changed; try again' });
}

type Given = { readonly at: Instant; readonly random: number; readonly staffing?: Staffing; readonly outside?: string };

/** What every input is given: a time that never goes back within a conversation, and a random number. */
export function givenNow(ports: BatchPorts, live: Live): Given {
  const staffing = ports.staffing?.();
  const outside = ports.outside?.();
  return {
    at: Math.max(ports.clock.now(), live.head.at),
    random: ports.random.unit(),
    ...(staffing === undefined ? {} : { staffing }),
    ...(outside === undefined ? {} : { outside }),
  };
}
