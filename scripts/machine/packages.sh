# Debian's and Ubuntu's packages. Sourced.
# shellcheck shell=bash

has_apt() { command -v apt-get >/dev/null && [ "$(uname -s)" = Linux ]; }

# as_root COMMAND…: runs it as root; root itself and sudo are the ways.
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

may_install() {
  has_apt && { [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }; }
}

# install_packages WHY PACKAGE…
install_packages() {
  local why=$1
  shift
  may_install || by_hand "$why" "As root, run:  apt-get update && apt-get install -y --no-install-recommends $*" "then again:    npm run setup"
  scratch_folder
  say "setup: installing $* ($why)"
  if ! apt_get install "$@" >"$scratch/apt.log" 2>&1; then
    # Lists that are older than the mirror name files that are gone.
    apt_get update >"$scratch/apt-update.log" 2>&1 || fail "apt-get update failed; is the network up?" "$scratch/apt-update.log"
    apt_get install "$@" >"$scratch/apt.log" 2>&1 || fail "apt-get could not install $*" "$scratch/apt.log"
  fi
}

apt_get() {
  local action=$1
  shift
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=120 "$action" \
    ${1:+--no-install-recommends} "$@" </dev/null
}

# The mirror of Debian that this computer's own apt uses, or the one that SEAWORTHY_DEBIAN_MIRROR names.
debian_mirror() {
  local mirror=''
  if has_apt; then
    mirror=$(apt-get indextargets --format '$(ORIGIN) $(LABEL) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
      sed -n 's/^Debian Debian \(http.*[^/]\)\/*$/\1/p' | head -n 1)
  fi
  mirror=${SEAWORTHY_DEBIAN_MIRROR:-$mirror}
  [ -n "$mirror" ] || fail "no mirror of Debian is known here: name one in SEAWORTHY_DEBIAN_MIRROR"
  printf '%s\n' "$mirror"
}

find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome || command -v google-chrome-stable; }

check_chromium() {
  if find_chromium >/dev/null; then say "chromium: ok"; else say "chromium: missing: only the browser tests need it"; fi
}

ensure_chromium() {
  if find_chromium >/dev/null; then return; fi
  # Ubuntu's package of that name is only a pointer to a snap.
  if may_install && grep -qs '^ID=debian' /etc/os-release; then
    install_packages 'Chromium, for the browser tests' chromium
  else
    say "setup: note: no Chromium was found; the browser tests will be skipped (any of chromium, google-chrome in PATH serves)"
  fi
}
