/** What is said between the bot's thread and the one that records. */
import { z } from 'zod';
import type { SeenTurn } from '../seen.ts';

export type ToRecorder =
  | { readonly kind: 'turns'; readonly turns: readonly SeenTurn[] }
  | { readonly kind: 'settle' | 'close'; readonly call: number };

/** @property failure the first thing that could not be kept since the start */
export type FromRecorder = { readonly call: number; readonly failure?: string };

export const threadData = z.object({ data: z.string(), zone: z.string() });
export type ThreadData = z.infer<typeof threadData>;
