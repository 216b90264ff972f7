import { expect, it, vi } from 'vitest';
import { containerRuntime } from './testcontainers.ts';

vi.mock('testcontainers', () => ({
  getContainerRuntimeClient: async () => {
    throw new Error('Could not find a working container runtime strategy');
  },
}));

it('says in one sentence that Docker does not answer', async () => {
  await expect(containerRuntime()).rejects.toThrow(
    'A container in `lifecycle` needs Docker, which does not answer (Could not find a working container runtime strategy): start it, or use lifecycle.start with a command.',
  );
});
