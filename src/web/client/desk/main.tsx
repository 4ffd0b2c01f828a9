/** What /desk runs. */
import { render } from 'preact';
import { Entrance } from './view/entrance.tsx';

const place = document.querySelector('#desk');
if (place) render(<Entrance />, place);
