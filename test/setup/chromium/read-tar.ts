/**
 * The files of an uncompressed ustar archive (POSIX.1-1988), for the small archives inside the browser's package.
 */
const block = 512;

/** Files only, in their order; folders and links are left out. Names are as stored and must be checked before they are joined to a path. */
export function readTar(archive: Buffer): readonly { readonly name: string; readonly bytes: Buffer }[] {
  const files: { name: string; bytes: Buffer }[] = [];
  for (let at = 0; at + block <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(archive, at + 124, 12), 8) || 0;
    const isFile = ['', '0'].includes(text(archive, at + 156, 1));
    if (isFile) files.push({ name: text(archive, at, 100), bytes: archive.subarray(at + block, at + block + size) });
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}

function text(archive: Buffer, at: number, length: number): string {
  const field = archive.toString('latin1', at, at + length);
  const end = field.indexOf('\0');
  return (end < 0 ? field : field.slice(0, end)).trim();
}
