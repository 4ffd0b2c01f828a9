/** Figures of the process for Prometheus (text format 0.0.4). Not the customer's experience: that is in the reports. */

import type { HttpRoute } from '../../channels/contract/http.ts';
import type { Event } from '../../events/event.ts';

export type Metrics = {
  /** counts the customer turns among committed events */
  committed(events: readonly Event[]): void;
  answered(answered: { readonly route: HttpRoute; readonly status: number; readonly ms: number }): void;
  /** `gauges`: name → value now; those without a value are left out */
  print(gauges: Readonly<Record<string, number | undefined>>): string;
};

/** Upper bounds of the latency histogram, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function createMetrics(): Metrics {
  const statuses = new Map<number, number>();
  const buckets = bounds.map(() => 0);
  const turns = { count: 0 };
  const latency = { count: 0, seconds: 0 };
  return {
    committed(events) {
      turns.count += new Set(events.filter(({ type }) => type === 'customer.said').map(({ turn }) => turn)).size;
    },
    answered({ route, status, ms }) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (!route.hot || status !== 200) return;
      latency.count += 1;
      latency.seconds += ms / 1000;
      const bucket = bounds.findIndex((bound) => ms / 1000 <= bound);
      if (bucket >= 0) buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    },
    print: (gauges) =>
      [turnLines(turns.count), latencyLines(buckets, latency), statusLines(statuses), gaugeLines(gauges)]
        .flat()
        .join('\n'),
  };
}

function turnLines(count: number): readonly string[] {
  return [...head('touchpoint_turns_total', 'counter', 'Customer turns committed.'), `touchpoint_turns_total ${count}`];
}

function latencyLines(
  buckets: readonly number[],
  { count, seconds }: { readonly count: number; readonly seconds: number },
) {
  const name = 'touchpoint_turn_seconds';
  let sum = 0;
  const lines = buckets.map((inBucket, index) => {
    sum += inBucket;
    return `${name}_bucket{le="${bounds[index]}"} ${sum}`;
  });
  const help = head(name, 'histogram', 'Time from a posted activity to its acknowledgement.');
  return [...help, ...lines, `${name}_bucket{le="+Inf"} ${count}`, `${name}_sum ${seconds}`, `${name}_count ${count}`];
}

function statusLines(statuses: ReadonlyMap<number, number>): readonly string[] {
  const name = 'touchpoint_http_answers_total';
  const lines = [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${name}{status="${status}"} ${count}`);
  return [...head(name, 'counter', 'HTTP answers by status.'), ...lines];
}

function gaugeLines(gauges: Readonly<Record<string, number | undefined>>): readonly string[] {
  const known = Object.entries(gauges).filter(([, value]) => value !== undefined);
  return [...known.flatMap(([name, value]) => [`# TYPE ${name} gauge`, `${name} ${value}`]), ''];
}

function head(name: string, type: string, help: string): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
