# The minimal Debian below every image that is made without Docker Hub. It counts for their tags. Sourced.
# shellcheck shell=bash disable=SC2034,SC2154

root_file_system_recipe=$home/scripts/machine/root-file-system.sh

# make_root_file_system SUITE TARBALL: a minimal Debian, without documentation; says why it failed in TARBALL.log.
make_root_file_system() {
  as_root mmdebstrap --quiet --variant=minbase \
    --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='force-unsafe-io' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --customize-hook='rm -f "$1"/etc/apt/apt.conf.d/99mmdebstrap "$1"/etc/dpkg/dpkg.cfg.d/99mmdebstrap "$1"/etc/hostname "$1"/etc/resolv.conf' \
    "$1" "$2" "$(debian_mirror)" >"$2.log" 2>&1
}
