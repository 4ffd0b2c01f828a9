import type { RunAction } from '../../../runtime/ports.ts';

/** Actions that are tried once: the pause before a further try would be time of a clock that stands while one is under way. What failed counts as refused. */
export function tryOnce(run: RunAction): RunAction {
  return async (call) => {
    const result = await run(call);
    return result.ok || result.failure === 'unknown' ? result : { ...result, failure: 'refused' };
  };
}
