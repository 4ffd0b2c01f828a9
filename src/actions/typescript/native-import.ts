const source = 'data:text/javascript,export default (url) => import(url)';

/**
 * Imports a module as Node itself does, with its hooks. Bundlers and test runners replace `import()` in the code they touch by an import of their
 * own, which knows neither the hooks nor the bot's files; a module that is a data address they leave alone.
 *
 * @throws what the module throws
 */
export async function nativeImport(url: string): Promise<object> {
  const address: string = source;
  const { default: load }: { readonly default: unknown } = await import(/* @vite-ignore */ address);
  const module: unknown = typeof load === 'function' ? await load(url) : undefined;
  return typeof module === 'object' && module !== null ? module : {};
}
