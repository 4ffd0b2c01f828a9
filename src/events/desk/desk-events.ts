/** What happens between a customer and the people of the business. `agent` is who, as a name that leads to no person: see `agentId`. */
import { z } from 'zod';
import { defineEvent, defineSpokenEvent } from '../define-event.ts';

const handoff = z.string();
const agent = z.string();

/** The customer waits in a queue, and was told so. */
const queued = defineEvent('handoff.queued', {
  handoff,
  team: z.string().nullable(),
  /** 1: next */
  position: z.number().int().positive(),
  /** what they were told to expect; `null` where nobody can tell */
  waitSeconds: z.number().nonnegative().nullable(),
  /** the promise that was made of it */
  promise: z.string().optional(),
});

/** An agent was asked and did not take it. */
const declined = defineSpokenEvent('handoff.declined', { handoff, agent }, { reason: z.string() });

/** The agent who had the conversation is gone without a word: the customer waits again, at their old place. */
const lost = defineEvent('handoff.lost', { handoff, agent });

/** The customer did not want to wait any longer. */
const left = defineEvent('handoff.left', { handoff });

/** The agent gave the conversation back to the bot. */
const returned = defineEvent('handoff.returned', {
  handoff,
  agent,
  /** what the agent says became of it */
  solved: z.enum(['yes', 'partly', 'no']).optional(),
});

/** Words of an agent to the customer. */
const said = defineSpokenEvent(
  'agent.said',
  { handoff, agent, characters: z.number().int().nonnegative() },
  { text: z.string(), name: z.string() },
);

/** Words of an agent that the customer never sees. */
const noted = defineSpokenEvent('agent.noted', { handoff, agent }, { text: z.string(), name: z.string() });

export const deskEvents = [queued, declined, lost, left, returned, said, noted] as const;
