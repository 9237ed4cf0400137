import { parentPort, workerData } from 'node:worker_threads';
import { makeShare, type Share } from './parallel-pages.ts';

// A thread of its own that makes a share of a site's pages: see `makeInParallel`.
void makeShare(workerData as Share).then((records) => parentPort?.postMessage(records));
