/** Reads `brand.yaml`. */
import type { Problem } from '../../../errors/problem.ts';
import { checkShape } from '../../../files/check-shape.ts';
import { readYaml } from '../../../files/read-yaml.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import { type Brand, brandSchema } from './brand-schema.ts';

/** Where a bot's brand stands, below its folder. Nothing that runs depends on it. */
export const brandFile = 'brand.yaml';

/** @property brand `undefined` without the file, and where it is wrong */
export type ReadBrand = { readonly brand: Brand | undefined; readonly problems: readonly Problem[] };

export function readBrand(files: readonly SourceFile[]): ReadBrand {
  const file = files.find(({ path }) => path === brandFile);
  if (!file) return { brand: undefined, problems: [] };
  const document = readYaml(file);
  const { value, problems } = checkShape(document, brandSchema);
  return { brand: value?.brand, problems: [...document.problems, ...problems] };
}
