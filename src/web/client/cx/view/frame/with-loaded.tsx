/** A view of what stands at a path of the API, or why it cannot be shown. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { useLoaded } from '../../data/use-loaded.ts';
import { Notice } from './notice.tsx';

type Props = { readonly path: string; draw(fields: Fields): JSX.Element };

export function WithLoaded({ path, draw }: Props): JSX.Element {
  const { loaded, isOld, again } = useLoaded(path);
  if (loaded.kind !== 'known') return <Notice loaded={loaded} onRetry={again} />;
  return (
    <div class={isOld ? 'old' : ''} aria-busy={isOld}>
      {draw(loaded.fields)}
    </div>
  );
}
