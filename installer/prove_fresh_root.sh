#!/usr/bin/env bash
# Proves that a fresh clone works on a Debian 12 with nothing but python3, git and make.
#
#   prove_fresh_root.sh FOLDER [TARGET...]
#
# Makes a Debian 12 in FOLDER with debootstrap (kept and reused: remove it to begin anew), clones the committed state
# of this checkout into it and runs the make targets there, "run" and "test" unless others are named, each timed.
# Needs root and debootstrap. How the registries are reached (proxy, certificates, pip's configuration) is taken over
# from this machine.
set -euo pipefail

if [ "$#" -lt 1 ]; then
    sed -n '2,9s/^# \{0,1\}//p' "$0"
    exit 2
fi
folder="$(mkdir -p "$1" && cd "$1" && pwd)"
shift
targets=("$@")
if [ "$#" -eq 0 ]; then targets=(run test); fi
checkout="$(cd "$(dirname "$0")/.." && pwd)"
root="$folder/root"

mounted=()
leave() {
    for ((i = ${#mounted[@]} - 1; i >= 0; i--)); do umount -l "${mounted[i]}" || true; done
}
trap leave EXIT

if [ ! -e "$root/etc/debian_version" ]; then
    echo "== a fresh Debian 12"
    time debootstrap --variant=minbase --include=python3,git,make,ca-certificates bookworm "$root" >"$folder/debootstrap.log"
fi

for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/ssl/certs/ca-certificates.crt; do
    if [ -e "$file" ]; then cp -L "$file" "$root$file"; fi
done
for file in /etc/apt/apt.conf.d/*proxy*; do
    if [ -e "$file" ]; then cp "$file" "$root$file"; fi
done

mount -t proc proc "$root/proc" && mounted+=("$root/proc")
mount --rbind /dev "$root/dev" && mounted+=("$root/dev")

echo "== a fresh clone"
rm -rf "$root/home/fresh" && mkdir -p "$root/home/fresh"
git -C "$checkout" bundle create --quiet "$root/home/fresh/checkout.bundle" HEAD
if [ -d "$checkout/../shared/data" ]; then
    mkdir -p "$root/home/fresh/shared" && cp -R "$checkout/../shared/data" "$root/home/fresh/shared/"
fi

inside() {
    chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        LANG=C.UTF-8 "${passed_on[@]}" /bin/bash -c "$1"
}
passed_on=()
for name in PIP_CERT PIP_DEFAULT_TIMEOUT http_proxy https_proxy no_proxy SSL_CERT_FILE; do
    if [ -n "${!name:-}" ]; then passed_on+=("$name=${!name}"); fi
done

inside 'cd /home/fresh && git -c advice.detachedHead=false clone -q checkout.bundle checkout && git -C checkout log --oneline -1'
for target in "${targets[@]}"; do
    echo "== make $target"
    inside "cd /home/fresh/checkout && time make $target"
done
echo "== the set-up again, with nothing to do"
inside 'cd /home/fresh/checkout && time make set-up'
