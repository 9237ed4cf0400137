# Small images with the names and habits of the official ones, made from Debian's packages. Sourced.
# shellcheck shell=bash disable=SC2154

stand_in=seaworthy/stand-in

make_stand_ins() {
  make_debian bookworm &
  local bookworm=$!
  make_debian trixie || fail "no stand-in of debian:trixie could be made" "$scratch/trixie.tar.log"
  make_from_recipe busybox &
  local busybox=$!
  make_from_recipe nginx || fail "no stand-in of nginx could be made" "$scratch/nginx.log"
  wait "$busybox" || fail "no stand-in of busybox could be made" "$scratch/busybox.log"
  make_from_recipe hello-world || fail "no stand-in of hello-world could be made" "$scratch/hello-world.log"
  wait "$bookworm" || fail "no stand-in of debian:bookworm could be made" "$scratch/bookworm.tar.log"
}

# An earlier setup that failed half-way has left what it finished.
make_debian() {
  if made_this_week "$stand_in-debian:$1"; then return; fi
  make_root_file_system "$1" "$scratch/$1.tar" &&
    docker import --change 'CMD ["bash"]' --change 'LABEL org.seaworthy.stand-in=true' "$scratch/$1.tar" "$stand_in-debian:$1" >/dev/null &&
    rm -f "$scratch/$1.tar"
}

make_from_recipe() { docker build --force-rm -t "$stand_in-$1" "$registry_recipe/$1" >"$scratch/$1.log" 2>&1; }

# Each line: the image here, and the names that the registry gives it.
stand_in_names() {
  local nginx
  nginx=$(docker run --rm --label seaworthy=1 --entrypoint nginx "$stand_in-nginx" -v 2>&1 | sed -n 's|.*nginx/\([0-9.]*\).*|\1|p')
  cat <<NAMES
$stand_in-hello-world hello-world:latest hello-world:linux
$stand_in-busybox busybox:latest busybox:stable busybox:1 busybox:musl busybox:glibc
$stand_in-debian:trixie debian:latest debian:stable debian:stable-slim debian:trixie debian:trixie-slim debian:13 debian:13-slim
$stand_in-debian:bookworm debian:bookworm debian:bookworm-slim debian:oldstable debian:12 debian:12-slim
$stand_in-nginx nginx:latest nginx:stable nginx:1 nginx:${nginx%.*} nginx:$nginx
NAMES
}

# fill_registry IMAGE: pushes the stand-ins into a registry that only this computer can reach, then keeps it as an image.
fill_registry() {
  local server port names
  stand_in_names >"$scratch/names"
  server=$(docker run -d --label seaworthy=1 --label seaworthy.role=setup -p 127.0.0.1::5000 --entrypoint docker-registry "$(machine_image)" \
    serve /usr/local/lib/seaworthy/registry.yml) || fail "the registry did not start"
  port=$(docker port "$server" 5000/tcp | sed -n 's/^127\.0\.0\.1://p' | head -n 1)
  docker exec "$server" sh -c 'for try in $(seq 100); do curl -fsS http://localhost:5000/v2/ >/dev/null 2>&1 && exit; sleep 0.1; done; exit 1' ||
    { docker rm -fv "$server" >/dev/null; fail "the registry does not answer"; }
  push_all "$port" || { docker rm -fv "$server" >/dev/null; fail "the stand-ins could not be pushed" "$scratch/push.log"; }
  names=$(cut -d' ' -f2- "$scratch/names" | tr '\n' ' ')
  docker stop -t 5 "$server" >/dev/null
  docker commit --change "LABEL seaworthy=1 seaworthy.role=registry seaworthy.registry=stand-in seaworthy.stand-ins=\"${names% }\"" \
    "$server" "$1" >/dev/null || fail "the registry could not be kept; is the disk full?"
  docker rm -fv "$server" >/dev/null
  # What they were made from and with; no name is left on the last one.
  { cut -d' ' -f1 "$scratch/names"; docker images -q --filter dangling=true --filter label=seaworthy.stage=stand-in; } |
    xargs docker rmi >/dev/null 2>&1 || true
  remove_older "$1"
}

push_all() {
  local image names name target
  while read -r image names; do
    for name in $names; do
      target=localhost:$1/library/$name
      docker tag "$image" "$target" && docker push -q "$target" >>"$scratch/push.log" 2>&1 || return 1
      docker rmi "$target" >/dev/null
    done
  done <"$scratch/names"
}
