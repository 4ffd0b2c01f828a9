/** A wire to a database that can lose an answer: what is asked reaches the database, is done there, and the connection is cut before the answer comes. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/**
 * @property url the same database over this wire
 * @property loseNext the answer to the next question that holds `words` is lost
 */
export type DeafWire = { readonly url: string; loseNext(words: string): void; close(): void };

export async function deafWire(database: string): Promise<DeafWire> {
  const target = new URL(database);
  const open = new Set<Socket>();
  let words: string | undefined;
  const server = createServer((client) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [client, far]) open.add(socket.on('error', () => {}));
    let isDeaf = false;
    client.on('data', (asked) => {
      if (words !== undefined && asked.includes(words)) [isDeaf, words] = [true, undefined];
      far.write(asked);
    });
    far.on('data', (answer) => (isDeaf ? client.destroy() : client.write(answer)));
    client.on('close', () => far.destroy());
    far.on('close', () => client.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const url = new URL(database);
  url.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: url.href,
    loseNext(said) {
      words = said;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
