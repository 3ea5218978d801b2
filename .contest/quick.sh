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
  run_tests "${projects[@]/%/.Tests}" -- "${filter[@]}"
  if ((passed + failed == 0)); then die "No quick test's name contains '$word'; ./contest test '$word' asks all of them."; fi
  sums "$began"
}

# check: what can be said of the sources without running the product. Its build is the one that tests run on.
check() {
  # What is built is the same without ICU, which may have yet to be installed.
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
  enter 3000
  check_node
  cd "$here"
  step "Scripts" check_scripts || die "A script cannot be read: see above."
  step "Tools" dotnet tool restore || die "The tools of .config/dotnet-tools.json could not be restored: see above and $log."
  step "Format" dotnet csharpier check judge arena-web tests || die "Not as the formatter writes it; cure: dotnet csharpier format judge arena-web tests"
  analyzers=true
  build Contest.sln judge arena-web tests
  step "Types of TypeScript" npm --prefix arena-web/Client run --silent check || die "The types of arena-web/Client are wrong: see above."
  step "Tests of TypeScript" npm --prefix arena-web/Client run --silent test || die "Tests of arena-web/Client failed: see above."
  leave
  say "All clean."
}

check_scripts() {
  local script
  for script in contest .contest/*.sh sandbox-images/{build,reach.sh} .ci/run; do bash -n "$script" || return; done
}
