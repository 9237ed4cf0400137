#!/bin/sh
# Starts redis-server as the user redis, reachable from other containers; any other command as it is.
set -e

case "${1:-}" in
  -* | *.conf) set -- redis-server "$@" ;;
esac

if [ "${1:-}" = redis-server ] && [ "$(id -u)" = 0 ]; then
  find . \! -user redis -exec chown redis '{}' +
  exec gosu redis "$0" "$@"
fi

# The official image is built without this protection, as only its network reaches a container. A file decides for itself.
if [ "${1:-}" = redis-server ]; then
  case "${2:-}" in
    *.conf | -v | --version | -h | --help | --test-memory | --check-system) ;;
    *) set -- "$@" --protected-mode no ;;
  esac
fi

exec "$@"
