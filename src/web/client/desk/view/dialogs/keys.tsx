import type { JSX } from 'preact';
import { Sheet } from './sheet.tsx';

type Props = { readonly isOn: boolean; onSwitch(isOn: boolean): void; onClose(): void };

const keys: readonly (readonly [key: string, does: string])[] = [
  ['j', 'next conversation'],
  ['k', 'conversation before'],
  ['a', 'take this one, or who has waited longest'],
  ['d', 'decline this one, or what you are asked to take'],
  ['r', 'write'],
  ['t', 'pass on'],
  ['w', 'wrap up'],
  ['c', 'show or hide what is known'],
  ['o', 'online or away'],
  ['Esc', 'out of the field, then back to the list'],
  ['?', 'these keys'],
];

/** What each key does, and whether they do it. */
export function Keys({ isOn, onSwitch, onClose }: Props): JSX.Element {
  return (
    <Sheet title="Keys" done="Keep" onClose={onClose} onDone={(given) => onSwitch(given.get('keys') === 'on')}>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" name="keys" defaultChecked={isOn} /> Single keys work while nobody is typing
      </label>
    </Sheet>
  );
}
