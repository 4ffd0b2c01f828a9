import { expect, test } from 'vitest';
import { fillReply } from '../../src/escalation/fill-reply.ts';

test('variables are filled in; what is not known stays to be seen', () => {
  const values = { agent: 'Ana', order_number: 12, customer: undefined, constructor: 'x' };
  expect(fillReply('Hi {customer}, {agent} here about {order_number}. {toString} {constructor}', values)).toBe(
    'Hi {customer}, Ana here about 12. {toString} x',
  );
});
