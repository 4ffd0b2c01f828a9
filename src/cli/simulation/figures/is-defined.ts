/** For lists out of which the missing are left. */
export function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
