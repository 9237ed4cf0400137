import { expect, test } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';
import { fillReport } from '../../../src/commands/verify/fill-report.ts';
import { untypedReport } from '../../../src/model/untyped-report.ts';
import { commandsOf, readerPaths } from '../../../src/run/paths.ts';
import { replay } from '../../helpers/replay-fake.ts';

const dockerfile = (tab: string) =>
  `{{< tab "${tab}" >}}\n\nCreate a file named \`Dockerfile\`:\n\n\`\`\`dockerfile\nFROM ${tab}\n\`\`\`\n\n{{< /tab >}}\n`;
const source = `${dockerfile('node')}${dockerfile('nosuch')}\nBuild it:\n\n\`\`\`bash\ndocker build -t app .\n\`\`\`\n`;

test('of the files of two tabs, the one that can’t be used fails and the other passes', () => {
  const plan = makePlan({ path: 'post.md', source });
  const cause = { whose: 'page' as const, message: 'no such image', hint: null, line: null };
  const paths = readerPaths(plan).map(({ number, blocks }) => ({
    commands: new Map(
      commandsOf(blocks).map((command) => {
        const verdict = number === 0 ? ('passed' as const) : ('failed' as const);
        return [command.id, { ...untypedReport(command), verdict, cause: number === 0 ? null : cause }];
      }),
    ),
    files: new Map(
      blocks.flatMap((block) =>
        block.kind === 'file' ? [[block.id, { verdict: 'passed' as const, cause: null }] as const] : [],
      ),
    ),
    images: new Map(),
  }));
  const run = { paths, images: [], machineReadyMs: 0, durationMs: 0 };
  const leftBehind = { containers: [], networks: [], volumes: [], images: [], services: [], stacks: [] };
  const report = fillReport(plan, { ...run, leftBehind } as unknown as Parameters<typeof fillReport>[1]);
  expect(report.blocks.map((block) => block.verdict)).toEqual(['passed', 'failed', 'failed']);
  expect(report.blocks[2]!.commands[0]!.cause?.message).toContain('after the alternative');
});

test('what is for readers in a certain case fails for nobody, and passes where it works', () => {
  const fence = (command: string) => `\`\`\`bash\n${command}\n\`\`\`\n`;
  const page = `Start:\n\n${fence('docker run -d --name web nginx')}\nIf you see an error, start it:\n\n${fence('docker start web')}\nLook:\n\n${fence('docker ps')}`;
  const plan = makePlan({ path: 'post.md', source: page });
  const cause = { whose: 'page' as const, message: 'is running already', hint: null, line: null };
  const verdictOf = (start: 'passed' | 'failed') => {
    const paths = readerPaths(plan).map(({ blocks }) => ({
      commands: new Map(
        commandsOf(blocks).map((command) => {
          const isStart = command.source === 'docker start web';
          const verdict = isStart ? start : ('passed' as const);
          return [
            command.id,
            { ...untypedReport(command), verdict, cause: verdict === 'failed' ? cause : null },
          ];
        }),
      ),
      files: new Map(),
      images: new Map(),
    }));
    const run = { paths, images: [], machineReadyMs: 0, durationMs: 0, leftBehind: {} };
    return fillReport(plan, run as unknown as Parameters<typeof fillReport>[1]);
  };
  expect(verdictOf('passed').blocks.map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'passed']);
  const failed = verdictOf('failed');
  expect(failed.blocks.map(({ verdict }) => verdict)).toEqual(['passed', 'skipped', 'passed']);
  expect(failed.blocks[1]?.commands[0]?.cause?.message).toMatch(/in that case only.*did not work/);
});

test('what follows from a failure in the same case is skipped with it', async () => {
  const fence = (commands: string) => `\`\`\`bash\n${commands}\n\`\`\`\n`;
  const clean = 'docker stop nosuch\ndocker rm nosuch';
  const source = `Start:\n\n${fence('docker run -d --name web nginx')}\nIf you see an error, clean up first:\n\n${fence(clean)}\nLook:\n\n${fence('docker ps')}`;
  const report = await replay(makePlan({ path: 'post.md', source }));
  expect(report.blocks.map(({ verdict }) => verdict)).toEqual(['passed', 'skipped', 'passed']);
  expect(report.verdict).toBe('skipped');
  const causes = report.blocks[1]!.commands.map(({ cause }) => cause?.message);
  expect(causes[0]).toMatch(/and the command did not work/);
  expect(causes[1]).toMatch(/and another command of the same case did not work/);
});
