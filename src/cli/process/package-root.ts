import { join } from 'node:path';

/** The folder of this package: of the checkout, or of the installed package. */
export const packageRoot = join(import.meta.dirname, '..', '..', '..');
