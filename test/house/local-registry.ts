/**
 * A package registry on loopback that serves what is installed here, so that the real npm can install without a network. It gives each version as
 * npm's own registry does, without its checksum: the archives are made anew.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { root } from './copy-tree.ts';

type Package = { readonly folder: string; readonly manifest: z.infer<typeof manifest> };
const manifest = z.looseObject({ name: z.string(), version: z.string() });

/** @returns its address; a package that is not installed here is unknown to it (404) */
export async function startLocalRegistry(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const packages = Map.groupBy(packagesIn(join(root, 'node_modules')), ({ manifest: { name } }) => name);
  const server = createServer(({ url = '/' }, response) => answer(decodeURIComponent(url).slice(1), response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = addressOf(server.address());
  return { url: address, stop: async () => void (await once(server.close(), 'close')) };

  function answer(path: string, response: ServerResponse): void {
    const [name = '', version] = path.split('/-/');
    const versions = packages.get(name) ?? [];
    if (version === undefined) return describe(name, versions, response);
    const wanted = versions.find((one) => one.manifest.version === version);
    if (wanted) archive(wanted.folder, response);
    else response.writeHead(404).end();
  }

  function describe(name: string, versions: readonly Package[], response: ServerResponse): void {
    const entries = versions.map(({ manifest: one }) => [
      one.version,
      { ...one, dist: { tarball: `${address}/${name}/-/${one.version}` } },
    ]);
    const latest = versions.at(0)?.manifest.version;
    response.writeHead(latest ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ name, 'dist-tags': { latest }, versions: Object.fromEntries(entries) }));
  }
}

function archive(folder: string, response: ServerResponse): void {
  const tar = spawn('tar', ['-C', dirname(folder), '--exclude=node_modules', '-cf', '-', basename(folder)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  tar.stdout.pipe(response);
}

function packagesIn(modules: string): readonly Package[] {
  if (!existsSync(modules)) return [];
  return readdirSync(modules, { withFileTypes: true }).flatMap((entry) => {
    const folder = join(modules, entry.name);
    if (!entry.isDirectory() || entry.name.startsWith('.')) return [];
    return entry.name.startsWith('@')
      ? packagesIn(folder)
      : [...packageAt(folder), ...packagesIn(join(folder, 'node_modules'))];
  });
}

function packageAt(folder: string): readonly Package[] {
  const file = join(folder, 'package.json');
  return existsSync(file) ? [{ folder, manifest: manifest.parse(JSON.parse(readFileSync(file, 'utf8'))) }] : [];
}

function addressOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('the registry listens on no port');
  return `http://127.0.0.1:${address.port}`;
}
