/** One figure as it stands in the JSON: every number on a page carries its name and value, so that it can be held against the API. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { at, figureAt, numberAt } from '../../data/at.ts';
import { absence, difference, oneDecimal, percent, percentRange } from './numbers.ts';

type Props = { readonly of: Fields; readonly name: string; readonly prefix?: string };

/** '42%', with its interval beside it unless `isBare`. */
export function Share({ of, name, prefix = '', isBare = false }: Props & { readonly isBare?: boolean }): JSX.Element {
  const figure = figureAt(of, name);
  if (figure.kind !== 'known') return <Kept of={of} name={name} prefix={prefix} words={absence(figure)} isDim />;
  return (
    <>
      <Kept of={of} name={name} prefix={prefix} words={percent(figure.value)} />
      {!isBare && <span class="range"> {percentRange(figure.low, figure.high)}</span>}
    </>
  );
}

/** '12.4', with its interval. */
export function Amount({
  of,
  name,
  prefix = '',
  say = oneDecimal,
}: Props & { readonly say?: (value: number) => string }): JSX.Element {
  const figure = figureAt(of, name);
  if (figure.kind !== 'known') return <Kept of={of} name={name} prefix={prefix} words={absence(figure)} isDim />;
  return (
    <>
      <Kept of={of} name={name} prefix={prefix} words={say(figure.value)} />
      <span class="range">
        {' '}
        {say(figure.low)}–{say(figure.high)}
      </span>
    </>
  );
}

/** '+4 points', with its interval. */
export function Change({ of, name, prefix = '' }: Props): JSX.Element {
  const figure = figureAt(of, name);
  if (figure.kind !== 'known') return <Kept of={of} name={name} prefix={prefix} words={absence(figure)} isDim />;
  return (
    <>
      <Kept of={of} name={name} prefix={prefix} words={difference(figure.value)} />
      <span class="range">
        {' '}
        {difference(figure.low)} to {difference(figure.high)}
      </span>
    </>
  );
}

export function Count({ of, name, prefix = '' }: Props): JSX.Element {
  const value = numberAt(of, name);
  const words = value === undefined ? 'not measured' : value.toLocaleString();
  return <Kept of={of} name={name} prefix={prefix} words={words} isDim={value === undefined} />;
}

function Kept({
  of,
  name,
  prefix = '',
  words,
  isDim = false,
}: Props & { readonly words: string; readonly isDim?: boolean }): JSX.Element {
  return (
    <data class={isDim ? 'dim' : ''} data-figure={`${prefix}${name}`} value={JSON.stringify(at(of, name)) ?? 'null'}>
      {words}
    </data>
  );
}
