# shellcheck shell=bash
# Tests and their sums.

# run_tests NAME... -- ARGS...: runs projects side by side, one a core and two at least (one waits while another computes), in the
# order given, and adds to the sums. Each has a process group of its own, by which "stop" ends also what it has started.
passed=0 failed=0 skipped=0 broken=()
run_tests() {
  local names=() waiting most pid status
  local -A name_of=() began=()
  while [[ $1 != -- ]]; do names+=("$1"); shift; done
  shift
  most=$(nproc)
  if ((most < 2)); then most=2; fi
  waiting=${#names[@]}
  while ((waiting > 0 || ${#name_of[@]} > 0)); do
    if ((waiting > 0 && ${#name_of[@]} < most)); then
      local name=${names[-waiting]}
      say "  $name …"
      set -m
      test_program "$name" "$@" &
      set +m
      name_of[$!]=$name began[$!]=$SECONDS waiting=$((waiting - 1))
      continue
    fi
    status=0 pid=
    wait -n -p pid "${!name_of[@]}" || status=$?
    # What the shell has lost sight of did not come to its end: the first one left counts so.
    if [[ -z $pid ]]; then pid=${!name_of[*]} pid=${pid%% *}; fi
    count_tests "${name_of[$pid]}" "$status" $((SECONDS - began[$pid])) $#
    unset "name_of[$pid]"
  done
}

# The longest that a test program may take: one that hangs is a failure with a name.
longest=50m

# A shell stays before it, which turns a death by a signal into an exit code.
test_program() {
  timeout --foreground -k 30 "$longest" dotnet "$(program "$1")" -noLogo -noColor "${@:2}" \
    >"$(test_log "$1")" 2>&1 </dev/null 7>&- 8>&- 9>&- || exit
}

test_log() { printf '%s' "$data/logs/test-$1.$configuration.log"; }

# count_tests NAME STATUS SECONDS FILTERS: adds one project to the sums, read from the line that xunit ends with. One that ran
# nothing, or that did not get to its end, counts as failed. What failed is told in the end, where it is looked for.
count_tests() {
  local name=$1 status=$2 total errors wrong left out
  out=$(test_log "$name")
  read -r total errors wrong left < <(sed -nE -e 's/^ +[^ ]+ +Total: 0$/0 0 0 0/p' \
    -e 's/^ +[^ ]+ +Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p' "$out") || true
  if [[ $total == 0 && $4 != 0 ]]; then return; fi
  if [[ -z $total || $total == 0 ]]; then total=1 errors=1 wrong=0 left=0; fi
  wrong=$((wrong + errors))
  if [[ $wrong == 0 && $status != 0 ]]; then wrong=1; fi
  if [[ $wrong != 0 ]]; then
    # What a test program logs starts at the margin; what xunit tells of a failure does not.
    broken+=("$(grep -E '^    ' "$out" || tail -n 40 "$out" || say "$name left no log.")")
  fi
  passed=$((passed + total - wrong - left)) failed=$((failed + wrong)) skipped=$((skipped + left))
  printf '  %-20s %5s passed %3s failed %3s skipped %5s s\n' "$name" $((total - wrong - left)) "$wrong" "$left" "$3"
}

# sums BEGAN: what failed, the time, and the line that machines read, last.
sums() {
  untold=
  if ((failed > 0)); then printf '%s\n' "${broken[@]}"; fi
  say "All in all $((SECONDS - $1)) s."
  printf '%s passed, %s failed%s\n' "$passed" "$failed" "$( ((skipped == 0)) || printf ', %s skipped' "$skipped")"
  ((failed == 0))
}

tests() {
  local word=${1:-} filter=() projects began=$SECONDS
  # The longest first, so that none of them is left alone at the end.
  mapfile -t projects < <({ printf '%s\n' {Problems,Sandbox,EndToEnd}.Tests; cd "$here/tests" && printf '%s\n' *.Tests; } | awk '!seen[$0]++')
  if [[ -n $word && -d $here/tests/${word%.Tests}.Tests ]]; then
    projects=("${word%.Tests}.Tests")
  elif [[ -n $word ]]; then
    filter=(-method "*$word*")
  fi
  # What cannot even begin has failed, too, and is to be told in the last line.
  untold="0 passed, 1 failed"
  prepare 6000 check_node want_for_tests build Contest.sln judge arena-web tests
  say "Prepared after $((SECONDS - began)) s. Running the tests:"
  run_tests "${projects[@]}" -- "${filter[@]}"
  if ((passed + failed == 0)); then untold= && die "No test's name contains '$word'."; fi
  sums "$began"
}

shots() {
  [[ -n ${1:-} ]] || die "shots takes the folder that the pictures go to."
  CONTEST_SHOTS=$(realpath -m "$1")
  export CONTEST_SHOTS
  prepare 6000 check_node want_for_tests build Contest.sln judge arena-web tests
  run_tests EndToEnd.Tests -- -class '*Shots*'
  ((failed == 0 && passed > 0)) || die "No pictures were made. $(printf '%s\n' "${broken[@]}")"
  say "Pictures are in $CONTEST_SHOTS"
}

# rehearse ARGS...: the program that knows arenas from outside. Nothing is judged, so it needs no boxes.
rehearse() {
  local status=0
  check_node
  install_wanted
  build tests/Drill/Drill.csproj judge arena-web tests/Drill >&2
  leave
  dotnet "$(program Drill)" "$@" & child=$!
  wait "$child" || status=$?
  child=
  exit "$status"
}

# bench ARGS...: the judge, or with --contest an arena on a contest's day, or with --puzzles an hour of puzzles.
bench() {
  case " $* " in *" --contest "* | *" --puzzles "*) ;; *) worker bench "$@" ;; esac
  enter 3000
  want_basics
  rehearse bench "$@"
}

# drill ARGS...: a whole cluster on this machine, in which one thing after another fails.
drill() {
  enter 3000
  want_basics
  want_postgres "the arenas of the drill share a database"
  rehearse "$@"
}
