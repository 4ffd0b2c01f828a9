import { architecturePage } from './architecture-page.ts';
import { dialogsPage } from './dialogs-page.ts';
import { errorsPage } from './errors-page.ts';
import { noticesPage } from './notices-page.ts';
import type { Page } from './page.ts';
import { schemaPages } from './schema-pages.ts';

/** Every generated page as it should be now. */
export async function pages(root: string): Promise<readonly Page[]> {
  return [architecturePage(root), dialogsPage(), errorsPage(), noticesPage(root), ...(await schemaPages(root))];
}
