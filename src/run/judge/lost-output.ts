import type { Machine } from '../../machine/machine.ts';
import { callName, dockerCall, hasFlag } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';

/** What a container has printed that no terminal has shown, and where it was found. */
export interface LostOutput {
  text: string;
  foundIn: 'its log' | 'a second run of it';
}

/**
 * What the container of a `docker run` has printed when nothing of it has come to the terminal; null where nothing is lost.
 * On a busy computer Docker now and then loses the output of a program that ends at once. Where even its log lacks it,
 * the container is started once more: one that has no volumes and no network of its own, and changed no file, finds everything as it was.
 */
export async function lostOutput(ran: string, output: string, machine: Machine): Promise<LostOutput | null> {
  if (!showsItsContainer(ran)) return null;
  const logged = await linesOf('docker logs "$id" 2>&1', machine);
  if (logged.some((line) => output.includes(line.trim()))) return null;
  if (logged.length > 0) return { text: logged.join('\n'), foundIn: 'its log' };
  const printed = await linesOf(runAgain, machine);
  return printed.length > 0 ? { text: printed.join('\n'), foundIn: 'a second run of it' } : null;
}

// What it left in its files, in a volume or with another container it would find there the second time.
const runAgain = `seen='{{len .Mounts}} {{.HostConfig.NetworkMode}} {{.State.Status}} {{.State.ExitCode}}'
case $(docker inspect -f "$seen" "$id") in '0 bridge exited 0' | '0 default exited 0') ;; *) exit 1 ;; esac
[ -z "$(docker diff "$id")" ] || exit 1
timeout 5 docker start -a "$id" 2>&1
status=$?
docker kill "$id" >/dev/null 2>&1
exit $status`;

/** What a script prints about the newest container, whose id is in $id; nothing unless it ends with 0. */
async function linesOf(script: string, machine: Machine): Promise<string[]> {
  const { exitStatus, stdout } = await machine.run(`id=$(docker ps -lq)\n${script}`, { timeoutMs: 10_000 });
  return exitStatus === 0 ? stdout.split(/\r?\n/).filter((line) => line.trim() !== '') : [];
}

// Alone, in the foreground, and still there to be asked.
function showsItsContainer(ran: string): boolean {
  const [words, ...more] = wordsOf(ran);
  const call = dockerCall(words ?? []);
  if (call === null || more.length > 0 || /[|>]/.test(ran)) return false;
  return callName(call) === 'container run' && !hasFlag(call, '-d', '--detach', '--rm');
}
