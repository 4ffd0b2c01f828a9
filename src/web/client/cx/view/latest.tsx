/** The latest cases: what there is to read while there are too few for figures. */
import type { JSX } from 'preact';
import { bandOf, type LatestCase } from '../report/report.ts';
import { intentName, outcomeName } from '../words.ts';
import { moment, oneDecimal } from './numbers.ts';

export function Latest({ cases }: { readonly cases: readonly LatestCase[] }): JSX.Element | null {
  if (cases.length === 0) return null;
  return (
    <section class="card wide">
      <h2>Latest cases</h2>
      <div class="scroll">
        <table class="list">
          <thead>
            <tr>
              <th>Began</th>
              <th>About</th>
              <th>Outcome</th>
              <th class="number">Turns</th>
              <th class="number">Effort</th>
            </tr>
          </thead>
          <tbody>{cases.map(drawCase)}</tbody>
        </table>
      </div>
    </section>
  );
}

function drawCase(one: LatestCase): JSX.Element {
  return (
    <tr key={one.case}>
      <td class="time">{moment(one.startedAt)}</td>
      <th scope="row">{intentName(one.intent)}</th>
      <td>
        {outcomeName(one.outcome)}
        {!one.isFinal && !['open', 'unengaged', 'spam_test'].includes(one.outcome) && (
          <span class="dim"> · provisional</span>
        )}
      </td>
      <td class="number">{one.customerTurns}</td>
      <td class="number">{one.effort === undefined ? <span class="dim">none</span> : <Score effort={one.effort} />}</td>
    </tr>
  );
}

function Score({ effort }: { readonly effort: number }): JSX.Element {
  return (
    <span class="score">
      <i class={bandOf(effort)} aria-hidden="true" />
      {oneDecimal(effort)}
    </span>
  );
}
