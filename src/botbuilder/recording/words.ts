/** What is said between the bot's thread and the one that records. */
import { z } from 'zod';

/** @property turns JSON, a list of `SeenTurn` */
export type ToRecorder =
  | { readonly kind: 'turns'; readonly turns: string }
  | { readonly kind: 'settle' | 'close'; readonly call: number };

/** @property failure the first thing that could not be kept since the start */
export type FromRecorder = { readonly call: number; readonly failure?: string };

export const threadData = z.object({ data: z.string(), zone: z.string() });
export type ThreadData = z.infer<typeof threadData>;
