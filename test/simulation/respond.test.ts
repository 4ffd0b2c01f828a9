import { describe, expect, it } from 'vitest';
import { createDice } from '../../src/simulation/create-dice.ts';
import { type Customer, createCustomer } from '../../src/simulation/customer.ts';
import { drawHiddenCosts } from '../../src/simulation/hidden-costs.ts';
import { fresh, type Heard } from '../../src/simulation/mood.ts';
import { respond } from '../../src/simulation/respond.ts';
import { type Simulation, simulationSchema } from '../../src/simulation/simulation-schema.ts';

const simulation: Simulation = simulationSchema.parse({
  simulation: 1,
  service: { name: 'shop', reset: '/reset', records: '/records' },
  channels: { web: 1 },
  people: { typos: 0, rewords: 0, insists: 0, asksForPerson: 1, thanks: 0 },
  says: { person: ['a person please'], thanks: ['thanks'], fillers: ['hello'], again: ['I said: …'] },
  signs: { refused: ["/can't/"], lost: ['/did not understand/'], promised: ['/will write to you/'] },
  answers: [
    { to: '/which order/i', say: ['{number}'] },
    { to: '/sure\\?/i', pick: 'Yes' },
  ],
  goals: {
    cancel: {
      about: { list: 'orders' },
      knows: { number: 'number' },
      opens: ['stop {number} now', 'do not send it'],
      believes: ['/{number} is cancelled/'],
      reached: { action: 'orders.gone', with: { number: '{number}' } },
    },
  },
});

function customer(patience = 100): Customer {
  const goal = simulation.goals['cancel'];
  if (!goal) throw new Error('there is no goal');
  const costs = drawHiddenCosts(createDice(1));
  const drawn = { id: 'c', goalName: 'cancel', goal, knows: { number: '123' }, costs, language: 'en' };
  return { ...createCustomer(simulation, drawn, createDice(2)), patience, opens: goal.opens };
}

type Person = { readonly patience: number; readonly insists: number };

function hears(
  heard: Partial<Heard>,
  { patience = 100, spoken = 1, insists = 0, ...mood }: Partial<typeof fresh> & Partial<Person> = {},
) {
  const people = { ...simulation.people, insists };
  const given = { simulation: { ...simulation, people }, customer: customer(patience), dice: createDice(3) };
  return respond(given, { ...fresh, opened: 1, spoken, ...mood }, { texts: [], choices: [], seconds: 0, ...heard });
}

describe('a simulated customer', () => {
  it('says what they want, whatever the greeting was', () => {
    expect(hears({ texts: ['Hello'] }, { spoken: 0, opened: 0 }).move).toMatchObject({
      kind: 'say',
      text: expect.stringMatching(/stop 123 now/i),
    });
  });

  it('answers what they are asked, with what they know', () => {
    expect(hears({ texts: ['Which order is it?'] }).move).toMatchObject({ text: '123' });
  });

  it('takes the button they mean', () => {
    const choices = [
      { title: 'No', value: 'n' },
      { title: 'Yes', value: 'y' },
    ];
    expect(hears({ texts: ['Are you sure?'], choices }).move).toMatchObject({ text: 'y', via: 'choice' });
  });

  it('says it in other words when the bot asks nothing they can answer, and goes when they have no more', () => {
    expect(hears({ texts: ['How are you?'] }).move).toMatchObject({ text: expect.stringMatching(/do not send it/i) });
    expect(hears({ texts: ['How are you?'] }, { opened: 2 }).move).toEqual({ kind: 'leave' });
  });

  it('insists on the same words where they are like that, which costs them as other words do', () => {
    const insisting = hears({ texts: ['How are you?'] }, { insists: 1 });
    expect(insisting).toMatchObject({
      move: { text: expect.stringMatching(/^I said: stop 123 now$/i) },
      mood: { opened: 1 },
    });
    const rewording = hears({ texts: ['How are you?'] });
    const first = hears({ texts: ['How are you?'] }, { spoken: 0, opened: 0 });
    const typed = (words: number): number => customer().costs.typed * words;
    expect(rewording.mood.cost - typed(4)).toBeCloseTo(insisting.mood.cost - typed(5));
    expect(rewording.mood.cost - typed(4)).toBeCloseTo(first.mood.cost - typed(3) + customer().costs.repeated);
  });

  it('goes when they read that they have what they want, and not when it is said of another order', () => {
    expect(hears({ texts: ['Order 123 is cancelled.'] })).toMatchObject({
      move: { kind: 'leave' },
      mood: { believes: true },
    });
    expect(hears({ texts: ['Order 456 is cancelled.'] })).toMatchObject({
      move: { kind: 'say' },
      mood: { believes: false },
    });
  });

  it('asks once for a person when they have had enough, and then goes', () => {
    expect(hears({ texts: ['Which order is it?'] }, { patience: 0 }).move).toMatchObject({
      text: expect.stringMatching(/person/i),
    });
    expect(hears({ texts: ['Which order is it?'] }, { patience: 0, askedPerson: true }).move).toEqual({
      kind: 'leave',
    });
  });

  it('pays for reading, waiting, refusals and not being understood', () => {
    const cost = (heard: Partial<Heard>) => hears(heard, { opened: 2 }).mood.cost;
    const plain = cost({ texts: ['We do it'] });
    expect(plain).toBeGreaterThan(0);
    expect(cost({ texts: ["We can't do"] })).toBeGreaterThan(plain);
    expect(cost({ texts: ['did not understand it'] })).toBeGreaterThan(plain);
    expect(cost({ texts: ['We do it'], seconds: 60 })).toBeGreaterThan(plain);
  });
});
