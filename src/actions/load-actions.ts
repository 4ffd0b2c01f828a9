/** The actions of a bot: TypeScript in `actions/`, HTTP in `actions.yaml`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActionSpec } from '../dialogs/program.ts';
import { type Problem, sortProblems } from '../errors/problem.ts';
import type { Where } from '../errors/where.ts';
import type { RunAction } from '../runtime/ports.ts';
import type { Action } from './action.ts';
import { failed } from './attempt.ts';
import { type HttpActions, type Named, readHttpActions } from './http/read-http-actions.ts';
import { importActions } from './typescript/import-actions.ts';

/** @property answer asked in place of `url` where the service runs in this process */
export type Service = { readonly url: string; readonly answer?: Answering };

/** As `fetch`, of a text address. */
export type Answering = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * @property services looked up at every call, so that a service may get its address later; names must be there from the start
 * @property environment variables; those of the form `TOUCHPOINT_SECRET_NAME` are the secrets of HTTP actions
 */
export type ActionsConfig = {
  readonly services: Readonly<Record<string, Service>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

export type LoadedActions = {
  readonly specs: ReadonlyMap<string, ActionSpec>;
  readonly run: RunAction;
  /** those of actions.yaml, the broken among them */
  readonly declared: readonly Named[];
  /** names within the results of those of actions.yaml, and texts they can be */
  readonly declaredResults: readonly Named[];
  readonly problems: readonly Problem[];
};

/** Loads the actions below a bot's folder. Files edited since the last time are loaded anew. A bot without actions has none. */
export async function loadActions(botFolder: string, config: ActionsConfig): Promise<LoadedActions> {
  const imported = await importActions(botFolder);
  const http = await loadHttp(botFolder, config);
  const actions = new Map([...http.actions, ...imported.actions]);
  const twice = [...http.actions.keys()]
    .filter((name) => imported.actions.has(name))
    .map((name) => takenTwice(name, http.placeOf(name)));
  return {
    specs: new Map([...actions].map(([name, { spec }]) => [name, { name, ...spec }])),
    declared: http.declared,
    declaredResults: http.declaredResults,
    run: runner(actions, config),
    problems: sortProblems([...imported.problems, ...http.problems, ...twice]),
  };
}

async function loadHttp(botFolder: string, { services, environment }: ActionsConfig): Promise<HttpActions> {
  const text = await readFile(join(botFolder, 'actions.yaml'), 'utf8').catch(() => undefined);
  return readHttpActions(
    { path: 'actions.yaml', text: text ?? '' },
    { services: Object.keys(services), secrets: secretsOf(environment) },
  );
}

const secretPrefix = 'TOUCHPOINT_SECRET_';

function secretsOf(environment: ActionsConfig['environment']): Readonly<Record<string, string>> {
  const found = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith(secretPrefix) && value ? [[name.slice(secretPrefix.length), value]] : [],
  );
  return Object.fromEntries(found);
}

function runner(actions: ReadonlyMap<string, Action>, { services }: ActionsConfig): RunAction {
  return async ({ action: name, input, idempotencyKey, signal }) => {
    const action = actions.get(name);
    if (!action) return failed('error', `there is no action '${name}'`);
    const addresses = Object.fromEntries(Object.entries(services).map(([service, { url }]) => [service, url]));
    return action.attempt({ input, services: addresses, idempotencyKey, signal, fetch: fetchAmong(services) });
  };
}

/** `fetch`, but for services that run in this process. */
function fetchAmong(services: ActionsConfig['services']): typeof globalThis.fetch {
  const inside = Object.values(services).filter(({ answer }) => answer !== undefined);
  if (inside.length === 0) return globalThis.fetch;
  return (resource, init) => {
    const address = String(resource instanceof Request ? resource.url : resource);
    const service = inside.find(({ url }) => address.startsWith(`${url}/`));
    return service?.answer ? service.answer(address, init) : globalThis.fetch(resource, init);
  };
}

function takenTwice(name: string, where: Where): Problem {
  return {
    ...where,
    code: 'ACTION_INVALID',
    severity: 'error',
    message: `the action '${name}' stands in actions.yaml and in actions/${name.split('.', 1)[0]}.ts`,
    fix: 'remove one of the two',
  };
}
