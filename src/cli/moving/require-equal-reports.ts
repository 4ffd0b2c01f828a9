import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { published } from '../../measurement/constants/measures.ts';
import type { Clock } from '../../runtime/ports.ts';
import { openStore } from '../../storage/open-store.ts';
import { readOf } from '../reading/jobs.ts';
import { readFlags } from '../report-flags.ts';
import { reportJson } from '../report-json.ts';

/** @property clock stands still: a report says when it was made */
type Both = { readonly from: string; readonly to: string; readonly clock: Pick<Clock, 'now'> };

/**
 * Compares the report over everything that is stored at two places, byte for byte.
 *
 * @throws TouchpointError COPY_DIFFERS; STORE_…
 */
export async function requireEqualReports({ from, to, clock }: Both): Promise<void> {
  const [one, other] = [await reportOf(from, clock), await reportOf(to, clock)];
  if (one === other) return;
  throw new TouchpointError('COPY_DIFFERS', 'the report over what was copied is not the report over its source', {
    fix: 'go on with the source, remove the copy, and tell the authors of touchpoint',
  });
}

/** The zone only says where days begin, which is the same for both. */
async function reportOf(location: string, clock: Pick<Clock, 'now'>): Promise<string> {
  const store = await openStore(location, { readOnly: true });
  try {
    const asked = {
      ...readOf(store),
      config: { zone: 'UTC' },
      clock,
      flags: readFlags({}),
      history: [published],
    } as const;
    return await reportJson(asked);
  } finally {
    await store.close();
  }
}
