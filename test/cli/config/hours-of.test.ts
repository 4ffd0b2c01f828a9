import { describe, expect, it } from 'vitest';
import { configSchema } from '../../../src/cli/config/config.ts';
import { hoursOf } from '../../../src/cli/config/hours-of.ts';

describe('opening hours in touchpoint.yaml', () => {
  it('are stretches of a day, one or several; days that are not named are free', () => {
    const config = configSchema.parse({
      zone: 'Europe/Berlin',
      hours: { mon: '09:00-17:30', tue: ['08:00 - 12:00', '13:00-24:00'], holidays: ['12-25'] },
    });
    const hours = hoursOf(config);
    expect(hours).toMatchObject({ zone: 'Europe/Berlin', holidays: ['12-25'] });
    expect(hours?.week).toEqual([
      [{ from: 540, to: 1050 }],
      [
        { from: 480, to: 720 },
        { from: 780, to: 1440 },
      ],
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it('are none where nothing is said of them', () => {
    expect(hoursOf(configSchema.parse({}))).toBeNull();
  });

  it.each(['9-17', '09:00-25:00', 'always'])('%s is refused', (mon) => {
    expect(configSchema.safeParse({ hours: { mon } }).success).toBe(false);
  });
});
