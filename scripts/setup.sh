#!/usr/bin/env bash
# Makes this computer ready to verify posts: Docker Engine, the machine image, the image registry, Chromium for the tests.
#   scripts/setup.sh           installs and builds what is missing; changes nothing that is there
#   scripts/setup.sh --check   changes nothing, says per part "ok" or "missing"; ends with 0 or 3
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
# shellcheck source=scripts/machine/image.sh
source "$home/scripts/machine/image.sh"
# shellcheck source=scripts/registry/registry.sh
source "$home/scripts/registry/registry.sh"

main() {
  case "${1:-}" in
    '') one_at_a_time && set_up ;;
    --check) check ;;
    *) say "setup.sh: unknown argument \"$1\"; there is only --check"; exit 2 ;;
  esac
}

set_up() {
  ensure_engine
  ensure_machine_image
  ensure_registry_image
  ensure_chromium
  say "setup: ready ($SECONDS s)"
}

check() {
  local status=0
  check_engine || status=3
  if [ "$status" = 0 ]; then
    check_machine_image || status=3
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
