import { expect, it } from 'vitest';
import { createLiveFacts } from '../../../src/web/facts/create-live-facts.ts';

function started() {
  const calls = new Set<() => void>();
  const alarms: (() => void)[] = [];
  const live = createLiveFacts({
    onFacts(changed) {
      calls.add(changed);
      return () => calls.delete(changed);
    },
    wall: {
      after(_ms, act) {
        alarms.push(act);
        return () => void alarms.splice(0);
      },
    },
  });
  const changed = () => {
    for (const call of calls) call();
  };
  return { live, changed, ping: () => alarms.shift()?.(), calls };
}

function opened(live: ReturnType<typeof started>['live']) {
  const said: string[] = [];
  const caller = new AbortController();
  const answer = live.answer({ gone: () => caller.signal });
  answer.stream?.({ write: (text) => void said.push(text), end: () => void said.push('end') });
  return { said, leave: () => caller.abort(), answer };
}

it('tells every page that facts have changed, until it has gone', () => {
  const { live, changed, ping } = started();
  const [one, other] = [opened(live), opened(live)];
  expect(one.answer.headers?.['Content-Type']).toBe('text/event-stream');
  changed();
  other.leave();
  changed();
  ping();
  expect(one.said).toEqual(['event: facts\ndata: {}\n\n', 'event: facts\ndata: {}\n\n', ': ping\n\n']);
  expect(other.said).toHaveLength(1);
});

it('ends every line when the server closes, and listens no more', () => {
  const { live, calls } = started();
  const { said } = opened(live);
  live.close();
  expect(said).toEqual(['end']);
  expect(calls.size).toBe(0);
});
