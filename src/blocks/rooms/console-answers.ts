import { looksLikeOutput } from '../outputs/output-look.ts';
import type { ConsoleLanguage } from './console-kind.ts';
import { consoleLanguage } from './console-reads.ts';

// How what is typed into a console begins, beyond doubt.
const statements = {
  sql: /^(?:(?:select|insert|update|delete|create|drop|alter|show|use|describe|desc|grant|with|begin|explain|truncate|call|set)\b[\s\S]*;\s*$|use \w+$|\\[a-z]|\.\w+)/i,
  python:
    /^(?:import|from|for|while|if|def|class|with|try|async|await|print\(|@|[A-Za-z_][\w.]*(?:, ?\w+)* [-+*/]?= |[A-Za-z_][\w.]*\(.*\)$)/,
  brackets:
    /^(?:db\.|rs\.|sh\.|use \w|show \w|(?:const|let|var|function|async|await|import|puts|require|if|for|while)\b|\.\w+$|[A-Za-z_$][\w.$]*\(.*\)|\w+ = )/,
  redis:
    /^(?:ping|set|get|del|keys|incr|incrby|decr|append|hset|hget|hgetall|lpush|rpush|lrange|lpop|rpop|sadd|smembers|zadd|zrange|exists|expire|ttl|info|monitor|select|auth|dbsize|flushall|flushdb|config|type|scan|publish|subscribe|mset|mget|setex|save|help|quit|exit)\b/i,
  // Of a program that nobody knows nothing is sure.
  lines: /^(?!)/,
} satisfies Record<ConsoleLanguage, RegExp>;

const redisAnswer = /^(?:OK$|PONG$|QUEUED$|\((?:integer|nil|error|empty)\b|\d+\) |"[^"]*"$)/;
// How its answers begin.
const answers = {
  sql: /^(?:[-+|]*-{3,}[-+|]*$|\(\d+ rows?\)|(?:INSERT \d+|UPDATE|DELETE|COPY|SELECT|MERGE) \d+$|(?:CREATE|DROP|ALTER|TRUNCATE) [A-Z]+$|Query OK|Empty set|Database changed|Bye$|Did not find|You are now connected|ERROR\b|\| .* \|$|\s*List of )/m,
  python: /^(?:Traceback \(|-?\d[\d.]*$|(?:True|False|None)$|'[^']*'$|"[^"]*"$|[[({<][\s\S]*[\])}>]$)/,
  brackets:
    /^(?:Uncaught\b|-?\d[\d.]*$|(?:true|false|null|undefined)$|'[^']*'$|"[^"]*"$|=> |switched to db |\{\s*(?:\w+:|"|_id)|\[\s*[{\]])/,
  redis: redisAnswer,
  lines: redisAnswer,
} satisfies Record<ConsoleLanguage, RegExp>;

/** Whether a text is beyond doubt something to type into the console that a command opens. */
export function isConsoleStatement(text: string, opener: string): boolean {
  return statements[consoleLanguage(opener)].test(text.trim());
}

/** Whether a text looks like what that console prints. */
export function isConsoleAnswer(text: string, opener: string): boolean {
  return (
    !isConsoleStatement(text, opener) &&
    (answers[consoleLanguage(opener)].test(text) || looksLikeOutput(text))
  );
}
