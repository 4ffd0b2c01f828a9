/** The texts of `system.ts` in other languages, in the form in which bots have their own. */
import type { SourceFile } from '../../files/source-file.ts';
import { german } from './languages/german.ts';
import { spanish } from './languages/spanish.ts';

export const systemTranslations: readonly SourceFile[] = [german, spanish];
