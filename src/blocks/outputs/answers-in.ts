/** The questions in shown output that a reader answered there, with the answers. */
export function answersIn(output: string): { question: string; answer: string }[] {
  const asked = /^(.*(?:\[[yY]\/[nN]\]|\([yY]\/[nN]\)|\(yes\/no\))[?:]?) *(\S+)$/gm;
  return [...output.matchAll(asked)].map((match) => ({ question: match[1]!.trim(), answer: match[2]! }));
}
