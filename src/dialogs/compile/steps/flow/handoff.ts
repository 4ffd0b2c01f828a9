import { z } from 'zod';
import { stepId } from '../../language/pieces.ts';
import { defineStep } from '../define-step.ts';

const team = z.string().min(1);
const detail = z.strictObject({
  team: team.optional(),
  reason: z.string().min(1).optional(),
  offer: z.boolean().optional(),
});

/**
 * `handoff`: a person takes over; with `offer`, if the customer wants it, and otherwise the dialog goes on. The reason is the dialog's name where none
 * is given.
 */
export const handoff = defineStep({
  schema: z.strictObject({ id: stepId.optional(), handoff: z.union([team, detail, z.null()]) }),
  bare: { handoff: null },
  body: (step) => {
    const asked = typeof step.handoff === 'string' ? { team: step.handoff } : (step.handoff ?? {});
    const { team: to, reason, offer = false } = { reason: undefined, offer: undefined, ...asked };
    return {
      isHandoff: true,
      isLast: !offer,
      compile: (link) => ({ kind: 'handoff', team: to ?? null, reason: reason ?? link.dialog, offer }),
    };
  },
});
