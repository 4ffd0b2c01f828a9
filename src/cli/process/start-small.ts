import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps the process small while the bot is read and compiled, which makes much garbage once: V8's young generation stays at its first size.
 *
 * @returns to be called when the bot answers: gives the garbage of the start back, some 20 MB that would stay for ever, and lets the heap grow for the
 *   load to come
 */
export function startSmall(): () => void {
  setFlagsFromString('--semi-space-growth-factor=1');
  return () => {
    collectGarbage();
    setFlagsFromString('--semi-space-growth-factor=2');
  };
}

/** One full collection; V8 by itself would wait until memory is short. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort' });
}
