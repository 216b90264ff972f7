// The request for people that a dialect's checks make.
import type { Driver } from './driver.ts';
import { wish } from './lease.ts';
import type { PeopleRequest } from './people.ts';

/** For a whole run: with two trios at least, as some checks want people who have never written to each other. */
export function wishOfRun(driver: Parameters<typeof wishOf>[0], concurrency: number): PeopleRequest {
  return wishOf(driver, Math.max(2, concurrency));
}

export function wishOf(
  driver: Pick<Driver<unknown>, 'dialect' | 'rooms' | 'groups' | 'fresh' | 'crowd'>,
  trios: number,
): PeopleRequest {
  return { dialect: driver.dialect, ...wish(trios, driver) };
}
