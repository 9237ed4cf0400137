/** Whether a comment shows what the command above it prints: `Output: …`, `=> …`. */
export function isOutputComment(text: string): boolean {
  return /^(?:=>|->|→|⇒|>>|(?:(?:expected|example|sample)\s+)?(?:output|prints?|returns?|result)\s*(?::|=>))/i.test(
    text,
  );
}
