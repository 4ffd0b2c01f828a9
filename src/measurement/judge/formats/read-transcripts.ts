import type { Problem } from '../../../errors/problem.ts';
import type { Transcript } from '../transcript.ts';

/** Conversations in the order of their file, and why the others could not be read. */
export type ReadTranscripts = { readonly transcripts: readonly Transcript[]; readonly problems: readonly Problem[] };
