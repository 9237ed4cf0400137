#!/bin/sh
# Each option names one thing that must hold; only these two are known here.
set -e
for option; do
  case "$option" in
    --connect) mariadb-admin --user=healthcheck --protocol=tcp ping >/dev/null ;;
    --innodb_initialized) test "$(mariadb --user=healthcheck --protocol=tcp -NBe "select count(*) from information_schema.engines where engine = 'InnoDB' and support in ('YES', 'DEFAULT')")" = 1 ;;
    *) echo "healthcheck.sh: unknown option $option" >&2; exit 1 ;;
  esac
done
