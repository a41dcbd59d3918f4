#!/usr/bin/env bash
# Starts a throw-away PostgreSQL in a temporary folder on a free port of the loopback address,
# runs a command with TEST_POSTGRES_URL set, and removes it.
#   .ci/postgres.sh COMMAND …
set -euo pipefail
bin=$(pg_config --bindir 2>/dev/null || true)
[ -x "$bin/initdb" ] || bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
folder=$(mktemp -d)
port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])' 2>/dev/null ||
  node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
as() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  # PostgreSQL refuses to run as root.
  chown postgres "$folder"
  as() { setpriv --reuid=postgres --regid=postgres --init-groups env HOME="$folder" "$@"; }
fi
stop() {
  (cd / && as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$folder"
}
trap stop EXIT
cd_back=$PWD
cd "$folder"
as "$bin/initdb" -D "$folder/data" -U trama -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off -c full_page_writes=off -c max_connections=400" start >/dev/null
as "$bin/createdb" -h 127.0.0.1 -p "$port" -U trama trama
cd "$cd_back"
export TEST_POSTGRES_URL="postgres://trama@127.0.0.1:$port/trama"
"$@"
