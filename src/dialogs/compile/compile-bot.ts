/** The compiler: dialog files → a checked program, or every problem in them with its place. */
import { type Problem, sortProblems } from '../../errors/problem.ts';
import { readYamlStream } from '../../files/read-yaml.ts';
import { rememberFiles } from '../../files/remember-files.ts';
import type { SourceFile } from '../../files/source-file.ts';
import type { YamlDocument } from '../../files/yaml-document.ts';
import { slotTypes } from '../answers/read-slot.ts';
import { type BuiltIn, type DocumentsOf, usualBuiltIn } from '../defaults/built-in.ts';
import type { Names } from '../expressions/value-type.ts';
import type { Hours, NoticeRules, Program, Surveys, Template } from '../program.ts';
import { createFormats, type Formats } from '../texts/create-formats.ts';
import { compileAnswers } from './answers.ts';
import { type BotNames, botNames, namesIn } from './bot-names.ts';
import { brandProblems } from './brand/brand-problems.ts';
import { brandFile, readBrand } from './brand/read-brand.ts';
import { callInputs } from './checks/call-inputs.ts';
import { callProblems } from './checks/call-problems.ts';
import { dialogProblems } from './checks/dialog-problems.ts';
import { rareNames } from './checks/rare-names.ts';
import type { CompiledDialog, compileDialog } from './compile-dialog.ts';
import { programHash } from './program-hash.ts';
import { type DialogSource, readDialog } from './reading/read-dialog.ts';
import { rememberDialogs } from './remember-dialogs.ts';
import { readRules } from './rules/read-rules.ts';
import { startsOf } from './starts.ts';
import { compileTranslations } from './translations/compile-translations.ts';
import { isTranslations, readTranslations, type TranslationFile } from './translations/read-translations.ts';
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

/**
 * @property locale language of the files
 * @property locales further languages the bot speaks
 * @property zone IANA time zone in which texts show moments
 */
export type BotSetting = {
  readonly locale?: string;
  readonly locales?: readonly string[];
  readonly zone?: string;
  readonly hours?: Hours | null;
  readonly surveys?: Surveys | null;
  readonly noticing?: NoticeRules;
  /** teams that handoffs may name; any where there are none */
  readonly teams?: readonly string[];
};

export type CompileBot = (files: readonly SourceFile[], vocabulary: Vocabulary, setting?: BotSetting) => CompiledBot;

/**
 * Compiles the dialogs of a bot. Never throws.
 *
 * `files` may be all files of the bot: dialogs are those below `dialogs/`, without `dialogs/tests/`; the program's hash is that of all
 * but the tests, which change nothing that runs.
 */
export const compileBot: CompileBot = (files, vocabulary, setting) => createCompiler()(files, vocabulary, setting);

/**
 * A compiler that remembers: of a bot compiled again, only files that changed are read, and only dialogs that see a change are made anew.
 *
 * @param documentsOf reads a file of dialogs, where its reader knows more of it than its text
 * @param builtIn what every bot has, read by the same
 */
export function createCompiler(
  documentsOf: DocumentsOf = (file) => readYamlStream(file),
  builtIn: () => BuiltIn = usualBuiltIn,
): CompileBot {
  const read = rememberFiles((file) => readDialogFile(documentsOf(file)));
  const remembered = { read, builtIn, compile: rememberDialogs(), formatsOf: rememberFormats() };
  return (
    files,
    vocabulary,
    {
      locale = 'en',
      locales = [],
      zone = 'UTC',
      hours = null,
      surveys = null,
      noticing = usualNoticing,
      teams = [],
    } = {},
  ) => compile(remembered, { files, vocabulary, locale, locales, zone, hours, surveys, noticing, teams });
}

type Remembered = {
  readonly read: ReturnType<typeof rememberFiles<FileOfDialogs>>;
  readonly compile: typeof compileDialog;
  builtIn(): BuiltIn;
  formatsOf(zone: string): Formats;
};
type Compiling = Required<BotSetting> & {
  readonly files: readonly SourceFile[];
  readonly vocabulary: Vocabulary;
};
type FileOfDialogs = {
  readonly documents: readonly YamlDocument[];
  readonly dialogs: readonly DialogSource[];
  readonly translations: readonly TranslationFile[];
};

/** Versions of a bot share their formats, as long as they show moments in the same zone. */
function rememberFormats(): (zone: string) => Formats {
  let formats: Formats | undefined;
  return (zone) => {
    if (formats?.zone !== zone) formats = createFormats(zone);
    return formats;
  };
}

function readDialogFile(documents: readonly YamlDocument[]): FileOfDialogs {
  const written = documents.filter(({ value }) => value !== undefined);
  return {
    documents,
    dialogs: written.filter((document) => !isTranslations(document)).map((document) => readDialog(document, false)),
    translations: written.filter(isTranslations).map(readTranslations),
  };
}

function brokenAmong(
  sources: readonly DialogSource[],
  compiled: readonly Pick<CompiledDialog, 'problems'>[],
): ReadonlySet<string> {
  const isWrong = (source: DialogSource, n: number) =>
    [...source.problems, ...(compiled[n]?.problems ?? [])].some(({ severity }) => severity === 'error');
  return new Set(sources.filter(isWrong).map(({ name }) => name));
}

