/** The bot among the other touchpoints: what each adds, where customers go next, how alike they are served. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { at, countAt, numberAt, rowsAt, textAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { intentName, valueName } from '../../words/words.ts';
import { Card } from '../figures/card.tsx';
import { Amount, Count, Share } from '../figures/figure.tsx';
import { period } from '../figures/numbers.ts';
import { Scroll } from '../figures/scroll.tsx';

export function Journey({ journey }: { readonly journey: Fields }): JSX.Element {
  return (
    <>
      <p class="facts">
        <b>{period(textAt(journey, 'from'), textAt(journey, 'to'))}</b>{' '}
        <span>{textAt(journey, 'zone').replaceAll('_', ' ')}</span>
      </p>
      <Cards journey={journey} />
    </>
  );
}

function Cards({ journey }: { readonly journey: Fields }): JSX.Element {
  return (
    <div class="cards">
      <Card title="Touchpoints" about={definitions.contribution} isWide>
        <Touchpoints journey={journey} />
      </Card>
      <Card title="Where customers went next" about={definitions.moves}>
        <Moves moves={rowsAt(journey, 'moves')} />
      </Card>
      <Card title="Relationship" about={definitions.relationship}>
        <Relationship journey={journey} />
      </Card>
      <Card title="Stages" about="Cases by the stage of the journey they were about, with what became of them.">
        <Stages journey={journey} />
      </Card>
      <Card title="Alike everywhere" about={definitions.consistency}>
        <Consistency rows={rowsAt(journey, 'consistency')} />
      </Card>
    </div>
  );
}

const kinds: Readonly<Record<string, string>> = { bot: 'bot', people: 'people', answers: 'survey only' };

function Touchpoints({ journey }: { readonly journey: Fields }): JSX.Element {
  const { address } = useWay();
  const rows = rowsAt(journey, 'touchpoints');
  if (rows.length === 0) return <p class="none">No data: nobody was in touch in this time.</p>;
  return (
    <Scroll label="Touchpoints">
      <table class="list">
        <thead>
          <tr>
            <th>Touchpoint</th>
            <th>With</th>
            <th class="number">Contacts</th>
            <th class="number">Content</th>
            <th class="number">Adds</th>
            <th class="number">Found it easy</th>
            <th class="number">Adds</th>
            <th class="number">Mean effort</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one, index) => {
            const [name, prefix] = [textAt(one, 'touchpoint'), `touchpoints.${index}.`];
            const isBot = textAt(one, 'kind') === 'bot';
            return (
              <tr key={name}>
                <th scope="row">{isBot ? <a href={linkTo(address, '', { touchpoint: name })}>{name}</a> : name}</th>
                <td>{kinds[textAt(one, 'kind')]}</td>
                <td class="number">
                  <Count of={one} name="contacts" prefix={prefix} />
                  {textAt(one, 'kind') === 'answers' && '+'}
                </td>
                <td class="number">
                  <Share of={one} name="csat" prefix={prefix} />
                </td>
                <td class="number">
                  <Points of={one} name="contribution.csat" />
                </td>
                <td class="number">
                  <Share of={one} name="ces" prefix={prefix} />
                </td>
                <td class="number">
                  <Points of={one} name="contribution.ces" />
                </td>
                <td class="number">
                  <Amount of={one} name="effort" prefix={prefix} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function Points({ of, name }: { readonly of: Fields; readonly name: string }): JSX.Element {
  const value = numberAt(of, name);
  if (value === undefined) return <span class="dim">–</span>;
  return (
    <>
      {value > 0 ? '+' : value < 0 ? '−' : ''}
      {Math.abs(100 * value).toFixed(1)}
    </>
  );
}

const mostShown = 12;

function Moves({ moves }: { readonly moves: readonly Fields[] }): JSX.Element {
  if (moves.length === 0) return <p class="none">Nobody who is known went from one contact to another in a week.</p>;
  return (
    <Scroll label="Where customers went next">
      <table class="list">
        <thead>
          <tr>
            <th>From</th>
            <th>To</th>
            <th class="number">Times</th>
            <th class="number">Hours between</th>
          </tr>
        </thead>
        <tbody>
          {moves.slice(0, mostShown).map((one) => (
            <tr key={`${textAt(one, 'from')} ${textAt(one, 'to')}`}>
              <th scope="row">{textAt(one, 'from')}</th>
              <td>{textAt(one, 'to')}</td>
              <td class="number">{countAt(one, 'count')}</td>
              <td class="number">{numberAt(one, 'hours')?.toFixed(1) ?? <span class="dim">too few</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Relationship({ journey }: { readonly journey: Fields }): JSX.Element {
  const score = numberAt(journey, 'relationship.nps.score');
  const answers = ['promoters', 'passives', 'detractors'].reduce(
    (sum, name) => sum + countAt(journey, `relationship.nps.${name}`),
    0,
  );
  const [low, high] = [countAt(journey, 'relationship.nps.low'), countAt(journey, 'relationship.nps.high')];
  return (
    <ul class="sums">
      <li>
        <b>{score === undefined ? (answers === 0 ? 'no data' : `too few (${answers})`) : score}</b> would recommend
        (NPS)
        {score !== undefined && (
          <span class="range">
            {' '}
            {low} to {high}, {answers} customers
          </span>
        )}
      </li>
      <li>
        <b>
          <Share of={journey} name="relationship.back" />
        </b>{' '}
        in touch again within 90 days
      </li>
    </ul>
  );
}

function Stages({ journey }: { readonly journey: Fields }): JSX.Element {
  const { address } = useWay();
  const rows = rowsAt(journey, 'stages');
  if (rows.length === 0) return <p class="none">No closed case.</p>;
  return (
    <Scroll label="Stages">
      <table class="list">
        <thead>
          <tr>
            <th>Stage</th>
            <th class="number">Cases</th>
            <th class="number">Solved</th>
            <th class="number">Mean effort</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one, index) => (
            <tr key={textAt(one, 'stage')}>
              <th scope="row">
                <a href={linkTo(address, 'cases', { stage: textAt(one, 'stage') })}>
                  {valueName('stage', textAt(one, 'stage'))}
                </a>
              </th>
              <td class="number">
                <Count of={one} name="cases" prefix={`stages.${index}.`} />
              </td>
              <td class="number">
                <Share of={one} name="resolved" prefix={`stages.${index}.`} />
              </td>
              <td class="number">
                <Amount of={one} name="effort" prefix={`stages.${index}.`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Consistency({ rows }: { readonly rows: readonly Fields[] }): JSX.Element {
  if (rows.length === 0) return <p class="none">Too few cases of any one intent.</p>;
  return (
    <Scroll label="Alike everywhere">
      <table class="list">
        <thead>
          <tr>
            <th>Intent</th>
            <th class="number">Touchpoints</th>
            <th class="number">Hours</th>
            <th class="number">Languages</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map((one) => (
            <tr key={textAt(one, 'intent')}>
              <th scope="row">{intentName(textAt(one, 'intent'))}</th>
              {['touchpoint', 'hour', 'language'].map((over) => (
                <td class="number" key={over}>
                  <Spread of={one} over={over} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Spread({ of, over }: { readonly of: Fields; readonly over: string }): JSX.Element {
  if (at(of, over) === null) return <span class="dim">too few</span>;
  return (
    <>
      ± {countAt(of, `${over}.effort`).toFixed(1)}
      <span class="range"> of {countAt(of, `${over}.groups`)}</span>
    </>
  );
}
