// What the same commands cost without Seaworthy: a plain Bash script on a TTY of the same kind of machine, no checks.
import { home } from './library.mjs';

const deadlineMs = 600_000;
// A reader has to look for a moment too before pressing Ctrl-C.
const lookSeconds = 3;

/** The commands of one way through a post as Bash, one line each, with the values that the replay in `report` has bound. */
export function plainScript(path, report, commandsOf) {
  const reports = new Map(
    report.posts[0].blocks.flatMap((block) => block.commands).map((one) => [one.id, one]),
  );
  const lines = [];
  let inside = null;
  for (const command of commandsOf(path.blocks)) {
    const known = reports.get(command.id);
    if (known === undefined || known.ran === null) continue;
    if (inside !== null && command.trait.kind !== 'leaves' && (command.depth ?? 0) > 0) {
      inside.push(known.ran);
      continue;
    }
    if (inside !== null) {
      lines.push(`${inside[0]} -c ${quote(inside.slice(1).join('\n'))}`);
      inside = null;
      if (command.trait.kind === 'leaves') continue;
    }
    if (command.trait.kind === 'opens') {
      inside = [known.ran];
      continue;
    }
    lines.push(...known.prepared, plainLine(command, known), ...known.prepared.flatMap(undo));
  }
  return `${lines.join('\n')}\n`;
}

// Else the name of what was prepared would be taken the next time.
function undo(prepared) {
  const name = /--name (\S+)/.exec(prepared)?.[1];
  return name === undefined ? [] : [`docker rm -f ${name} >/dev/null 2>&1`];
}

function plainLine({ trait }, { ran, bindings }) {
  // On another machine the engine gives other ids and names.
  const newest = '$(docker ps -aq | head -n 1)';
  const line = Object.values(bindings)
    .filter((value) => /^[0-9a-f]{12}$|^[a-z]+_[a-z]+$/.test(value))
    .reduce((text, value) => text.replaceAll(value, newest), ran);
  return trait.kind === 'foreground' ? `timeout --foreground -s INT ${lookSeconds} ${line}` : line;
}

/** Runs scripts, each on a machine of its own, all at once; milliseconds from the engine's address to the last removal. */
export async function timeRaw(scripts, { connectMachines }) {
  const { signal } = new AbortController();
  const startedAt = performance.now();
  const source = await connectMachines({ env: process.env, home, signal });
  let starting = Promise.resolve();
  let peakBytes = 0;
  try {
    await Promise.all(
      scripts.map(async (script) => {
        starting = starting.then(() => source.open({ name: 'bench', signal }));
        const machine = await starting;
        await type(script, machine);
        peakBytes = Math.max(peakBytes, await peakOf(machine));
        await machine[Symbol.asyncDispose]();
      }),
    );
  } finally {
    await source[Symbol.asyncDispose]();
  }
  return { ms: performance.now() - startedAt, peakBytes };
}

async function type(script, machine) {
  await machine.run('cat > /tmp/plain.sh', { input: script });
  const terminal = await machine.openTerminal({ columns: 120, rows: 40 });
  try {
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the plain script did not end')), deadlineMs);
      let text = '';
      terminal.onData((piece) => {
        text = (text + piece).slice(-200);
        if (!text.includes('plain-end')) return;
        clearTimeout(timer);
        resolve();
      });
      terminal.write("bash /tmp/plain.sh; printf 'plain-%s\\n' end\r");
    });
  } finally {
    await terminal[Symbol.asyncDispose]();
  }
}

/** The most memory that a machine has had, with its file cache. */
async function peakOf(machine) {
  const files = '/sys/fs/cgroup/memory.peak /sys/fs/cgroup/memory/memory.max_usage_in_bytes';
  const { stdout } = await machine.run(`cat ${files} 2>/dev/null | head -n 1`);
  return Number(stdout);
}

function quote(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
