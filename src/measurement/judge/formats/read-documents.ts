import type { z } from 'zod';
import type { Problem } from '../../../errors/problem.ts';
import { type JsonItem, jsonItems } from '../../../files/json-items.ts';
import { parseJson } from '../../../files/parse-json.ts';
import { noJson, type Source, unreadable } from './unreadable.ts';

/** @property what it is, as in "this is no tracker" */
export type DocumentForm<T> = { readonly schema: z.ZodType<T>; readonly what: string; readonly fix: string };

export type ReadDocument<T> =
  | { readonly value: T; readonly item: JsonItem }
  | { readonly problem: Problem; readonly item: JsonItem };

/** Reads the values of a JSON file one by one: items of a list, or values after each other. */
export function readDocuments<T>(source: Source, form: DocumentForm<T>): readonly ReadDocument<T>[] {
  return jsonItems(source.text).map((item) => {
    const parsed = parseJson(item.text);
    if ('fault' in parsed) return { problem: noJson(source, item.offset, parsed), item };
    const shaped = form.schema.safeParse(parsed.value);
    return shaped.success
      ? { value: shaped.data, item }
      : { problem: misshapen(source, item, { ...form, error: shaped.error }), item };
  });
}

type Misshapen = { readonly what: string; readonly fix: string; readonly error: z.ZodError };

function misshapen(source: Source, { offset }: JsonItem, { what, fix, error }: Misshapen): Problem {
  const path = error.issues[0]?.path.map(String).join('.') ?? '';
  return unreadable(source, { offset, message: `this is no ${what}${path === '' ? '' : `: see '${path}'`}`, fix });
}
