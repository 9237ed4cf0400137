#!/bin/sh
# What is no command is meant for node: its options, and scripts.
set -e
case "${1:-}" in
  -*) set -- node "$@" ;;
  *) if [ -z "$(command -v "${1:-}")" ] || { [ -f "$1" ] && [ ! -x "$1" ]; }; then set -- node "$@"; fi ;;
esac
exec "$@"
