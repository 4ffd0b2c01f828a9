import { z } from 'zod';
import { type EventType, eventBody } from '../../events/event.ts';

/** The facts an event of a type may hold, by path: `reason`, `at.dialog`. What is listed in the event (candidates, entities) is left out. */
export function fieldsOf(type: EventType): readonly string[] {
  const option = eventBody.options.find(({ shape }) => shape.type.value === type);
  return option ? pathsIn(z.toJSONSchema(option.shape.data, { unrepresentable: 'any' })) : [];
}

type Schema = { readonly [key: string]: unknown };

function pathsIn(schema: Schema): readonly string[] {
  const properties = isRecord(schema['properties']) ? schema['properties'] : undefined;
  if (!properties) return alternatives(schema).flatMap(pathsIn);
  return Object.entries(properties).flatMap(([name, inner]) => {
    const below = isRecord(inner) ? pathsIn(inner) : [];
    return below.length > 0
      ? below.map((path) => `${name}.${path}`)
      : isRecord(inner) && inner['type'] === 'array'
        ? []
        : [name];
  });
}

function alternatives({ anyOf }: Schema): readonly Schema[] {
  return Array.isArray(anyOf) ? anyOf.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
