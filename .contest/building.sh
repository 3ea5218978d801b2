# shellcheck shell=bash
# What is built, and everything that comes before it.

# build PROJECT SOURCES...: nothing to do when no source has changed since the last time. Who only runs it need not wait for the
# analyzers, a third of the time; with analyzers=true they look it over, and what they have seen need not be built again.
analyzers=false
build() {
  local project=$1 name stamp file; shift
  name=$(basename "$project")
  file=$built/stamps/$name
  stamp=$(cd "$here" && find "$@" ./*.props ./*.sln global.json .editorconfig BannedSymbols.txt \
    \( -name node_modules -o -path '*/wwwroot/assets' -o -name bin -o -name obj \) -prune -o -type f -printf '%p %s %T@\n' | sort | sha256sum)
  if [[ $analyzers == true ]]; then file=$file.analyzed; fi
  [[ $(cat "$file" 2>/dev/null) == "$stamp" ]] && return
  # Fresh processes end with the build.
  step "Building ${name%.*}" dotnet build "$here/$project" -c Release -v quiet -nologo -p:UseSharedCompilation=false \
    -p:RunAnalyzers=$analyzers || die "$name does not build: the compiler's words are above and in $log."
  printf '%s' "$stamp" >"$file.new"
  mv "$file.new" "$file"
  if [[ $analyzers == true ]]; then cp "$file" "$built/stamps/$name"; else rm -f "$file.analyzed"; fi
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
  local images
  enter "$1"
  shift
  want_basics
  want_engine
  while [[ $1 != build* ]]; do "$1"; shift; done
  install_wanted
  use_engine
  # In a process group of its own, by which "stop" ends also what it has started.
  set -m
  "$here/sandbox-images/build" >"$data/logs/images.log" 2>&1 </dev/null & images=$!
  set +m
  "$@"
  step "Preparing the languages' boxes" images_are_built "$images" || die "The boxes could not be built: see above and $log."
  leave
}

# images_are_built PID: waits for the boxes' images, which are built beside the programs.
images_are_built() {
  local status=0
  wait "$1" || status=$?
  cat "$data/logs/images.log"
  return "$status"
}
