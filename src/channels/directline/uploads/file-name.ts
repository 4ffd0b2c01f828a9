/** Longest name of a file that is kept, in characters. */
const longest = 120;

/**
 * A name that is safe to show and to save under: without folders, control characters and marks that turn the direction of writing, which would make
 * `gpj.exe` look like a picture.
 *
 * @returns `file` where nothing is left
 */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>:|?*]/gu, '').trim();
  const name = plain.replace(/^\.+/, '');
  return [...name].slice(-longest).join('') || 'file';
}
