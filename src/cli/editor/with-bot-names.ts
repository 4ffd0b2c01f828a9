/** Names that one file of a bot declares and others use: dialogs, intents, entities and actions. */
import { basename } from 'node:path';
import type { LoadedActions } from '../../actions/load-actions.ts';
import { systemDialogs } from '../../dialogs/defaults/system.ts';
import type { Program } from '../../dialogs/program.ts';
import { countWords, type WordCount } from '../../errors/count-words.ts';
import { type Declared, findMisspelt } from '../../errors/find-misspelt.ts';
import type { Problem } from '../../errors/problem.ts';
import type { SourceFile } from '../../files/source-file.ts';
import type { IntentFiles } from '../../intents/read-intents.ts';
import type { ReadConfig } from '../config/read-config.ts';

type Read = Pick<ReadConfig, 'services' | 'teams'> & {
  readonly actions: Pick<LoadedActions, 'declared' | 'declaredResults'>;
  readonly draft: Pick<Program, 'dialogs'>;
  readonly files: readonly SourceFile[];
  readonly intents: Pick<IntentFiles, 'entities' | 'intents'>;
};

type Family = {
  readonly codes: readonly Problem['code'][];
  /** files that declare such names */
  readonly home: RegExp;
  declaredIn(bot: Read): readonly Declared[];
};

const families: readonly Family[] = [
  { codes: ['DIALOG_UNKNOWN'], home: /^dialogs\//, declaredIn: ({ draft }) => [...draft.dialogs.values()].map(ofFile) },
  {
    codes: ['DIALOG_UNKNOWN_INTENT'],
    home: /^intents\//,
    declaredIn: ({ intents }) => [...intents.intents.values()],
  },
  {
    codes: ['DIALOG_UNKNOWN_ENTITY', 'ENTITY_UNKNOWN'],
    home: /^intents\//,
    declaredIn: ({ intents }) => intents.entities,
  },
  { codes: ['ACTION_UNKNOWN_SERVICE'], home: /^touchpoint\.yaml$/, declaredIn: ({ services }) => services },
  { codes: ['TEAM_UNKNOWN'], home: /^touchpoint\.yaml$/, declaredIn: ({ teams }) => teams },
  {
    codes: ['EXPRESSION_UNKNOWN_FIELD'],
    home: /^actions\.yaml$/,
    declaredIn: ({ actions }) => actions.declaredResults,
  },
  { codes: ['DIALOG_UNKNOWN_ACTION'], home: /^actions\.yaml$/, declaredIn: ({ actions }) => actions.declared },
];

function ofFile({ name, where }: { readonly name: string; readonly where: Declared['where'] }): Declared {
  return { name, where, home: basename(where.file).replace(/\.ya?ml$/, '') };
}

/** The problems of a bot, in which a name that is unknown is told where it is misspelt, and not at all while the file that declares it is torn. */
export function withBotNames(bot: Read, problems: readonly Problem[]): readonly Problem[] {
  const count = countWords({
    texts: bot.files.filter(isNaming).map(({ text }) => text),
    language: systemDialogs.text,
  });
  return families.reduce((left, family) => settle(left, family, { bot, count }), problems);
}

function isNaming({ path }: SourceFile): boolean {
  return /\.ya?ml$/.test(path) && !path.startsWith('dialogs/tests/');
}

type Around = { readonly bot: Read; readonly count: WordCount };

function settle(problems: readonly Problem[], family: Family, { bot, count }: Around): readonly Problem[] {
  const isUnknown = ({ code, unknown }: Problem) => unknown !== undefined && family.codes.includes(code);
  const unknown = problems.filter(isUnknown);
  if (unknown.length === 0) return problems;
  const broken = sum(problems.filter(({ file }) => family.home.test(file)).map(hiddenBy));
  const declared = family.declaredIn(bot);
  return [...problems.filter((one) => !isUnknown(one)), ...findMisspelt({ unknown, declared, broken, count })];
}

/** How many names a problem may hide: all of a file that cannot be read, one where a form is wrong. What a dialog is called is told by its file. */
function hiddenBy({ code, severity, file, column }: Problem): number {
  if (file.startsWith('dialogs/') || severity !== 'error') return 0;
  if (code === 'YAML_SYNTAX' || code === 'YAML_TRAP') return Number.POSITIVE_INFINITY;
  if (code !== 'SCHEMA_INVALID') return 0;
  return column === 1 ? Number.POSITIVE_INFINITY : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
