import type { Dice } from './create-dice.ts';
import type { Mood } from './mood.ts';
import type { Simulation } from './simulation-schema.ts';

/** @property item what is asked; @property scale from the worst to the best; @property choices as the customer sees them */
export type Asked = {
  readonly item: string;
  readonly scale: readonly string[];
  readonly choices: readonly { readonly value: string }[];
};

/** The answer of a customer who gives one; whether it is solved they answer as they believe. Those whom it went very well or very badly with are more willing. `null`: none. */
export function answerSurvey(
  { simulation, dice }: { readonly simulation: Simulation; readonly dice: Dice },
  { cost, believes }: Pick<Mood, 'cost' | 'believes'>,
  { item, scale, choices }: Asked,
): string | null {
  const content = Math.exp(-cost / 8) * (believes ? 1 : 0.35);
  const willing = simulation.people.surveys * (0.4 + 2.4 * (content - 0.5) ** 2);
  if (!dice.chance(willing) || scale.length === 0) return null;
  if (item === 'solved') return believes ? 'yes' : 'no';
  const felt = Math.min(0.999, Math.max(0, content + dice.between(-0.15, 0.15)));
  const at = Math.floor(felt * scale.length);
  return choices[at]?.value ?? scale[at] ?? null;
}
