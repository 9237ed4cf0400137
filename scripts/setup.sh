#!/usr/bin/env bash
# Makes this computer ready to verify posts: Docker Engine, the machine image, the image registry, Chromium for the tests.
#   scripts/setup.sh                   installs and builds what is missing; changes nothing that is there
#   scripts/setup.sh --engine NAME…    makes the machine images of these engines too (with commas between, or given again)
#   scripts/setup.sh --check           changes nothing, says per part "ok" or "missing"; ends with 0 or 3
# With --engine, --check ends with 3 where the image of one of these engines is missing.
# Ends with 0 when all is ready, 1 when a step failed, 2 on wrong usage, 3 when something must be installed by hand.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/machine/say.sh
source "$home/scripts/machine/say.sh"
# shellcheck source=scripts/machine/packages.sh
source "$home/scripts/machine/packages.sh"
# shellcheck source=scripts/machine/root-file-system.sh
source "$home/scripts/machine/root-file-system.sh"
# shellcheck source=scripts/machine/engine.sh
source "$home/scripts/machine/engine.sh"
# shellcheck source=scripts/machine/engines.sh
source "$home/scripts/machine/engines.sh"
# shellcheck source=scripts/machine/image.sh
source "$home/scripts/machine/image.sh"
# shellcheck source=scripts/registry/registry.sh
source "$home/scripts/registry/registry.sh"

engines=()
checks_only=

main() {
  read_arguments "$@"
  if [ -n "$checks_only" ]; then check; else one_at_a_time && set_up; fi
}

read_arguments() {
  local name
  while [ $# -gt 0 ]; do
    case $1 in
      --check) checks_only=yes ;;
      --engine | --engine=*)
        if [ "$1" = --engine ]; then shift; fi
        name=${1:-}
        add_engines "${name#--engine=}"
        ;;
      *) wrong_usage "unknown argument \"$1\"; there are --engine NAME and --check" ;;
    esac
    if [ $# -gt 0 ]; then shift; fi
  done
}

# add_engines NAMES, with commas between.
add_engines() {
  local name
  [ -n "$1" ] || wrong_usage "--engine needs a name: $(engine_names | paste -sd ' ' -)"
  for name in ${1//,/ }; do
    engine_row "$name" >/dev/null || wrong_usage "unknown engine \"$name\"; there are: $(engine_names | paste -sd ' ' -)"
    engines+=("$name")
  done
}

wrong_usage() {
  say "setup.sh: $1" >&2
  exit 2
}

# The default engine is always wanted: the registry runs from its image.
wanted_engines() { printf '%s\n' "$(default_engine)" ${engines[@]+"${engines[@]}"} | awk '!seen[$0]++'; }

set_up() {
  local engine
  ensure_engine
  for engine in $(wanted_engines); do ensure_machine_image "$engine"; done
  ensure_registry_image
  ensure_chromium
  say "setup: ready ($SECONDS s)"
}

check() {
  local status=0 engine
  check_engine || status=3
  if [ "$status" = 0 ]; then
    for engine in $(wanted_engines); do check_machine_image "$engine" || status=3; done
    for engine in $(engine_names | grep -vxFf <(wanted_engines)); do tell_machine_image "$engine"; done
    check_registry_image || status=3
  fi
  check_chromium
  exit "$status"
}

# Two of them at once would build everything twice.
one_at_a_time() {
  command -v flock >/dev/null || return 0
  mkdir -p "$home/.seaworthy"
  # Made by another person: then there is nothing to wait for.
  { exec 9>"$home/.seaworthy/setup.lock"; } 2>/dev/null || return 0
  flock -n 9 || { say "setup: waiting for another setup to end"; flock 9; }
}

main "$@"
