import type { ValueType } from './value-type.ts';

const products =
  'version|Version|release|Release|python|Python|PostgreSQL|psql|Docker|Compose|Redis|redis|nginx|Debian|Ubuntu|Alpine|Linux|MariaDB|MySQL|Node|OpenSSL|Go|Ruby|PHP|Perl|Apache|GCC|Werkzeug|Server';

/**
 * Numbers that are free only because of what stands beside them: measurements, process ids, ports that the engine
 * gives, versions of two parts. A bare number is content.
 */
export const contextTypes: readonly ValueType[] = [
  {
    name: 'uptime',
    shown: String.raw`(?<=\bup )(?:\d{1,5} days?, )?(?:\d{1,2}:\d\d|\d{1,2} mins?)(?:, \d{1,4} users?)?(?=, load average)`,
    varies: true,
  },
  {
    name: 'load',
    shown: String.raw`(?<=load averages?: (?:\d{1,4}\.\d\d,? ){0,2})\d{1,4}\.\d\d`,
    varies: true,
  },
  { name: 'time of an echo', shown: String.raw`(?<=\btime[=<])\d{1,6}(?:\.\d{1,4})?`, varies: true },
  { name: 'hops', shown: String.raw`(?<=\bttl=)\d{1,3}`, varies: true },
  {
    name: 'times of echoes',
    shown: String.raw`\d{1,6}\.\d{1,4}(?:\/\d{1,6}\.\d{1,4}){2,3}(?= ms)`,
    varies: true,
  },
  { name: 'length', shown: String.raw`(?<=\b[Cc]ontent-[Ll]ength: )\d{1,12}`, varies: true },
  // Of a manifest that was pushed.
  { name: 'length', shown: String.raw`(?<=\bsha256:\S{6,80} size: )\d{2,8}$`, varies: true },
  // Combined log format of web servers: the bytes after the status.
  { name: 'length', shown: String.raw`(?<=" [1-5]\d\d )\d{1,12}(?= "|$)`, varies: true },
  { name: 'etag', shown: '"[0-9a-f]{4,40}-[0-9a-f]{1,40}(?:-gzip)?"', varies: true },
  {
    name: 'browser',
    shown: String.raw`(?<=")(?:Mozilla|curl|Wget|Go-http-client|python-requests|HTTPie)\/[^"]{1,400}(?=")`,
    varies: true,
  },
  { name: 'pid', shown: String.raw`(?<=\b(?:pid|PID|[Pp]rocess|worker process)(?:: ?|=| |\[))\d{1,7}` },
  // `31#31: *5` of nginx, `1:M` of Redis, `name[31]:` of syslog, `[1] 4711` of a shell's jobs.
  { name: 'pid', shown: String.raw`\d{1,7}#\d{1,7}(?=: )` },
  { name: 'pid', shown: String.raw`\d{1,7}(?=:[MCSX] \d\d )` },
  { name: 'pid', shown: String.raw`(?<=[a-z]\[)\d{1,7}(?=\]: )` },
  { name: 'pid', shown: String.raw`(?<=^\[\d\] )\d{2,7}(?=$)` },
  { name: 'pid', shown: String.raw`(?<= UTC \[)\d{1,7}(?=\])` },
  {
    name: 'port',
    shown: String.raw`(?<=:)(?:3[2-9]\d{3}|[45]\d{4}|6[0-5]\d{3})(?=->|$|[ /,\]])`,
    accepts: String.raw`(?:3[2-9]\d{3}|[45]\d{4}|6[0-5]\d{3})`,
  },
  {
    name: 'count of packages',
    shown: String.raw`\d{1,6}(?= (?:upgraded|newly installed|to remove|not upgraded|packages\b|vulnerabilities|(?:low|moderate|high|critical) severity))`,
    varies: true,
  },
  {
    name: 'line of a library',
    shown: String.raw`(?<=File "[^"]{1,200}\/lib\/[^"]{1,200}", line )\d{1,6}`,
    varies: true,
  },
  {
    name: 'home',
    shown: String.raw`(?:\/home\/[a-z_][\w-]{0,31}|\/Users\/\w{1,32}|[A-Z]:\\Users\\\w{1,32})`,
    accepts: String.raw`\/home\/[a-z_][\w-]{0,31}`,
    ofHost: true,
  },
  {
    name: 'folder of the engine',
    shown: String.raw`(?:\/[\w.-]{1,40}){1,5}(?=\/(?:volumes\/[\w.-]{1,80}\/_data|overlay2\/[0-9a-z]|aufs\/(?:mnt|diff|layers)\/|containers\/[0-9a-f]{64}))`,
    varies: true,
  },
  { name: 'host', ofHost: true, shown: String.raw`[a-z_][\w-]{0,31}@(?!if\d)[\w-]{1,63}(?=[:~ \]])` },
  {
    name: 'release',
    shown:
      '(?<=^(?:VERSION|VERSION_ID|VERSION_CODENAME|PRETTY_NAME|UBUNTU_CODENAME|DEBIAN_VERSION_FULL)=)[^=]{1,80}$',
    varies: true,
  },
  {
    name: 'release',
    shown: String.raw`(?:Debian GNU\/Linux \d{1,3} \([a-z]{2,20}\)|Ubuntu \d\d\.\d\d(?:\.\d{1,2})?(?: LTS)?)`,
    varies: true,
  },
  {
    name: 'version',
    shown: String.raw`(?<=\b(?:${products})(?: Server)?(?:[ /]| ?[:=] ?)(?:\()?)v?\d{1,5}\.\d{1,5}(?:[-+~][0-9A-Za-z.+~-]{0,60}[0-9A-Za-z])?(?![\w.]*\.\d)`,
    varies: true,
  },
  { name: 'version', shown: String.raw`v\d{1,5}\.\d{1,5}(?![\w.]*\.\d)`, varies: true },
];
