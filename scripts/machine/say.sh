# What setup says, and how it gives up. Sourced.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }

# fail MESSAGE [LOG]: one message, with the end of the log of the step that failed.
fail() {
  printf 'setup: failed: %s\n' "$1" >&2
  if grep -qs 'No space left on device' "${2:-/dev/null}"; then
    printf '  The disk is full: free some space (df -h shows where), then again:  npm run setup\n' >&2
  elif [ -s "${2:-}" ]; then tail -n 12 "$2" | sed 's/^/  | /' >&2; fi
  exit 1
}

# Something that setup may not or cannot install: says exactly what to do.
by_hand() {
  printf 'setup: missing: %s\n' "$1" >&2
  shift
  printf '  %s\n' "$@" >&2
  exit 3
}

# A scratch folder that is gone however this shell ends.
scratch_folder() {
  [ -z "${scratch:-}" ] || return 0
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/seaworthy-setup-XXXXXX") || fail "no temporary folder can be made; is the disk full?"
  trap clean_up EXIT
  trap 'exit 130' INT TERM
}

clean_up() {
  local status=$?
  # shellcheck disable=SC2046 # each id is a word
  kill $(jobs -p) 2>/dev/null || true
  wait || true
  rm -rf "$scratch" || true
  exit "$status"
}

# need_space FOLDER MEGABYTES: gives up before a step that would fill the disk; a folder that is not on this computer is not looked at.
need_space() {
  local free
  free=$(df -Pm "$1" 2>/dev/null | awk 'NR == 2 { print $4 }') || return 0
  [ "${free:-$2}" -ge "$2" ] || fail "the disk is too full: $free MB are free at $1, and $2 MB are needed. Free some, then again: npm run setup"
}

# hash_of PATH…: 12 hex digits that change with any file in these folders and files (src/machine/recipe-tag.ts computes the same).
hash_of() {
  local recipe
  for recipe; do
    find "$recipe" -type f | LC_ALL=C sort | while IFS= read -r file; do cat "$file"; done
  done | sha256 | cut -c1-12
}

sha256() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }
