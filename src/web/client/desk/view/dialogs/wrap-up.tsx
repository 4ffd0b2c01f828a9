import type { JSX } from 'preact';
import type { Ending } from '../../model/actions.ts';
import { spaced } from '../../words.ts';
import { givenIn, Sheet } from './sheet.tsx';

type Props = {
  readonly issue: string;
  /** what may be chosen; where there is none, anything */
  readonly dispositions: readonly string[];
  onClose(): void;
  onDone(ending: Ending): void;
};

const answers = [
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'Partly' },
  { value: 'no', label: 'No' },
] as const;

/** How a conversation ended: what it was about, and whether the customer has what they came for. */
export function WrapUp({ issue, dispositions, onClose, onDone }: Props): JSX.Element {
  return (
    <Sheet
      title="Wrap up"
      done="Wrap up"
      onClose={onClose}
      onDone={(given) =>
        onDone({
          disposition: givenIn(given, 'disposition'),
          solved: answers.find(({ value }) => value === givenIn(given, 'solved'))?.value ?? 'no',
          tags: givenIn(given, 'tags')
            .split(',')
            .map((tag) => tag.trim())
            .filter(Boolean),
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
      <Disposition issue={issue} dispositions={dispositions} />
      <label>
        Tags
        <input name="tags" maxLength={200} placeholder="with commas between them" />
      </label>
      <label>
        Note
        <textarea name="note" rows={3} maxLength={10_000} />
      </label>
    </Sheet>
  );
}

function Disposition({ issue, dispositions }: Pick<Props, 'issue' | 'dispositions'>): JSX.Element {
  if (dispositions.length === 0)
    return (
      <label>
        What it was about
        <input name="disposition" required maxLength={200} defaultValue={spaced(issue)} />
      </label>
    );
  return (
    <label>
      What it was about
      <select name="disposition" required>
        <option value="">Choose…</option>
        {dispositions.map((one) => (
          <option key={one} value={one}>
            {spaced(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
