/** The thread behind {@link SignatureThread}: a list of tasks in, the list of their outcomes out. */
import { parentPort } from 'node:worker_threads';
import { doTask } from './do-task.ts';
import type { Task } from './task.ts';

parentPort!.on('message', (tasks: readonly Task[]) => { parentPort!.postMessage(tasks.map(doTask)); });
