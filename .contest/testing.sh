# shellcheck shell=bash
# Tests and their sums.

# run_tests NAME ARGS...: runs one project and adds to the sums, read from the line that xunit ends with. A project that ran
# nothing, or that did not get to its end, counts as failed. What failed is told in the end, where it is looked for.
passed=0 failed=0 skipped=0 broken=()
run_tests() {
  local name=$1 total errors wrong left out=$data/logs/test-$1.log status=0 began=$SECONDS; shift
  step "$name" test_program "$name" "$out" "$@" || status=$?
  read -r total errors wrong left < <(sed -nE -e 's/^ +[^ ]+ +Total: 0$/0 0 0 0/p' \
    -e 's/^ +[^ ]+ +Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p' "$out") || true
  if [[ $total == 0 && $# != 0 ]]; then return; fi
  if [[ -z $total || $total == 0 ]]; then total=1 errors=1 wrong=0 left=0; fi
  wrong=$((wrong + errors))
  if [[ $wrong == 0 && $status != 0 ]]; then wrong=1; fi
  if [[ $wrong != 0 ]]; then
    # What a test program logs starts at the margin; what xunit tells of a failure does not.
    broken+=("$(grep -E '^    ' "$out" || tail -n 40 "$out")")
  fi
  passed=$((passed + total - wrong - left)) failed=$((failed + wrong)) skipped=$((skipped + left))
  printf '  %-20s %5s passed %3s failed %3s skipped %5s s\n' "$name" $((total - wrong - left)) "$wrong" "$left" $((SECONDS - began))
}

test_program() { dotnet "$(program "$1")" -noLogo -noColor "${@:3}" >"$2" 2>&1; }

# sums BEGAN: what failed, the time, and the line that machines read, last.
sums() {
  if ((failed > 0)); then printf '%s\n' "${broken[@]}"; fi
  say "All in all $((SECONDS - $1)) s."
  printf '%s passed, %s failed%s\n' "$passed" "$failed" "$( ((skipped == 0)) || printf ', %s skipped' "$skipped")"
  ((failed == 0))
}

tests() {
  local word=${1:-} name filter=() projects=("$here"/tests/*.Tests) began=$SECONDS
  if [[ -n $word && -d $here/tests/${word%.Tests}.Tests ]]; then
    projects=("$here/tests/${word%.Tests}.Tests")
  elif [[ -n $word ]]; then
    filter=(-method "*$word*")
  fi
  prepare 6000 check_node want_for_tests build Contest.sln judge arena-web tests
  say "Prepared after $((SECONDS - began)) s. Running the tests:"
  for name in "${projects[@]}"; do run_tests "$(basename "$name")" "${filter[@]}"; done
  if ((passed + failed == 0)); then die "No test's name contains '$word'."; fi
  sums "$began"
}

shots() {
  [[ -n ${1:-} ]] || die "shots takes the folder that the pictures go to."
  CONTEST_SHOTS=$(realpath -m "$1")
  export CONTEST_SHOTS
  prepare 6000 check_node want_for_tests build Contest.sln judge arena-web tests
  run_tests EndToEnd.Tests -class '*Shots*'
  ((failed == 0 && passed > 0)) || die "No pictures were made. $(printf '%s\n' "${broken[@]}")"
  say "Pictures are in $CONTEST_SHOTS"
}
