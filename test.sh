#!/usr/bin/env bash
# Builds everything, starts a PostgreSQL of its own, runs all tests and prints the totals as its last line.
# Arguments are passed on to `dotnet test`, such as ./test.sh --filter Failures; --logger would replace the log that is counted.
#
# RELATA_TEST_POSTGRES      a superuser's connection string: that server is used and none is started
# RELATA_TEST_POSTGRES_BIN  the folder with PostgreSQL's programs, in place of the newest installed one
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
repository=$PWD
results=$repository/artifacts/test-results
run=$(mktemp -d /tmp/relata-tests-XXXXXX)
export TMPDIR=$run
tests=

say() { printf '%s\n' "$*" >&2; }

as_root() { if ((EUID == 0)); then "$@"; else sudo "$@"; fi; }

# PostgreSQL refuses to run as root.
as_postgres() {
    local user=postgres
    id -u postgres >/dev/null 2>&1 || user=nobody
    if ((EUID == 0)); then (cd / && runuser -u "$user" -- env LC_ALL=C.UTF-8 "$@"); else env LC_ALL=C.UTF-8 "$@"; fi
}

# Ends what was started here and nothing else: the process group of the tests, then every server whose data lies in our folder.
clean_up() {
    trap - EXIT INT TERM HUP
    local server
    if [[ -n $tests ]]; then
        kill -KILL -- "-$tests" 2>/dev/null || true
        wait "$tests" 2>/dev/null || true
    fi
    for server in "$run"/*/data/postmaster.pid; do
        [[ -e $server ]] || continue
        as_postgres "$RELATA_TEST_POSTGRES_BIN/pg_ctl" stop -m immediate -D "${server%/*}" >/dev/null 2>&1 || true
    done
    # What was ended may still have been writing.
    rm -rf "$run" || rm -rf "$run"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

newest_postgres() {
    local program
    program=$(compgen -G '/usr/lib/postgresql/*/bin/postgres' | sort -V | tail -n 1) || return 1
    dirname "$program"
}

# Debian's package makes and starts a cluster when it is installed; this asks it not to, for this one time.
install_postgres() {
    local settings=/etc/postgresql-common/createcluster.conf package=postgresql-15 outcome=0
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300)
    if ! command -v apt-get >/dev/null; then
        say "PostgreSQL is missing: install its server, or name a folder in RELATA_TEST_POSTGRES_BIN."
        return 1
    fi
    as_root apt-get update -q || say "apt-get update failed; trying with the package lists at hand."
    apt-cache show "$package" >/dev/null 2>&1 || package=postgresql
    as_root "${install[@]}" postgresql-common
    as_root cp -p "$settings" "$settings.relata"
    as_root pg_conftool "$settings" set create_main_cluster off
    as_root "${install[@]}" "$package" || outcome=$?
    as_root mv "$settings.relata" "$settings"
    return "$outcome"
}

# Ports are tried until one is free: PostgreSQL cannot be asked to choose. The range is below the system's own choices.
start_postgres() {
    local folder port
    if ((EUID == 0)); then chmod 1777 "$run"; fi
    folder=$(as_postgres mktemp -d "$run/shared-XXXXXX")
    as_postgres sh -c 'umask 077; printf relata >"$0"' "$folder/password"
    as_postgres "$RELATA_TEST_POSTGRES_BIN/initdb" -D "$folder/data" -N -A scram-sha-256 -U relata \
        --pwfile="$folder/password" --locale=C.UTF-8 --encoding=UTF8 >/dev/null
    for _ in {1..20}; do
        port=$((20000 + RANDOM % 12000))
        if as_postgres "$RELATA_TEST_POSTGRES_BIN/pg_ctl" start -w -D "$folder/data" -l "$folder/log" -o "-h 127.0.0.1 -p $port \
            -k $folder -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" >/dev/null 2>&1
        then
            export RELATA_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=relata;Password=relata;Database=postgres"
            return 0
        fi
    done
    say "PostgreSQL did not start:"
    as_postgres cat "$folder/log" >&2 || true
    return 1
}

# The test projects of the solution; libraries that only serve tests are none.
test_projects() {
    local project
    sed -n 's|.*<Project Path="\(tests/[^"]*\)".*|\1|p' Relata.slnx | while read -r project; do
        if ! grep -q '<IsTestLibrary>true<' "$project"; then printf '%s\n' "$project"; fi
    done
}

# A number out of the summary of a result file.
counter() { sed -n "s/.*<Counters [^>]*\b$2=\"\([0-9]*\)\".*/\1/p" "$1"; }

# Nothing that the build starts outlives it.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off
# Where the home folder cannot be written, the tools keep their things in the repository.
if [[ ! -w ${HOME:-/nonexistent} ]]; then export DOTNET_CLI_HOME=$repository/artifacts/home; fi

find_postgres() {
    if [[ -z ${RELATA_TEST_POSTGRES_BIN:-} ]]; then
        newest_postgres >/dev/null || install_postgres </dev/null
        RELATA_TEST_POSTGRES_BIN=$(newest_postgres)
    fi
    export RELATA_TEST_POSTGRES_BIN
}

# Gives the exit code of `dotnet test` in $outcome. Job control gives the tests a process group, with all that they start.
run_tests() {
    set -m
    RELATA_TEST_RESULTS=$results dotnet test Relata.slnx -c Release --no-build --nologo \
        --blame-hang-timeout 5m --blame-hang-dump-type none "$@" </dev/null &
    tests=$!
    set +m
    outcome=0
    wait "$tests" || outcome=$?
}

# Prints the totals of all result files; fails unless tests ran, all to their end and none failed.
report() {
    local passed=0 failed=0 skipped=0 project file total executed good
    while read -r project; do
        file=$results/$(basename "$project" .csproj).trx
        if [[ ! -e $file ]]; then
            say "$project left no results: it did not run to its end."
            failed=$((failed + 1))
            continue
        fi
        total=$(counter "$file" total) executed=$(counter "$file" executed) good=$(counter "$file" passed)
        if ((executed == good)) && grep -q '<ResultSummary outcome="Failed"' "$file"; then
            say "$project did not run to its end."
            failed=$((failed + 1))
        fi
        passed=$((passed + good)) failed=$((failed + executed - good)) skipped=$((skipped + total - executed))
    done < <(test_projects)

    if ((outcome != 0 && failed == 0)); then
        say "dotnet test ended with $outcome although no test failed."
        failed=1
    fi
    if ((passed + failed == 0)); then say "No test ran."; fi
    printf '%s passed, %s failed' "$passed" "$failed"
    if ((skipped > 0)); then printf ', %s skipped' "$skipped"; fi
    printf '\n'
    ((failed == 0 && passed > 0))
}

# One function, so that bash has read all of this file before a pull replaces it.
main() {
    rm -rf "$results"
    mkdir -p "$results"
    dotnet build Relata.slnx -c Release --nologo -v quiet </dev/null
    find_postgres
    [[ -n ${RELATA_TEST_POSTGRES:-} ]] || start_postgres
    run_tests "$@"
    report
}

main "$@"; exit
