#!/bin/sh
# Installs Mission Countdown from this folder for you alone, or with --prefix /usr/local for all.
set -eu

usage() {
    echo "usage: $0 [--prefix FOLDER] [--uninstall]   (FOLDER is ~/.local unless given)"
    exit "$1"
}

prefix=${HOME:+$HOME/.local}
uninstall=
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) [ $# -ge 2 ] || usage 2; prefix=$2; shift ;;
        --prefix=*) prefix=${1#*=} ;;
        --uninstall) uninstall=yes ;;
        -h|--help) usage 0 ;;
        *) usage 2 >&2 ;;
    esac
    shift
done
case $prefix in
    "") echo "$0: HOME is not set; say where to with --prefix" >&2; exit 2 ;;
    /*) ;;
    *) prefix=$PWD/$prefix ;;
esac
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
home=$prefix/lib/mission-countdown
list=$home/installed  # every file outside of $home, one a line, below $prefix

applications=$prefix/share/applications
mime=$prefix/share/mime
icons=$prefix/share/icons/hicolor

# Everything that was brought; its folders too, if they are empty by then, but never the prefix.
remove() {
    [ -f "$list" ] || return 0
    while IFS= read -r file; do
        rm -f "$prefix/$file"
    done <"$list"
    refresh
    while IFS= read -r file; do
        (cd "$prefix" && rmdir -p "$(dirname "$file")") 2>/dev/null || :
    done <"$list"
    rm -rf "$home"
    rmdir "$prefix/lib" 2>/dev/null || :
}

# What desktops keep beside the files themselves; each does without.
refresh() {
    [ ! -d "$applications" ] || update-desktop-database -q "$applications" || :
    [ ! -d "$mime/packages" ] || update-mime-database "$mime" || :
    [ ! -f "$icons/icon-theme.cache" ] || gtk-update-icon-cache -q -t "$icons" || :
    # Nothing else is left to be known by these.
    [ "$(ls -A "$applications")" != mimeinfo.cache ] || rm "$applications/mimeinfo.cache"
    [ ! -d "$mime/packages" ] || [ "$(ls -A "$mime/packages")" ] || (
        cd "$mime"
        rm -f XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses \
            treemagic types version
        rmdir application || :
    )
} >/dev/null 2>&1

# As a desktop entry has it: in quotes, and with the escapes of these and of the entry itself.
quoted() {
    printf '"%s"' "$(printf '%s\n' "$1" | sed 's/\\/\\\\\\\\/g; s/["`$]/\\\\&/g; s/%/%%/g')"
}

if [ "$uninstall" ]; then
    [ -f "$list" ] || { echo "$0: nothing of it is installed in $prefix" >&2; exit 1; }
    remove
    echo "Mission Countdown is gone from $prefix. Your preferences and missions stay."
    exit 0
fi

for file in "$home" "$prefix/bin/countdown"; do
    if [ -e "$file" ] && [ ! -f "$list" ]; then
        echo "$0: $file is there, but not from here; move it away first" >&2
        exit 1
    fi
done
[ "$(id -u)" != 0 ] || umask 022  # what root installs is for all
remove
mkdir -p "$home"
(cd "$here" && find bin share -type f -o -type l) >"$list"
for folder in bin lib share; do
    mkdir -p "$prefix/$folder"
    cp -R -P "$here/$folder/." "$prefix/$folder/"
done
# Started by its full name: not everybody's PATH has the folder.
program=$(quoted "$prefix/bin/countdown")
while IFS= read -r line; do
    case $line in
        Exec=countdown*) line=Exec=$program${line#Exec=countdown} ;;
    esac
    printf '%s\n' "$line"
done <"$here/share/applications/mission-countdown.desktop" \
    >"$applications/mission-countdown.desktop"
refresh
echo "Installed: $prefix/bin/countdown"
