import type { CommandReport } from '../model/report.ts';
import type { Drive, Driven } from './drive/drive.ts';
import { checkOutput } from './expect/check-expectations.ts';
import { readScreen } from './terminal/screen.ts';

/** Puts what the screen shows into the report, with what is expected of it. */
export async function takeOutput(
  { command, circumstances }: Drive,
  report: CommandReport,
  driven: Driven,
): Promise<void> {
  const screen = await readScreen(driven.raw);
  report.output = screen.text;
  report.styled = screen.styled;
  report.opened = driven.kind === 'opened' ? driven.prompt : null;
  report.notes = [...driven.notes];
  const checked = checkOutput(command.expectations, report.output, circumstances);
  report.notes.push(...checked.notes);
  report.expectations = checked.reports;
}
