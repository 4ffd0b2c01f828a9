/** Cases, a row each. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { listOf, textOf } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, numberAt, textAt } from '../../data/at.ts';
import { intentName, outcomeName, signalName } from '../../words/words.ts';
import { moment, oneDecimal } from '../figures/numbers.ts';
import { Scroll } from '../figures/scroll.tsx';

type Props = { readonly cases: readonly Fields[]; readonly zone: string };

export function CaseTable({ cases, zone }: Props): JSX.Element {
  const hasSignals = cases.some((one) => 'signals' in one);
  return (
    <Scroll label="Cases">
      <table class="list">
        <thead>
          <tr>
            <th>About</th>
            <th>Began</th>
            <th>Outcome</th>
            <th class="number">Turns</th>
            <th class="number">Effort</th>
            {hasSignals && <th>Burdens</th>}
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <Row one={one} zone={zone} key={textAt(one, 'case')} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const unsettled = ['open', 'unengaged', 'spam_test'];

function Row({ one, zone }: { readonly one: Fields; readonly zone: string }): JSX.Element {
  const { address } = useWay();
  const outcome = textAt(one, 'outcome');
  const signals = listOf(one['signals']).map(textOf);
  return (
    <tr>
      <th scope="row">
        <a href={linkTo(address, 'case', { id: textAt(one, 'case') })}>{intentName(textAt(one, 'intent'))}</a>
        <span class="under">{textAt(one, 'touchpoint')}</span>
      </th>
      <td class="time">{moment(textAt(one, 'startedAt'), zone)}</td>
      <td>
        {outcomeName(outcome)}
        {one['final'] !== true && !unsettled.includes(outcome) && <span class="dim"> · provisional</span>}
      </td>
      <td class="number">{countAt(one, 'customerTurns')}</td>
      <td class="number">
        <Score effort={numberAt(one, 'effort')} isCensored={one['censored'] === true} />
      </td>
      {'signals' in one && <td class="signals">{signals.map(signalName).join(', ')}</td>}
    </tr>
  );
}

/** Of a case that was broken off it is known only that it was at least as hard. */
export function Score({
  effort,
  isCensored = false,
}: {
  readonly effort: number | undefined;
  readonly isCensored?: boolean;
}): JSX.Element {
  if (effort === undefined) return <span class="dim">none</span>;
  return (
    <span class="score">
      <i class={effort < 20 ? 'low' : effort < 60 ? 'moderate' : 'high'} aria-hidden="true" />
      {isCensored && <small>at least </small>}
      {oneDecimal(effort)}
    </span>
  );
}
