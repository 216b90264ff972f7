// A server on a thread of its own, as the embedded one is to the checks.
import { parentPort, workerData } from 'node:worker_threads';
import { serve } from '../../../reference-server/server.ts';

const { dialect, seed }: { dialect: string; seed: number } = workerData;
const { http, ws, control } = await serve(dialect, { control: true, seed, onError: () => undefined });
parentPort?.postMessage({ http, ws, control });
