import type { Answer } from '../../dialect-server.ts';

export const INVALID_RECIPIENT = 'Invalid receipient';

export function success(status: number, entity: object, message: string | null): Answer {
  return { status, body: { status: 'success', entity, message, success: true } };
}

export function failure(status: number, message: string): Answer {
  return { status, body: { status: 'failure', entity: null, message, success: false } };
}
