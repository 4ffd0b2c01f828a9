/** What to fix first: what each burden costs, and the line of the file where it happens. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { listOf, textOf } from '../../../json/fields.ts';
import { linkHere, linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { figureAt, numberAt, rowsAt, textAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { signalName } from '../../words/words.ts';
import { Card } from '../figures/card.tsx';
import { Amount, Count } from '../figures/figure.tsx';
import { oneDecimal } from '../figures/numbers.ts';
import { Scroll } from '../figures/scroll.tsx';

const shown = 8;

export function Burdens({ report }: { readonly report: Fields }): JSX.Element {
  const { address } = useWay();
  const isWhole = address.params.get('burdens') === 'all';
  const burdens = rowsAt(report, 'burdens');
  return (
    <Card title="What to fix first" about={definitions.burdens} isWide>
      {burdens.length === 0 ? (
        <p class="none">No burden was seen.</p>
      ) : (
        <Scroll label="What to fix first">
          <table class="list">
            <thead>
              <tr>
                <th>Burden</th>
                <th>Where</th>
                <th>Owner</th>
                <th class="number">Cases</th>
                <th class="number">Points per 100 cases</th>
                <th>If mended</th>
                <th>Read</th>
              </tr>
            </thead>
            <tbody>
              {burdens.slice(0, isWhole ? undefined : shown).map((burden, index) => (
                <Row burden={burden} index={index} key={keyOf(burden)} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {burdens.length > shown && !isWhole && (
        <p class="detail">
          <a href={linkHere(address, { burdens: 'all' })}>All {burdens.length}</a>
        </p>
      )}
    </Card>
  );
}

function keyOf(burden: Fields): string {
  return ['signal', 'owner', 'step.file', 'step.line', 'step.step', 'step.version']
    .map((name) => String(textAt(burden, name) || numberAt(burden, name)))
    .join();
}

function Row({ burden, index }: { readonly burden: Fields; readonly index: number }): JSX.Element {
  const { address } = useWay();
  const signal = textAt(burden, 'signal');
  const place = placeOf(burden);
  const prefix = `burdens.${index}.`;
  const href = linkTo(address, 'cases', { signal, order: 'hardest', ...(place === '' ? {} : { step: place }) });
  return (
    <tr>
      <th scope="row">
        <a href={href}>{signalName(signal)}</a>
      </th>
      <td>
        {place === '' ? (
          <span class="dim">no single step</span>
        ) : (
          <>
            <code>
              {place}
              <span class="dim">@{textAt(burden, 'step.version').slice(0, 7)}</span>
            </code>
            <span class="under">
              {[textAt(burden, 'step.dialog'), textAt(burden, 'step.step')].filter(Boolean).join(' › ')}
            </span>
          </>
        )}
      </td>
      <td>{textAt(burden, 'owner')}</td>
      <td class="number">
        <a href={href}>
          <Count of={burden} name="cases" prefix={prefix} />
        </a>
      </td>
      <td class="number">
        <Amount of={burden} name="pointsPer100Cases" prefix={prefix} />
      </td>
      <td class="effect">{effectOf(burden)}</td>
      <td class="read">
        {listOf(burden['conversations'])
          .map(textOf)
          .map((conversation, at) => (
            <a key={conversation} href={linkTo(address, 'case', { conversation })}>
              {at + 1}
              <span class="hidden">. conversation with this burden</span>
            </a>
          ))}
      </td>
    </tr>
  );
}

function placeOf(burden: Fields): string {
  const [file, line] = [textAt(burden, 'step.file'), numberAt(burden, 'step.line')];
  return file === '' || line === undefined ? '' : `${file}:${line}`;
}

/** What the mean would be less by. */
function effectOf(burden: Fields): string {
  const figure = figureAt(burden, 'pointsPer100Cases');
  return figure.kind === 'known' ? `effort of an average case −${oneDecimal(figure.value / 100)}` : '';
}
