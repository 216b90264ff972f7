import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdle } from './idle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('drops who answers no ping within an interval, and nobody else', async () => {
  const [lively, silent, late] = [socket(), socket(), socket()];
  lively.ping.mockImplementation(() => lively.emit('pong'));
  const stop = watchIdle([lively, silent, late], 30_000);
  await vi.advanceTimersByTimeAsync(59_000);
  late.emit('pong');
  expect([lively, silent, late].map(({ terminate }) => terminate.mock.calls.length)).toEqual([0, 0, 0]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect([lively, silent, late].map(({ terminate }) => terminate.mock.calls.length)).toEqual([0, 1, 0]);
  stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(lively.ping).toHaveBeenCalledTimes(2);
});

it('asks nobody any more once it is stopped', async () => {
  const lively = socket();
  const stop = watchIdle([lively], 30_000);
  stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(lively.ping).not.toHaveBeenCalled();
});

function socket() {
  return Object.assign(new EventEmitter(), { ping: vi.fn(), terminate: vi.fn() });
}
