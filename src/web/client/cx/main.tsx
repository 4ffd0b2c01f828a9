/** What /cx runs. */
import { render } from 'preact';
import { Page } from './view/frame/page.tsx';

const place = document.querySelector('#report');
if (place) render(<Page />, place);
