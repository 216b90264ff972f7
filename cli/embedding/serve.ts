// The simulator for programs: a server that obeys the document, or breaks it on request, for a client's own tests.

import type { Provision, Provisioned } from '../../reference-server/control/provisioned.ts';
import { faultChoice } from '../../reference-server/fault-kit/fault-files.ts';
import { listen } from '../serving/listen.ts';

export interface SimulatorOptions {
  /** 0, which is the default, for any. */
  port?: number;
  host?: string;
  /** SQLite file; in memory without it. */
  data?: string;
  /** Names of faults, each with a rate when it hits only sometimes: "drop-message:0.1". */
  faults?: readonly string[];
  /** Milliseconds by which everything is sent later. */
  latency?: number;
  seed?: number;
  /** Hears of errors of the simulator itself; without it, close() throws them. */
  onError?: (error: unknown) => void;
}

export interface Simulator {
  dialect: string;
  /** Base of every HTTP address. */
  http: string;
  /** Base of every WebSocket address. */
  ws: string;
  /** Makes people, each with a token, and the rooms and groups that are asked for. */
  provision(request?: Partial<Provision>): Promise<Provisioned>;
  /** Misbehaves from now on, in the way that a fault names. */
  breaks(fault: string): Promise<void>;
  /** Behaves again. */
  behaves(): void;
  close(): Promise<void>;
}

export async function serve(dialect: string, options: SimulatorOptions = {}): Promise<Simulator> {
  const { faults = [], ...rest } = options;
  const server = await listen(dialect, { ...rest, faults: faults.map(faultChoice) });
  return {
    dialect: server.dialect,
    http: server.http,
    ws: server.ws,
    provision: (request = {}) => server.provision(request),
    async breaks(fault) {
      const { name, rate } = faultChoice(fault);
      await server.faults.on(name, rate);
    },
    behaves: () => server.faults.off(),
    close: () => server.close(),
  };
}
