# The image of the registry that machines pull from: a cache of Docker Hub, or stand-ins made from Debian's packages.
# Its tag is a hash of this folder and of what makes the base of the stand-ins; it exists only when it is complete. Sourced.
# shellcheck shell=bash disable=SC2154

registry_recipe=$home/scripts/registry
registry_image() { printf 'seaworthy/registry:%s\n' "$(hash_of "$registry_recipe" "$root_file_system_recipe")"; }
registry_kind() { docker image inspect --format '{{index .Config.Labels "seaworthy.registry"}}' "$1" 2>/dev/null; }

check_registry_image() {
  local image kind
  image=$(registry_image)
  if kind=$(registry_kind "$image"); then say "registry: ok ($kind)"; else say "registry: missing: $image"; return 3; fi
}

ensure_registry_image() {
  local image kind
  image=$(registry_image)
  kind=$(registry_kind "$image" || true)
  case "$kind" in
    cache) return ;;
    stand-in) hub_reachable || return 0 ;;
    *) hub_reachable || { build_stand_ins "$image"; return; } ;;
  esac
  say "setup: the registry will be a cache of Docker Hub"
  printf 'FROM %s\nLABEL seaworthy=1 seaworthy.role=registry seaworthy.registry=cache seaworthy.stand-ins=""\n' "$(machine_image)" |
    docker build -q -t "$image" - >/dev/null 2>&1 || fail "the registry's image could not be made"
}

build_stand_ins() {
  # shellcheck source=scripts/registry/stand-ins.sh
  source "$registry_recipe/stand-ins.sh"
  # shellcheck source=scripts/registry/node-tools.sh
  source "$registry_recipe/node-tools.sh"
  # shellcheck source=scripts/registry/fill.sh
  source "$registry_recipe/fill.sh"
  scratch_folder
  need_space "$scratch" 700
  need_space "$(docker info --format '{{.DockerRootDir}}' 2>/dev/null)" 6000
  ensure_mmdebstrap
  say "setup: Docker Hub is not reachable; building stand-ins of $(stand_in_titles) (several minutes, once)"
  make_stand_ins
  fill_registry "$1"
}
