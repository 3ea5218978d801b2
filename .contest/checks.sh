# shellcheck shell=bash
# What must hold before anything starts; each failure names its cure.

open_folders() {
  local folder
  for folder in "$data/logs" "$built/stamps"; do
    { mkdir -p "$folder" 2>/dev/null && [[ -w $folder ]]; } ||
      die "$folder cannot be written by $(id -un): it was made by another user (with sudo?), so use sudo again or change its owner."
  done
  chmod 700 "$data"
}

check_space() {
  local free=$(($(df -Pk "$here" | awk 'NR == 2 { print $4 }') / 1024))
  ((free >= $1)) || die "Only $free MB are free in $here, and $1 MB are needed: make room and try again."
}

check_port() {
  ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null ||
    die "Port $1 is taken by another program: choose another one, such as ./contest up --port $(($1 + 1))."
}

# Asking an SDK for its version takes longer than most of what is done here, so it is asked again only when it has changed.
check_dotnet() {
  local folder parts
  for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /opt/dotnet; do
    if command -v dotnet >/dev/null; then break; fi
    if [[ -x $folder/dotnet ]]; then PATH=$folder:$PATH; fi
  done
  command -v dotnet >/dev/null || die "There is no .NET SDK here: install version 10.0. (For one in your own folder: sudo env PATH=\"\$PATH\" ./contest …)"
  parts=("$(command -v dotnet)" "$(dirname "$(readlink -f "$(command -v dotnet)")")/sdk" "$here/global.json")
  if [[ $(stat -Lc '%n %s %Y' "${parts[@]}") == "$(cat "$built/stamps/dotnet" 2>/dev/null)" ]]; then return; fi
  # Asked without ICU, which may have yet to be installed.
  (cd "$here" && DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 dotnet --version) >/dev/null 2>&1 ||
    die "This needs a .NET SDK 10.0 ($(grep -o '[0-9.]\{5,\}' "$here/global.json") or newer), and there is only: $(dotnet --list-sdks | cut -d' ' -f1 | xargs)."
  stat -Lc '%n %s %Y' "${parts[@]}" >"$built/stamps/dotnet"
}

check_node() {
  { command -v npm && command -v node; } >/dev/null || die "There is no Node.js with npm: install Node.js 18 or newer."
  { [[ $(node --version) =~ ^v([0-9]+) ]] && ((BASH_REMATCH[1] >= 18)); } ||
    die "Node.js $(node --version) is too old: install Node.js 18 or newer."
}
