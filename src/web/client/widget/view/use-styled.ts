import { useEffect, useState } from 'preact/hooks';

/** Whether the panel's style sheet is there. */
export function useStyled(styled: Promise<unknown>): boolean {
  const [isStyled, show] = useState(false);
  useEffect(() => void styled.then(() => show(true)), [styled]);
  return isStyled;
}
