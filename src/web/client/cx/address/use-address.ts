import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { type Address, readAddress } from './address.ts';

/** @property go shows another address of this page, without loading it anew */
export type Way = { readonly address: Address; go(href: string): void };

const Here = createContext<Way>({ address: { view: '', params: new URLSearchParams() }, go: () => {} });

export const WayProvider = Here.Provider;

export function useWay(): Way {
  return useContext(Here);
}

/** The address of the page as it changes. Links within the page are followed without a reload. */
export function useAddress(): Way {
  const [address, setAddress] = useState(() => readAddress(location));
  const go = (href: string) => {
    history.pushState(null, '', href);
    setAddress(readAddress(location));
    scrollTo(0, 0);
  };
  useEffect(() => {
    const onBack = () => setAddress(readAddress(location));
    const onClick = (event: MouseEvent) => follow(event, go);
    addEventListener('popstate', onBack);
    document.addEventListener('click', onClick);
    return () => {
      removeEventListener('popstate', onBack);
      document.removeEventListener('click', onClick);
    };
  }, []);
  return { address, go };
}

function follow(event: MouseEvent, go: (href: string) => void): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || link.download !== '' || link.target !== '' || link.origin !== location.origin) return;
  if (!/^\/cx(\/|$)/.test(link.pathname)) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
