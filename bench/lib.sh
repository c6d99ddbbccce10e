# shellcheck shell=bash
# What the measures share: the workspace, PostgreSQL, the servers, requests, figures and floors.

# How Relata is reached: its binary (RELATA_DLL measures another build, a published one for example), its
# configuration and its arguments stand here and nowhere else.

relata_dll=${RELATA_DLL:-}

relata_config() { # further members, each with a comma before it
    printf '{"logLevel":"warning","limits":{"maxRows":2000000}%s}\n' "${1:-}"
}

callers_config() { relata_config ',"callers":{"settings":{"app.tenant":"X-Tenant"}}'; }

declare -A url # server → where it listens
declare -A pid # server → its process

start_relata() { # server, database's url, configuration, further arguments…
    printf '%s\n' "$3" >"$work/$1.json"
    start "$1" dotnet "$relata_dll" serve --database "$2" --listen "${url[$1]}" --config "$work/$1.json" "${@:4}"
    pid[$1]=${children[-1]}
}

start_reference() { # user, who is the password as well
    start reference dotnet "$reference_dll" --urls "${url[reference]}" --database \
        "Host=127.0.0.1;Port=$postgres_port;Username=$1;Password=$1;Database=bench"
    pid[reference]=${children[-1]}
}

say() { printf '%s\n' "$*" >&2; }
die() { say "bench: $*" && exit 2; }

