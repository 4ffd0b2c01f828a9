/** Public sets of labelled messages, as they lie in the folder `--data` names (BANKING77, CLINC150). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Example, outOfScope } from '../../src/intents/example.ts';

/** @property validation texts for temperature and threshold; none where the set has no such part */
export type DataSet = {
  readonly name: string;
  readonly train: readonly Example[];
  readonly validation: readonly Example[];
  readonly test: readonly Example[];
};

const row = z.object({ text: z.string(), intent: z.string() });
const split = z.object({ in_scope: z.array(z.string()) });

/** Every set, read when it is its turn. */
export function dataSets(folder: string): ReadonlyMap<string, () => DataSet> {
  const read = (file: string): readonly Example[] =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => row.parse(JSON.parse(line)));
  const banking = (name: string, train: string) => (): DataSet => ({
    name,
    train: read(`banking77/${train}.jsonl`),
    validation: [],
    test: read('banking77/test.jsonl'),
  });
  const clinc = (name: string, train: string) => (): DataSet => ({
    name,
    train: read(`clinc150/${train}.jsonl`),
    validation: read('clinc150/validation.jsonl'),
    test: [...read('clinc150/test.jsonl'), ...read('clinc150/oos_test.jsonl')],
  });
  const sets = [
    ['banking77', banking('banking77', 'train')],
    ['banking77-10shot', banking('banking77-10shot', 'train_10shot')],
    ['banking77-5shot', banking('banking77-5shot', 'train_5shot')],
    ['banking77-oos', () => withHidden(read, folder)],
    ['clinc150', clinc('clinc150', 'train')],
    ['clinc150-10shot', clinc('clinc150-10shot', 'train_10shot')],
    ['clinc150-5shot', clinc('clinc150-5shot', 'train_5shot')],
  ] as const;
  return new Map(sets);
}

/** BANKING77-OOS (Zhang et al., arXiv 2106.04564): 27 intents are left out of training, and their test rows are out of scope. */
function withHidden(read: (file: string) => readonly Example[], folder: string): DataSet {
  const kept = new Set(
    split.parse(JSON.parse(readFileSync(join(folder, 'banking77/in_domain_oos_intents.json'), 'utf8'))).in_scope,
  );
  return {
    name: 'banking77-oos',
    train: read('banking77/train.jsonl').filter(({ intent }) => kept.has(intent)),
    validation: [],
    test: read('banking77/test.jsonl').map(({ text, intent }) => ({
      text,
      intent: kept.has(intent) ? intent : outOfScope,
    })),
  };
}
