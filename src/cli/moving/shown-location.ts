/** A location as it may be shown: an address without its password, and without its user. */
export function shownLocation(location: string): string {
  if (!/^postgres(ql)?:/i.test(location)) return location;
  const { host, pathname } = new URL(location);
  return `postgres://${host}${pathname}`;
}
