/**
 * Any one token of a bot's files is lost or misspelt: every error that follows stands within two lines of it, in its file. The small bots are tried at
 * every token, the sample bot at every so many.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHttpActions } from '../../src/actions/http/read-http-actions.ts';
import { type LoadedActions, loadActions } from '../../src/actions/load-actions.ts';
import { configOf } from '../../src/cli/config/read-config.ts';
import { withBotNames } from '../../src/cli/editor/with-bot-names.ts';
import { createCompiler } from '../../src/dialogs/compile/compile-bot.ts';
import type { Problem } from '../../src/errors/problem.ts';
import type { SourceFile } from '../../src/files/source-file.ts';
import { createIntentsReader } from '../../src/intents/read-intents.ts';
import { root } from './serving.ts';

const bots = [
  { name: 'template', folder: join(root, 'template'), every: 2 },
  { name: 'design', folder: join(root, 'test', 'fixtures', 'design'), every: 5 },
  { name: 'sample', folder: root, every: 997 },
];

/** Tokens that an edit can hit: words, and signs that mean something to YAML or to texts. */
const tokenForm = /[^\s:{}[\],"'#-]+|[:{}[\],"'#-]/g;

/** So far an error may stand from what caused it, in lines. */
const near = 2;

describe.each(bots)('a slip in the bot $name', ({ folder, every }) => {
  it('is told where it is', { timeout: 600_000 }, async () => {
    const files = filesOf(folder);
    const check = checker(files, await loadActions(folder, { services: { shop: { url: '' } }, environment: {} }));
    const known = new Set(check(files).map(fingerprint));
    const far = slipsIn(files, every).flatMap((slip) => {
      const edited = files.map((file) => (file.path === slip.path ? { path: file.path, text: slip.text } : file));
      const errors = check(edited).filter((one) => one.severity === 'error' && !known.has(fingerprint(one)));
      const away = errors.filter(({ file, line }) => file !== slip.path || Math.abs(line - slip.line) > near);
      return away.map(
        ({ file, line, message }) => `${slip.what} at ${slip.path}:${slip.line} → ${file}:${line} ${message}`,
      );
    });
    expect(far).toEqual([]);
  });
});

function filesOf(folder: string): readonly SourceFile[] {
  const nested = ['dialogs', 'intents'].flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true }).map((file) => join(name, String(file))),
  );
  const singles = readdirSync(folder).filter((name) => name === 'actions.yaml' || name === 'touchpoint.yaml');
  const paths = [...nested, ...singles].filter((path) => path.endsWith('.yaml') && !path.startsWith('dialogs/tests'));
  return paths.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

type Slip = { readonly path: string; readonly line: number; readonly text: string; readonly what: string };

function slipsIn(files: readonly SourceFile[], every: number): readonly Slip[] {
  const all = files.flatMap(({ path, text }) =>
    [...text.matchAll(tokenForm)].flatMap(({ 0: token, index }) => {
      const before = text.slice(0, index);
      const line = before.split('\n').length;
      if (/^\s*#/.test(text.split('\n')[line - 1] ?? '')) return [];
      return [
        { path, line, text: before + text.slice(index + token.length), what: `lost ${token}` },
        { path, line, text: before + misspell(token) + text.slice(index + token.length), what: `misspelt ${token}` },
      ];
    }),
  );
  return all.filter((_, n) => n % every === 0);
}

function misspell(token: string): string {
  return /\w{2}/.test(token) ? `${token.slice(0, -2)}${token.at(-1)}${token.at(-2)}x` : token + token;
}

function checker(
  original: readonly SourceFile[],
  loaded: LoadedActions,
): (files: readonly SourceFile[]) => readonly Problem[] {
  const compile = createCompiler();
  const readIntents = createIntentsReader();
  const textOf = (files: readonly SourceFile[]) => files.find(({ path }) => path === 'actions.yaml')?.text ?? '';
  const http = new Set(loaded.declared.map(({ name }) => name));
  return (files) => {
    const { config, services, teams, problems } = configOf(files, {});
    const intents = readIntents(files.filter(({ path }) => path.startsWith('intents/')));
    const text = textOf(files);
    const read = readHttpActions(
      { path: 'actions.yaml', text },
      { services: services.map(({ name }) => name), secrets: {} },
    );
    const isSame = text === textOf(original);
    const specs = isSame
      ? loaded.specs
      : new Map([
          ...[...loaded.specs].filter(([name]) => !http.has(name)),
          ...[...read.actions].map(([name, { spec }]) => [name, { name, ...spec }] as const),
        ]);
    const { intents: defined, answers, entityTypes } = intents;
    const vocabulary = {
      intents: new Map([...defined].map(([name, { where }]) => [name, where])),
      answers,
      entities: entityTypes,
      actions: specs,
    };
    const { draft, problems: found } = compile(files, vocabulary, { locale: config.locale, locales: config.locales });
    const actions = { ...loaded, declared: read.declared };
    return withBotNames({ files, intents, actions, services, teams, draft }, [
      ...problems,
      ...read.problems,
      ...intents.problems,
      ...found,
    ]);
  };
}

function fingerprint({ code, file, message }: Problem): string {
  return `${code} ${file} ${message}`;
}
