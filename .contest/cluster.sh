# shellcheck shell=bash
# Several arenas and judge nodes on this machine, with a PostgreSQL of their own, to try out.

build_cluster() {
  build arena-web/ArenaWeb.csproj judge arena-web
  build judge/Worker/Judge.Worker.csproj judge
}

want_postgres() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || want "arenas of a cluster share a PostgreSQL database" postgresql
}

# cluster try [--arenas N] [--nodes N]; the rest is for the judge's own command line.
cluster() {
  if [[ ${1:-} != try ]]; then worker cluster "$@"; fi
  shift
  local arenas=3 nodes=4 i gateways=
  while (($#)); do
    { [[ ${2:-} =~ ^[0-9]$ ]] && [[ $1 == --arenas || $1 == --nodes ]]; } || die "cluster try knows --arenas N and --nodes N, with N from 0 to 9."
    if [[ $1 == --arenas ]]; then arenas=$2; else nodes=$2; fi
    shift 2
  done
  ((arenas > 0)) || die "A cluster has at least one arena: --arenas 1."
  for ((i = 1; i <= arenas; i++)); do
    check_port $((5080 + i)); check_port $((11110 + i)); check_port $((30000 + i))
    gateways+=${gateways:+,}127.0.0.1:$((30000 + i))
  done
  prepare 3000 check_node want_postgres build_cluster
  leftover=$(mktemp -d /tmp/contest-cluster.XXXXXX)
  chmod 755 "$leftover"
  mkdir -m 700 "$leftover/data"
  step "Starting PostgreSQL" start_postgres "$leftover/postgres" || die "PostgreSQL did not start: see above and $log."
  for ((i = 1; i <= arenas; i++)); do start_arena "$i"; done
  for ((i = 1; i <= nodes; i++)); do
    dotnet "$(program Judge.Worker)" work --arena "$gateways" --data "$leftover/node-$i" --node "node-$i" --slots 1 \
      >"$leftover/node-$i.out" 2>&1 </dev/null 7>&- 8>&- 9>&- &
  done
  data=$leftover/data print_cards 5081
  for ((i = 2; i <= arenas; i++)); do say "The same contest, by another arena:  http://127.0.0.1:$((5080 + i))"; done
  say "$nodes judge nodes work. End one of the programs to see what happens; their output is in $leftover."
  wait
}

# start_arena I: the first one fills the database, so each is waited for; it is healthy only when there is a judge.
start_arena() {
  local pid
  env ASPNETCORE_URLS="http://127.0.0.1:$((5080 + $1))" Contest__Home="$here" Contest__DataFolder="$leftover/data" Contest__Demo=true \
    Contest__Database="Host=$leftover/postgres;Username=postgres;Database=postgres" Contest__Node="arena-$1" \
    Contest__EmbeddedJudge=false Contest__Cluster__Address="127.0.0.1:$((11110 + $1))" Contest__Cluster__GatewayPort=$((30000 + $1)) \
    dotnet "$(program ArenaWeb)" >"$leftover/arena-$1.out" 2>&1 </dev/null 7>&- 8>&- 9>&- & pid=$!
  until curl -sf --max-time 3 -o /dev/null "http://127.0.0.1:$((5080 + $1))/dang-nhap"; do
    kill -0 "$pid" 2>/dev/null || die "Arena $1 did not start: $(tail -n 3 "$leftover/arena-$1.out")"
    sleep 0.2
  done
}

# start_postgres FOLDER: a server that answers on a socket in that folder only; as another user where we are root.
start_postgres() {
  local folder=$1 bin as=() pid
  bin=$(compgen -G '/usr/lib/postgresql/*/bin' | tail -n 1)
  mkdir -m 700 "$folder"
  if [[ $EUID == 0 ]]; then
    chmod 711 "$folder" && chown postgres "$folder"
    as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
  fi
  "${as[@]}" "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-instructions || return
  "${as[@]}" "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=300 \
    >"$folder/log" 2>&1 </dev/null 7>&- 8>&- 9>&- & pid=$!
  until "$bin/pg_isready" -q -h "$folder"; do kill -0 "$pid" || return; sleep 0.1; done
}
