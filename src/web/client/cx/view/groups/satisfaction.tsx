/** What customers say, and for whom they speak. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { countAt, fieldsAt, numberAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { Card } from '../figures/card.tsx';
import { Count, Share } from '../figures/figure.tsx';
import { oneDecimal, percent, percentRange } from '../figures/numbers.ts';

const items = { csat: 'CSAT', ces: 'CES', expectation: 'Expectation met' } as const;

export function Satisfaction({ report }: { readonly report: Fields }): JSX.Element {
  return (
    <div class="cards">
      {(['csat', 'ces', 'expectation'] as const).map((item) => (
        <Card title={items[item]} about={definitions[item]} key={item}>
          <Survey report={report} at={`satisfaction.${item}`} />
        </Card>
      ))}
      <Card
        title="Feeling"
        about="What customers picked when asked how it felt; indifference is a category of its own."
      >
        <Feeling report={report} />
      </Card>
      <Card
        title="Promises"
        about="What the bot promised, checked against what happened. Kept and broken are not measured while nothing tells."
      >
        <ul class="sums">
          <li>
            <Count of={report} name="promises.made" /> made
          </li>
          <li>
            <Count of={report} name="promises.kept" /> kept
          </li>
          <li>
            <Count of={report} name="promises.broken" /> broken
          </li>
        </ul>
      </Card>
    </div>
  );
}

function Survey({ report, at }: { readonly report: Fields; readonly at: string }): JSX.Element {
  const survey = fieldsAt(report, at);
  const asked = countAt(survey, 'asked');
  if (asked === 0) return <p class="none">no data: nobody was asked</p>;
  const bound = [numberAt(survey, 'bound.0'), numberAt(survey, 'bound.1')];
  const effective = numberAt(survey, 'effectiveN');
  return (
    <>
      <p class="big">
        <Share of={report} name={`${at}.raw`} isBare />
      </p>
      <ul class="sums">
        <li>
          As answered: <Share of={report} name={`${at}.raw`} />
        </li>
        <li>
          Weighted by who answers: <Share of={report} name={`${at}.weighted`} />
          {effective !== undefined && `, as good as ${oneDecimal(effective)} answers`}
        </li>
        {bound[0] !== undefined && bound[1] !== undefined && (
          <li>If all the silent were one or the other: {percentRange(bound[0], bound[1])}</li>
        )}
        <li>
          <Count of={report} name={`${at}.asked`} /> asked, <Count of={report} name={`${at}.shown`} /> shown,{' '}
          <Count of={report} name={`${at}.answered`} /> answered ({percent(countAt(survey, 'answered') / asked)})
        </li>
      </ul>
    </>
  );
}

function Feeling({ report }: { readonly report: Fields }): JSX.Element {
  const feelings = Object.keys(fieldsAt(report, 'satisfaction.feeling'));
  if (feelings.length === 0) return <p class="none">no data: nobody was asked</p>;
  return (
    <ul class="sums">
      {feelings.map((feeling) => (
        <li key={feeling}>
          <Count of={report} name={`satisfaction.feeling.${feeling}`} /> {feeling}
        </li>
      ))}
    </ul>
  );
}
