# npm and yarn as the official image of Node has them: from the registry of npm, where this project's own packages come from.
# Debian's npm would bring 380 packages. Sourced.
# shellcheck shell=bash disable=SC2154

node_tools='npm@10.8.2 yarn@1.22.22'

unpack_node_tools() {
  local tool folder
  mkdir -p "$scratch/node"
  cp "$registry_recipe/node/"* "$scratch/node/"
  for tool in $node_tools; do
    folder=$scratch/node/${tool%@*}
    (cd "$scratch" && npm pack --silent "$tool") >"$scratch/npm.log" 2>&1 || fail "$tool could not be had from the registry of npm" "$scratch/npm.log"
    mkdir -p "$folder"
    tar -xzf "$scratch/${tool/@/-}.tgz" -C "$folder" --strip-components 1
    rm -rf "$folder/docs" "$folder/man"
  done
}

# The recipe of node is completed with what was unpacked; the other ones are as they are.
context_of() { if [ "$1" = node ]; then printf '%s\n' "$scratch/node"; else printf '%s\n' "$registry_recipe/$1"; fi; }
