import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package: of the checkout, or of the installed package. */
export const packageRoot = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, 'package.json')) ? folder : rootAbove(above);
}
