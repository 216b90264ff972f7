// asyncapi.yaml, by the official parser, as the channels of a dialect.
import {
  type ChannelInterface,
  DiagnosticSeverity,
  type MessageInterface,
  type OperationInterface,
  Parser,
} from '@asyncapi/parser';
import type { Channel, Message } from '../kit/dialect.ts';
import { given } from '../kit/given.ts';
import { record, text, texts } from './json.ts';
import { schemaFrom, withoutParserMarks } from './schema-from.ts';
import { wrong, type YamlFile } from './yaml-file.ts';

const parser = new Parser();

export async function channelsFrom(file: YamlFile): Promise<Channel[]> {
  const { document, diagnostics } = await parser.parse(file.text, { source: file.path });
  const problem = diagnostics.find(({ severity }) => severity <= DiagnosticSeverity.Warning);
  if (problem !== undefined || document === undefined) {
    const line = (problem?.range.start.line ?? 0) + 1;
    const said = problem?.message.replace(/\s+/g, ' ').replace(/\.$/, '') ?? 'it is empty';
    throw wrong(
      file,
      line,
      `the AsyncAPI parser says: ${said} (at ${problem?.path.join('.') ?? 'the top'}).`,
    );
  }
  const operations = document.operations().all();
  return document
    .channels()
    .all()
    .map((channel) => channelFrom(channel, operationsOn(operations, channel)));
}

function operationsOn(all: readonly OperationInterface[], channel: ChannelInterface): OperationInterface[] {
  return all.filter((operation) =>
    operation
      .channels()
      .all()
      .some((one) => one.id() === channel.id()),
  );
}

function channelFrom(channel: ChannelInterface, operations: readonly OperationInterface[]): Channel {
  const raw = record(channel.json());
  const query = record(record(record(record(raw['bindings'])['ws'])['query'])['properties']);
  const travelling = (action: 'send' | 'receive'): Message[] =>
    unique(operations.filter((one) => one.action() === action).flatMap((one) => messagesOf(one, channel)));
  return {
    id: channel.id(),
    ...given('summary', text(raw['summary']) ?? text(raw['description'])),
    address: channel.address() ?? '',
    parameters: Object.keys(record(raw['parameters'])),
    query: Object.keys(query),
    requirements: texts(raw['x-requirements']),
    fromClient: travelling('receive'),
    fromServer: travelling('send'),
  };
}

// AsyncAPI: an operation that lists no messages stands for all messages of its channel.
function messagesOf(operation: OperationInterface, channel: ChannelInterface): Message[] {
  const raw = record(operation.json());
  const messages = 'messages' in raw ? operation.messages() : channel.messages();
  return messages.all().map((message) => messageFrom(message, raw));
}

function messageFrom(message: MessageInterface, operation: Record<string, unknown>): Message {
  const raw = record(message.json());
  const examples = Array.isArray(raw['examples']) ? raw['examples'] : [];
  return {
    id: message.id(),
    ...given('summary', text(operation['summary']) ?? text(raw['title'])),
    schema: schemaFrom(raw['payload']),
    examples: examples.map((one) => withoutParserMarks(record(one)['payload'])),
    requirements: [...new Set([...texts(raw['x-requirements']), ...texts(operation['x-requirements'])])],
    ...given('shape', text(raw['x-shape'])),
    ...given('values', text(raw['x-values'])),
  };
}

function unique(messages: readonly Message[]): Message[] {
  const byId = new Map<string, Message>();
  for (const message of messages) {
    const known = byId.get(message.id);
    const requirements = [...new Set([...(known?.requirements ?? []), ...message.requirements])];
    byId.set(message.id, { ...(known ?? message), requirements });
  }
  return [...byId.values()];
}
