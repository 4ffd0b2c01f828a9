import { z } from 'zod';

/** The dialog step an event comes from, with its place in the files as they were: what a report prints as file:line. */
export const stepRef = z.strictObject({
  dialog: z.string(),
  step: z.string(),
  file: z.string(),
  line: z.number().int().positive(),
});

export type StepRef = z.infer<typeof stepRef>;
