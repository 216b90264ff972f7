// The request for people that a dialect's checks make.
import type { Driver } from './driver.ts';
import { wish } from './lease.ts';
import type { PeopleRequest } from './people.ts';

export function wishOf(
  driver: Pick<Driver<unknown>, 'dialect' | 'rooms' | 'groups' | 'fresh' | 'crowd'>,
  trios: number,
): PeopleRequest {
  return { dialect: driver.dialect, ...wish(trios, driver) };
}