open_workspace() {
    work=$(mktemp -d "${TMPDIR:-/tmp}/relata-bench.XXXXXX")
    trap close_workspace EXIT
    chmod 711 "$work" # PostgreSQL's user passes through to its own folder
    as_postgres=()
    postgres_pid=
    local servers=(wire npgsql wire-tenants npgsql-tenants reference) ports index
    read -ra ports < <(free_ports $((${#servers[@]} + 1)))
    postgres_port=${ports[-1]}
    for index in "${!servers[@]}"; do url[${servers[index]}]=http://127.0.0.1:${ports[index]}; done
}

close_workspace() {
    local status=$?
    trap '' INT TERM
    stop_children
    [[ -z $postgres_pid ]] || stop "$postgres_pid" INT # INT is PostgreSQL's fast shutdown
    rm -rf "$work"
    exit "$status"
}

free_ports() { # count
    python3 - "$1" <<'PYTHON'
import socket, sys

sockets = [socket.socket() for _ in range(int(sys.argv[1]))]
for each in sockets:
    each.bind(("127.0.0.1", 0))
print(*(each.getsockname()[1] for each in sockets))
PYTHON
}

install_missing() {
    command -v dotnet >/dev/null || die "the .NET 10 SDK is needed"
    postgres_bin=${POSTGRES_BIN:-/usr/lib/postgresql/15/bin}

    local packages=()
    [[ -x $postgres_bin/postgres ]] || packages+=(postgresql-15)
    command -v wrk >/dev/null || packages+=(wrk)
    command -v curl >/dev/null || packages+=(curl)
    ((${#packages[@]})) || return 0

    local as_root=()
    ((EUID == 0)) || as_root=(sudo)
    say "Installing ${packages[*]} …"
    {
        "${as_root[@]}" apt-get update -q &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${packages[@]}"
    } >"$work/install.log" 2>&1 || die "cannot install ${packages[*]}: $(tail -n 20 "$work/install.log")"
}

build_relata() {
    [[ -z $relata_dll ]] || return 0
    build src/Server
    relata_dll=$dll
}

build_reference() {
    build bench/Reference
    reference_dll=$dll
}

# Sets dll to the path of what was built. No build server or worker node outlives the command.
build() { # project's folder
    say "Building $1 …"
    local project=$repository/$1
    run build dotnet build "$project" -c Release -v quiet -nologo -nodeReuse:false -p:UseSharedCompilation=false ||
        die "$1 does not build: $(cat "$work/build.log")"
    dll=$(dotnet msbuild "$project" -p:Configuration=Release -getProperty:TargetPath)
}

children=() # ids of the processes that stop with the measure: servers and their clients

start() { # name, command…; the output goes to name.log
    local name=$1
    shift
    "$@" >"$work/$name.log" 2>&1 &
    children+=($!)
}

run() { # name, command…; start, and wait for its end
    start "$@"
    local status=0
    wait "${children[-1]}" || status=$?
    unset 'children[-1]'
    return "$status"
}

stop_children() {
    local pid
    for pid in "${children[@]}"; do stop "$pid"; done
    children=()
}

stop() { # pid, signal = TERM; killed when it does not end within ten seconds
    kill -s "${2:-TERM}" "$1" 2>/dev/null || return 0
    local tries
    for ((tries = 0; tries < 100; tries++)); do
        kill -0 "$1" 2>/dev/null || break
        sleep 0.1
    done
    kill -s KILL "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}

await_answer() { # server, path: until it answers 200
    local deadline=$((SECONDS + 60))
    until curl -sf -m 5 -o /dev/null "${url[$1]}$2"; do
        kill -0 "${pid[$1]}" 2>/dev/null || die "$1 ended: $(tail -n 20 "$work/$1.log")"
        ((SECONDS < deadline)) || die "$1 does not answer $2: $(tail -n 20 "$work/$1.log")"
        sleep 0.01
    done
}

# Durability is off: the data lives for minutes, and nothing measured here writes.
start_postgres() {
    [[ -z $postgres_pid ]] || return 0
    local data=$work/postgres
    mkdir "$data"
    if ((EUID == 0)); then
        # PostgreSQL refuses to run as root. setpriv becomes the server, so that its pid is the server's.
        chown postgres: "$data"
        as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups)
    fi

    say "Starting PostgreSQL …"
    local password=$work/password
    echo bench >"$password" && chmod 644 "$password"
    (cd / && "${as_postgres[@]}" "$postgres_bin/initdb" -D "$data" --username=bench --pwfile="$password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync) >"$work/initdb.log" 2>&1 ||
        die "initdb failed: $(cat "$work/initdb.log")"

    "${as_postgres[@]}" "$postgres_bin/postgres" -D "$data" -p "$postgres_port" -h 127.0.0.1 -k '' \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
        -c shared_buffers=512MB -c max_wal_size=4GB -c max_locks_per_transaction=256 \
        -c max_connections=1000 \
        >"$work/postgres.log" 2>&1 &
    postgres_pid=$!

    local tries
    for ((tries = 0; tries < 300; tries++)); do
        "$postgres_bin/pg_isready" -q -h 127.0.0.1 -p "$postgres_port" && break
        kill -0 "$postgres_pid" 2>/dev/null || die "PostgreSQL ended: $(cat "$work/postgres.log")"
        sleep 0.1
    done
    sql postgres -c 'CREATE DATABASE bench' -c 'CREATE DATABASE wide'
}

database_url() { # database, user, who is the password as well
    echo "postgres://${2:-bench}:${2:-bench}@127.0.0.1:$postgres_port/$1"
}

sql() { # database, psql's arguments…
    local database=$1
    shift
    "$postgres_bin/psql" "$(database_url "$database")" -X -q -A -t -v ON_ERROR_STOP=1 "$@" || die "psql failed"
}

create_items() { # table, rows
    say "Filling $1 with $2 rows …"
    sql bench -v table="$1" -v rows="$2" -f "$bench/items.sql"
}

now_us() { echo "${EPOCHREALTIME/./}"; }

compute() { awk "BEGIN { printf \"$1\", ($2) }"; } # printf format, awk expression

median() { # numbers…
    printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'
}

rss_mb() { awk '/^VmRSS:/ { printf "%.1f", $2 / 1024 }' "/proc/$1/status"; } # pid

peak_mb() { awk '/^VmHWM:/ { printf "%.1f", $2 / 1024 }' "/proc/$1/status"; } # pid; the most since its start

describe_machine() {
    printf 'commit %s · %s cores, %s · load %s · .NET SDK %s · %s\n' \
        "$(git -C "$repository" rev-parse --short HEAD 2>/dev/null || echo none)" \
        "$(nproc)" \
        "$(awk -F': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)" \
        "$(cut -d' ' -f1 /proc/loadavg)" \
        "$(dotnet --version)" \
        "$("$postgres_bin/postgres" --version | cut -d' ' -f1,3)"
}

unmet=()

floor() { # what is asked, awk condition that holds when it is met
    if awk "BEGIN { exit !($2) }"; then
        printf 'floor: %s: met\n' "$1"
    else
        printf 'floor: %s: NOT MET\n' "$1"
        unmet+=("$1")
    fi
}

target() { # what is aimed at, awk condition that holds when it is reached; it fails nothing
    local verdict="NOT REACHED"
    if awk "BEGIN { exit !($2) }"; then verdict=reached; fi
    printf 'target: %s: %s\n' "$1" "$verdict"
}

conclude() {
    ((${#unmet[@]} == 0)) && return
    say "Floors not met: ${#unmet[@]}"
    exit 1
}
