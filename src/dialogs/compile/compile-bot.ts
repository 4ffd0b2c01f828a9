/** The compiler: dialog files → a checked program, or every problem in them with its place. */
import { type Problem, sortProblems } from '../../errors/problem.ts';
import { readYamlStream } from '../../files/read-yaml.ts';
import { rememberFiles } from '../../files/remember-files.ts';
import type { SourceFile } from '../../files/source-file.ts';
import type { YamlDocument } from '../../files/yaml-document.ts';
import { systemDialogs } from '../defaults/system.ts';
import type { Hours, Program } from '../program.ts';
import { createFormats } from '../texts/create-formats.ts';
import { compileAnswers } from './answers.ts';
import { botNames } from './bot-names.ts';
import { dialogProblems } from './checks/dialog-problems.ts';
import type { compileDialog } from './compile-dialog.ts';
import { programHash } from './program-hash.ts';
import { type DialogSource, readDialog } from './reading/read-dialog.ts';
import { rememberDialogs } from './remember-dialogs.ts';
import { startsOf } from './starts.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * @property program `undefined` when a problem is an error
 * @property draft the program as far as it could be made, whatever is wrong with it
 */
export type CompiledBot = {
  readonly program: Program | undefined;
  readonly draft: Program;
  readonly problems: readonly Problem[];
};

/** @property zone IANA time zone in which texts show moments */
export type BotSetting = { readonly locale?: string; readonly zone?: string; readonly hours?: Hours | null };

export type CompileBot = (files: readonly SourceFile[], vocabulary: Vocabulary, setting?: BotSetting) => CompiledBot;

/**
 * Compiles the dialogs of a bot. Never throws.
 *
 * `files` may be all files of the bot: dialogs are those below `dialogs/`, without `dialogs/tests/`; the program's hash is that of all
 * but the tests, which change nothing that runs.
 */
export const compileBot: CompileBot = (files, vocabulary, setting) => createCompiler()(files, vocabulary, setting);

/** A compiler that remembers: of a bot compiled again, only files that changed are read, and only dialogs that see a change are made anew. */
export function createCompiler(): CompileBot {
  const remembered = { read: rememberFiles(readDialogFile), compile: rememberDialogs() };
  return (files, vocabulary, { locale = 'en', zone = 'UTC', hours = null } = {}) =>
    compile(remembered, { files, vocabulary, locale, zone, hours });
}

type Remembered = {
  readonly read: ReturnType<typeof rememberFiles<FileOfDialogs>>;
  readonly compile: typeof compileDialog;
};
type Compiling = Required<BotSetting> & {
  readonly files: readonly SourceFile[];
  readonly vocabulary: Vocabulary;
};
type FileOfDialogs = { readonly documents: readonly YamlDocument[]; readonly dialogs: readonly DialogSource[] };

function readDialogFile(file: SourceFile): FileOfDialogs {
  const documents = readYamlStream(file);
  const written = documents.filter(({ value }) => value !== undefined);
  return { documents, dialogs: written.map((document) => readDialog(document, false)) };
}

function compile({ read, compile }: Remembered, { files, vocabulary, ...setting }: Compiling): CompiledBot {
  const { locale, zone, hours } = setting;
  const formats = createFormats(zone);
  const parts = read(files.filter(({ path }) => isDialogFile(path)));
  const documents = parts.flatMap((part) => part.documents);
  const written = parts.flatMap((part) => part.dialogs);
  const dialogs = [...written, ...defaultsFor(written)];
  const bot = botNames(dialogs, vocabulary, documents.flatMap(nameOfBroken(files)));
  const starts = startsOf(dialogs, vocabulary);
  const compiled = dialogs.map((source) =>
    compile(source, { bot, locale, formats, intents: starts.intentsOf(source.name) }),
  );
  const answers = compileAnswers(bot, { locale, formats });
  const problems = sortProblems([
    ...documents.flatMap((document) => document.problems),
    ...dialogProblems(written),
    ...compiled.flatMap((one) => one.problems),
    ...starts.problems,
    ...answers.problems,
  ]);
  const draft: Program = {
    hash: programHash(files.filter(({ path }) => !path.startsWith('dialogs/tests/'))),
    locale,
    hours,
    dialogs: new Map(compiled.map(({ dialog }) => [dialog.name, dialog])),
    starts: starts.starts,
    notices: starts.notices,
    answers: answers.answers,
    actions: vocabulary.actions,
  };
  return { program: problems.some(({ severity }) => severity === 'error') ? undefined : draft, draft, problems };
}

/** Whether a path of the bot's folder is a file of dialogs. */
function isDialogFile(path: string): boolean {
  return /^dialogs\/.+\.ya?ml$/.test(path) && !path.startsWith('dialogs/tests/');
}

/** The same for every bot, so read once. */
const defaults = readYamlStream(systemDialogs).map((document) => readDialog(document, true));

function defaultsFor(written: readonly DialogSource[]): readonly DialogSource[] {
  const own = new Set(written.map(({ name }) => name));
  return defaults.filter(({ name }) => !own.has(name));
}

/** A file that cannot be read still has a name that others may call. */
function nameOfBroken(files: readonly SourceFile[]) {
  return ({ value, file }: YamlDocument): readonly string[] => {
    const text = files.find(({ path }) => path === file)?.text ?? '';
    return value === undefined
      ? [...text.matchAll(/^dialog:\s*["']?([\w.-]+)/gm)].flatMap(([, name]) => name ?? [])
      : [];
  };
}
