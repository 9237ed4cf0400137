import { callName, dockerCall } from '../../../../shell/docker-call.ts';
import { wordsOf } from '../../../../shell/words-of.ts';

/** Which kinds of progress a command may print; in anything else, a line that looks like progress is content. */
export interface Drawers {
  pull: boolean;
  build: boolean;
  compose: boolean;
}

const none: Drawers = { pull: false, build: false, compose: false };
const pulling =
  /^(?:container (?:run|create)|image (?:pull|push|load)|service (?:create|update)|stack deploy)$/;
const building =
  /^(?:image build|builder build|buildx (?:build|bake)|compose (?:build|up|run|create|watch))$/;
// Other verbs of Compose print of what is there, not of what they do.
const composing =
  /^(?:compose (?:up|down|run|create|start|stop|restart|kill|rm|pull|push|build|pause|unpause|watch|scale)|stack (?:deploy|rm))$/;

/** Tells from a command line what it may draw. A script may call Docker: its output shows whether it did. */
export function drawersOf(ran: string, output: readonly string[]): Drawers {
  const commands = wordsOf(ran);
  const calls = commands.map(dockerCall);
  const names = calls.flatMap((call) => (call === null ? [] : [callName(call)]));
  const isScript = names.length === 0 && commands.length > 0;
  if (isScript && output.some((line) => unmistakable.test(line.slice(0, 400))))
    return { pull: true, build: true, compose: true };
  if (names.length === 0) return none;
  const compose = names.some((name) => composing.test(name));
  const build = names.some((name) => building.test(name));
  return { pull: compose || build || names.some((name) => pulling.test(name)), build, compose };
}

const unmistakable =
  /^\s*(?:\[\+\] (?:Building|Running) [\d.]+|Step \d+\/\d+ : [A-Z]+ |Status: Downloaded newer image for |Unable to find image '|[✔✓⠿] (?:Container|Network|Volume) )/;
