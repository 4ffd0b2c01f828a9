import type { Entity } from '../../events/understood.ts';
import { longestText } from '../words/tokenise.ts';
import { builtInFinder, type Moment } from './built-in/built-in-finder.ts';
import type { ReadPhone } from './built-in/find-phones.ts';
import type { EntityDefinition } from './entity-definition.ts';
import type { FindEntities } from './find-all.ts';
import { listFinder } from './list-finder.ts';
import { patternFinder } from './pattern-finder.ts';

/** Finds the entities of a message; with a moment also what is counted from today. */
export type FindInMessage = (text: string, moment?: Moment) => readonly Entity[];

/**
 * Finds the built-in entities and those of the bot in the first 4,000 characters of a text, ordered by where they begin, longer ones first. Entities
 * of the bot may overlap others: which one is meant depends on what was asked. A type that the bot declares itself is not found as built in.
 *
 * @param locale decides how `1.234` is read
 * @param readPhone telephone numbers stay as they are written where it is left out
 */
export function createEntityFinder(
  definitions: readonly EntityDefinition[],
  locale: string,
  readPhone: ReadPhone = () => undefined,
): FindInMessage {
  const findBuiltIn = builtInFinder(locale, readPhone);
  const finders = definitions.map(finderOf);
  const own = new Set(definitions.map(({ name }) => name));
  return (text, moment) => {
    const looked = text.slice(0, longestText);
    const builtIn = findBuiltIn(looked, moment);
    const kept = own.size === 0 ? builtIn : builtIn.filter(({ type }) => !own.has(type));
    return [...kept, ...finders.flatMap((find) => find(looked))].sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

function finderOf(definition: EntityDefinition): FindEntities {
  return definition.kind === 'pattern' ? patternFinder(definition) : listFinder(definition);
}
