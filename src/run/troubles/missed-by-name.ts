import { callName, type DockerCall, dockerCall, flagValues } from '../../shell/docker-call.ts';
import { parseShell } from '../../shell/parse-shell.ts';

// What they do is done to objects with names, and not to the reader's own files.
const onObjects =
  /^(?:container (?:run|create|start|stop|restart|kill|rm|rename|pause|unpause|wait|logs|inspect|port|top|update|exec)|image (?:pull|build|tag|push|rm|inspect|history)|buildx build|network (?:create|connect|disconnect|inspect|rm)|volume (?:create|inspect|rm))$/;

/**
 * Whether all that is missing when a command is not done has a name by which what needs it can be told: a container, an
 * image, a network, a volume. What it may have written, or what it hands on to another command, has none.
 */
export function isMissedByName(source: string): boolean {
  const { statements, error } = parseShell(source);
  const commands = statements.flatMap((statement) => statement.commands);
  if (error !== null || commands.length !== 1 || /[>|&;`]|\$\(/.test(withoutQuotes(source))) return false;
  const call = dockerCall(commands[0]!.words);
  return call !== null && onObjects.test(callName(call)) && !sharesFolder(call);
}

function sharesFolder(call: DockerCall): boolean {
  const volumes = flagValues(call, '-v', '--volume');
  const mounts = flagValues(call, '--mount');
  const writes = flagValues(call, '-o', '--output', '--iidfile', '--cidfile');
  return (
    volumes.some((volume) => /^[./~$"'`%]/.test(volume)) ||
    mounts.some((mount) => !/\btype=(?:volume|tmpfs)\b/.test(mount)) ||
    writes.length > 0
  );
}

function withoutQuotes(source: string): string {
  return source.replace(/'[^']*'|"(?:[^"\\]|\\.)*"/g, '');
}
