// Vitest ends the process on Ctrl-C. Ours has a report to write first, so Vitest's listeners are taken off again.
const signals = ['SIGINT', 'SIGTERM'] as const;

/** Runs `make` and removes the signal listeners that it has added. */
export async function withoutSignalListeners<T>(make: () => Promise<T>): Promise<T> {
  const before = signals.map((signal) => new Set(process.listeners(signal)));
  const made = await make();
  for (const [at, signal] of signals.entries()) {
    for (const listener of process.listeners(signal))
      if (!before[at]?.has(listener)) process.off(signal, listener);
  }
  return made;
}
