/** What to fix first: what each burden costs, and the line of the file where it happens. */
import type { JSX } from 'preact';
import type { Burden, Figure } from '../report/report.ts';
import { signalName } from '../words.ts';
import { absence, oneDecimal } from './numbers.ts';

const shown = 10;

export function Burdens({ burdens }: { readonly burdens: readonly Burden[] }): JSX.Element {
  return (
    <section class="card wide">
      <h2>What to fix first</h2>
      {burdens.length === 0 ? <p class="none">No burden was seen.</p> : <Table burdens={burdens.slice(0, shown)} />}
      <p class="about">
        Points of effort, summed over 100 cases, that would not be there without it. An association: the place to look,
        not the proof.
      </p>
    </section>
  );
}

function Table({ burdens }: { readonly burdens: readonly Burden[] }): JSX.Element {
  return (
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th>Burden</th>
            <th>Where</th>
            <th>Owner</th>
            <th class="number">Cases</th>
            <th class="number">Points per 100 cases</th>
          </tr>
        </thead>
        <tbody>
          {burdens.map((burden) => (
            <tr key={`${burden.signal} ${burden.owner} ${burden.dialog} ${burden.place}`}>
              <th scope="row">{signalName(burden.signal)}</th>
              <td>
                {burden.place ? (
                  <>
                    <code>{burden.place}</code>
                    <span class="under">{burden.dialog}</span>
                  </>
                ) : (
                  <span class="dim">no single step</span>
                )}
              </td>
              <td>{burden.owner}</td>
              <td class="number">{burden.cases.toLocaleString()}</td>
              <td class="number">{points(burden.pointsPer100Cases)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function points(figure: Figure): JSX.Element {
  if (figure.kind !== 'known') return <span class="dim">{absence(figure)}</span>;
  return (
    <>
      <b>{oneDecimal(figure.value)}</b>
      <span class="under">
        {oneDecimal(figure.low)}–{oneDecimal(figure.high)}
      </span>
    </>
  );
}
