# Small images with the names and habits of the official ones, made from Debian's packages as stand-ins.txt says. Sourced.
# shellcheck shell=bash disable=SC2154

stand_in=seaworthy/stand-in
# As many as two cores and one connection keep busy.
builds_at_once=3

# Prints the lines of the list, without comments; arguments narrow them to an image and a suite.
listed() { awk -v image="${1:-}" -v suite="${2:-}" '/^[^#]/ && (image == "" || $1 == image) && (suite == "" || $2 == suite)' "$registry_recipe/stand-ins.txt"; }
stand_in_titles() { listed | awk '!seen[$1]++ { printf "%s%s", sep, $1; sep = ", " }'; }

make_stand_ins() {
  local image suite
  for suite in $(listed debian | awk '{ print $2 }'); do in_background make_root "$suite"; done
  unpack_node_tools
  all_done
  for suite in $(listed debian | awk '{ print $2 }'); do make_listed debian "$suite"; done
  make_listed busybox trixie
  # The lines of an image and a suite share layers: one after the other, they take these from each other.
  while read -r image suite; do
    in_background make_listed "$image" "$suite"
  done < <(listed | awk '$1 != "debian" && $1 != "busybox" && !seen[$1, $2]++ { print $1, $2 }')
  all_done
}

# in_background COMMAND…: as soon as there is room; it says itself why it fails, and all_done ends setup then.
in_background() {
  while [ "$(jobs -rp | wc -l)" -ge "$builds_at_once" ]; do wait -n || true; done
  [ ! -e "$scratch/failed" ] || all_done
  { ("$@" </dev/null) || : >"$scratch/failed"; } &
}

all_done() {
  wait
  [ ! -e "$scratch/failed" ] || exit 1
}

# An earlier setup that failed half-way has left what it finished.
make_root() {
  local image
  image=$stand_in-root:$1-$(hash_of "$root_file_system_recipe")
  if ! made_this_week "$image"; then
    make_root_file_system "$1" "$scratch/$1.tar" || fail "no stand-in of debian:$1 could be made" "$scratch/$1.tar.log"
    docker import "$scratch/$1.tar" "$image" >/dev/null || fail "debian:$1 could not be imported; is the disk full?"
    rm -f "$scratch/$1.tar"
  fi
  docker tag "$image" "$stand_in-root:$1"
}

# make_listed IMAGE SUITE: all lines of them, in their order.
make_listed() {
  local name suite part rest from=''
  while read -r name suite part rest; do
    if [ "$part" = alpine-like ]; then
      build "$from-alpine" alpine-like --build-arg "OF=$from" --build-arg "AS=$(user_of "$from")"
    else
      from=$(built_name "$name" "$suite" "$part")
      # shellcheck disable=SC2046 # two words or none
      build "$from" "$name" --build-arg "SUITE=$suite" $([ "$part" = - ] || echo --target "$part")
    fi
  done < <(listed "$1" "$2")
}

# built_name IMAGE SUITE PART: what follows "seaworthy/stand-in-" in the name of the image here.
built_name() { if [ "$3" = - ]; then printf '%s:%s\n' "$1" "$2"; else printf '%s:%s-%s\n' "$1" "$2" "$3"; fi; }

user_of() { docker image inspect --format '{{or .Config.User "root"}}' "$stand_in-$1"; }

# build NAME FOLDER ARGUMENT…
build() {
  local name=$1 folder=$2 log=$scratch/${1//:/-}.log
  shift 2
  docker build --force-rm "$@" -t "$stand_in-$name" "$(context_of "$folder")" >"$log" 2>&1 </dev/null ||
    fail "no stand-in of $name could be made" "$log"
}
