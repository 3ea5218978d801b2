# shellcheck shell=bash
# The judge's own programs.

# worker ARGS...: the judge's own command line, in the caller's folder.
worker() {
  prepare 2000 build judge/Worker/Judge.Worker.csproj judge >&2
  local status=0
  dotnet "$(program Judge.Worker)" "$@" & child=$!
  wait "$child" || status=$?
  child=
  exit "$status"
}
