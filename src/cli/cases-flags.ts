/**
 * What a list of cases can be asked for, from an address: the flags of a report, and which of its cases.
 */
import { nearest } from '../errors/nearest.ts';
import { TouchpointError } from '../errors/touchpoint-error.ts';
import { signals } from '../measurement/constants/measures.ts';
import { outcomeStates } from '../measurement/outcome/outcome-states.ts';
import { caseSets } from '../reports/case/case-sets.ts';
import { orders } from '../reports/case/first-rows.ts';
import type { CasesQuery } from '../reports/case/list-cases.ts';
import { readFlags } from './report-flags.ts';

export type CasesFlags = Omit<CasesQuery, 'by' | 'zone' | 'asOf' | 'seed' | 'breaks'>;

const usually = 50;
const most = 500;

/**
 * `after` is `STARTED CONVERSATION CASE`, as `next` of the page before says.
 *
 * @throws TouchpointError USAGE for unknown or malformed ones
 */
export function readCasesFlags(query: Readonly<Record<string, string>>): CasesFlags {
  const { outcome, signal, set, step, bin, entered, stopped, customer, order, after, limit, by, measures, ...rest } =
    query;
  if (by !== undefined) throw wrong('a list of cases has no groups', 'leave out by');
  if (measures !== undefined) throw wrong('a list of cases is of the latest measures', 'leave out measures');
  const { from, to, filters } = readFlags(rest);
  return {
    from,
    to,
    filters,
    outcome: outcome === undefined ? null : among('outcome', outcomeStates, outcome),
    signal: signal === undefined ? null : among('signal', signals, signal),
    set: set === undefined ? null : among('set', caseSets, set),
    bin: bin === undefined ? null : binOf(bin),
    ...{ step: step ?? null, entered: entered ?? null, stopped: stopped ?? null, customer: customer ?? null },
    order: order === undefined ? 'oldest' : among('order', orders, order),
    after: after === undefined ? null : placeOf(after),
    limit: limit === undefined ? usually : limitOf(limit),
  };
}

function among<T extends string>(what: string, names: readonly T[], name: string): T {
  const found = names.find((one) => one === name);
  if (found !== undefined) return found;
  const near = nearest(name, names);
  throw wrong(
    `there is no ${what} '${name}'`,
    near === undefined ? `use one of: ${names.join(', ')}` : `did you mean '${near}'?`,
  );
}

function placeOf(after: string): CasesFlags['after'] {
  const [, startedAt, conversation, id] = /^(\d+) (\S+) (\S+)$/.exec(after) ?? [];
  if (startedAt === undefined || conversation === undefined || id === undefined)
    throw wrong(`'${after}' is no place in a list of cases`, 'take the three parts of `next`, separated by spaces');
  return { startedAt: Number(startedAt), conversation, case: id };
}

function binOf(text: string): number {
  if (/^\d$/.test(text)) return Number(text);
  throw wrong(`'${text}' is no bin of effort`, 'from 0 (below 10 points) to 9 (90 and more)');
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit;
  throw wrong(`'${text}' is no number of cases`, `from 1 to ${most}`);
}

function wrong(message: string, fix: string): TouchpointError {
  return new TouchpointError('USAGE', `cases: ${message}`, { fix });
}
