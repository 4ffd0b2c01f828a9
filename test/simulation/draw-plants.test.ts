import { describe, expect, it } from 'vitest';
import { drawPlants } from '../../src/simulation/draw-plants.ts';
import { type Simulation, simulationSchema } from '../../src/simulation/simulation-schema.ts';

const wording = { texts: ['x'], signs: ['/x/'] };
const simulation: Simulation = simulationSchema.parse({
  simulation: 1,
  service: { name: 'shop', reset: '/reset', records: '/records' },
  channels: { web: 1, telegram: 1 },
  languages: { en: 2, de: 1 },
  says: { person: wording.texts, thanks: wording.texts, fillers: wording.texts, again: wording.texts },
  signs: { refused: wording.signs, lost: wording.signs, promised: wording.signs },
  plants: {
    broken: [
      { dialog: 'a', action: 'a.do' },
      { dialog: 'b', action: 'b.do' },
    ],
    misheard: [{ intent: 'i', as: 'j' }],
    slow: ['care'],
  },
  goals: {},
});

describe('planted problems', () => {
  it('are the same for a seed, and all that can be chosen are chosen by some', () => {
    expect(drawPlants(simulation, 'en', 3)).toEqual(drawPlants(simulation, 'en', 3));
    const many = Array.from({ length: 200 }, (_, seed) => drawPlants(simulation, 'en', seed));
    expect(new Set(many.map(({ broken }) => `${broken.dialog} ${broken.channel}`)).size).toBe(4);
    expect(new Set(many.map(({ misheard }) => misheard.language))).toEqual(new Set(['en', 'de']));
    expect(new Set(many.map(({ slow }) => slow.weekday))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('cannot be drawn where there is nothing to choose from', () => {
    const plants = { ...simulation.plants, slow: [] };
    expect(() => drawPlants({ ...simulation, plants }, 'en', 1)).toThrow(RangeError);
  });
});
