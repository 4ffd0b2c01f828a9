/** What a desk tells by webhook: strict, so that a slip in a name shows at once. */
import { z } from 'zod';

const handoff = z.string().min(1).max(500);
const agent = z.strictObject({ id: z.string().min(1).max(200), name: z.string().trim().min(1).max(200) });
const text = z.string().trim().min(1).max(10_000);
const note = z.string().max(10_000).default('');
const someTeam = z.string().min(1).max(100).nullable().default(null);
const solved = z.enum(['yes', 'partly', 'no']).nullable().default(null);
const tags = z.array(z.string().trim().min(1).max(50)).max(20).default([]);
const timestamp = z.string().optional();

function event<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.strictObject({ type: z.literal(type), timestamp, data: z.strictObject({ handoff, ...shape }) });
}

export const inletEvent = z.discriminatedUnion('type', [
  event('accepted', { agent }),
  event('message', { agent, text }),
  event('typing', { agent }),
  event('note', { agent, text }),
  event('transferred', { agent: agent.optional(), team: someTeam, note }),
  event('returned', { agent: agent.optional(), solved, note }),
  event('completed', { agent: agent.optional(), disposition: text, solved, tags, note }),
  event('failed', {}),
]);

export type InletEvent = z.infer<typeof inletEvent>;
