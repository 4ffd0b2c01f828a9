import type { Schema, Table } from '../schema/table.ts';

/** Names of the columns of a table that hold words or identities of persons. */
export function personalColumns({ columns }: Table): readonly string[] {
  return Object.entries(columns).flatMap(([name, { personal }]) => (personal ? [name] : []));
}

/** The statements that empty every personal column of one conversation, made from the marks of the schema; each takes the conversation. */
export function erasing({ tables }: Schema): readonly string[] {
  return personal(tables).flatMap(([name, table]) =>
    isOfConversation(table) ? [`${emptied(name, table)} and conversation = ?`] : [],
  );
}

/** As `erasing`, of what is older than a time; each takes the conversation and the time. What has no date of its own stays. */
export function forgetting({ tables }: Schema): readonly string[] {
  return personal(tables).flatMap(([name, table]) =>
    isOfConversation(table) && table.dated !== undefined
      ? [`${emptied(name, table)} and conversation = ? and ${table.dated} < ?`]
      : [],
  );
}

/**
 * The statements that empty what belongs to a customer and to no conversation; each takes the customer.
 *
 * @throws TypeError for a personal table that belongs to neither
 */
export function erasingPerson({ tables }: Schema): readonly string[] {
  return personal(tables).flatMap(([name, table]) =>
    isOfConversation(table) ? [] : [`${emptied(name, table)} and customer = ?`],
  );
}

/** As `erasingPerson`, where none of the customer's conversations has moved since a time; each takes the customer, the customer again and the time. */
export function forgettingPerson(schema: Schema): readonly string[] {
  const young = 'select 1 from conversations c where c.customer = ? and c.at >= ?';
  return erasingPerson(schema).map((statement) => `${statement} and not exists (${young})`);
}

/** Whatever a customer's conversations left in any table, made from the schema; each takes the customer. */
export function holding({ tables }: Schema): readonly (readonly [table: string, statement: string])[] {
  return Object.entries(tables).flatMap(([name, { columns, key }]) => {
    const own = columns['customer'] && `select * from ${name} where customer = ?`;
    const theirs =
      columns['conversation'] &&
      `select * from ${name} where conversation in (select conversation from conversations where customer = ?)`;
    const statement = own ?? theirs;
    return statement === undefined ? [] : [[name, `${statement} order by ${key.join(', ')}`] as const];
  });
}

function personal(tables: Schema['tables']): readonly (readonly [string, Table])[] {
  return Object.entries(tables).filter(([, table]) => personalColumns(table).length > 0);
}

function isOfConversation({ key }: Table): boolean {
  return key.includes('conversation');
}

/** Ends where a condition follows. */
function emptied(name: string, table: Table): string {
  if (!isOfConversation(table) && !table.columns['customer'])
    throw new TypeError(`table '${name}' is personal and belongs to no conversation and no customer`);
  if (table.erased === 'no row') return `delete from ${name} where true`;
  const columns = personalColumns(table);
  const left = { ...Object.fromEntries(columns.map((column) => [column, null])), ...table.erased };
  const set = Object.entries(left).map(([column, value]) => `${column} = ${value === null ? 'null' : `'${value}'`}`);
  const isFull = columns.map((column) => `${column} is not null`).join(' or ');
  return `update ${name} set ${set.join(', ')} where (${isFull})`;
}
