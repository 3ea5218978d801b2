# shellcheck shell=bash
# What is built, and everything that comes before it.

# build PROJECT SOURCES...: nothing to do when no source has changed since the last time.
build() {
  local project=$1 name stamp; shift
  name=$(basename "$project")
  stamp=$(cd "$here" && find "$@" ./*.props ./*.sln global.json .editorconfig BannedSymbols.txt \
    \( -name node_modules -o -path '*/wwwroot/assets' -o -name bin -o -name obj \) -prune -o -type f -printf '%p %s %T@\n' | sort | sha256sum)
  [[ $(cat "$built/stamps/$name" 2>/dev/null) == "$stamp" ]] && return
  # Fresh processes end with the build. Who only runs it need not wait for the analyzers, a third of the time.
  if [[ $project == *.sln ]]; then set --; else set -- -p:RunAnalyzers=false; fi
  step "Building ${name%.*}" dotnet build "$here/$project" -c Release -v quiet -nologo -p:UseSharedCompilation=false "$@" ||
    die "$name does not build: the compiler's words are above and in $log."
  printf '%s' "$stamp" >"$built/stamps/$name.new"
  mv "$built/stamps/$name.new" "$built/stamps/$name"
}

# build_debug PROJECT: for the inner loop. The compiler stays awake for the next time, so it gets none of our locks.
build_debug() {
  step "Building $(basename "$1" .csproj)" env -u MSBUILDDISABLENODEREUSE RunAnalyzers=false \
    dotnet build "$here/$1" -c Debug -v quiet -nologo 8>&- 9>&- ||
    die "$(basename "$1") does not build: the compiler's words are above and in $log."
}

configuration=release
program() { printf '%s' "$built/bin/$1/$configuration/$1.dll"; }

# enter SPACE: one at a time in this folder; whoever comes second waits.
enter() {
  local space=$1
  open_folders
  find "$log" -size +10M -delete 2>/dev/null || true
  exec 8>"$data/setup.lock"
  flock -n 8 || { say "  Another contest is setting up here, waiting …"; flock 8; }
  if [[ -d $built/bin ]]; then space=300; fi
  check_space "$space"
  check_dotnet
}

leave() { exec 8>&-; }

# prepare SPACE CHECK... build PROJECT SOURCES...: all that a program which judges needs; found done by whoever waited.
prepare() {
  enter "$1"
  shift
  want_basics
  want_engine
  while [[ $1 != build* ]]; do "$1"; shift; done
  install_wanted
  use_engine
  step "Preparing the languages' boxes" "$here/sandbox-images/build" || die "The boxes could not be built: see above and $log."
  "$@"
  leave
}
