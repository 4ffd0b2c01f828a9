import { constants, Script } from 'node:vm';

/**
 * Imports a module as Node itself does, with its hooks. Bundlers and test runners replace `import()` in the code they touch by an import of their
 * own, which knows neither the hooks nor the bot's files.
 *
 * @throws what the module throws
 */
export async function nativeImport(url: string): Promise<object> {
  const script = new Script('(url) => import(url)', { importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER });
  const load: unknown = script.runInThisContext();
  const module: unknown = typeof load === 'function' ? await load(url) : undefined;
  return typeof module === 'object' && module !== null ? module : {};
}
