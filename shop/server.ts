/**
 * The back end of the sample shop: a real HTTP service on loopback. `PORT` (default 0: any free one) and `SHOP_SEED` (default 1) come from the
 * environment. Prints one line of JSON when ready; ends on SIGTERM, SIGINT, or when the standard input it was given is closed.
 */
import { fstatSync } from 'node:fs';
import { serve } from './http/serve.ts';
import { createShop } from './shop.ts';

const shop = createShop({ seed: Number(process.env['SHOP_SEED'] ?? 1), now: Date.now });
const server = serve(shop);

server.on('error', (error) => {
  process.stderr.write(`The shop could not start: ${error.message}\n`);
  process.exit(1);
});
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', announce);
process.once('SIGTERM', end).once('SIGINT', end);
endWithParent();

function announce(): void {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ ready: true, url: `http://127.0.0.1:${port}` })}\n`);
}

/** A pipe ends when its parent does. A terminal, a file or /dev/null says nothing about a parent. */
function endWithParent(): void {
  const input = fstatSync(0);
  if (input.isFIFO() || input.isSocket()) process.stdin.once('end', end).once('error', end).resume();
}

function end(): void {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}
