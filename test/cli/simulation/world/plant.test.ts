import { describe, expect, it } from 'vitest';
import { plant } from '../../../../src/cli/simulation/world/plant.ts';
import { tryOnce } from '../../../../src/cli/simulation/world/try-once.ts';
import type { Understand } from '../../../../src/intents/create-understand.ts';
import type { ActionCall, RunAction } from '../../../../src/runtime/ports.ts';
import { requests, step, tell } from '../../../measurement/story.ts';

const plants = {
  broken: { dialog: 'refund', action: 'orders.find', channel: 'telegram' },
  misheard: { intent: 'status', as: 'hours', language: 'de' },
  slow: { team: 'care', weekday: 0 },
};
const understand: Understand = () => ({
  ...{ model: 'm', threshold: 0.5, accepted: 'status', entities: [] },
  candidates: [
    { intent: 'status', score: 0.9 },
    { intent: 'hours', score: 0.05 },
  ],
});
const runAction: RunAction = async () => ({ ok: true, output: 1 });

function call(conversation: string, request: string): ActionCall {
  const signal = new AbortController().signal;
  return { action: 'orders.find', input: null, conversation, idempotencyKey: `${conversation}:${request}`, signal };
}

describe('a planted bot', () => {
  it('fails one action, where one dialog asks for it on one channel', async () => {
    const planted = plant({ understand, runAction }, plants);
    const isDone = async (channel: string, dialog: string): Promise<boolean> => {
      const conversation = `${channel} ${dialog}`;
      const running = planted.runAction(call(conversation, 'r1'));
      planted.see(conversation, tell([requests('r1', 'do', step(dialog))], { conversation, channel }));
      return (await running).ok;
    };
    expect(await isDone('telegram', 'refund')).toBe(false);
    expect(await isDone('web', 'refund')).toBe(true);
    expect(await isDone('telegram', 'return')).toBe(true);
  });

  it('takes one intent for another in one language only', () => {
    const planted = plant({ understand, runAction }, plants);
    const heard = (locale: string) => planted.understand('x', { locale, expectsAnswer: false, isOffered: false });
    expect(heard('de')).toMatchObject({ accepted: 'hours', candidates: [{ intent: 'hours', score: 0.9 }] });
    expect(heard('en')).toEqual(understand('x'));
  });

  it('is the bot itself where nothing is planted', () => {
    expect(plant({ understand, runAction }, undefined)).toMatchObject({ understand, runAction });
  });
});

describe('an action in a world whose clock stands', () => {
  it('is not tried again when it failed, unless nobody knows whether it happened', async () => {
    const failing = (failure: 'error' | 'timeout' | 'unknown') =>
      tryOnce(async () => ({ ok: false, failure, message: 'no' }))(call('c', 'r'));
    expect(await failing('error')).toEqual({ ok: false, failure: 'refused', message: 'no' });
    expect(await failing('timeout')).toMatchObject({ failure: 'refused' });
    expect(await failing('unknown')).toMatchObject({ failure: 'unknown' });
    expect(await tryOnce(runAction)(call('c', 'r'))).toEqual({ ok: true, output: 1 });
  });
});
