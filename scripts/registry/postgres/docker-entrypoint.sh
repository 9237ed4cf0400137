#!/bin/bash
# Makes the database in $PGDATA when there is none, then starts the server as the user postgres; any other command as it is.
# From the environment: POSTGRES_PASSWORD, _USER, _DB (each also as …_FILE), _HOST_AUTH_METHOD, _INITDB_ARGS.
set -euo pipefail

main() {
  case "${1:-}" in -*) set -- postgres "$@" ;; esac
  if [ "${1:-}" = postgres ] && ! only_asks "$@"; then
    if [ "$(id -u)" = 0 ]; then
      own_folders
      exec gosu postgres "$0" "$@"
    fi
    if [ -s "$PGDATA/PG_VERSION" ]; then
      printf '\nPostgreSQL Database directory appears to contain a database; Skipping initialization\n\n'
    else
      make_database "${@:2}"
      printf '\nPostgreSQL init process complete; ready for start up.\n\n'
    fi
  fi
  exec "$@"
}

only_asks() {
  local word
  for word; do
    case "$word" in '-?' | --help | --describe-config | -V | --version) return 0 ;; esac
  done
  return 1
}

own_folders() {
  mkdir -p "$PGDATA" /run/postgresql
  chmod 700 "$PGDATA"
  find "$PGDATA" /run/postgresql \! -user postgres -exec chown postgres '{}' +
}

make_database() {
  password=$(setting POSTGRES_PASSWORD)
  user=$(setting POSTGRES_USER)
  user=${user:-postgres}
  database=$(setting POSTGRES_DB)
  database=${database:-$user}
  local method=${POSTGRES_HOST_AUTH_METHOD:-}
  [ -n "$password" ] || [ "$method" = trust ] || refuse

  # shellcheck disable=SC2086 # more than one argument may be given
  initdb --username="$user" --pwfile=<(printf '%s\n' "$password") ${POSTGRES_INITDB_ARGS:-}
  printf '\nhost all all all %s\n' "${method:-$(postgres -C password_encryption "$@")}" >>"$PGDATA/pg_hba.conf"

  export PGPASSWORD=$password
  local arguments
  arguments=$(printf ' %q' "$@" -c listen_addresses=)
  pg_ctl -w start -o "$arguments"
  if [ "$database" != postgres ]; then
    query --dbname postgres --set name="$database" <<<'CREATE DATABASE :"name";'
  fi
  run_scripts
  pg_ctl -w -m fast stop
  unset PGPASSWORD
}

# setting NAME: the variable, or what is in the file that NAME_FILE names.
setting() {
  local file=$1_FILE
  if [ -n "${!file:-}" ]; then cat "${!file}"; else printf '%s' "${!1:-}"; fi
}

refuse() {
  cat >&2 <<'TEXT'
Error: Database is uninitialized and superuser password is not specified.
       POSTGRES_PASSWORD must be set to a non-empty value, for example
       with "-e POSTGRES_PASSWORD=password" on "docker run".

       "POSTGRES_HOST_AUTH_METHOD=trust" does without a password: then anyone
       who reaches the port is let in.
TEXT
  exit 1
}

query() { psql --no-psqlrc --no-password --set ON_ERROR_STOP=1 --username "$user" "$@"; }

run_scripts() {
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    [ -e "$file" ] || continue
    printf '%s: running %s\n' "$0" "$file"
    case "$file" in
      # One that is not executable may set variables for the next.
      # shellcheck disable=SC1090
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) query --dbname "$database" --file "$file" ;;
      *.sql.gz) gunzip -c "$file" | query --dbname "$database" ;;
      *.sql.xz) xz -dc "$file" | query --dbname "$database" ;;
      *.sql.zst) zstd -dc "$file" | query --dbname "$database" ;;
      *) printf '%s: ignoring %s\n' "$0" "$file" ;;
    esac
  done
}

main "$@"
