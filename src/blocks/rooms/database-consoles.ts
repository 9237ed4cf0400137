import { type Console, help } from './console-kind.ts';

const sql = /^(?:sql|mysql|pgsql|postgresql|postgres|psql|plsql|sqlite|cql)$/;

/** The clients of databases, and what starts one. */
export const databaseConsoles: readonly Console[] = [
  { names: /(?:^|\/)manage\.py$/, language: 'sql', tags: sql, opens: { by: /^dbshell\b/ } },
  {
    names: /^(?:psql|pgcli)$/,
    language: 'sql',
    tags: sql,
    opens: {
      valued:
        /^-[aAbeEnqsStwWxXz01]*[FhopPRTUvLd]$|^--(?:dbname|host|port|username|set|variable|pset|output)$/,
      ends: /^(?:-[aAbeEnqsStwWxXz01]*[cflV?]|--(?:command|file|list|version|help)\b)/,
      free: 2,
    },
  },
  {
    names: /^(?:mysql|mariadb|mycli)$/,
    language: 'sql',
    tags: sql,
    opens: {
      valued: /^-[ABbCfHiNnoqrstvwXEG]*[uhPDS]$|^--(?:user|host|port|database|socket|protocol)$/,
      ends: /^(?:-[ABbCfHiNnoqrstvwXEG]*e|--execute\b|-[V?I]|--version|--help)/,
      free: 1,
    },
  },
  {
    names: /^mysqlsh$/,
    language: 'sql',
    tags: sql,
    opens: {
      valued: /^(?:-[uhPDS]|--(?:user|host|port|schema|database|socket|uri))$/,
      ends: new RegExp(`^(?:-[ef]|--(?:execute|file|import)\\b|--$|${help})`),
      free: 1,
    },
  },
  {
    names: /^(?:redis|valkey|keydb)-cli$/,
    language: 'redis',
    tags: /^redis$/,
    opens: {
      valued: /^(?:-[hpsatunrid]|--(?:user|pass|askpass|sni|cacert|cert|key))$/,
      ends: /^(?:-v|--version|--help|--(?:stat|latency\S*|bigkeys|memkeys|hotkeys|scan|pipe|rdb|eval|cluster|replica|slave|intrinsic-latency))$/,
      free: 0,
    },
  },
  {
    names: /^(?:mongo|mongosh)$/,
    language: 'brackets',
    tags: /^(?:js|javascript|node|ts|typescript)$/,
    angle: true,
    opens: {
      valued: /^(?:-[up]|--(?:host|port|username|password|authenticationDatabase|file|tls\w+File))$/,
      ends: /^(?:--eval\b|-f$|--file\b|-h$|--version|--help)/,
      free: 1,
      stays: /^--shell$/,
    },
  },
  {
    names: /^(?:sqlite3?|litecli)$/,
    language: 'sql',
    tags: sql,
    opens: {
      valued: /^--?(?:cmd|init|separator|newline|nullvalue)$/,
      ends: new RegExp(`^(?:${help})`),
      free: 1,
    },
  },
  {
    names: /^duckdb$/,
    language: 'sql',
    tags: sql,
    opens: {
      valued: /^--?(?:cmd|init|separator|newline|nullvalue)$/,
      ends: new RegExp(`^(?:-[csf]$|${help})`),
      free: 1,
    },
  },
  {
    names: /^cqlsh$/,
    language: 'sql',
    tags: sql,
    opens: {
      valued: /^(?:-[upk]|--(?:username|password|keyspace|cqlversion|(?:connect|request)-timeout))$/,
      ends: new RegExp(`^(?:-[ef]|--execute|--file|${help})`),
      free: 2,
    },
  },
  {
    names: /^clickhouse-client$/,
    language: 'sql',
    tags: sql,
    opens: {
      valued: /^(?:-[hud]|--(?:host|port|user|password|database|format|config-file))$/,
      ends: /^(?:-q|-V$|--(?:query|queries-file|version|help)\b)/,
      free: 0,
    },
  },
  {
    names: /^clickhouse$/,
    language: 'sql',
    tags: sql,
    opens: { by: /^(?:client|local)(?: --(?:host|port|user|password)[ =]\S+)*$/ },
  },
  {
    names: /^cypher-shell$/,
    language: 'sql',
    tags: /^cypher$/,
    opens: {
      valued: /^(?:-[aupdP]|--(?:address|uri|username|password|database|param|format|encryption|history))$/,
      ends: /^(?:-[fvh]$|--(?:file|version|driver-version|help|change-password)\b)/,
      free: 0,
    },
  },
  {
    names: /^influx$/,
    language: 'lines',
    tags: /^(?:sql|influxql)$/,
    angle: true,
    opens: {
      valued: /^-(?:host|port|username|password|database|precision|format|path-prefix)$/,
      ends: /^(?:-(?:execute|import|path|version|h|help)|--(?:version|help))$/,
      free: 0,
    },
  },
  {
    names: /^influx$/,
    language: 'lines',
    tags: /^(?:sql|influxql)$/,
    angle: true,
    opens: { by: /^v1 shell\b/ },
  },
  {
    // `user/password@host` or `/ as sysdba`.
    names: /^sqlplus$/,
    language: 'sql',
    tags: sql,
    opens: { valued: /^-[MRCF]$/i, ends: /^(?:-[vVhH]|@.*)$/, free: 3 },
  },
  {
    // What was typed is only run by `GO`, on a line of its own.
    names: /^sqlcmd$/,
    language: 'lines',
    tags: /^(?:sql|tsql)$/,
    opens: {
      valued: /^-[SUPdlhswtaHKvmo]$/,
      ends: /^(?:-[QiL?]|--?(?:query|input-file|help|version)\b)/,
      free: 0,
    },
  },
  {
    names: /^beeline$/,
    language: 'sql',
    tags: /^(?:sql|hive|hiveql)$/,
    opens: { valued: /^-[unpdw]$/, ends: /^(?:-[ef]|--help)/, free: 0 },
  },
  {
    names: /^ksql$/,
    language: 'sql',
    tags: /^(?:sql|ksql)$/,
    opens: {
      valued: /^(?:-[up]|--(?:user|password|config-file|query-timeout|query-row-limit))$/,
      ends: new RegExp(`^(?:-[ef]|--(?:execute|file)\\b|${help})`),
      free: 1,
    },
  },
  {
    names: /^usql$/,
    language: 'sql',
    tags: sql,
    opens: {
      valued: /^(?:-[oFRTvPN]|--(?:out|set|variable|field-separator|record-separator))$/,
      ends: new RegExp(`^(?:-[cf]|--(?:command|file)\\b|${help})`),
      free: 1,
    },
  },
  { names: /(?:^|\/)rails$/, language: 'sql', tags: sql, opens: { by: /^(?:db|dbconsole)(?: |$)/ } },
  { names: /(?:^|\/)artisan$/, language: 'sql', tags: sql, opens: { by: /^db(?: |$)/ } },
  { names: /^gremlin$/, language: 'lines', tags: /^(?:gremlin|groovy)$/, opens: { by: /^console\b/ } },
];
