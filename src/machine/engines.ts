import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** An engine that machines can have, with its image. */
export interface MachineEngine {
  /** As `--engine` and the image's tag name it: `28.5`, or `docker-ce`. */
  name: string;
  /** Of Debian: `forky`. */
  suite: string;
  packages: 'debian' | 'docker';
}

/** The engines of `src/machine/image/engines.txt` (`home`: Seaworthy's own folder), which scripts/machine/engines.sh reads too. */
export async function readEngines(home: string): Promise<[MachineEngine, ...MachineEngine[]]> {
  const file = path.join(home, 'src/machine/image/engines.txt');
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => /^[^#]/.test(line));
  const engines = lines.map(engineOf);
  const [first, ...others] = engines;
  if (first === undefined) throw new Error(`${file} names no engine`);
  return [first, ...others];
}

/** The engine with this name, the default one for null; else what is wrong with the name. */
export async function findMachineEngine(home: string, name: string | null): Promise<MachineEngine | string> {
  const engines = await readEngines(home);
  if (name === null) return engines[0];
  const names = engines.map((engine) => engine.name).join(', ');
  return engines.find((engine) => engine.name === name) ?? `--engine ${name}: must be one of ${names}`;
}

function engineOf(line: string): MachineEngine {
  const [name = '', suite = '', packages] = line.split(/ +/);
  if (packages !== 'debian' && packages !== 'docker')
    throw new Error(`engines.txt: "${line}" is no engine, its suite and whose packages`);
  return { name, suite, packages };
}
