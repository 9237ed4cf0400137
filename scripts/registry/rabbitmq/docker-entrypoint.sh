#!/bin/bash
# Starts RabbitMQ as its own user. RABBITMQ_DEFAULT_USER, _PASS and _VHOST are read by the server itself.
set -euo pipefail

if [[ "${1:-}" == rabbitmq* && "$(id -u)" == 0 ]]; then
  if [ "$1" = rabbitmq-server ]; then
    find /var/lib/rabbitmq \! -user rabbitmq -exec chown rabbitmq '{}' +
  fi
  exec gosu rabbitmq "$0" "$@"
fi

# Debian's own rabbitmq-server, the first in PATH, would write the log to a file.
if [ "${1:-}" = rabbitmq-server ]; then
  exec /usr/lib/rabbitmq/bin/rabbitmq-server "${@:2}"
fi

exec "$@"
