import type { Plan } from '../model/plan.ts';

const fetching =
  /\b(?:apt|apt-get|apk|dnf|yum|pip3?|npm|npx|yarn|go get|git (?:clone|pull|fetch)|docker login)\b/;
const address = /\b(?:https?|git|ssh|ftp):\/\/(?!localhost\b|127\.|0\.0\.0\.0|\[?::1)/;

/**
 * Whether a page may fetch something that neither the page nor the image registry decides: packages, repositories,
 * addresses. Says yes in doubt.
 */
export function fetchesElsewhere(plan: Plan): boolean {
  const texts = plan.blocks.flatMap((block) => [
    ...('commands' in block ? block.commands.map(({ source }) => source) : []),
    ...('file' in block ? [block.file.content] : []),
  ]);
  return texts.some((text) => fetching.test(text) || address.test(text));
}
