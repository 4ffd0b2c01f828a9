/** The way of one customer over all touchpoints: one contact after the other, and what they had borne by then. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { fieldsOf, textOf } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { at, numberAt, rowsAt, textAt } from '../../data/at.ts';
import { intentName, outcomeName } from '../../words/words.ts';
import { Score } from '../cases/case-table.tsx';
import { Card } from '../figures/card.tsx';
import { Scroll } from '../figures/scroll.tsx';

export function Path({ path }: { readonly path: Fields }): JSX.Element {
  const contacts = rowsAt(path, 'contacts');
  return (
    <div class="cards">
      <Card
        title={`Customer ${textAt(path, 'customer').slice(0, 12)}`}
        about="Every contact in order of time. So far: cumulative effort, in which each new case weighs 40 % and what was before 60 %."
        isWide
      >
        {contacts.length === 0 ? (
          <p class="none">Nothing is known of this customer in this time.</p>
        ) : (
          <List of={contacts} />
        )}
      </Card>
    </div>
  );
}

function List({ of: contacts }: { readonly of: readonly Fields[] }): JSX.Element {
  return (
    <Scroll label="Contacts">
      <table class="list">
        <thead>
          <tr>
            <th>When</th>
            <th>Touchpoint</th>
            <th>About</th>
            <th>What became of it</th>
            <th class="number">Effort</th>
            <th class="number">So far</th>
            <th>Said</th>
          </tr>
        </thead>
        <tbody>
          {contacts.map((one, index) => (
            <Contact key={index} of={one} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Contact({ of: one }: { readonly of: Fields }): JSX.Element {
  const { address } = useWay();
  const when = new Date(textAt(one, 'at')).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const [id, intent] = [textAt(one, 'case'), textAt(one, 'intent')];
  const said = Object.entries(fieldsOf(at(one, 'answers'))).map(([item, value]) => `${item} ${textOf(value)}`);
  return (
    <tr>
      <th scope="row">{id === '' ? when : <a href={linkTo(address, 'case', { id })}>{when}</a>}</th>
      <td>{textAt(one, 'touchpoint')}</td>
      <td>{intent === '' ? '' : intentName(intent)}</td>
      <td>{textAt(one, 'outcome') === '' ? '' : outcomeName(textAt(one, 'outcome'))}</td>
      <td class="number">
        <Score effort={numberAt(one, 'effort')} />
      </td>
      <td class="number">
        <Score effort={numberAt(one, 'cumulative')} />
      </td>
      <td>{said.join(', ')}</td>
    </tr>
  );
}
