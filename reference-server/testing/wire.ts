// Every fault changes what can be seen on the wire in one of the scenes of its dialect.
import { expect, it, vi } from 'vitest';
import { faultsOf } from '../fault-kit/fault-files.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { play, type Scene } from './stage.ts';

/**
 * What no scene can show: it needs a socket that reads nothing for some time, or two who do something in the same few
 * milliseconds. at-once.wire.test.ts shows it.
 */
export const elsewhere: ReadonlySet<string> = new Set([
  'waits-for-a-full-socket',
  'waits-for-every-reader',
  'counts-one-of-two-at-once',
  'fetch-repeats-while-somebody-writes',
  'fetch-skips-while-something-is-acknowledged',
  'one-of-two-acknowledgements-at-once-is-lost',
  'one-of-two-deletions-at-once-is-not-stored',
  'one-of-two-edits-at-once-is-not-stored',
  'read-at-once-is-not-stored',
]);

/** Declares a test for every scene and for every fault. */
export async function seeEveryFault(dialect: string, scenes: readonly Scene[]): Promise<void> {
  const clean = new Map<Scene, string[]>();
  for (const scene of scenes) clean.set(scene, await play(dialect, scene));

  it.each(scenes.map((scene) => [scene.shows, scene] as const))(
    'looks the same twice: %s',
    async (_, scene) => {
      expect(await play(dialect, scene)).toEqual(clean.get(scene));
    },
  );

  const faults = (await faultsOf(dialect)).filter(({ name }) => !elsewhere.has(name));
  it.each(faults.map((fault) => [fault.name, fault] as const))(
    'looks different with %s',
    async (_, fault) => {
      expect(await firstSeen(fault)).toBeDefined();
    },
  );

  async function firstSeen(fault: Fault): Promise<string | undefined> {
    const areas = new Set(fault.breaks.map((id) => id.split('.')[1] ?? ''));
    const fits = (scene: Scene) => Number(scene.areas.some((area) => areas.has(area)));
    for (const scene of scenes.toSorted((one, other) => fits(other) - fits(one))) {
      const seen = await play(dialect, scene, async () =>
        scene.restarted === undefined ? fault : afresh(fault.name),
      );
      if (JSON.stringify(seen) !== JSON.stringify(clean.get(scene))) return scene.shows;
    }
    return undefined;
  }
}

/** As a new process would load it: some faults remember what was before a restart. */
async function afresh(name: string): Promise<Fault> {
  vi.resetModules();
  const { loadFault } = await import('../fault-kit/fault-files.ts');
  return loadFault(name);
}
