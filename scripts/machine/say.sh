# What setup says, and how it gives up. Sourced.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }

# fail MESSAGE [LOG]: one message, with the end of the log of the step that failed.
fail() {
  printf 'setup: failed: %s\n' "$1" >&2
  if [ -s "${2:-}" ]; then tail -n 12 "$2" | sed 's/^/  | /' >&2; fi
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
  trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$scratch"' EXIT
  trap 'exit 130' INT TERM
}

# hash_of FOLDER: 12 hex digits that change with any file in it (src/machine/recipe-tag.ts computes the same).
hash_of() {
  (cd "$1" && find . -type f | LC_ALL=C sort | while IFS= read -r file; do cat "$file"; done) | sha256 | cut -c1-12
}

sha256() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }
