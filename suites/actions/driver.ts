// How the actions dialect says what the checks need: a socket for each room, and two endpoints.
import { checksOf } from '../kit/check.ts';
import type { Driver } from '../kit/driver.ts';
import { type Cast, castOf } from './cast.ts';
import { verbs } from './verbs.ts';

export const driver: Driver<Cast> = {
  dialect: 'actions',
  needs: ['id', 'token'],
  rooms: true,
  groups: false,
  fresh: 11,
  crowd: 22,
  auth: {
    http: { in: 'header', name: 'Authorization', value: 'Bearer {token}' },
    ws: { in: 'subprotocol', values: ['Bearer', '{token}'] },
  },
  optional: ['presigned-upload'],
  verbs,
  cast: castOf,
};

export const check = checksOf(driver);
