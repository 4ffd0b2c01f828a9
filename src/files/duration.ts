import { z } from 'zod';

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const form = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w)$/;

/** A length of time as `700ms`, `30s`, `2m`, `25h`, `3d` or `1w`; more than zero. */
export const duration = z
  .string({ error: 'must be a length of time, such as 30s, 2m, 25h or 3d' })
  .refine((text) => toMilliseconds(text) > 0, 'must be a length of time, such as 30s, 2m, 25h or 3d');

/** Milliseconds of a length of time; 0 when it is none. */
export function toMilliseconds(text: string): number {
  const [, amount, unit] = form.exec(text) ?? [];
  return Number(amount ?? 0) * (units[unit ?? ''] ?? 0);
}
