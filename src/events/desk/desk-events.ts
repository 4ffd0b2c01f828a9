/** What happens between a customer and the people of the business. `agent` is who, as a name that leads to no person: see `agentId`. */
import { z } from 'zod';
import { defineEvent, defineSpokenEvent } from '../define-event.ts';
import { sentFile } from '../speech/sent-file.ts';

const handoff = z.string();
const agent = z.string();

/** The customer waits in a queue, and was told so. */
const queued = defineEvent('handoff.queued', {
  handoff,
  team: z.string().nullable(),
  /** 1: next; `null` where a desk outside keeps the line */
  position: z.number().int().positive().nullable(),
  /** what they were told to expect; `null` where nobody can tell */
  waitSeconds: z.number().nonnegative().nullable(),
  /** the promise that was made of it */
  promise: z.string().optional(),
  /** the desk outside whose people are to take it; missing: the built-in one */
  desk: z.string().optional(),
});

/**
 * The desk outside cannot serve: it could not be told of the conversation, or of what the customer said (`undelivered`), or says so itself (`failed`). What
 * comes of it with the people of the built-in desk follows at once.
 */
const rerouted = defineEvent('handoff.rerouted', { handoff, from: z.string(), why: z.enum(['undelivered', 'failed']) });

/** An agent is asked to take the conversation, and alone may for `seconds`; `null`: all were asked, and whoever wants it may take it. */
const offered = defineEvent('handoff.offered', {
  handoff,
  agent: z.string().nullable(),
  seconds: z.number().positive(),
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

/** Words of an agent to the customer, or files, kept as those of customers are. */
const said = defineSpokenEvent(
  'agent.said',
  { handoff, agent, characters: z.number().int().nonnegative() },
  { text: z.string(), name: z.string(), files: z.array(sentFile).optional() },
);

/** Words of an agent that the customer never sees. */
const noted = defineSpokenEvent('agent.noted', { handoff, agent }, { text: z.string(), name: z.string() });

export const deskEvents = [queued, offered, rerouted, declined, lost, left, returned, said, noted] as const;
