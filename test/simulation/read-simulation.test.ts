import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSimulation, readWording, wordingFile } from '../../src/simulation/read-simulation.ts';

const text = readFileSync(new URL('../../simulation.yaml', import.meta.url), 'utf8');
const german = readFileSync(new URL('../../simulation.de.yaml', import.meta.url), 'utf8');
const known = {
  service: ['shop'],
  dialog: ['refund-order', 'cancel-order', 'return-order', 'order-status'],
  intent: [
    'order.status',
    'delivery.time',
    'refund.request',
    'return.policy',
    'return.request',
    'product.details',
    'order.cancel',
    'order.place',
  ],
  action: [
    'orders.get',
    'orders.is_refunded',
    'orders.refund',
    'orders.is_cancelled',
    'orders.cancel',
    'returns.exists',
    'returns.create',
  ],
};

function read(from: string, to: string) {
  return readSimulation({ path: 'simulation.yaml', text: text.replace(from, to) }, known);
}

describe('simulation.yaml', () => {
  it('of the sample bot is read without a problem', () => {
    expect(read('', '').problems).toEqual([]);
  });

  it('with an unknown action or service is refused at its place, with the nearest name', () => {
    const { simulation, problems } = read('action: orders.is_refunded', 'action: orders.is_refundet');
    expect(simulation).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({ code: 'SIMULATION_UNKNOWN_NAME', fix: "did you mean 'orders.is_refunded'?" }),
    ]);
    expect(text.split('\n')[(problems[0]?.line ?? 0) - 1]).toContain('orders.is_refunded');
    expect(read('name: shop', 'name: shup').problems).toMatchObject([{ code: 'SIMULATION_UNKNOWN_NAME', line: 3 }]);
  });

  it('with a pattern that is none is refused at its place', () => {
    expect(read('"/a link is on its way/i"', 'a link').problems).toMatchObject([{ code: 'SCHEMA_INVALID' }]);
  });
});

describe('the wording of another language', () => {
  const { simulation } = read('', '');

  function readGerman(from: string | RegExp, to: string) {
    if (!simulation) throw new Error('the simulation cannot be read');
    return readWording({ path: wordingFile('de'), text: german.replace(from, to) }, simulation);
  }

  it('takes the place of what customers say and know by, and of nothing else', () => {
    const { simulation: spoken, problems } = readGerman('', '');
    expect(problems).toEqual([]);
    expect(spoken?.goals['password']).toMatchObject({
      opens: expect.arrayContaining(['Passwort zurücksetzen']),
      knows: simulation?.goals['password']?.knows,
      reached: 'told',
    });
    expect(spoken).toMatchObject({ channels: simulation?.channels, people: simulation?.people });
    expect(spoken?.says.thanks).toContain('danke schön');
  });

  it('that lacks a goal, or has one of no customer, is refused with the goal', () => {
    const [goal = ''] = /^ {2}password:\n(?: {4}.*\n)+/m.exec(german) ?? [];
    expect(readGerman(goal, '').problems).toEqual([
      expect.objectContaining({
        file: 'simulation.de.yaml',
        code: 'SIMULATION_UNKNOWN_NAME',
        message: "nobody says here how customers ask for 'password'",
      }),
    ]);
    expect(readGerman('  password:\n', '  pasword:\n').problems).toEqual([
      expect.objectContaining({
        file: 'simulation.de.yaml',
        code: 'SIMULATION_UNKNOWN_NAME',
        message: "simulation.yaml has no goal 'pasword'",
        fix: "did you mean 'password'?",
      }),
    ]);
  });
});
