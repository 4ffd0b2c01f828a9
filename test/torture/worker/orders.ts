/** What a process that is to be tormented is told when it starts, as one argument of JSON. */
import { z } from 'zod';
import { points } from '../../../src/runtime/probe.ts';

/** Faults built in on purpose, to see that the checker finds them. */
const breaks = ['early-acknowledgement', 'outbox-without-claim', 'projector-by-global-position'] as const;
export type Break = (typeof breaks)[number];

/**
 * @property data location of the store
 * @property counterpart address of channel and actions
 * @property kill the passage of a named point at which it kills itself with SIGKILL
 * @property offsetMs how far its clock is ahead
 * @property broken what is wrong with it on purpose
 */
export const orders = z.object({
  name: z.string(),
  data: z.string(),
  counterpart: z.string(),
  kill: z.object({ point: z.enum(points), passage: z.number() }).nullable(),
  offsetMs: z.number(),
  broken: z.enum(breaks).nullable(),
});
export type Orders = z.infer<typeof orders>;
