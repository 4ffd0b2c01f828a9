import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/events/event.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { readCase, readCases } from '../../../src/reports/case/read-case.ts';
import { createProjector } from '../../../src/reports/facts/create-projector.ts';
import { renderTranscript } from '../../../src/reports/terminal/render-transcript.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { store as keep } from '../facts/stored.ts';
import { conversation, type Kind } from '../many-cases.ts';

async function sourceOf(events: readonly Event[]): Promise<{ store: Store; measures: typeof published }> {
  const store = memoryStore();
  await keep(store, events);
  await createProjector({ store, measures: published, zone: 'UTC' }).catchUp();
  return { store, measures: published };
}

async function view(kind: Kind, change: (event: Event) => Event = (event) => event) {
  return readCase(await sourceOf(conversation(kind, 3).map(change)), kind === 'mute' ? 'c0003' : 'c0003/1');
}

describe('a case laid open', () => {
  it('marks each burden at the words it goes with, with its step and owner', async () => {
    const { transcript } = await view('bumpy');
    const marked = transcript.map(({ actor, turn, burdens }) => [actor, turn, burdens.map(({ signal }) => signal)]);
    expect(marked).toEqual([
      ['customer', 1, ['no_match']],
      ['bot', 1, []],
      ['customer', 2, ['no_match']],
      ['bot', 2, []],
      ['customer', 3, ['turns']],
      ['bot', 3, []],
    ]);
    expect(transcript[0]?.burdens[0]).toMatchObject({
      owner: 'billing',
      points: 2,
      step: { file: 'dialogs/refund.yaml', line: 12 },
    });
  });

  it('marks as many points as the receipt holds', async () => {
    for (const kind of ['easy', 'bumpy', 'failed', 'left', 'open'] as const) {
      const { transcript, receipt } = await view(kind);
      const marked = transcript.flatMap(({ burdens }) => burdens).reduce((sum, { points }) => sum + points, 0);
      expect(marked).toBeCloseTo(receipt?.points ?? Number.NaN, 6);
    }
  });

  it('holds receipt, evidence with conflicts, and trace', async () => {
    const { receipt, ledger, trace, outcome, about } = await view('failed');
    expect(receipt).toMatchObject({ effort: 66.2, low: 66.2, high: 66.2 });
    expect(ledger.evidence.at(-1)).toMatchObject({ source: 'handoff', value: false, at: expect.stringMatching(/Z$/) });
    expect(ledger.conflicts).toEqual([]);
    expect(outcome).toMatchObject({ state: 'escalated_unresolved', final: true });
    expect(trace.flatMap(({ lines }) => lines.map(({ text }) => text))).toContain('no person available: nobody');
    expect(about).toMatchObject({ intent: 'refund.wanted', touchpoint: 'telegram:default', engaged: true });
  });

  it('says of erased words that they are, and is else the same', async () => {
    const whole = await view('bumpy');
    const erased = await view('bumpy', (event) => ('words' in event ? { ...event, words: undefined } : event));
    expect(erased.transcript.map(({ text }) => text)).toEqual(whole.transcript.map(() => null));
    expect({ ...erased, transcript: null, trace: null }).toEqual({ ...whole, transcript: null, trace: null });
    expect(renderTranscript(erased, 'UTC', { width: 100, colour: false })).toContain('customer: (erased)');
  });

  it('has no receipt where the customer never spoke', async () => {
    const { receipt, transcript } = await view('mute');
    expect([receipt, transcript.length]).toEqual([null, 1]);
  });

  it('is named when it is unknown, and so are its neighbours', async () => {
    const source = await sourceOf(conversation('easy', 3));
    await expect(readCase(source, 'c0003/7')).rejects.toMatchObject({
      code: 'CASE_UNKNOWN',
      fix: 'cases of this conversation: c0003/1',
    });
    await expect(readCase(source, 'nobody/1')).rejects.toMatchObject({ code: 'CASE_UNKNOWN' });
    await expect(readCases(source, 'nobody')).rejects.toMatchObject({ code: 'CASE_UNKNOWN' });
    expect((await readCases(source, 'c0003')).map((one) => one.case)).toEqual(['c0003/1']);
  });

  it('is written with the burdens below the words', async () => {
    const text = renderTranscript(await view('bumpy'), 'UTC', { width: 100, colour: false });
    expect(text).toMatch(
      /customer: where is my parcel\n +▲ not understood \+2\.00 {2}dialogs\/refund\.yaml:12 {2}refund › ask-order {2}\(billing\)\n/,
    );
  });
});
