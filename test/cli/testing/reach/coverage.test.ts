import { expect, it } from 'vitest';
import { run, well } from '../small-bot.ts';

it('coverage counts steps and branches of the bot, tells those never reached, and adds up over tests', async () => {
  const refused = await run(
    `test: no\n${well}\ntalk: [{ customer: '#refund' }, { customer: 12345678 }, { customer: no }]\n`,
  );
  const places = refused.coverage.missed.map(
    ({ dialog, step, branch }) => `${dialog}/${step}${branch === null ? '' : ` ${branch}`}`,
  );
  expect(places).toContain('refund-order/2 yes');
  expect(places).toContain('refund-order/3');
  expect(places).not.toContain('refund-order/2.no.0');
  expect(places).not.toContain('refund-order/3 failed');
  const both = await run(
    `test: no\n${well}\ntalk: [{ customer: '#refund' }, { customer: 12345678 }, { customer: no }]\n---\n` +
      `test: yes\n${well}\ntalk: [{ customer: '#refund' }, { customer: 12345678 }, { customer: yes }]\n`,
  );
  expect(both.coverage.steps.covered).toBeGreaterThan(refused.coverage.steps.covered);
  expect(both.coverage.missed).toContainEqual({
    file: 'dialogs/test.yaml',
    line: 14,
    dialog: 'refund-order',
    step: '3',
    kind: 'do',
    branch: 'failed',
  });
  expect(both.coverage.missed).toContainEqual(
    expect.objectContaining({ dialog: 'refund-order', step: '4', branch: 'else' }),
  );
  expect(both.coverage.missed.some(({ dialog, branch }) => dialog === 'refund-order' && branch === 'then')).toBe(false);
});

it('what a built-in dialog does belongs to nobody, and a branch that ends the dialog counts as one', async () => {
  const { coverage } = await run(
    `test: t\ntalk: [{ customer: hm }, { customer: '#status' }, { customer: { picks: Red } }]\n`,
  );
  expect(coverage.missed.every(({ file }) => file === 'dialogs/test.yaml')).toBe(true);
  expect(coverage.missed).toContainEqual(expect.objectContaining({ dialog: 'colours', branch: 'b' }));
  expect(coverage.missed).not.toContainEqual(expect.objectContaining({ dialog: 'colours', branch: 'r' }));
  expect(coverage.branches.total).toBe(10);
});

it('a branch that ends its dialog goes on as without the watch', async () => {
  const { results, coverage } = await run("test: t\ntalk: [{ customer: '#machine.ask' }, { bot: [First.] }]\n");
  expect(results[0]?.failures).toEqual([]);
  expect(coverage.missed).not.toContainEqual(expect.objectContaining({ dialog: 'last', branch: 'else' }));
  expect(coverage.missed).toContainEqual(expect.objectContaining({ dialog: 'last', branch: 'then' }));
});
