# shellcheck shell=bash
# What is installed from the system's packages, after saying so.

as_root() { if [[ $EUID == 0 ]]; then "$@"; else sudo "$@"; fi; }

may_become_root() {
  if [[ $EUID == 0 ]] || sudo -n true 2>/dev/null; then return; fi
  { command -v sudo && [[ -t 0 ]]; } >/dev/null || die "Installing packages needs root: run this as root or with sudo."
  say "  sudo asks for your password; it is kept nowhere here."
  sudo -v || die "Installing packages needs root, and sudo refused."
}

# A key press that would stop us must not stop the installer half way.
apt() { (trap '' INT && as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 -o Dpkg::Options::=--force-confold "$@"); }
apt_install() { apt install -y --no-install-recommends "$@" || { apt update && apt install -y --no-install-recommends "$@"; }; }

packages=() reasons=()
want() { packages+=("${@:2}"); reasons+=("    ${*:2}: $1"); }

# Installs what was wanted, after saying so.
install_wanted() {
  [[ ${#packages[@]} == 0 ]] && return
  command -v apt-get >/dev/null || die "Missing here: ${packages[*]}. Without apt-get (Debian, Ubuntu) install the like by hand."
  say "To be installed from the system's packages:"
  printf '%s\n' "${reasons[@]}"
  may_become_root
  if [[ " ${packages[*]} " == *" postgresql "* ]]; then no_system_cluster; fi
  if ! apt-cache show "${packages[@]}" >/dev/null 2>&1; then step "Reading the package lists" apt update || true; fi
  step "Installing ${packages[*]}" apt_install "${packages[@]}" ||
    die "The packages could not be installed (above and in $log). Cure: run apt-get update as root, see what it says, then start again."
  packages=() reasons=()
}

want_basics() {
  command -v curl >/dev/null || want "to speak with the Docker engine and the arena" curl
  [[ -e /etc/ssl/certs/ca-certificates.crt ]] || want "to know the servers that packages come from" ca-certificates
  [[ -e /usr/share/zoneinfo/Asia/Ho_Chi_Minh ]] || want "times are shown as in Viet Nam" tzdata
  if ! ldconfig -p | grep -q libicuuc; then want "Vietnamese order of letters, for .NET" "$(icu_here)"; fi
  { command -v gcc && [[ -e /usr/include/stdlib.h ]]; } >/dev/null || want "compiles the small C program that watches over each box" gcc libc6-dev
}

icu_here() { case $(sed -n "s/^VERSION_CODENAME=//p" /etc/os-release) in jammy) say libicu70 ;; noble) say libicu74 ;; *) say libicu72 ;; esac; }

want_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || want "$1" postgresql; }

want_for_tests() {
  want_postgres "tests run on a real PostgreSQL that they start themselves"
  [[ -x /usr/bin/chromium ]] && return
  ! grep -qi '^ID=ubuntu' /etc/os-release ||
    die "Ubuntu has Chromium as a snap only, which tests cannot use: install a Chromium or Chrome package and link it to /usr/bin/chromium."
  want "tests walk through the pages in a real browser" chromium
}

# The package would make and start a database server for the whole system, which nobody here needs.
no_system_cluster() {
  [[ -e /etc/postgresql-common/createcluster.conf ]] && return
  as_root mkdir -p /etc/postgresql-common
  say "create_main_cluster = false" | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
}
