/**
 * The programs of a bot, and the conversations they are kept for.
 */
import type { ProgramRow, Store, Unsettled } from '../../../runtime/ports.ts';
import type { Connection } from '../connection.ts';
import { integerOf, textOf } from './column.ts';

/** Files never change under one hash. */
export function saveProgram({ statement }: Connection, { hash, files, at }: Parameters<Store['saveProgram']>[0]): void {
  statement('saveProgram').run(hash, at, at, files);
}

export function programs({ statement }: Connection): readonly ProgramRow[] {
  return statement('programs')
    .all()
    .map((row) => ({ hash: textOf(row, 'hash'), since: integerOf(row, 'since'), usedAt: integerOf(row, 'used_at') }));
}

export function unsettled(
  { statement }: Connection,
  { after, limit }: Parameters<Store['unsettled']>[0],
): readonly Unsettled[] {
  return statement('unsettled')
    .all(after, limit)
    .map((row) => ({ conversation: textOf(row, 'conversation'), program: textOf(row, 'program') }));
}
