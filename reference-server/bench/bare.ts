// The bare loop to compare with: parses each frame, makes the same frames from it, and sends them to the same people.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { beChild } from './child.ts';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
let id = 0;
server.on('connection', (socket) => {
  socket.send('[]');
  socket.on('message', (data: Buffer) => {
    const { message: text }: { message: string } = JSON.parse(data.toString());
    id += 1;
    const time = new Date().toISOString();
    const message = {
      text,
      message_id: id,
      sender_id: 1,
      status: 'send',
      created_at: time,
      updated_at: time,
    };
    const said = Buffer.from(JSON.stringify({ type: 'chat_message', message }));
    for (const one of server.clients) one.send(said, { binary: false });
    for (const [type, status] of MARKS) {
      socket.send(Buffer.from(JSON.stringify({ type, message: { ...message, status } })), { binary: false });
    }
  });
});
const MARKS = [
  ['mark_message_as_delivered', 'delivered'],
  ['mark_message_as_read', 'read'],
];
await once(server, 'listening');
// ws gives the address of a TCP server as an object.
const { port } = server.address() as AddressInfo;
beChild({ url: `ws://127.0.0.1:${port}/`, people: [{}] });
