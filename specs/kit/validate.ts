// Bodies and frames against what the document says about them.
import { type Answer, channel, type Dialect, type Direction, type Message, operation } from './dialect.ts';
import { mostAlike } from './look.ts';
import { type Violation, violationsOf } from './violations.ts';

export type { Violation };

export interface Match {
  message: Message;
  violations: Violation[];
}

export function violationsOfRequest(dialect: Dialect, operationId: string, body: unknown): Violation[] {
  const request = operation(dialect, operationId).request;
  if (request === undefined || (body === undefined && !request.required)) return [];
  return violationsOf(request.schema, body, { whole: 'the body' });
}

/** An undocumented status has no violations: nothing is known about it. */
export function violationsOfAnswer(
  dialect: Dialect,
  operationId: string,
  status: number,
  body: unknown,
): Violation[] {
  const answer = answerWith(operation(dialect, operationId).answers, status);
  if (answer?.schema === undefined) return [];
  return violationsOf(answer.schema, body, { whole: 'the body', shape: answer.shape, values: answer.values });
}

/** The documented answer for a status: its own entry, its class ("4XX"), or the default. */
export function answerWith(answers: readonly Answer[], status: number): Answer | undefined {
  const wanted = [String(status), `${String(status)[0]}XX`, 'default'];
  return wanted.flatMap((one) => answers.find((answer) => answer.status === one) ?? [])[0];
}

/** The documented frame that a value is meant to be; none when it is an extension. */
export function matchFrame(
  dialect: Dialect,
  channelId: string,
  direction: Direction,
  value: unknown,
): Match | undefined {
  const candidates = mostAlike(channel(dialect, channelId)[direction], value);
  const matches = candidates.map((message) => ({ message, violations: violationsOfFrame(message, value) }));
  return matches.sort((a, b) => a.violations.length - b.violations.length)[0];
}

export function violationsOfFrame(message: Message, value: unknown): Violation[] {
  return violationsOf(message.schema, value, {
    whole: 'the frame',
    shape: message.shape,
    values: message.values,
  });
}
