#!/bin/sh
# A configuration alone is served; the registry's own subcommands need not name the program.
set -e
case "${1:-}" in
  *.yml | *.yaml) set -- registry serve "$@" ;;
  serve | garbage-collect | help | -*) set -- registry "$@" ;;
esac
exec "$@"
