import type { Plan } from '../model/plan.ts';
import { callName, dockerCall, withoutWrappers } from '../shell/docker-call.ts';
import type { ShellWord } from '../shell/parse-shell.ts';
import { wordsOf } from '../shell/words-of.ts';

// Programs that ask nobody outside, whatever their arguments are.
const local = new Set(
  `. : [ [[ alias awk base64 basename bash break cal cat cd chgrp chmod chown clear cmp column comm continue cp cut date declare df
  diff dirname du echo env exit export expr false file find fold free getent grep groups gunzip gzip head help hostname
  htop httpd id ifconfig ip jobs kill killall less ln local ls lsblk lscpu lsof man mariadb mariadb-admin md5sum memcached
  mkdir mktemp mount more mv mysql mysqladmin nano netstat nginx nl nproc pg_isready pgrep pkill postgres printenv printf
  ps psql pwd read readlink realpath redis-benchmark redis-cli redis-server return rev rm rmdir sed seq service set sh
  sha256sum shift shuf sleep sort source ss stat stty su tac tail tar tee test time timeout top touch tr trap tree true
  type ulimit umask umount uname uniq unset unzip uptime useradd vi vim wait watch wc which who whoami xargs yes zip`.split(
    /\s+/,
  ),
);
// A word that begins with one of them is an address of this machine.
const ownAddress = /^(?:https?:\/\/)?(?:localhost|127\.|0\.0\.0\.0|\[?::1)/;
const address = /\b(?:https?|git|ssh|ftp):\/\/(?!localhost\b|127\.|0\.0\.0\.0|\[?::1)/;
// What an image holds is in the registry, whose digests are looked at; a Dockerfile's own steps are read as a file.
const dockerElsewhere = /^(?:system (?:login|search)|image push|compose push|plugin install|scout .*)$/;

/**
 * Whether a page may fetch something that neither the page nor the image registry decides: packages, repositories,
 * addresses. Says yes in doubt: of a program that nobody knows, too.
 */
export function fetchesElsewhere(plan: Plan): boolean {
  return plan.blocks.some((block) => {
    if ('file' in block) return fileFetches(block.file.content);
    return (
      'commands' in block &&
      block.kind !== 'usage' &&
      block.commands.some(({ source }) => shellFetches(source))
    );
  });
}

function fileFetches(content: string): boolean {
  const steps = [...content.replace(/\\\n/g, ' ').matchAll(/^\s*RUN\s+(?:--\S+\s+)*(.+)$/gim)];
  return address.test(content) || steps.some(([, step]) => shellFetches(step!));
}

function shellFetches(source: string): boolean {
  return address.test(source) || wordsOf(source).some(fetches);
}

function fetches(words: readonly ShellWord[]): boolean {
  const call = dockerCall(words);
  if (call === null) return programFetches(withoutWrappers(words).map(({ text }) => text));
  if (dockerElsewhere.test(callName(call))) return true;
  const runsInside = ['run', 'exec'].includes(call.verb) && ['container', 'compose'].includes(call.object);
  return runsInside && call.args.length > 1 && programFetches(call.args.slice(1).map(({ text }) => text));
}

function programFetches([program = '', ...rest]: string[]): boolean {
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (name === '' || /^\w+=/.test(program)) return false;
  if (/^(?:curl|wget|nc|ping)$/.test(name)) return !rest.some((word) => ownAddress.test(word));
  const script = /^(?:ba|da|z)?sh$/.test(name)
    ? rest[rest.findIndex((word) => /^-\w*c$/.test(word)) + 1]
    : undefined;
  return script !== undefined && rest.some((word) => /^-\w*c$/.test(word))
    ? shellFetches(script)
    : !local.has(name);
}
