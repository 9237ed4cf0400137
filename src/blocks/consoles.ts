/** A program that asks for command after command at a prompt of its own, unless its arguments say what to do. */
interface Console {
  names: RegExp;
  /** Flags behind which a word belongs to them. */
  valued: RegExp;
  /** Flags with which it does something and ends. */
  ends: RegExp;
  /** How many words that are no flags (a database, a host) leave it at its prompt. */
  free: number;
  /** Flags with which it stays at its prompt whatever else is there. */
  stays?: RegExp;
}

const help = '-[hV?]|--?version|--?help';
const none = /^$/;

const consoles: readonly Console[] = [
  {
    names: /^(?:i|b|pt)?python[\d.]*$|^pypy[\d.]*$/,
    valued: /^-[WX]$/,
    ends: new RegExp(`^(?:-[bBdEIOqsSuvx]*[cm]|-VV|${help})`),
    free: 0,
    stays: /^-[a-zA-Z]*i$/,
  },
  {
    names: /^(?:node|nodejs)$/,
    valued: /^(?:-r|--require|--import|-C|--conditions|--env-file)$/,
    ends: new RegExp(`^(?:-[vepc]|-pe|--eval|--print|--check|--run|--test|--v8-options|${help})`),
    free: 0,
    stays: /^(?:-i|--interactive)$/,
  },
  {
    names: /^(?:psql|pgcli)$/,
    valued: /^-[aAbeEnqsStwWxXz01]*[FhopPRTUvLd]$|^--(?:dbname|host|port|username|set|variable|pset|output)$/,
    ends: /^(?:-[aAbeEnqsStwWxXz01]*[cflV?]|--(?:command|file|list|version|help)\b)/,
    free: 2,
  },
  {
    names: /^(?:mysql|mariadb|mycli)$/,
    valued: /^-[ABbCfHiNnoqrstvwXEG]*[uhPDS]$|^--(?:user|host|port|database|socket|protocol)$/,
    ends: /^(?:-[ABbCfHiNnoqrstvwXEG]*e|--execute\b|-[V?I]|--version|--help)/,
    free: 1,
  },
  {
    names: /^(?:redis|valkey|keydb)-cli$/,
    valued: /^(?:-[hpsatunrid]|--(?:user|pass|askpass|sni|cacert|cert|key))$/,
    ends: /^(?:-v|--version|--help|--(?:stat|latency\S*|bigkeys|memkeys|hotkeys|scan|pipe|rdb|eval|cluster|replica|slave|intrinsic-latency))$/,
    free: 0,
  },
  {
    names: /^(?:mongo|mongosh)$/,
    valued: /^(?:-[up]|--(?:host|port|username|password|authenticationDatabase|file|tls\w+File))$/,
    ends: /^(?:--eval\b|-f$|--file\b|-h$|--version|--help)/,
    free: 1,
    stays: /^--shell$/,
  },
  {
    names: /^(?:sqlite3?|litecli|duckdb)$/,
    valued: /^--?(?:cmd|init|separator|newline|nullvalue)$/,
    ends: new RegExp(`^(?:-c$|${help})`),
    free: 1,
  },
  {
    names: /^cqlsh$/,
    valued: /^(?:-[upk]|--(?:username|password|keyspace|cqlversion))$/,
    ends: new RegExp(`^(?:-[ef]|--execute|--file|${help})`),
    free: 2,
  },
  {
    names: /^(?:clickhouse-client|cypher-shell|influx|sqlplus|sqlcmd|mysqlsh|beeline|ksql|usql)$/,
    valued:
      /^(?:-[hupadPUSn]|--(?:host|port|user|username|password|database|address|org|token|format|bucket))$/,
    ends: /^(?:-[qQefi]|--?(?:query|execute|file|queries-file|version|help)\b)/,
    free: 1,
  },
  {
    names: /^(?:irb|pry|ghci|jshell|iex|erl|scala|lua|luajit|julia|R|clj|sbcl|groovysh|bpython|tclsh)$/,
    valued: /^(?:-r|-I|--require|-S)$/,
    ends: new RegExp(`^(?:-[eEv]|--eval\\b|${help})`),
    free: 0,
    stays: /^-i$/,
  },
];

// A word behind the program that asks for its console: `php -a`, `rails console`, `manage.py shell`.
const asking: readonly [program: RegExp, word: RegExp][] = [
  [/^php[\d.]*$/, /^(?:-a|--interactive)$/],
  [/(?:^|\/)rails$/, /^(?:c|console|db|dbconsole)$/],
  [/(?:^|\/)manage\.py$/, /^(?:shell|shell_plus|dbshell)$/],
  [/(?:^|\/)artisan$/, /^(?:tinker|db)$/],
  [/^flask$/, /^shell$/],
  [/^scrapy$/, /^shell$/],
  [/^hanami$/, /^console$/],
  [/^(?:deno|bun)$/, /^repl$/],
  [/^gremlin$/, /^console$/],
];

// What only finds and starts another program.
const runners = /^(bundle exec|poetry run|pipenv run|uv run|npx|bunx|php|python[\d.]*) (?=[\w./])/;

/** Whether a program, called with these words, asks for commands at a prompt of its own until it is told to end. */
export function opensConsole(words: readonly string[]): boolean {
  const runner = runners.exec(words.slice(0, 3).join(' '))?.[1];
  if (runner !== undefined) return opensConsole(words.slice(runner.split(' ').length));
  const [program = '', ...args] = words;
  const name = program.replace(/^(?:\/\w+)*\/s?bin\//, '');
  if (asking.some(([asked, word]) => asked.test(name) && word.test(args[0] ?? '')))
    return !args.slice(1).some((arg) => /^(?:-c|--command|--execute|-h|--help)/.test(arg));
  const known = consoles.find(({ names }) => names.test(name));
  return known !== undefined && waits(known, args);
}

function waits({ valued, ends, free, stays = none }: Console, args: readonly string[]): boolean {
  const own = args.filter((_, index) => !valued.test(args[index - 1] ?? ''));
  if (own.some((arg) => stays.test(arg))) return true;
  if (own.some((arg) => ends.test(arg))) return false;
  const words = own.filter((arg) => !/^-./.test(arg));
  return words.length <= free && !words.some((word) => /\.(?:js|py|rb|sql)$/.test(word));
}
