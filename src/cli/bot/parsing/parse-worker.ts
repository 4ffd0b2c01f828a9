/** The thread that parses a part of a large bot's files. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SourceFile } from '../../../files/source-file.ts';
import { parseYaml } from '../../../files/yaml/parse-yaml.ts';

const files: readonly SourceFile[] = workerData;
parentPort?.postMessage(files.map(parseYaml));
