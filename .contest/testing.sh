# shellcheck shell=bash
# Tests and their sums.



# sums BEGAN: what failed, the time, and the line that machines read, last.
sums() {
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
  prepare 6000 check_node want_for_tests build Contest.sln judge arena-web tests
  say "Prepared after $((SECONDS - began)) s. Running the tests:"
  run_tests "${projects[@]}" -- "${filter[@]}"
  if ((passed + failed == 0)); then die "No test's name contains '$word'."; fi
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
