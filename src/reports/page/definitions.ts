const terms: readonly (readonly [string, string])[] = [
  ['Case', 'One issue of one customer, over any conversations and channels. It belongs to the day it started.'],
  [
    'Closed',
    'The customer spoke, the bot took part, and the case is no longer open. Open cases wait: they stand in no share.',
  ],
  [
    'Good experience',
    'Solved, as far as can be seen for good, with effort below 20, of all closed cases, those out of scope included.',
  ],
  [
    'Solved for sure',
    'The system of record or the customer said so, or a person who took over. Silence after the answer is only assumed to mean solved.',
  ],
  [
    'Solved and lasted',
    'Solved, and the customer did not come back with it in the time they had, of the final cases in which coming back could be seen.',
  ],
  ['Without a person', 'No person joined. It says nothing of whether the customer was helped: the gap beside it does.'],
  [
    'Effort',
    'What the customer had to bear, from 0 to 100: failures, misunderstandings, repetitions, waits. Below 20 is low, from 60 high.',
  ],
  [
    'Broken off',
    'The customer left, or was handed over to nobody. What they bore is a lower bound, so such a case is never of low effort.',
  ],
  ['No data, too few', 'Nothing was measured, or fewer than ten cases. Neither is 0.'],
];

/** What the words mean, for a reader who has nothing but the page. */
export const definitions = `<section><h2>What the words mean</h2><dl>${terms
  .map(([term, meaning]) => `<dt>${term}</dt><dd>${meaning}</dd>`)
  .join('')}</dl></section>`;
