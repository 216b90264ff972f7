import { expect, it } from 'vitest';
import { channel, dialectNames, loadDialect, message, operation } from './dialect.ts';
import { knitting } from './testing/knitting.ts';

it('loads a dialect once', () => {
  expect(dialectNames()).toContain('receipts');
  expect(loadDialect('receipts')).toBe(loadDialect('receipts'));
});

it.each([
  ['recipts', 'There is no dialect "recipts". Did you mean "receipts"?'],
  ['../receipts', 'There is no dialect "../receipts".'],
])('does not load %s', (name, sentence) => {
  expect(() => loadDialect(name)).toThrow(sentence);
});

it('finds operations, channels and messages by id, and names the nearest one otherwise', () => {
  const basket = channel(knitting, 'basket');
  expect(operation(knitting, 'cast').method).toBe('POST');
  expect(message(basket, 'fromServer', 'rows').id).toBe('rows');
  expect(() => channel(knitting, 'baskte')).toThrow('has no channel "baskte". Did you mean "basket"?');
  expect(() => message(basket, 'fromClient', 'wol')).toThrow(
    'no message fromClient "wol". Did you mean "wool"?',
  );
});
