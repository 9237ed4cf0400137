const timeWords =
  /^(?:sec(?:ond)?s?|min(?:ute)?s?|hrs?|hours?|days?|weeks?|months?|years?|ago|about|less|than|few|some|yesterday|today|just|now|utc|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|missing)$/i;

/** Whether a text holds no words but those of a time or a duration: what says something else was misspelt. */
export function tellsTime(text: string): boolean {
  const plain = text.replace(/[+-]\d{2}:?\d{2} [A-Z]{2,5}\b/, '');
  return (plain.match(/[A-Za-z]{3,}/g) ?? []).every((word) => timeWords.test(word));
}
