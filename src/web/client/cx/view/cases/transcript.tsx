/** What was said, with each burden at the words it goes with. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { countAt, numberAt, rowsAt, textAt } from '../../data/at.ts';
import { signalName } from '../../words/words.ts';
import { moment, oneDecimal } from '../figures/numbers.ts';

const who: Readonly<Record<string, string>> = { customer: 'Customer', bot: 'Bot', agent: 'Agent', system: 'System' };

export function Transcript({ lines }: { readonly lines: readonly Fields[] }): JSX.Element {
  if (lines.length === 0) return <p class="none">Nothing was said.</p>;
  return (
    <ol class="transcript">
      {lines.map((line, index) => (
        <li key={`${textAt(line, 'conversation')} ${countAt(line, 'seq')}`} class={textAt(line, 'actor')}>
          {textAt(line, 'conversation') !== textAt(lines[index - 1] ?? line, 'conversation') && (
            <p class="elsewhere">another conversation</p>
          )}
          <p class="who">
            <b>{who[textAt(line, 'actor')] ?? textAt(line, 'actor')}</b> <time>{moment(textAt(line, 'at'), '')}</time>
          </p>
          {line['text'] === null ? <p class="said dim">erased</p> : <p class="said">{textAt(line, 'text')}</p>}
          {rowsAt(line, 'burdens').map((mark) => (
            <Mark mark={mark} key={`${textAt(mark, 'signal')} ${countAt(mark, 'points')}`} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Mark({ mark }: { readonly mark: Fields }): JSX.Element {
  const line = numberAt(mark, 'step.line');
  return (
    <p class="mark">
      <b>{signalName(textAt(mark, 'signal'))}</b>
      {mark['probable'] === true && ' probably'} +{oneDecimal(countAt(mark, 'points'))}
      {line !== undefined && (
        <code>
          {textAt(mark, 'step.file')}:{line}
        </code>
      )}
      <span class="dim"> {textAt(mark, 'owner')}</span>
    </p>
  );
}
