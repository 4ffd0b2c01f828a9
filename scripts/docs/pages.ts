import { architecturePage } from './architecture-page.ts';
import { errorsPage } from './errors-page.ts';
import { noticesPage } from './notices-page.ts';
import type { Page } from './page.ts';

/** Every generated page as it should be now. */
export function pages(root: string): readonly Page[] {
  return [architecturePage(root), errorsPage(), noticesPage(root)];
}
