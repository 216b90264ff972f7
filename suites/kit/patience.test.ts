import { afterEach, expect, it, vi } from 'vitest';
import { deadline, patienceOf } from './patience.ts';

afterEach(() => vi.useRealTimers());

it('gives a fast target four seconds, scaled', () => {
  expect(patienceOf(1).ms).toBe(4_000);
  expect(patienceOf(0.5).ms).toBe(2_000);
});

it('gives a slow target twenty of its round trips, and never more than half a minute', () => {
  const patience = patienceOf(1);
  patience.measured('answer', 300);
  expect(patience.ms).toBe(6_000);
  patience.measured('frame', 60_000);
  expect(patience.ms).toBe(30_000);
});

it('calibrates by the first twenty round trips only', () => {
  const patience = patienceOf(1);
  for (let number = 0; number < 20; number += 1) patience.measured('frame', 5);
  patience.measured('frame', 1_000);
  expect(patience.ms).toBe(4_000);
});

it('gives up soon on what a target has never done, and on nothing else', () => {
  const patience = patienceOf(1);
  for (let number = 0; number < 6; number += 1) patience.expired('answer');
  expect(patience.for('answer')).toBe(150);
  expect(patience.for('frame')).toBe(4_000);
  patience.measured('answer', 10);
  expect(patience.for('answer')).toBe(4_000);
});

it('waits less where most waits are in vain', () => {
  const patience = patienceOf(1);
  patience.measured('frame', 10);
  for (let number = 0; number < 10; number += 1) patience.expired('frame');
  expect(patience.ms).toBe(1_000);
});

it('is late after the time has run, once, and not when it is stopped before', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const [late, stopped] = [vi.fn(), vi.fn()];
  deadline(100, late);
  const stop = deadline(100, stopped);
  vi.advanceTimersByTime(90);
  expect(late).not.toHaveBeenCalled();
  stop();
  vi.advanceTimersByTime(500);
  expect(late).toHaveBeenCalledTimes(1);
  expect(stopped).not.toHaveBeenCalled();
});

it('does not count the time in which the machine stood still', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const late = vi.fn();
  const now = vi.spyOn(performance, 'now');
  let time = 0;
  now.mockImplementation(() => time);
  deadline(200, late);
  time = 10_000;
  vi.advanceTimersByTime(20);
  expect(late).not.toHaveBeenCalled();
  for (let number = 0; number < 8; number += 1) {
    time += 20;
    vi.advanceTimersByTime(20);
  }
  expect(late).toHaveBeenCalledTimes(1);
  now.mockRestore();
});
