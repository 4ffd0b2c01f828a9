/**
 * What makes a case, or an answer that was given elsewhere, a contact.
 */
import { isResolved } from '../../measurement/outcome/outcome-states.ts';
import type { Kind } from '../report/cases/kind.ts';
import { flags } from '../table/brief.ts';
import type { TableView } from '../table/create-table.ts';
import type { Contact } from './journey.ts';

/** @returns who met the customer in the case of a row; `undefined` where nobody met anybody */
export function contactIn(table: TableView): (row: number) => Contact | undefined {
  const { flags: bits, kind, turns } = table.columns();
  const kinds = table.kinds();
  return (row) => {
    const how = kinds[kind[row] ?? 0];
    return how && contactOf(bits[row] ?? 0, how, turns[row] ?? 0);
  };
}

function contactOf(bits: number, { engaged, joined }: Kind, turns: number): Contact | undefined {
  if ((bits & flags.answersOnly) !== 0) return 'answers';
  if (engaged) return 'bot';
  return turns > 0 && joined ? 'people' : undefined;
}

/** By numbers of kinds: 0 where effort and outcome are not settled enough to be shown, as of an answer alone; 1 where they are; 2 where it is solved, too. */
export function settledKinds(kinds: readonly Kind[]): Uint8Array {
  return Uint8Array.from(kinds, ({ engaged, state }) =>
    engaged && state !== 'open' ? 1 + Number(isResolved(state)) : 0,
  );
}
