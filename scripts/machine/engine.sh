# The author's own Docker Engine: found, installed, started. Sourced.
# shellcheck shell=bash

engine_log=/var/log/seaworthy-dockerd.log

engine_version() { command -v docker >/dev/null && docker version --format '{{.Server.Version}}' 2>/dev/null; }

check_engine() {
  local version
  if version=$(engine_version); then say "engine: ok ($version)"; else say "engine: missing: no Docker Engine answers"; return 3; fi
}

ensure_engine() {
  if engine_version >/dev/null; then return; fi
  refuse_foreign_engine
  has_apt || by_hand "Docker Engine" "Install Docker: https://docs.docker.com/engine/install/ (on macOS: Docker Desktop, Colima or OrbStack)," "start it, then again:  npm run setup"
  if ! command -v dockerd >/dev/null || ! command -v docker >/dev/null || ! command -v iptables >/dev/null; then
    install_packages "Docker Engine" docker.io iptables
    # Newer releases keep the command line in a package of its own.
    command -v docker >/dev/null || install_packages "Docker's command line" docker-cli
  fi
  may_install || by_hand "a running Docker Engine" "As root, run:  service docker start    (and to use it yourself: usermod -aG docker $(id -un))" "then again:    npm run setup"
  start_engine
}

# What the author has set up on purpose is not ours to replace.
refuse_foreign_engine() {
  local endpoint problem
  command -v docker >/dev/null || return 0
  endpoint=${DOCKER_HOST:-$(docker context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null || true)}
  problem=$(docker version --format . 2>&1 || true)
  case "$problem" in
    *'permission denied'*) by_hand "the right to use Docker at $endpoint" "Run:  sudo usermod -aG docker $(id -un)    then log in again, and:  npm run setup" ;;
  esac
  case "$endpoint" in
    '' | unix:///var/run/docker.sock | unix:///run/docker.sock) ;;
    *) by_hand "an answer from the Docker Engine at $endpoint (DOCKER_HOST or the docker context)" "Start that engine, or unset DOCKER_HOST / run \"docker context use default\"; then again:  npm run setup" ;;
  esac
}

start_engine() {
  if engine_answers_within 1; then return; fi
  if [ -d /run/systemd/system ]; then
    say "setup: starting Docker Engine (systemd)"
    as_root systemctl enable --now docker >/dev/null 2>&1 || fail "systemctl could not start docker; see: journalctl -u docker"
    engine_answers_within 30 || fail "Docker Engine does not answer; see: journalctl -u docker"
    return
  fi
  if engine_process; then
    say "setup: waiting for the Docker Engine that is starting"
    engine_answers_within 20 && return
    fail "a dockerd runs (process $(engine_process_id)) but does not answer; end it, then run setup again"
  fi
  say "setup: starting Docker Engine (log: $engine_log)"
  clear_killed_engine
  as_root sh -c "setsid dockerd >>$engine_log 2>&1 </dev/null 9>&- &"
  engine_answers_within 40 || fail "Docker Engine did not start" "$engine_log"
}

engine_process_id() { processes_like 'dockerd( |$)' | head -n 1; }
engine_process() { [ -n "$(engine_process_id)" ]; }

# processes_like PATTERN: ids of this computer's own processes whose command line, without its folder, begins like this.
# A fresh Debian has no pgrep, and the engines inside machines are not the author's.
processes_like() {
  local entry line here
  here=$(readlink /proc/self/ns/pid)
  for entry in /proc/[0-9]*; do
    [ "$(readlink "$entry/ns/pid" 2>/dev/null)" = "$here" ] || continue
    line=$(tr '\0' ' ' 2>/dev/null <"$entry/cmdline") || continue
    if [[ "$line" =~ ^([^ ]*/)?$1 ]]; then echo "${entry#/proc/}"; fi
  done
}

# What an engine that was killed leaves behind: its successor takes the process ids in these files for living engines.
clear_killed_engine() {
  as_root rm -f /run/docker.pid /run/docker/containerd/containerd.pid
  if [ -S /run/docker.sock ]; then as_root rm -f /run/docker.sock; fi
  # Its containerd may have survived it; two of them on one folder wait for each other for ever.
  local orphan
  for orphan in $(processes_like 'containerd --config /(var/)?run/docker/containerd/containerd.toml'); do as_root kill "$orphan" || true; done
}

engine_answers_within() {
  local deadline=$((SECONDS + $1))
  until docker_version_here; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.1
  done
}

# The person who runs setup may not be in the docker group yet.
docker_version_here() {
  engine_version >/dev/null && return
  if [ "$(id -u)" != 0 ] && as_root docker version >/dev/null 2>&1; then
    by_hand "the right to use Docker" "Run:  sudo usermod -aG docker $(id -un)    then log in again, and:  npm run setup"
  fi
  return 1
}

# Docker Hub as this computer sees it; the answer is 401 or 200 where it is reachable.
hub_reachable() { reachable https://registry-1.docker.io/v2/; }

# reachable ADDRESS: whether it answers with 200 or 401 within 3 seconds.
reachable() {
  if command -v curl >/dev/null; then
    case $(curl -s -o /dev/null -m 3 -w '%{http_code}' "$1") in 200 | 401) return 0 ;; *) return 1 ;; esac
  fi
  node -e "fetch('$1', { signal: AbortSignal.timeout(3000) }).then((r) => process.exit(r.status === 401 || r.ok ? 0 : 1), () => process.exit(1))"
}

# remove_older IMAGE [ID]: the images that earlier recipes of the same made, which differ in the hash at the end of their
# name, and the one (ID) that had this very name; what a container still uses stays.
remove_older() {
  if [ -n "${2:-}" ] && [ "$2" != "$(image_id "$1")" ]; then docker rmi "$2" >/dev/null 2>&1 || true; fi
  docker images --filter label=seaworthy=1 --format '{{.Repository}}:{{.Tag}}' "${1%:*}" | older_than "$1" | xargs -r docker rmi >/dev/null 2>&1 || true
}

# older_than IMAGE: those of the names on its input that are IMAGE but for the 12 digits at the end.
older_than() {
  local name
  while read -r name; do
    if [ "$name" != "$1" ] && [ "${name%????????????}" = "${1%????????????}" ]; then printf '%s\n' "$name"; fi
  done
}

# image_id IMAGE: its id, nothing where there is none.
image_id() { docker image inspect --format '{{.Id}}' "$1" 2>/dev/null || true; }

image_exists() { docker image inspect "$1" >/dev/null 2>&1; }
