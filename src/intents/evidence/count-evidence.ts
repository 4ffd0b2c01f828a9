import { createWordReader, type ReadWord } from '../features/create-word-reader.ts';
import { eachFeature } from '../features/each-feature.ts';
import { type FeatureSpace, fixedSpace } from '../features/feature-space.ts';
import type { Vocabulary } from '../features/vocabulary.ts';
import { type Evidence, mostWeakWords, type Share } from './evidence.ts';
import { knownStems, wholeKey } from './short-words.ts';

/** @property targets class of each text; negative for counter-examples, which tell of no intent */
export type Counting = {
  readonly texts: readonly string[];
  readonly targets: Int32Array;
  readonly classes: number;
};

/** How often a feature stands in phrases of each class. */
type Counts = Map<number, number>;

type Counted = {
  readonly features: readonly Counts[];
  readonly wholes: ReadonlyMap<string, Counts>;
  readonly sizes: Float64Array;
};

/** A share that is told apart from none, in steps of 1/255. */
const least = 5;
const steps = 255;

/** Counts what the words of the training texts tell. */
export function countEvidence(vocabulary: Vocabulary, counting: Counting): Evidence {
  const space = fixedSpace(vocabulary);
  const spoken = counting.texts.map(createWordReader(space));
  const first = firstFeature(vocabulary);
  const packed = pack(count(spoken, { ...counting, first, space }), first, counting.classes);
  return { ...packed, against: counterExamples(spoken, counting.targets) };
}

/** The stems' first feature; the pairs side by side come directly behind the stems. */
function firstFeature({ recipe, keys }: Vocabulary): number {
  const stems = recipe.groups.findIndex(({ kind }) => kind === 'stem');
  return keys.slice(0, stems).reduce((sum, group) => sum + group.length, 0);
}

type Place = { readonly first: number; readonly space: FeatureSpace };

function count(spoken: readonly (readonly ReadWord[])[], { targets, classes, ...place }: Counting & Place): Counted {
  const features: Counts[] = [];
  const wholes = new Map<string, Counts>();
  const sizes = new Float64Array(classes);
  for (const [i, words] of spoken.entries()) {
    const target = targets[i] ?? -1;
    if (target < 0) continue;
    sizes[target] = (sizes[target] ?? 0) + 1;
    for (const feature of evidenceOf(words, place)) {
      features[feature] ??= new Map();
      add(features[feature], target);
    }
    const whole = knownStems(words).length <= mostWeakWords ? wholeKey(words) : undefined;
    if (whole) add(mine(wholes, whole), target);
  }
  return { features, wholes, sizes };
}

function counterExamples(spoken: readonly (readonly ReadWord[])[], targets: Int32Array): Evidence['against'] {
  const against = new Map<string, number[]>();
  for (const [i, words] of spoken.entries()) {
    const target = targets[i] ?? 0;
    const whole = target < 0 ? wholeKey(words) : undefined;
    if (whole) against.set(whole, [...(against.get(whole) ?? []), -1 - target]);
  }
  return against;
}

function add(counts: Counts, target: number): void {
  counts.set(target, (counts.get(target) ?? 0) + 1);
}

function mine(wholes: Map<string, Counts>, key: string): Counts {
  const known = wholes.get(key);
  if (known) return known;
  const fresh: Counts = new Map();
  wholes.set(key, fresh);
  return fresh;
}

/** The features of a text that count as evidence, each once, from 0. */
export function evidenceOf(words: readonly ReadWord[], { first, space }: Place): ReadonlySet<number> {
  const found = new Set<number>();
  const said = words.filter(({ isWord }) => isWord);
  for (const [group, { kind }] of space.recipe.groups.entries()) {
    if (kind !== 'stem' && kind !== 'adjacent') continue;
    eachFeature(said, { space, group }, (feature) => {
      if (feature >= 0) found.add(feature - first);
    });
  }
  return found;
}

/** phrases that a feature is taken to have met besides, all of other intents: once is no rule */
const doubt = 1;
/** the same for a phrase as a whole, which says what it means */
const wholeDoubt = 0.05;

/** The share of each class among the phrases counted, in steps; each class weighs the same. */
function sharesIn(counts: Counts, sizes: Float64Array, besides: number): readonly Share[] {
  let all = 0;
  let phrases = 0;
  for (const [k, times] of counts) {
    all += times / (sizes[k] ?? 1);
    phrases += times;
  }
  const scale = (steps * phrases) / (all * (phrases + besides));
  return Array.from(counts, ([k, times]) => [k, Math.round((scale * times) / (sizes[k] ?? 1))]);
}

function pack({ features, wholes, sizes }: Counted, first: number, classes: number): Omit<Evidence, 'against'> {
  const starts = new Uint32Array(features.length + 1);
  const found: Share[] = [];
  for (let feature = 0; feature < features.length; feature++) {
    found.push(...sharesIn(features[feature] ?? new Map(), sizes, doubt).filter(([, share]) => share >= least));
    starts[feature + 1] = found.length;
  }
  const ids = found.map(([k]) => k);
  return {
    first,
    starts,
    classes: classes > 256 ? Uint16Array.from(ids) : Uint8Array.from(ids),
    shares: Uint8Array.from(found, ([, share]) => share),
    wholes: new Map([...wholes].map(([key, counts]) => [key, sharesIn(counts, sizes, wholeDoubt)])),
  };
}
