const verbs =
  'add|adjust|append|change|comment|copy|correct|create|edit|extend|fill|fix|insert|make|modify|move|paste|put|remove|replace|save|set|store|type|update|write';
const asks = new RegExp(
  String.raw`\b(?:${verbs})\b|\b(?:creat|writ|add|edit|chang|updat|modify|sav|past|replac)ing\b|\buse (?:this|the following)\b`,
  'i',
);
// "`npm init` will create it", and the nouns: what is not said to the reader.
const ofAnother = new RegExp(
  String.raw`\b(?:it|this|that|which|command|script|tool|wizard|init|compose|docker)\s+(?:will|should|would|can|does|must)\s+(?:also |now |then |automatically )?(?:${verbs})\b|\b(?:the|this|that|these|a|an|your|our|any|each|every|last) (?:add|change|copy|edit|fix|insert|make|set|store|type|update)\b`,
  'gi',
);

/** Whether a sentence asks the reader to make a file or to change one, rather than to say what something else does. */
export function asksReader(text: string): boolean {
  return asks.test(text.replace(ofAnother, ' '));
}
