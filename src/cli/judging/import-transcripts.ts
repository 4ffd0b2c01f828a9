/**
 * Stores transcripts as conversations, so that they join the reports. What was stored before is known by what it holds: nothing is counted twice.
 */

import { createHash } from 'node:crypto';
import { published } from '../../measurement/constants/measures.ts';
import type { Rules } from '../../measurement/judge/mapping/mapping.ts';
import { tellTranscript } from '../../measurement/judge/telling/tell-transcript.ts';
import type { Transcript } from '../../measurement/judge/transcript.ts';
import { createProjector } from '../../reports/facts/create-projector.ts';
import { nothingElse } from '../../runtime/ports/nothing-else.ts';
import type { Commit } from '../../runtime/ports.ts';
import { openStore } from '../../storage/open-store.ts';

export type Imported = { readonly added: number; readonly known: number };

type Importing = { readonly transcripts: readonly Transcript[]; readonly rules: Rules; readonly zone: string };

/**
 * @param location of the store, made where it is missing
 * @throws TouchpointError STORE_…; what was stored until then stays
 */
export async function importTranscripts(location: string, { transcripts, rules, zone }: Importing): Promise<Imported> {
  const store = await openStore(location);
  try {
    let added = 0;
    for (let at = 0; at < transcripts.length; at += together) {
      const ends = await Promise.all(
        transcripts.slice(at, at + together).map((one) => store.commit(commitOf(one, rules))),
      );
      added += ends.filter((end) => end === 'committed').length;
    }
    await createProjector({ store, measures: published, zone }).catchUp();
    return { added, known: transcripts.length - added };
  } finally {
    await store.close();
  }
}

/** So many share a durable write. */
const together = 200;

function commitOf(transcript: Transcript, rules: Rules): Commit {
  const conversation = `judged-${digestOf(transcript, rules)}`;
  const events = tellTranscript({ transcript, rules, conversation, numbering: 'customer' });
  const { channel } = transcript;
  return {
    head: {
      conversation,
      version: 1,
      seq: events.length,
      at: events.at(-1)?.at ?? 0,
      channel,
      address: conversation,
      program: 'transcript',
      customer: null,
    },
    events,
    ...nothingElse,
    dirtyCases: [...new Set(events.map((event) => event.case ?? conversation))],
  };
}

/** The same conversation in another file, or on another line, is the same. */
function digestOf({ id, channel, turns }: Transcript, { name }: Rules): string {
  return createHash('sha256')
    .update(JSON.stringify([name, id, channel, turns]))
    .digest('base64url')
    .slice(0, 22);
}
