import { dockerCall } from '../../shell/docker-call.ts';
import { type Blame, type Failure, somethingIsMissing } from './failure.ts';

const programs = [
  'systemctl',
  'journalctl',
  'timedatectl',
  'hostnamectl',
  'loginctl',
  'reboot',
  'shutdown',
  'halt',
  'poweroff',
];

/** What a reader's computer has and a machine has not: systemd. Nothing is known then about the page. */
export function systemdBlame({ output, commands }: Failure): Blame | null {
  // A container has no systemd on the reader's computer either.
  if (commands.some((words) => dockerCall(words) !== null)) return null;
  if (/^System has not been booted with systemd/m.test(output)) return noSystemd('systemctl');
  const missing = /^(?:bash|-bash|sh|sudo): (?:line \d+: |\d+: )?([a-z]+): (?:command )?not found/m.exec(
    output,
  )?.[1];
  return missing !== undefined && programs.includes(missing) ? noSystemd(missing) : null;
}

function noSystemd(program: string): Blame {
  return somethingIsMissing(
    'machine',
    `machines have no systemd, to which “${program}” belongs`,
    'the engine of a machine runs already; “sudo service docker restart” works there too',
  );
}
