import { expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { fillReport } from '../../src/commands/fill-report.ts';
import { untypedReport } from '../../src/run/command-report.ts';
import { commandsOf, readerPaths } from '../../src/run/paths.ts';

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
