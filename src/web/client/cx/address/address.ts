/** What the address says: which view, of which cases. So a view can be shared and kept. */

/** What figures may be narrowed to, with the names the API knows. */
export const dimensions = [
  'touchpoint',
  'channel',
  'entry',
  'dialog',
  'intent',
  'stage',
  'language',
  'version',
  'arm',
  'team',
  'owner',
] as const;
export type Dimension = (typeof dimensions)[number];

const kept: readonly string[] = ['from', 'to', ...dimensions];

/** @property view '' is the overview */
export type Address = { readonly view: string; readonly params: URLSearchParams };

export type Params = Readonly<Record<string, string | undefined>>;

export function readAddress({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Address {
  return { view: pathname.replace(/^\/cx\/?/, ''), params: new URLSearchParams(search) };
}

/** A link to a view of the same cases; `more` narrows them, or, where `undefined`, widens. */
export function linkTo(address: Address, view: string, more: Params = {}): string {
  const query = changed(filtersIn(address.params), more);
  return `/cx${view === '' ? '' : `/${view}`}${query === '' ? '' : `?${query}`}`;
}

/** The same view with other parameters. */
export function linkHere({ view, params }: Address, more: Params): string {
  const query = changed(new URLSearchParams(params), more);
  return `/cx${view === '' ? '' : `/${view}`}${query === '' ? '' : `?${query}`}`;
}

/** A path of the API for the cases the address is about. */
export function asking(address: Address, path: string, more: Params = {}): string {
  const query = changed(filtersIn(address.params), more);
  return query === '' ? path : `${path}?${query}`;
}

function filtersIn(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => kept.includes(name)));
}

function changed(params: URLSearchParams, more: Params): string {
  for (const [name, value] of Object.entries(more)) {
    if (value === undefined) params.delete(name);
    else params.set(name, value);
  }
  return params.toString();
}
