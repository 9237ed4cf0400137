#!/bin/sh
# Runs the scripts of /docker-entrypoint.d, then what the container was started with.
set -e

case "$1" in
  nginx | nginx-debug)
    echo "$0: stand-in of nginx, made from Debian's packages"
    for script in /docker-entrypoint.d/*.sh; do
      if [ -x "$script" ]; then
        echo "$0: running $script"
        "$script"
      fi
    done
    echo "$0: configuration complete, nginx starts"
    ;;
esac

exec "$@"
