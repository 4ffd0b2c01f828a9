/** The table of layers, kept once as data in layers.json: the import check and the table in the docs are made from it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const layer = z.strictObject({
  /** below src/ */
  folder: z.string(),
  holds: z.string(),
  /** folders or files of src/ it may import; `*`: all; `types`: only as types */
  inside: z.array(z.union([z.string(), z.strictObject({ types: z.string() })])),
  /** packages it may import */
  npm: z.array(z.string()),
  /** modules of Node it may import, without `node:`; absent: all */
  node: z.array(z.string()).optional(),
  /** no clock, no chance, no input or output */
  pure: z.boolean().optional(),
  /** runs in a browser, not on Node */
  browser: z.boolean().optional(),
});

const table = z.strictObject({
  layers: z.array(layer),
  /** files that may use `as`: where a form that TypeScript cannot follow is checked by other means */
  codecs: z.array(z.string()),
});

export type Layer = z.infer<typeof layer>;
export type Layers = z.infer<typeof table>;

/**
 * @param root folder that holds layers.json
 * @throws ZodError when the file has another form
 */
export function readLayers(root: string): Layers {
  return table.parse(JSON.parse(readFileSync(join(root, 'layers.json'), 'utf8')));
}
