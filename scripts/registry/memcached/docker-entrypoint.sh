#!/bin/sh
# Options alone are meant for memcached.
set -e
case "${1:-}" in
  -*) set -- memcached "$@" ;;
esac
exec "$@"
