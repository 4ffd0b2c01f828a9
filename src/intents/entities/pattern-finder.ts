import { compilePattern } from '../patterns/compile-pattern.ts';
import type { PatternEntity } from './entity-definition.ts';
import { type FindEntities, findAll } from './find-all.ts';

/** Finds what fits a pattern of the bot; nothing where the pattern is no regular expression, which was reported when it was read. */
export function patternFinder({ name, pattern }: PatternEntity): FindEntities {
  const expression = compilePattern(pattern);
  if (!(expression instanceof RegExp)) return () => [];
  return (text) => findAll(text, { type: name, expression }, ([value]) => ({ value }));
}
