import type { Shape } from '../../dialogs/expressions/shape.ts';
import type { ResultSource } from './http-schema.ts';

/** What `actions.yaml` declares, as expressions are checked against it. Of what is not declared nothing is known. */
export function declaredShape(source: ResultSource | undefined): Shape {
  if (source === undefined) return { is: 'any' };
  if (typeof source === 'string') return shapeNamed(source.replace('?', ''));
  if (Array.isArray(source)) return { is: 'list', of: declaredShape(source[0]) };
  const entries = Object.entries(source);
  const optional = entries.filter(([, one]) => typeof one === 'string' && one.endsWith('?')).map(([name]) => name);
  const fields = Object.fromEntries(entries.map(([name, one]) => [name, declaredShape(one)]));
  return { is: 'map', fields, optional, isOpen: false };
}

function shapeNamed(type: string): Shape {
  return type.includes('|') ? { is: 'text', oneOf: type.split('|') } : (kinds[type] ?? { is: 'any' });
}

const kinds: Readonly<Record<string, Shape>> = {
  text: { is: 'text' },
  number: { is: 'number' },
  yes_no: { is: 'yes/no' },
  list: { is: 'list', of: { is: 'any' } },
  map: { is: 'map', fields: {}, optional: [], isOpen: true },
};
