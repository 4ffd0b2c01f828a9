/** The page around every view: its name, its views, and which cases it is about. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useAddress, WayProvider } from '../../address/use-address.ts';
import { Filters } from './filters.tsx';
import { Nav } from './nav.tsx';
import { View } from './view.tsx';

export function Page(): JSX.Element {
  const way = useAddress();
  const [zone, setZone] = useState('');
  return (
    <WayProvider value={way}>
      <a class="skip" href="#view">
        Skip to the figures
      </a>
      <header>
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M9 21v-4m7 4V11m7 10v-7" />
        </svg>
        <h1>Experience report</h1>
        <a href="/">Shop</a>
      </header>
      <Nav />
      <Filters zone={zone} />
      <main id="view" tabIndex={-1}>
        <View onZone={setZone} />
      </main>
    </WayProvider>
  );
}
