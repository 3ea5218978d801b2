# shellcheck shell=bash
# The Docker engine: found, or one of our own that lives as long as somebody uses it.

# shellcheck source-path=SCRIPTDIR
source "$here/sandbox-images/reach.sh"

answers() { [[ $(reach "$1" /_ping --max-time "${2:-2}" 2>/dev/null) == OK ]]; }

# Address of an engine that answers: the one that was named, the system's, this user's rootless one, or our own.
find_engine() {
  local address
  for address in "${CONTEST_DOCKER:-}" "${DOCKER_HOST:-}" {/var/run,"${XDG_RUNTIME_DIR:-/nowhere}","$run"}/docker.sock; do
    if [[ -n $address ]] && answers "$address"; then
      export CONTEST_DOCKER=$address
      return 0
    fi
  done
  return 1
}

want_engine() {
  find_engine && return
  if [[ -S /var/run/docker.sock && ! -w /var/run/docker.sock ]]; then
    die "The Docker engine answers only root and the group docker: use sudo, or join (sudo usermod -aG docker $(id -un)) and sign in again."
  fi
  command -v dockerd >/dev/null || want "no Docker engine answers here, and pupils' programs run only inside boxes" docker.io
  command -v bwrap >/dev/null || want "boxes where no Docker engine can run" bubblewrap
}

# Ours until nobody uses it: every contest that runs has a file with its process number in $run/users.
use_engine() {
  exec 7>"$data/engine.lock"
  flock 7
  if ! find_engine; then
    if [[ $EUID == 0 ]] && command -v dockerd >/dev/null; then step "Starting a Docker engine of our own" start_engine || true; fi
    find_engine || find_bubblewrap
  fi
  if [[ ${CONTEST_DOCKER:-} == "$run/docker.sock" ]]; then : >"$run/users/$$"; fi
  exec 7>&-
}

start_engine() {
  local pid tries
  mkdir -p "$run/users" "$data/docker"
  # No descriptor but the three goes along: the engine would hold our locks.
  setsid dockerd --data-root "$data/docker" --exec-root "$run/exec" -H "unix://$run/docker.sock" -p "$run/pid" \
    --bridge=none --iptables=false >"$data/logs/docker.log" 2>&1 </dev/null 7>&- 8>&- 9>&- & pid=$!
  disown "$pid" # others may use it when we are gone
  for ((tries = 0; tries < 1500; tries++)); do
    answers "$run/docker.sock" 1 && return
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.02
  done
  tail -n 3 "$data/logs/docker.log"
  kill "$pid" 2>/dev/null || true
  return 1
}

find_bubblewrap() {
  command -v bwrap >/dev/null ||
    die "There is neither a Docker engine nor Bubblewrap, and nothing is run without a box: run this as root, or start Docker."
  say "  ****  No Docker engine can be had here: boxes are made by BUBBLEWRAP, with weaker limits.  ****"
  say "  ****  Good enough to try things out; for a contest start Docker, or start this as root.    ****"
}

leave_engine() {
  [[ -e $run/users/$$ ]] || return 0
  exec 7>"$data/engine.lock"
  flock 7
  rm -f "$run/users/$$"
  local user pid
  # Within a trap a bare "return" would give the status from before it, and end the trap here.
  for user in "$run"/users/*; do
    if [[ -e $user ]] && grep -qs contest "/proc/${user##*/}/cmdline"; then exec 7>&-; return 0; fi
  done
  pid=$(cat "$run/pid" 2>/dev/null) || return 0
  kill -TERM "$pid" 2>/dev/null || true
  for _ in {1..100}; do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  rm -rf "$run"
}
