import { entriesOf } from '../outside/journal.ts';
import type { Property } from './evidence.ts';

/** No process ends but by being killed. */
export const noCrash: Property = ({ journal }) =>
  entriesOf(journal, 'fault').flatMap(({ fault, about, at }) =>
    fault === 'crashed' ? [`${about} ended by itself at ${at}`] : [],
  );
