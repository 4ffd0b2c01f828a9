/** What each figure means, in a sentence: the definitions of docs/measures. */
export const definitions = {
  goodExperience:
    'Share of closed cases that were solved for good, as far as can be seen, with effort below 20. Cases out of scope count as not good.',
  resolution:
    'Of closed cases in scope: from those verified by a system of record or confirmed by the customer, to those with the ones assumed solved from silence added. The point, where cases were reviewed, weighs the assumed ones by what reviewers found.',
  durable:
    'Of final cases of customers who would be recognised: solved, and they did not come back with it within seven days. Coverage says how many final cases that is.',
  containment: 'Share of closed cases that no person joined. It says nothing about being solved.',
  gap: 'Cases no person joined that were not solved for good: what containment hides.',
  highEffort: 'Share of closed cases with effort of 60 and more, on a scale from 0 (effortless) to 100.',
  effort:
    'Effort from 0 to 100 counts burdens: not being understood, repeating, waiting, being sent elsewhere. Length alone is none. Cases that were broken off are lower bounds.',
  csat: '“How satisfied were you with the support you received?” Share of 4 and 5 on a scale to 5.',
  ces: '“They made it easy for me to handle my issue.” Share of 5 to 7 on a scale to 7.',
  expectation: '“Compared with what you expected, this was …” Share of as expected or better.',
  escalation: 'Customers who asked for a person; got one means an agent’s first message reached them.',
  staff:
    'Of handoffs in cases of this time. Medians: from the wish to the first person, from then to their first word, from then to the end. Told again: the customer had to say once more what they had told. Gave up waiting: of those who waited. Solved: as people said at the end. Agents are those who took it first; below ten of something there is no figure, so that nobody is compared by a handful.',
  burdens:
    'Points of effort, summed over 100 cases, that would not be there without the burden at this step. An association: the place to look, not the proof.',
  volume: 'Engaged cases by channel and entry point, with the share that went well.',
  trend:
    'Each day with enough cases. The band is what chance alone moves it within (three standard deviations, Laney’s p′ for shares, XmR for medians): about 3 of 1,000 points lie beyond it without a cause. A dotted line is a version of the bot that came in.',
  outcomes: 'What became of closed cases, with 95 % intervals. Below ten cases only counts are shown.',
  difference:
    'The group’s share less that of all other cases, in points of a hundred, with its 95 % interval (Newcombe). Marked where it may be believed after accounting for all groups shown (Benjamini–Hochberg, 5 % false discoveries). Groups below 30 cases are not ranked.',
  smallest:
    'The smallest difference that so many cases would show four times out of five. Smaller ones may exist unseen.',
  standardised:
    'Good experience if this group’s customers had come with the intents all customers came with: so that groups with harder wishes are not blamed for them.',
  cumulative:
    'What a customer has borne over all their cases: each new case weighs 40 %, what was before 60 %. Customers are random numbers here.',
  contribution:
    'The bot beside the other touchpoints. Content: CSAT 4 and 5 of 5; found it easy: CES 5 to 7 of 7. Adds: points by which the whole is better or worse because of this touchpoint, its share of contacts times its difference from the mean. With a + there are answers to a survey only, and more contacts than answers.',
  moves: 'How often a customer who is known was in touch here, and within seven days there.',
  relationship:
    'What lasts longer than a contact, and is no satisfaction: promoters less detractors over the latest answer of each customer; and of customers whose first contact is ninety days old, those in touch again since. Coming back is neither good nor bad by itself.',
  consistency:
    'Standard deviation of effort of one intent over touchpoints, hours of the day and languages with ten cases and more each. Less is better: the same wish should be served alike everywhere.',
  falseRejections: 'Of rejections that people reviewed, the share that should not have been rejected.',
  audit: 'Of cases assumed to be solved that people reviewed, the share that was.',
  fresh: 'How old the newest event is that these figures rest on.',
} as const;
