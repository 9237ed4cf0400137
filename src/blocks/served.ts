// Official images that run a server unless told otherwise.
const servers =
  /^(?:nginx|httpd|caddy|traefik|haproxy|redis|mysql|mariadb|postgres|mongo|rabbitmq|memcached|elasticsearch|kibana|grafana\/grafana|prom\/prometheus|registry|wordpress|ghost|jenkins\/jenkins|nextcloud|tomcat|couchdb|influxdb|consul|vault|portainer\/portainer(?:-ce)?)$/;
const programs =
  /^(?:redis-server|postgres|mysqld|mariadbd|mongod|memcached|rabbitmq-server|haproxy|httpd-foreground|nginx|httpd|apache2|apachectl|apache2ctl)$/;

/**
 * What serves until it is ended when an image runs with these words behind it; null when nothing does. Official images
 * hand flags on to their server, and so does their entry point when it is called by name.
 */
export function servedBy(image: string, inner: readonly string[]): string | null {
  const [first] = inner;
  if (first !== undefined && /(?:^|\/)docker-entrypoint\.sh$/.test(first))
    return servedBy(image, inner.slice(1));
  if (first !== undefined && !first.startsWith('-')) return serverIn(inner);
  return servers.test(image) && !onlyTells(inner) ? `\`${image}\`` : null;
}

/** The server that a command line starts in the foreground; null when it starts none, or one in the background. */
export function serverIn(words: readonly string[]): string | null {
  const [path = '', ...args] = words;
  const name = path.split('/').at(-1)!;
  if (!programs.test(name) || onlyTells(args)) return null;
  const line = args.join(' ');
  const staysInFront =
    name === 'nginx'
      ? /\bdaemon off\b/.test(line)
      : !/^(?:httpd|apache)/.test(name) || name === 'httpd-foreground' || /-D ?FOREGROUND\b/.test(line);
  const isSentAway = /--daemonize[ =]?yes\b|--fork\b|--detached?\b/.test(line);
  return staysInFront && !isSentAway ? `\`${name}\`` : null;
}

// `nginx -t`, `redis-server --version`: it says something and ends. `-h` alone asks for help, with a value it names a host.
function onlyTells(args: readonly string[]): boolean {
  if (args.some((arg) => /^--(?:version|help|test-memory)$|^-[tTV]$/.test(arg))) return true;
  return args.length === 1 && /^-[hv?]$/.test(args[0]!);
}
