import { createHash } from 'node:crypto';

/**
 * The lot of a case in every sample that people review, 0 ≤ lot < 1: the same for ever and known to nobody before (Ohlsson 1995, permanent random
 * numbers). A share of cases is drawn by taking those below it; another seed draws others.
 */
export function drawLot(id: string, seed = 'review/v1'): number {
  return createHash('sha256').update(`${seed}\0${id}`).digest().readUInt32BE(0) / 2 ** 32;
}
