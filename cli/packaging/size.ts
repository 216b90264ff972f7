// npm run size: how much an installation takes, and which packages take most of it.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { installPackage, sizeOf } from './installed.ts';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1).padStart(6)} MB`;

const installed = await installPackage();
try {
  const modules = join(installed.folder, 'node_modules');
  const folders = (await readdir(modules, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const sizes = await Promise.all(
    folders.map(async ({ name }) => ({ name, size: await sizeOf(join(modules, name)) })),
  );
  console.log(`${megabytes(await sizeOf(modules))}  installed from the package; the limit is 120 MB`);
  for (const { name, size } of sizes.sort((one, other) => other.size - one.size).slice(0, 10))
    console.log(`${megabytes(size)}  ${name}`);
} finally {
  await installed.remove();
}
