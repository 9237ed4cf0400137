import { promptOf, rootPromptOf } from '../../shell/prompts.ts';
import type { Rule } from '../block-context.ts';

/** Prompts that a page shows without a command behind them say where the reader is, and nothing is typed. */
export const barePromptRule: Rule = ({ block, language }) => {
  const lines = block.text.split('\n').filter((line) => line.trim() !== '');
  const isPrompt = (line: string): boolean => (promptOf(line) ?? rootPromptOf(line))?.text === line.trimEnd();
  if (language === 'code' || lines.length === 0 || !lines.every(isPrompt)) return null;
  return { kind: 'text', because: 'It shows a prompt with nothing typed behind it.' };
};
