import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import { briefOf } from './brief.ts';
import { createTable, type TableView } from './create-table.ts';

/** A table of facts in hand, in any order. */
export function tableOf(measures: Measures, facts: Iterable<Facts>): TableView {
  const table = createTable();
  for (const [conversation, cases] of Map.groupBy(facts, (one) => one.conversation))
    table.set(conversation, briefOf(measures, cases));
  return table;
}
