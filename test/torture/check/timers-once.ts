import type { Event, EventOf } from '../../../src/events/event.ts';
import type { Property } from './evidence.ts';

/** Longest timer of which the checker demands that it fired. */
export const shortTimerMs = 10_000;

/** Every timer is cleared once at most, what it leads to happens once, and none is left that reminds or waits. */
export const timersOnce: Property = ({ told }) =>
  told.flatMap(({ conversation, events }) => {
    const cleared = Map.groupBy(of(events, 'timer.cleared'), ({ data }) => data.timer);
    const short = of(events, 'timer.set').filter(({ data }) => data.dueInMs < shortTimerMs);
    return [
      ...[...cleared].flatMap(([timer, times]) =>
        times.length === 1
          ? []
          : [
              `${conversation}: timer ${timer} fired ${times.length} times: seq ${times.map(({ seq }) => seq).join(', ')}`,
            ],
      ),
      ...short.flatMap(({ seq, data: { timer, kind } }) =>
        cleared.has(timer) ? [] : [`${conversation}: timer ${timer} (${kind}), set at seq ${seq}, never fired`],
      ),
      ...silentTwice(conversation, events),
    ];
  });

function silentTwice(conversation: string, events: readonly Event[]): readonly string[] {
  const silent = Map.groupBy(of(events, 'case.silent'), ({ data, turn }) => `${data.case} in turn ${turn}`);
  return [...silent].flatMap(([which, times]) =>
    times.length === 1 ? [] : [`${conversation}: ${which} fell silent ${times.length} times`],
  );
}

function of<T extends Event['type']>(events: readonly Event[], type: T): readonly EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}
