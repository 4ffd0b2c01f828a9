/** Cases drawn at random that people judge, in two key presses each: one that chooses, and Enter, which sends it. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fields } from '../../../json/fields.ts';
import { asking } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, rowsAt, textAt } from '../../data/at.ts';
import { send } from '../../data/load.ts';
import { intentName, outcomeName } from '../../words/words.ts';
import { Transcript } from '../cases/transcript.tsx';
import { WithLoaded } from '../frame/with-loaded.tsx';

export function Review(): JSX.Element {
  const { address } = useWay();
  return <WithLoaded path={asking(address, 'reviews')} draw={(list) => <Judging list={list} />} />;
}

/** Judged here, and perhaps not told by the server yet: case, sample and what was found. */
type Judged = Readonly<Record<string, boolean>>;

const questions: Readonly<Record<string, string>> = {
  assumed: 'Was the customer’s issue solved?',
  rejected: 'Was it right to turn this down?',
};

function Judging({ list }: { readonly list: Fields }): JSX.Element {
  const [judged, setJudged] = useState<Judged>({});
  const [fault, setFault] = useState('');
  const { chosen, choose, latest } = useChoice();
  const waiting = rowsAt(list, 'items').filter((item) => item['judged'] === null && !(keyOf(item) in judged));
  const [item] = waiting;
  const judge = async (value: boolean) => {
    if (!item) return;
    const isTaken = await send('reviews', { case: textAt(item, 'case'), sample: textAt(item, 'sample'), value });
    setFault(isTaken ? '' : 'That was not taken. Try again.');
    choose(undefined);
    if (isTaken) setJudged({ ...judged, [keyOf(item)]: value });
  };
  useKeys({
    y: () => choose(true),
    n: () => choose(false),
    enter: () => latest() !== undefined && judge(latest() === true),
  });
  const done = countAt(list, 'judged') + Object.keys(judged).filter((key) => isWaitingIn(list, key)).length;
  return (
    <section class="card">
      <h2>Review</h2>
      <p class="about" role="status">
        {waiting.length} waiting, {done} judged. {fault}
      </p>
      {item ? (
        <Item item={item} chosen={chosen} judge={judge} key={keyOf(item)} />
      ) : (
        <p class="none">Nothing waits for review.</p>
      )}
    </section>
  );
}

/** `latest` is known at once: whoever types fast presses Enter before the page has drawn what they chose. */
function useChoice(): {
  readonly chosen: boolean | undefined;
  choose(value: boolean | undefined): void;
  latest(): boolean | undefined;
} {
  const [chosen, draw] = useState<boolean>();
  const kept = useRef<boolean | undefined>(undefined);
  return {
    chosen,
    choose(value) {
      kept.current = value;
      draw(value);
    },
    latest: () => kept.current,
  };
}

function isWaitingIn(list: Fields, key: string): boolean {
  return rowsAt(list, 'items').some((item) => keyOf(item) === key && item['judged'] === null);
}

function keyOf(item: Fields): string {
  return `${textAt(item, 'case')} ${textAt(item, 'sample')}`;
}

type ItemProps = {
  readonly item: Fields;
  readonly chosen: boolean | undefined;
  judge(value: boolean): Promise<void>;
};

function Item({ item, chosen, judge }: ItemProps): JSX.Element {
  return (
    <>
      <div class="judge">
        <h3>{questions[textAt(item, 'sample')]}</h3>
        <p class="dim">
          {intentName(textAt(item, 'intent'))} · {outcomeName(textAt(item, 'outcome'))}
        </p>
        <Choice words="Yes" shortcut="Y" isChosen={chosen === true} onChoose={() => judge(true)} />
        <Choice words="No" shortcut="N" isChosen={chosen === false} onChoose={() => judge(false)} />
        <p class="dim" role="status">
          {chosen === undefined ? 'Press Y or N, then Enter.' : `${chosen ? 'Yes' : 'No'}: press Enter to send it.`}
        </p>
      </div>
      <WithLoaded
        path={`cases/${textAt(item, 'case')}`}
        draw={(one) => <Transcript lines={rowsAt(one, 'transcript')} />}
      />
    </>
  );
}

type ChoiceProps = {
  readonly words: string;
  readonly shortcut: string;
  readonly isChosen: boolean;
  onChoose(): Promise<void>;
};

function Choice({ words, shortcut, isChosen, onChoose }: ChoiceProps): JSX.Element {
  return (
    <button
      type="button"
      class={isChosen ? 'action chosen' : 'action'}
      aria-keyshortcuts={shortcut}
      onClick={() => void onChoose()}
    >
      {words} <kbd>{shortcut}</kbd>
    </button>
  );
}

/** Keys work wherever nothing is typed. */
function useKeys(keys: Readonly<Record<string, () => unknown>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, select, textarea, button, a, summary') !== null;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      void keys[event.key.toLowerCase()]?.();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
