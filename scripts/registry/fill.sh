# The stand-ins get their names and go into a registry, which is kept as an image. Sourced.
# shellcheck shell=bash disable=SC2154

# Each line: an image here, and the names that the registry gives it.
stand_in_names() {
  local image suite part endings package others from='' here version
  while read -r image suite part endings package others; do
    if [ "$part" = alpine-like ]; then here=$from-alpine; else here=$(built_name "$image" "$suite" "$part"); from=$here; fi
    # An alpine-like image no longer knows its packages, but its version is the one of the line above.
    [ "$part" = alpine-like ] || [ "$package" = - ] || version=$(version_of "$stand_in-$here" "$package")
    printf '%s' "$stand_in-$here"
    { if [ "$package" != - ]; then version_tags "$version" "$endings"; fi; printf '%s\n' $others; } | while read -r tag; do
      [ -z "$tag" ] || printf ' %s:%s' "$image" "$tag"
    done
    printf '\n'
  done < <(listed) | without_repeats
}

version_of() {
  docker run --rm --label seaworthy=1 --entrypoint dpkg-query "$1" -W -f '${source:Upstream-Version}\n' "$2" </dev/null | sed 's/^\([0-9][0-9.]*\).*/\1/'
}

# version_tags 8.0.2 -,alpine: 8.0.2 8.0 8 latest 8.0.2-alpine 8.0-alpine 8-alpine alpine, a line each.
version_tags() {
  local ending version
  for ending in ${2//,/ }; do
    if [ "$ending" = - ]; then ending=''; fi
    version=$1
    while printf '%s\n' "$version${ending:+-$ending}"; [[ "$version" == *.* ]]; do version=${version%.*}; done
    printf '%s\n' "${ending:-latest}"
  done
}

# A name stays with the line that has it first.
without_repeats() { awk '{ line = $1; for (i = 2; i <= NF; i++) if (!seen[$i]++) line = line " " $i; print line }'; }

# fill_registry IMAGE: pushes the stand-ins into a registry that only this computer can reach, then keeps it as an image.
fill_registry() {
  local server port names
  stand_in_names >"$scratch/names"
  server=$(docker run -d --label seaworthy=1 --label seaworthy.role=setup -p 127.0.0.1::5000 --entrypoint docker-registry "$(machine_image)" \
    serve /usr/local/lib/seaworthy/registry.yml) || fail "the registry did not start"
  port=$(docker port "$server" 5000/tcp | sed -n 's/^127\.0\.0\.1://p' | head -n 1)
  docker exec "$server" sh -c 'for try in $(seq 100); do curl -fsS http://localhost:5000/v2/ >/dev/null 2>&1 && exit; sleep 0.1; done; exit 1' ||
    { docker rm -fv "$server" >/dev/null; fail "the registry does not answer"; }
  { push_all "$port" && name_all "$server"; } || { docker rm -fv "$server" >/dev/null; fail "the stand-ins could not be pushed" "$scratch/push.log"; }
  names=$(cut -d' ' -f2- "$scratch/names" | tr '\n' ' ')
  docker stop -t 5 "$server" >/dev/null
  docker commit --change "LABEL seaworthy=1 seaworthy.role=registry seaworthy.registry=stand-in seaworthy.stand-ins=\"${names% }\"" \
    "$server" "$1" >/dev/null || fail "the registry could not be kept; is the disk full?"
  docker rm -fv "$server" >/dev/null
  remove_stages
  remove_older "$1"
}

# The first name of each image is pushed; the other ones are for the registry alone to write down.
# A push was seen to wait for ever after the computer had slept.
push_all() {
  local image name rest target
  while read -r image name rest; do
    target=localhost:$1/library/$name
    docker tag "$image" "$target" && timeout 300 docker push -q "$target" >>"$scratch/push.log" 2>&1 </dev/null || return 1
    docker rmi "$target" >/dev/null
  done <"$scratch/names"
}

name_all() {
  docker exec -i "$1" sh -c '
    type=application/vnd.docker.distribution.manifest.v2+json
    while read -r image first rest; do
      at=http://localhost:5000/v2/library/${first%:*}/manifests
      curl -fsS -H "Accept: $type" "$at/${first#*:}" -o /tmp/manifest </dev/null || exit 1
      for name in $rest; do
        curl -fsS -X PUT -H "Content-Type: $type" --data-binary @/tmp/manifest "$at/${name#*:}" </dev/null || exit 1
      done
    done
    rm -f /tmp/manifest' <"$scratch/names" >>"$scratch/push.log" 2>&1
}

# What the stand-ins were made from and with. Images that others are made from lose their names here, and go with those.
remove_stages() {
  docker images --filter "reference=$stand_in-*" --format '{{.Repository}}:{{.Tag}}' | xargs -r docker rmi >/dev/null 2>&1 || true
  docker images -q --filter dangling=true --filter label=seaworthy.stage=stand-in | xargs -r docker rmi >/dev/null 2>&1 || true
}
