// The generated pages of the documentation.
import { dialectNames, loadDialect } from '../../specs/kit/dialect.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { commandsPage } from './commands-page.ts';
import { configurationPage } from './configuration-page.ts';
import { lines, protocolsPage } from './protocols-page.ts';

export interface Page {
  /** Relative to the package root. */
  path: string;
  content: string;
}

export async function generatedPages(): Promise<Page[]> {
  const described = dialectNames().map(async (name) => ({
    dialect: loadDialect(name),
    driver: await loadDriver(name),
    says: lines[name] ?? loadDialect(name).title,
  }));
  return [
    { path: 'docs/commands.md', content: await commandsPage() },
    { path: 'docs/configuration.md', content: configurationPage() },
    { path: 'docs/the-five-protocols.md', content: protocolsPage(await Promise.all(described)) },
  ];
}
