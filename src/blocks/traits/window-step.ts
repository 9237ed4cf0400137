import type { WindowStep } from '../../model/plan.ts';
import type { Sentence } from '../reading/sentences.ts';

const windows =
  /\b(?:docker desktop|(?:docker |desktop )?dashboard|portainer|gui|graphical (?:user )?interface)\b/i;
const removing = /\b(?:delet|remov|stop)(?:e|s|es|ing|ping)?\b/i;
// What is running is only looked at.
const making = /\b(?:creat|start|restart|run|pull|build)(?:e|s|es|ing)?\b/i;
const object = /\b(?:containers?|images?|volumes?|networks?|stacks?|services?)\b/i;
const itself =
  /\b(?:start|restart|run|stop|open|launch|install|remov|delet)(?:e|ing|ning|ping)? (?:the )?docker desktop(?! dashboard)\b/i;
// Addressed to the reader, at the beginning: what a program lets one do, or what one may do as well, asks for nothing.
const asks =
  /^\W*(?:\d+\W+)?(?:(?:in|on|from|inside|under|with|using|after|once|when)\b[^,]{1,80}, |(?:then|now|next|first|finally|please),? )*(?:delet|remov|stop|creat|start|restart|run|pull|build|us|open|go|select|click|press|choos|hit|find|hover|switch)e?\b/i;
const seen =
  /\b(?:you(?:['’]ll| will| should| can)(?: now)? (?:see|find|notice|view)|shows?|displays?|verify|check)\b/i;
const button = /^(?:delete|remove|stop|start|restart|run|pull|create)\b/i;

/** What a sentence asks the reader to do to Docker's objects with the mouse; null when it asks for nothing of the kind. */
export function windowStep({ text, spans, place }: Sentence): WindowStep | null {
  if (!asks.test(text) || !object.test(text)) return null;
  const pressed = /\b(?:select|click|press|choose|hit)(?:s|ing)?\b/i.test(text)
    ? spans.find((span) => span.kind === 'strong' && button.test(span.text))
    : undefined;
  const says = windows.test(text) && !itself.test(text) && !seen.test(text);
  const what = pressed?.text ?? (says ? text : '');
  const removes = removing.test(what);
  if (!removes && !making.test(what)) return null;
  return { line: place.line, sentence: text, removes };
}
