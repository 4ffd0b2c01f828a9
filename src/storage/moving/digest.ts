import { hash } from 'node:crypto';
import type { MovedTable } from './moved-tables.ts';
import type { Page, Reading } from './rows.ts';

/**
 * What the rows of a table amount to.
 *
 * @property digest equal for the same rows in any order: the sum of their SHA-256, cut to 128 bits, modulo 2^128; 32 hexadecimal digits
 */
export type Digest = { readonly rows: number; readonly digest: string };

export type Digesting = { add(page: Page): void; read(): Digest };

export function createDigest(): Digesting {
  let rows = 0;
  let sum = 0n;
  return {
    add(page) {
      rows += page.length;
      for (const row of page) sum += numberOf(JSON.stringify(row));
      sum = BigInt.asUintN(128, sum);
    },
    read: () => ({ rows, digest: sum.toString(16).padStart(32, '0') }),
  };
}

export async function digestOf(reading: Pick<Reading, 'rows'>, table: MovedTable): Promise<Digest> {
  const digest = createDigest();
  for await (const page of reading.rows(table)) digest.add(page);
  return digest.read();
}

function numberOf(row: string): bigint {
  return BigInt(`0x${hash('sha256', row).slice(0, 32)}`);
}
