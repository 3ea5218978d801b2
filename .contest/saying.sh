# shellcheck shell=bash
# What people read while things run.

say() { printf '%s\n' "$*"; }
die() { printf 'contest: %s\n' "$*" >&2; exit 1; }

# step TEXT COMMAND...: runs it with its output in the log; tells what runs, and how long it took when over a second.
step() {
  local text=$1 began=$SECONDS status=0 ticker='' start; shift
  printf '\n== %s: %s\n' "$(date +%T)" "$*" >>"$log"
  start=$(stat -c %s "$log")
  if [[ -t 1 ]]; then
    { sleep 1; while :; do printf '\r  %s … %s s' "$text" $((SECONDS - began)); sleep 1; done } 7>&- 8>&- 9>&- & ticker=$!
  else
    say "  $text …"
  fi
  "$@" >>"$log" 2>&1 </dev/null || status=$?
  if [[ -n $ticker ]]; then
    { kill "$ticker" && wait "$ticker"; } 2>/dev/null || true
    printf '\r\033[K'
  fi
  if [[ $status != 0 ]]; then
    tail -c +$((start + 1)) "$log" | tail -n 15 | sed 's/^/    /' >&2
    return "$status"
  fi
  if ((SECONDS - began >= 1)); then say "  $text: $((SECONDS - began)) s"; fi
}
