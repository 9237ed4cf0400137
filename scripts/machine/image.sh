# The images of the machines, one for each engine. The tag is the engine and a hash of the recipe and of what makes its base. Sourced.
# shellcheck shell=bash disable=SC2154

machine_recipe=$home/src/machine/image

# machine_image [ENGINE]: the name of its image, without one that of the default engine.
machine_image() { printf 'seaworthy/machine:%s-%s\n' "${1:-$(default_engine)}" "$(hash_of "$machine_recipe" "$root_file_system_recipe")"; }

# check_machine_image ENGINE
check_machine_image() {
  local image
  image=$(machine_image "$1")
  if image_exists "$image"; then say "machine image, engine $1: ok ($image)"; else say "machine image, engine $1: missing: $image"; return 3; fi
}

# tell_machine_image ENGINE: whether an engine that nobody has asked for could be chosen.
tell_machine_image() {
  if image_exists "$(machine_image "$1")"; then check_machine_image "$1"; else say "machine image, engine $1: not made (npm run setup -- --engine $1 makes it)"; fi
}

# ensure_machine_image ENGINE
ensure_machine_image() {
  local image before base suite packages cached=''
  read -r _ suite packages < <(engine_row "$1")
  image=$(machine_image "$1")
  if is_recent_enough "$image" "$packages"; then return; fi
  scratch_folder
  need_space "$scratch" 500
  need_space "$(docker info --format '{{.DockerRootDir}}' 2>/dev/null)" 2500
  if [ "$packages" = docker ]; then need_docker_packages; cached=--no-cache; fi
  say "setup: building the machine image $image (a few minutes, once)"
  before=$(image_id "$image")
  base=$(machine_base "$suite")
  rm -rf "$scratch/machine"
  mkdir "$scratch/machine"
  cp "$machine_recipe"/* "$scratch/machine/"
  collect_extra_authorities "$scratch/machine/extra-ca"
  docker build --force-rm ${cached:+"$cached"} --build-arg "BASE=$base" --build-arg "PACKAGES=$packages" \
    -t "$image" "$scratch/machine" >"$scratch/machine.log" 2>&1 || fail "the machine image could not be built" "$scratch/machine.log"
  remove_older "$image" "$before"
}

# is_recent_enough IMAGE PACKAGES: a suite of Debian keeps its version; of Docker's own packages the newest ones are meant,
# as far as they can be had.
is_recent_enough() {
  image_exists "$1" && { [ "$2" = debian ] || made_this_week "$1" || ! has_docker_packages; }
}

has_docker_packages() { reachable https://download.docker.com/linux/debian/gpg; }

need_docker_packages() {
  has_docker_packages || by_hand "a way to download.docker.com" \
    "Docker's own packages come from there, and it is not reachable. Bring the network up, or choose an engine of Debian's packages."
}

# machine_base SUITE: Debian's own image where Docker Hub is reachable, else the same from Debian's mirror. Prints its name.
machine_base() {
  local base before suite=$1
  if hub_reachable && docker pull -q "debian:$suite-slim" >/dev/null 2>&1; then
    echo "debian:$suite-slim"
    return
  fi
  base=seaworthy/base:$suite-$(hash_of "$root_file_system_recipe")
  if made_this_week "$base"; then
    echo "$base"
    return
  fi
  ensure_mmdebstrap >&2
  say "setup: Docker Hub is not reachable; making the base from $(debian_mirror)" >&2
  make_root_file_system "$suite" "$scratch/$suite.tar" || fail "no Debian base could be made" "$scratch/$suite.tar.log"
  before=$(image_id "$base")
  docker import --change 'LABEL seaworthy=1' "$scratch/$suite.tar" "$base" >/dev/null || fail "the Debian base could not be imported; is the disk full?"
  rm -f "$scratch/$suite.tar"
  remove_older "$base" "$before"
  echo "$base"
}

# made_this_week IMAGE: whether it exists and its packages are not stale.
made_this_week() {
  local created
  created=$(docker image inspect --format '{{.Created}}' "$1" 2>/dev/null) || return 1
  [ "$(date -d "$created" +%s 2>/dev/null || echo 0)" -gt $(($(date +%s) - 7 * 86400)) ]
}

ensure_mmdebstrap() {
  if command -v mmdebstrap >/dev/null && [ -e /usr/share/keyrings/debian-archive-keyring.gpg ]; then return; fi
  has_apt || by_hand "a way to Docker Hub" "Docker Hub is not reachable, and only Debian and Ubuntu can make the machine image without it." "Bring the network up, then again:  npm run setup"
  install_packages "to make images without Docker Hub" mmdebstrap debian-archive-keyring
}

# collect_extra_authorities FOLDER: certificate authorities that were added to this computer.
collect_extra_authorities() {
  mkdir -p "$1"
  : >"$1/none.txt"
  if [ -d /usr/local/share/ca-certificates ]; then
    find /usr/local/share/ca-certificates -type f -name '*.crt' -exec cp {} "$1/" \;
  fi
}
