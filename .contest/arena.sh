# shellcheck shell=bash
# The arena on this machine.

card() { sed -n "s/^ *\"$1\": \"\(.*\)\",*$/\1/p" "$data/demo-cards.json"; }

print_cards() {
  local line; line=$(printf "─%.0s" {1..74})
  row() { printf '│ %-72s │\n' "$1"; }
  printf '\n┌%s┐\n' "$line"
  row "The arena is ready:  http://127.0.0.1:$1"
  printf '├%s┤\n' "$line"
  row "Pupil      /dang-nhap         contest $(card contest)  SBD $(card sbd)  PIN $(card pin)"
  row "Juror      /dang-nhap/can-bo  $(card juror)  $(card jurorPassword)"
  row "Organiser  /dang-nhap/can-bo  $(card organiser)  $(card organiserPassword)"
  printf '└%s┘\n' "$line"
  say "Ctrl-C stops it. Logs: $data/logs"
}

up() { serve up "$@"; }
watch() { serve watch "$@"; }

# serve up|watch [--port N]: the arena with its demo contest, until it ends or is stopped.
serve() {
  local name=$1 port=5080 began=$SECONDS tries never; shift
  [[ $# == 0 || $1 == --port ]] || die "$name knows only --port N, not '$1'."
  if (($#)); then port=${2:-none}; fi
  { [[ $port =~ ^[1-9][0-9]{0,4}$ ]] && ((port <= 65535)); } || die "--port takes a number from 1 to 65535, not '$port'."
  open_folders
  exec 9>>"$data/up.lock"
  flock -n 9 || die "The arena of this folder runs already, at $(cat "$data/up.lock"): stop that one first."
  check_port "$port"
  if [[ $name == up ]]; then
    prepare 3000 check_node build arena-web/ArenaWeb.csproj judge arena-web
  else
    prepare 3000 check_node build_debug arena-web/ArenaWeb.csproj
  fi
  printf 'http://127.0.0.1:%s' "$port" >"$data/up.lock"
  export ASPNETCORE_URLS=http://127.0.0.1:$port Contest__Home=$here Contest__DataFolder=$data Contest__Demo=true
  if [[ $name == up ]]; then
    dotnet "$(program ArenaWeb)" >"$data/logs/arena.out" 2>&1 </dev/null 8>&- 9>&- & child=$!
  else
    start_watching
  fi
  # Until it listens nothing is started to ask it: whatever runs meanwhile takes from its time.
  exec {never}<> <(:)
  for ((tries = 0; tries < 1200; tries++)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && curl -sf --max-time 3 -o /dev/null "http://127.0.0.1:$port/health" && break
    kill -0 "$child" 2>/dev/null || { child=; die "The arena did not start: $(tail -n 3 "$data/logs/arena.out")"; }
    read -rt 0.05 -u "$never" || true
  done
  exec {never}>&-
  ((tries < 1200)) || die "The arena is not ready after a minute: $(curl -s --max-time 3 "http://127.0.0.1:$port/health")"
  print_cards "$port"
  say "Ready after $((SECONDS - began)) s."
  wait "$child" || true
  child=
  die "The arena ended by itself: $(tail -n 3 "$data/logs/arena.out")"
}

# Scripts and styles are bundled in place and served as they are then; any other source builds and starts the arena anew.
# The watcher leaves its arena alone when it is told to end, so they are a group of their own.
start_watching() {
  (cd "$here/arena-web/Client" && exec node build.mjs --watch) </dev/null 8>&- 9>&- &
  ReloadStaticAssetsAtRuntime=true RunAnalyzers=false DOTNET_WATCH_SUPPRESS_BROWSER_REFRESH=1 DOTNET_WATCH_SUPPRESS_LAUNCH_BROWSER=1 \
    setsid env -u MSBUILDDISABLENODEREUSE dotnet watch --project "$here/arena-web" --no-hot-reload --non-interactive run \
    > >(tee "$data/logs/arena.out") 2>&1 </dev/null 8>&- 9>&- & child=$!
}
