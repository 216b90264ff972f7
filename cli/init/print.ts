import { start } from './init.ts';

export async function printStart(folder: string, dialect: string | undefined): Promise<void> {
  const { saw, wrote, kept, next } = await start(folder, dialect);
  const lines = [
    ...saw,
    ...wrote.map((path) => `wrote  ${path}`),
    ...kept.map((path) => `kept   ${path}, which was there already`),
    '',
    'Next:',
    ...next.map((step, at) => `  ${at + 1}. ${step}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
