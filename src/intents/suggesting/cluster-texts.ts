import { buildVocabulary } from '../features/build-vocabulary.ts';
import { createVectoriser } from '../features/create-vectoriser.ts';
import { fewShotRecipe } from '../features/recipe.ts';

/** Texts that say much the same, the one that is most like all of them first. */
export type Cluster = { readonly texts: readonly string[] };

/** likeness (cosine) to the middle of a cluster from which a text belongs to it */
const alike = 0.45;

type Vector = ReadonlyMap<number, number>;
type Growing = {
  readonly members: { readonly text: string; readonly vector: Vector }[];
  readonly middle: Map<number, number>;
};

/**
 * Puts together what is said in like words: each text joins the cluster it is most like, or begins one (leader clustering, Hartigan 1975). Texts
 * without a word are left out. The largest cluster comes first.
 */
export function clusterTexts(texts: readonly string[], locale: string): readonly Cluster[] {
  const vectorise = createVectoriser(buildVocabulary(texts, { locale, recipe: fewShotRecipe }));
  const clusters: Growing[] = [];
  for (const text of texts) {
    const { count, rows, values } = vectorise(text);
    if (count === 0) continue;
    const vector = unit(new Map(Array.from({ length: count }, (_, n) => [rows[n] ?? 0, values[n] ?? 0])));
    join(clusters, { text, vector });
  }
  return clusters.map(inOrder).sort((a, b) => b.texts.length - a.texts.length);
}

function join(clusters: Growing[], member: Growing['members'][number]): void {
  let best: Growing | undefined;
  let likeness = alike;
  for (const cluster of clusters) {
    const here = cosine(member.vector, cluster.middle);
    if (here >= likeness) [best, likeness] = [cluster, here];
  }
  if (!best) {
    best = { members: [], middle: new Map() };
    clusters.push(best);
  }
  best.members.push(member);
  for (const [row, value] of member.vector) best.middle.set(row, (best.middle.get(row) ?? 0) + value);
}

function inOrder({ members, middle }: Growing): Cluster {
  const ranked = members.map(({ text, vector }) => ({ text, likeness: cosine(vector, middle) }));
  return { texts: ranked.sort((a, b) => b.likeness - a.likeness).map(({ text }) => text) };
}

function unit(vector: Map<number, number>): Vector {
  const length = Math.sqrt(squares(vector));
  return new Map([...vector].map(([row, value]) => [row, value / length]));
}

/** @param vector of length 1 */
function cosine(vector: Vector, middle: Vector): number {
  let product = 0;
  for (const [row, value] of vector) product += value * (middle.get(row) ?? 0);
  return product / Math.sqrt(squares(middle));
}

function squares(vector: Vector): number {
  let sum = 0;
  for (const value of vector.values()) sum += value * value;
  return sum;
}
