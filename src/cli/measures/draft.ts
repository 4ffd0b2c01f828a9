import { Document, isScalar } from 'yaml';
import type { Measures } from '../../measurement/constants/measures.ts';

const heading = ` Measures to be edited and published with: touchpoint measures publish FILE
 All figures, those of the past too, are then made with them; reports mark the day.
 A change of effort or outcome needs an id of its own there, as effort/v1-shop.`;

/** @property path where it stands in a file of measures; @property now `null` where nothing is said of it yet; @property n observations it rests on */
export type Proposal = {
  readonly path: readonly string[];
  readonly now: number | null;
  readonly suggested: number;
  readonly n: number;
};

/** Measures as a file to edit, with what history proposes and how much of it there is. */
export function draftOf(measures: Measures, suggestions: readonly Proposal[]): string {
  const { published: _since, ...rest } = measures;
  const document = new Document(rest);
  document.commentBefore = heading;
  for (const { path, now, suggested, n } of suggestions) {
    document.setIn(path, suggested);
    const node = document.getIn(path, true);
    if (isScalar(node)) node.comment = ` of ${n} in history${now === null ? '' : `; was ${now}`}`;
  }
  return String(document);
}

/** The text of a file of measures under its number and day; its comments stay. */
export function numbered(document: Document.Parsed, number: number, at: string): string {
  document.set('number', number);
  document.set('published', at);
  return String(document);
}
