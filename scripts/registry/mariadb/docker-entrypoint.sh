#!/bin/bash
# Makes the database in /var/lib/mysql when there is none, then starts the server as the user mysql; any other command as it is.
# From the environment, with MARIADB_ or MYSQL_ in front and each also as …_FILE: ROOT_PASSWORD, ROOT_HOST, DATABASE, USER,
# PASSWORD, RANDOM_ROOT_PASSWORD, and what allows an empty one.
set -euo pipefail

folder=/var/lib/mysql
socket=/run/mysqld/mysqld.sock

main() {
  case "${1:-}" in -*) set -- mariadbd "$@" ;; esac
  case "${1:-}" in
    mariadbd | mysqld)
      if ! only_asks "$@"; then
        if [ "$(id -u)" = 0 ]; then
          mkdir -p "$folder" "${socket%/*}"
          find "$folder" "${socket%/*}" \! -user mysql -exec chown mysql: '{}' +
          note "Switching to dedicated user 'mysql'"
          exec gosu mysql "$0" "$@"
        fi
        [ -d "$folder/mysql" ] || make_database "$@"
      fi ;;
  esac
  exec "$@"
}

only_asks() {
  local word
  for word; do
    case "$word" in '-?' | --help | --print-defaults | -V | --version) return 0 ;; esac
  done
  return 1
}

make_database() {
  root_password=$(setting ROOT_PASSWORD)
  database=$(setting DATABASE)
  if [ -n "$(setting RANDOM_ROOT_PASSWORD)" ]; then
    root_password=$(pwgen -s 32 1)
    note "GENERATED ROOT PASSWORD: $root_password"
  elif [ -z "$root_password$(setting ALLOW_EMPTY_ROOT_PASSWORD)$(setting ALLOW_EMPTY_PASSWORD)" ]; then
    refuse
  fi

  note 'Initializing database files'
  mariadb-install-db --datadir="$folder" --auth-root-authentication-method=normal --skip-test-db >/dev/null
  note 'Database files initialized'

  note 'Starting temporary server'
  "$@" --skip-networking --socket="$socket" &
  local server=$!
  local tries=0
  until query <<<'SELECT 1' >/dev/null 2>&1; do
    tries=$((tries + 1))
    kill -0 "$server" 2>/dev/null && [ "$tries" -lt 300 ] || { note 'Unable to start server.'; exit 1; }
    sleep 0.2
  done
  note 'Temporary server started.'
  make_users | query
  run_scripts
  note 'Stopping temporary server'
  kill "$server"
  wait "$server"
  printf '\n'
  note 'MariaDB init process done. Ready for start up.'
  printf '\n'
}

# Root comes last: from then on it needs its password.
make_users() {
  local user host
  user=$(setting USER)
  host=$(setting ROOT_HOST)
  host=${host:-%}
  for place in 127.0.0.1 ::1 localhost; do printf 'CREATE USER healthcheck@%s;\n' "$(quoted "$place")"; done
  if [ -n "$database" ]; then printf 'CREATE DATABASE IF NOT EXISTS `%s`;\n' "$database"; fi
  if [ -n "$user" ]; then
    printf "CREATE USER %s@'%%' IDENTIFIED BY %s;\n" "$(quoted "$user")" "$(quoted "$(setting PASSWORD)")"
    if [ -n "$database" ]; then printf "GRANT ALL ON \`%s\`.* TO %s@'%%';\n" "${database//_/\\_}" "$(quoted "$user")"; fi
  fi
  if [ "$host" != localhost ]; then
    printf 'CREATE USER root@%s IDENTIFIED BY %s;\n' "$(quoted "$host")" "$(quoted "$root_password")"
    printf 'GRANT ALL ON *.* TO root@%s WITH GRANT OPTION;\n' "$(quoted "$host")"
  fi
  printf 'SET PASSWORD FOR root@localhost = PASSWORD(%s);\n' "$(quoted "$root_password")"
}

query() { MYSQL_PWD=${known_password:-} mariadb --protocol=socket --socket="$socket" --user=root "$@"; }

quoted() {
  local text=${1//\\/\\\\}
  printf "'%s'" "${text//\'/\'\'}"
}

# setting NAME: of MARIADB_NAME, MYSQL_NAME and the files that …_FILE name, the first that is there.
setting() {
  local name
  for name in "MARIADB_$1" "MYSQL_$1"; do
    local file=${name}_FILE
    if [ -n "${!file:-}" ]; then cat "${!file}"; return; fi
    if [ -n "${!name:-}" ]; then printf '%s' "${!name}"; return; fi
  done
}

refuse() {
  printf '%s [ERROR] [Entrypoint]: Database is uninitialized and password option is not specified\n' "$(date --rfc-3339=seconds)" >&2
  printf '\tYou need to specify one of MARIADB_ROOT_PASSWORD, MARIADB_ALLOW_EMPTY_ROOT_PASSWORD and MARIADB_RANDOM_ROOT_PASSWORD\n' >&2
  exit 1
}

note() { printf '%s [Note] [Entrypoint]: %s\n' "$(date --rfc-3339=seconds)" "$*"; }

run_scripts() {
  local file
  known_password=$root_password
  for file in /docker-entrypoint-initdb.d/*; do
    [ -e "$file" ] || continue
    note "$0: running $file"
    case "$file" in
      # One that is not executable may set variables for the next.
      # shellcheck disable=SC1090
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) query ${database:+"$database"} <"$file" ;;
      *.sql.gz) gunzip -c "$file" | query ${database:+"$database"} ;;
      *.sql.xz) xz -dc "$file" | query ${database:+"$database"} ;;
      *.sql.zst) zstd -dc "$file" | query ${database:+"$database"} ;;
      *) note "$0: ignoring $file" ;;
    esac
  done
}

main "$@"
