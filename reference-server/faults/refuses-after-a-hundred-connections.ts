import type { Fault } from '../fault-kit/faults.ts';

const most = 100;

const fault: Fault = {
  name: 'refuses-after-a-hundred-connections',
  dialects: 'all',
  kind: 'limits',
  says: 'Connections are counted and never discounted, and after a hundred of them nobody gets in any more.',
  breaks: ['*.robustness.vanishing'],
  sometimes: 'only after many connections',
  upgrade(handshake, { memory }) {
    const connections = Number(memory.get('connections') ?? 0) + 1;
    memory.set('connections', connections);
    return connections > most ? { ...handshake, status: 503 } : undefined;
  },
};
export default fault;
