const marker =
  /^(?:(?:expected|example|sample)\s+)?(?:(?:output|prints?|returns?|result)\s*(?::|=>|->|→|⇒|>>)|=>|->|→|⇒|>>)\s*/i;
// How people begin to explain, in small letters; what a program prints seldom does.
const explains =
  /^(?:the|an?|your|its|their|all|every|each|some|this|that|these|it|you|we|no|now|only|just|same|should|will|is|are|in|on|for|to|same|nothing)\s|^(?:runs?|starts?|stops?|shows?|lists?|prints?|creates?|removes?|returns?|opens?|builds?|gives?|makes?|deletes?|pulls?|pushes|maps?|mounts?|copies|displays?|works?|fails?|waits?|means|uses|keeps?|exits|ends)\s/;
const namesWhat =
  /^[a-z]+(?: [a-z]+)* (?:ids?|names?|containers?|images?|volumes?|networks?|addresse?s?|ports?|outputs?|versions?|logs?)\.?$/;

// What Docker says when it refuses, without any mark.
const ofDocker = /^(?:Error response from daemon|docker: Error|Error: No such )/;

/** Whether a comment shows what the command above it prints: `Output: …`, `=> …`; not what explains it in a sentence. */
export function isOutputComment(text: string): boolean {
  if (ofDocker.test(text)) return true;
  const value = outputOf(text);
  return value !== null && !readsAsExplanation(value);
}

/** What stands behind the mark of such a comment; empty where it follows on the next lines, null where no mark stands. */
export function outputOf(text: string): string | null {
  const mark = marker.exec(text)?.[0];
  return mark === undefined ? null : text.slice(mark.length);
}

// A number, a quotation or a path is no explanation but a value.
function readsAsExplanation(value: string): boolean {
  return (explains.test(value) && !/[\d/"=]/.test(value)) || namesWhat.test(value);
}
