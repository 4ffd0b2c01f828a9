import { access } from 'node:fs/promises';

/** Whether there is history to look at; what has an address is taken to be there. */
export async function isDataThere(location: string): Promise<boolean> {
  if (location === 'memory:') return false;
  if (/^[a-z]+:\/\//i.test(location)) return true;
  return access(location).then(
    () => true,
    () => false,
  );
}
