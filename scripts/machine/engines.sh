# The engines that machines can have, from src/machine/image/engines.txt (src/machine/engines.ts reads it too). Sourced.
# shellcheck shell=bash disable=SC2154

# "name suite packages", a line for each engine; the first one is the default.
engine_rows() { sed -e '/^#/d' -e '/^$/d' "$home/src/machine/image/engines.txt" | tr -s ' '; }

engine_names() { engine_rows | cut -d ' ' -f 1; }

default_engine() { engine_names | sed -n 1p; }

# engine_row NAME: its row; fails where there is no such engine.
engine_row() { engine_rows | awk -v name="$1" '$1 == name { print; found = 1 } END { exit !found }'; }