function compile(
  { read, compile, formatsOf, ...remembered }: Remembered,
  { files, vocabulary, ...setting }: Compiling,
): CompiledBot {
  const { locale, hours, surveys, noticing } = setting;
  const formats = formatsOf(setting.zone);
  const parts = read(files.filter(({ path }) => isDialogFile(path)));
  const documents = parts.flatMap((part) => part.documents);
  const written = parts.flatMap((part) => part.dialogs);
  const builtIn = remembered.builtIn();
  const dialogs = [...written, ...defaultsFor(written, builtIn)];
  const bot = botNames(dialogs, vocabulary, documents.flatMap(nameOfBroken(files)));
  const isWhole = documents.every(({ value, problems }) => value !== undefined || problems.length === 0);
  const starts = startsOf(dialogs, vocabulary, isWhole);
  const compiled = dialogs.map((source) =>
    compile(source, { bot, locale, formats, intents: starts.intentsOf(source.name) }),
  );
  const answers = compileAnswers(bot, { locale, formats });
  const byName = new Map(compiled.map(({ dialog }) => [dialog.name, dialog]));
  const translationFiles = parts.flatMap((part) => part.translations);
  const locales = [...new Set([locale, ...setting.locales])];
  const { translations, problems: wrongTranslations } = compileTranslations({
    written: translationFiles,
    builtIn: builtIn.translations,
    dialogs: byName,
    locales,
    formats,
    isWhole,
    broken: brokenAmong(dialogs, compiled),
    namesOf: namesOfEach(dialogs, bot),
  });
  const ruled = readRules(files, { dialogs: new Set(byName.keys()), names: bot.everywhere });
  const { brand, problems: wrongBrand } = readBrand(files);
  const problems = sortProblems([
    ...documents.flatMap((document) => document.problems),
    ...dialogProblems(written, new Set([...slotTypes, ...vocabulary.entities])),
    ...compiled.flatMap((one) => one.problems),
    ...starts.problems,
    ...rareNames({ dialogs: written, uses: ruled.uses, teams: setting.teams }),
    ...callInputs(dialogs),
    ...callProblems({ dialogs, compiled: byName, vocabulary, isWhole, starts: starts.starts }),
    ...answers.problems,
    ...wrongTranslations,
    ...ruled.problems,
    ...wrongBrand,
    ...brandProblems({ dialogs: byName, translations: translationFiles, locale }, brand),
  ]);
  const draft: Program = {
    hash: programHash(files.filter(({ path }) => !path.startsWith('dialogs/tests/') && path !== brandFile)),
    locale,
    locales,
    translations,
    topics: topicsOf(compiled),
    hours,
    dialogs: byName,
    starts: starts.starts,
    notices: starts.notices,
    answers: answers.answers,
    actions: vocabulary.actions,
    issues: vocabulary.issues ?? { rules: new Map(), keyTypes: new Set() },
    surveys,
    rules: ruled.rules,
    noticing,
  };
  return { program: problems.some(({ severity }) => severity === 'error') ? undefined : draft, draft, problems };
}

/** Where nothing is said of it, nobody is told anything who has not agreed. */
const usualNoticing: NoticeRules = {
  consent: 'asked',
  zone: 'UTC',
  quiet: null,
  most: 2,
  withinMs: 7 * 86_400_000,
  windowsMs: {},
  holdOut: 0,
};

/** Whether a path of the bot's folder is a file of dialogs. */
export function isDialogFile(path: string): boolean {
  return /^dialogs\/.+\.ya?ml$/.test(path) && !path.startsWith('dialogs/tests/');
}

/** What the bot can do, in its author's words: the first six dialogs a customer can begin. */
function topicsOf(compiled: readonly CompiledDialog[]): readonly Template[] {
  const begun = compiled.filter(({ dialog }) => !dialog.name.startsWith('on.') && dialog.intents.length > 0);
  return begun.flatMap(({ dialog }) => dialog.about ?? []).slice(0, 6);
}

/** The names a dialog sees, each looked up once. */
function namesOfEach(dialogs: readonly DialogSource[], bot: BotNames): (dialog: string) => Names {
  const sources = new Map(dialogs.map((source) => [source.name, source]));
  const known = new Map<string, Names>();
  return (dialog) => {
    const source = sources.get(dialog);
    const names = known.get(dialog) ?? (source ? namesIn(source, bot) : bot.everywhere);
    known.set(dialog, names);
    return names;
  };
}

function defaultsFor(written: readonly DialogSource[], { dialogs }: BuiltIn): readonly DialogSource[] {
  const own = new Set(written.map(({ name }) => name));
  return dialogs.filter(({ name }) => !own.has(name));
}

/** A file that cannot be read still has names that others may call: those of its dialogs, or its own. */
function nameOfBroken(files: readonly SourceFile[]) {
  return ({ value, file }: YamlDocument): readonly string[] => {
    const text = files.find(({ path }) => path === file)?.text ?? '';
    if (value !== undefined) return [];
    const names = [...text.matchAll(/^dialog:\s*["']?([\w.-]+)/gm)].flatMap(([, name]) => name ?? []);
    return [...names, file.replace(/^.*\/|\.ya?ml$/g, '')];
  };
}
