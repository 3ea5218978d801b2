# shellcheck shell=bash
# The inner loop: nothing is installed, and nothing is started that stays but the compiler.

# quick [PROJECT or WORD]: as tests, of the projects that can have the word, without what needs a box or PostgreSQL.
quick() {
  local word=${1:-} name projects=() filter=(-trait- Needs=Box -trait- Needs=PostgreSQL) began=$SECONDS
  for name in Judge ArenaWeb ScriptHost; do
    if [[ ${word%.Tests} == "$name" ]]; then projects=("$name") word=; break; fi
    # A test's whole name is in one file of its project; the part behind the last dot stands there as it is.
    if grep -rqiF --include=*.cs -- "${word##*[.*]}" "$here/tests/$name.Tests"; then projects+=("$name"); fi
  done
  if [[ -n $word ]]; then filter+=(-method "*$word*"); fi
  enter 2000
  configuration=debug
  for name in "${projects[@]}"; do
    if [[ $name == ArenaWeb ]]; then check_node; fi
    build_debug "tests/$name.Tests/$name.Tests.csproj"
  done
  leave
  for name in "${projects[@]}"; do run_tests "$name.Tests" "${filter[@]}"; done
  if ((passed + failed == 0)); then die "No quick test's name contains '$word'; ./contest test '$word' asks all of them."; fi
  sums "$began"
}
