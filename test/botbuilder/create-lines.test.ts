import { describe, expect, it } from 'vitest';
import { createLines } from '../../src/botbuilder/recording/create-lines.ts';

function scene() {
  const done: string[] = [];
  const errors: unknown[] = [];
  const lines = createLines((error) => void errors.push(error));
  const open = new Map<string, () => void>();
  const work = (name: string) => () =>
    new Promise<void>((resolve) => {
      open.set(name, () => {
        done.push(name);
        resolve();
      });
    });
  return { done, errors, lines, open, work };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('lines', () => {
  it('do what stands in one line in its order, and what stands in others meanwhile', async () => {
    const { done, lines, open, work } = scene();
    lines.queue('a', work('a1'));
    lines.queue('a', work('a2'));
    lines.queue('b', work('b1'));
    await settled();
    expect([...open.keys()]).toEqual(['a1', 'b1']);
    open.get('b1')?.();
    open.get('a1')?.();
    await settled();
    open.get('a2')?.();
    await lines.alone(() => Promise.resolve());
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });

  it('do alone what is to be done alone: after all before it, before all behind it', async () => {
    const { done, lines, open, work } = scene();
    lines.queue('a', work('before'));
    const alone = lines.alone(work('alone'));
    lines.queue('a', work('behind'));
    lines.queue('b', work('beside'));
    await settled();
    expect([...open.keys()]).toEqual(['before']);
    open.get('before')?.();
    await settled();
    expect([...open.keys()]).toEqual(['before', 'alone']);
    open.get('alone')?.();
    await alone;
    await settled();
    expect([...open.keys()]).toEqual(['before', 'alone', 'behind', 'beside']);
    expect(done).toEqual(['before', 'alone']);
  });

  it('go on after what failed, and say so', async () => {
    const { done, errors, lines, open, work } = scene();
    lines.queue('a', () => Promise.reject(new Error('no')));
    lines.queue('a', work('next'));
    await settled();
    open.get('next')?.();
    await lines.alone(() => Promise.reject(new Error('neither')));
    await lines.alone(() => Promise.resolve());
    expect(done).toEqual(['next']);
    expect(errors.map(String)).toEqual(['Error: no', 'Error: neither']);
  });
});
