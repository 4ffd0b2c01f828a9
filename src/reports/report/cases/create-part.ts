import type { Measures } from '../../../measurement/constants/measures.ts';
import type { Facts } from '../../../measurement/facts.ts';
import type { Comparable } from '../comparing/compare.ts';
import { createMix } from '../comparing/mix.ts';
import { gather } from './gather.ts';
import { isClosed, type Kind } from './kind.ts';

/** Cases that figures are made of and that may be compared with others. */
export type Part = { add(facts: Facts, kind: Kind): void; read(): Comparable };

export function createPart(measures: Measures): Part {
  const gathering = gather(measures);
  const mix = createMix();
  return {
    add(facts, kind) {
      gathering.add(facts, kind);
      if (isClosed(kind)) mix.add(facts.intent ?? '', kind.good);
    },
    read: () => ({ sample: gathering.read(), mix: mix.read() }),
  };
}
