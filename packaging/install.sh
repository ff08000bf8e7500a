#!/bin/sh
# Installs Mission Countdown from this folder for you alone, or with --prefix /usr/local for all.
set -eu

usage() {
    echo "usage: $0 [--prefix FOLDER] [--uninstall]   (FOLDER is ~/.local unless given)"
    exit "$1"
}

prefix=${HOME:-}/.local
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
    /*) ;;
    *) prefix=$PWD/$prefix ;;
esac
here=$(cd "$(dirname "$0")" && pwd)
home=$prefix/lib/mission-countdown
list=$home/installed  # every file outside of $home, one a line, below $prefix

remove() {
    [ -f "$list" ] || return 0
    while IFS= read -r file; do
        rm -f "$prefix/$file"
        rmdir -p "$(dirname "$prefix/$file")" 2>/dev/null || :
    done <"$list"
    rm -rf "$home"
    rmdir -p "$prefix/lib" 2>/dev/null || :
}

# What desktops keep beside the files themselves; each does without.
refresh() {
    applications=$prefix/share/applications
    mime=$prefix/share/mime
    icons=$prefix/share/icons/hicolor
    [ ! -d "$applications" ] || update-desktop-database -q "$applications" || :
    [ ! -d "$mime/packages" ] || update-mime-database "$mime" || :
    [ ! -f "$icons/icon-theme.cache" ] || gtk-update-icon-cache -q -t "$icons" || :
} >/dev/null 2>&1

if [ "$uninstall" ]; then
    [ -f "$list" ] || { echo "$0: nothing of it is installed in $prefix" >&2; exit 1; }
    remove
    refresh
    echo "Mission Countdown is gone from $prefix. Your preferences and missions stay."
    exit 0
fi

if [ -e "$home" ] && [ ! -f "$list" ]; then
    echo "$0: $home is there, but not from here; move it away first" >&2
    exit 1
fi
remove
mkdir -p "$home"
(cd "$here" && find bin share -type f -o -type l) >"$list"
for folder in bin lib share; do
    mkdir -p "$prefix/$folder"
    cp -R -P "$here/$folder/." "$prefix/$folder/"
done
# Started by its full name: not everybody's PATH has the folder.
entry=$prefix/share/applications/mission-countdown.desktop
sed "s|^Exec=countdown|Exec=\"$prefix/bin/countdown\"|" "$here/share/applications/mission-countdown.desktop" >"$entry"
refresh
echo "Installed: $prefix/bin/countdown"
