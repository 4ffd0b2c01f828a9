import type { JSX } from 'preact';
import type { Ending } from '../../model/use-desk.ts';
import { spaced } from '../../words.ts';
import { givenIn, Sheet } from './sheet.tsx';

type Props = { readonly issue: string; onClose(): void; onDone(ending: Ending): void };

const answers = [
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'Partly' },
  { value: 'no', label: 'No' },
] as const;

/** How a conversation ended: what it was about, and whether the customer has what they came for. */
export function WrapUp({ issue, onClose, onDone }: Props): JSX.Element {
  return (
    <Sheet
      title="Wrap up"
      done="Wrap up"
      onClose={onClose}
      onDone={(given) =>
        onDone({
          disposition: givenIn(given, 'disposition'),
          solved: answers.find(({ value }) => value === givenIn(given, 'solved'))?.value ?? 'no',
          note: givenIn(given, 'note'),
        })
      }
    >
      <fieldset>
        <legend>Is it solved?</legend>
        <div class="choices">
          {answers.map(({ value, label }) => (
            <label key={value}>
              <input type="radio" name="solved" value={value} required />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label>
        What it was about
        <input name="disposition" required maxLength={200} defaultValue={spaced(issue)} />
      </label>
      <label>
        Note
        <textarea name="note" rows={3} maxLength={10_000} />
      </label>
    </Sheet>
  );
}
