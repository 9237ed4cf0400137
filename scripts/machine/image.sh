# The image of the machines. Its tag is a hash of its recipe and of what makes its base. Sourced.
# shellcheck shell=bash disable=SC2154

machine_recipe=$home/src/machine/image
machine_image() { printf 'seaworthy/machine:%s\n' "$(hash_of "$machine_recipe" "$root_file_system_recipe")"; }

check_machine_image() {
  local image
  image=$(machine_image)
  if image_exists "$image"; then say "machine image: ok ($image)"; else say "machine image: missing: $image"; return 3; fi
}

ensure_machine_image() {
  local image base
  image=$(machine_image)
  if image_exists "$image"; then return; fi
  scratch_folder
  need_space "$scratch" 500
  need_space "$(docker info --format '{{.DockerRootDir}}' 2>/dev/null)" 2500
  say "setup: building the machine image $image (a few minutes, once)"
  base=$(machine_base)
  mkdir "$scratch/machine"
  cp "$machine_recipe"/* "$scratch/machine/"
  collect_extra_authorities "$scratch/machine/extra-ca"
  docker build --force-rm --build-arg "BASE=$base" -t "$image" "$scratch/machine" >"$scratch/machine.log" 2>&1 ||
    fail "the machine image could not be built" "$scratch/machine.log"
  remove_older "$image"
}

# Debian's own image where Docker Hub is reachable, else the same from Debian's mirror. Prints its name.
machine_base() {
  local base
  if hub_reachable && docker pull -q debian:forky-slim >/dev/null 2>&1; then
    echo debian:forky-slim
    return
  fi
  base=seaworthy/base:forky-$(hash_of "$root_file_system_recipe")
  if made_this_week "$base"; then
    echo "$base"
    return
  fi
  ensure_mmdebstrap >&2
  say "setup: Docker Hub is not reachable; making the base from $(debian_mirror)" >&2
  make_root_file_system forky "$scratch/forky.tar" || fail "no Debian base could be made" "$scratch/forky.tar.log"
  docker import --change 'LABEL seaworthy=1' "$scratch/forky.tar" "$base" >/dev/null || fail "the Debian base could not be imported; is the disk full?"
  rm -f "$scratch/forky.tar"
  remove_older "$base"
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

