import { longestText } from '../words/tokenise.ts';
import { builtInFinder } from './built-in-finder.ts';
import type { EntityDefinition } from './entity-definition.ts';
import type { FindEntities } from './find-all.ts';
import { listFinder } from './list-finder.ts';
import { patternFinder } from './pattern-finder.ts';

/**
 * Finds the built-in entities and those of the bot in the first 4,000 characters of a text, ordered by where they begin, longer ones first. Entities
 * of different types may overlap: which one is meant depends on what was asked.
 *
 * @param locale decides how `1.234` is read
 */
export function createEntityFinder(definitions: readonly EntityDefinition[], locale: string): FindEntities {
  const finders = [builtInFinder(locale), ...definitions.map(finderOf)];
  return (text) => {
    const looked = text.slice(0, longestText);
    return finders.flatMap((find) => find(looked)).sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

function finderOf(definition: EntityDefinition): FindEntities {
  return definition.kind === 'pattern' ? patternFinder(definition) : listFinder(definition);
}
