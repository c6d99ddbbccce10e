# shellcheck shell=bash
# Requests per second of Relata, of the hand-written endpoint and of pgbench, on the same database, in interleaved
# rounds; and what the servers' memory does meanwhile.

rounds=${ROUNDS:-5}
seconds_per_round=${SECONDS_PER_ROUND:-5}
warm_up_seconds=${WARM_UP_SECONDS:-5}

throughput_servers=(wire npgsql reference pgbench)
throughput_requests=(key owner tenant children parents function functions)
[[ -z ${REQUESTS:-} ]] || read -ra throughput_requests <<<"$REQUESTS"
declare -A throughput_floors=([key]=0.80 [owner]=0.80 [parents]=0.80 [children]=0.80 [function]=0.85 [functions]=0.85)
declare -A throughput_targets=([key]=1.50 [owner]=1.40 [children]=1.00)
tenant_target=0.90 # of the requests for one row without a policy
declare -A throughput_titles=(
    [key]="one row by key"
    [owner]="50 rows by foreign key"
    [tenant]="one row of a tenant"
    [parents]="50 rows with parents"
    [children]="20 parents, 10 of 50 children"
    [function]="a function, one object"
    [functions]="a function, 50 rows"
)
declare -A rates  # "server request" → requests per second, one for each round
declare -A middle # "server request" → their median
declare -A idle   # server → resident memory after the first answers

measure_throughput() {
    build_reference
    start_postgres
    create_items item 10000
    sql bench -f "$bench/tenants.sql"
    knows_callers || leave_out tenant "this build of Relata knows no callers"

    start_relata wire "$(database_url bench guest)" "$(relata_config)" --functions "$bench/functions"
    await_answer wire /item/1
    start_relata npgsql "$(database_url bench guest)" "$(relata_config)" --postgres-reads npgsql \
        --functions "$bench/functions"
    await_answer npgsql /item/1
    start_reference guest
    await_answer reference /item/1
    is_measured tenant && start_tenants

    compare_answers
    local server
    for server in wire npgsql reference; do idle[$server]=$(rss_mb "${pid[$server]}"); done
    load_all_rounds
    report_throughput
    report_memory
    judge_throughput
}

# Callers' settings are set for the whole server, so those that show what they cost are servers of their own.
start_tenants() {
    start_relata wire-tenants "$(database_url bench guest)" "$(callers_config)"
    start_relata npgsql-tenants "$(database_url bench guest)" "$(callers_config)" --postgres-reads npgsql
    await_answer wire-tenants /item/1
    await_answer npgsql-tenants /item/1
}

knows_callers() {
    callers_config >"$work/callers.json"
    dotnet "$relata_dll" introspect --database "$(database_url bench)" --config "$work/callers.json" >/dev/null 2>&1
}

is_measured() { [[ " ${throughput_requests[*]} " == *" $1 "* ]]; } # request

leave_out() { # request, why
    local request kept=()
    is_measured "$1" && say "Leaving out ${throughput_titles[$1]}: $2"
    for request in "${throughput_requests[@]}"; do [[ $request == "$1" ]] || kept+=("$request"); done
    throughput_requests=("${kept[@]}")
}

# Where the server that answers such a request listens.
url_for() { # server, request
    if [[ $2 == tenant && $1 != reference ]]; then echo "${url[$1-tenants]}"; else echo "${url[$1]}"; fi
}

compare_answers() {
    say "Comparing answers …"
    local path server
    for path in /item/{1,2,3,6,64,4000,10000} "/item?owner_id="{1,77,200}"&limit=50" \
        "/item?owner_id="{1,8,200}"&limit=50&depth=2" "/owner?limit=20&offset="{0,180}"&item__limit=10" \
        "/fn/item?id="{1,77,10000} "/fn/items?owner_id="{1,200}; do
        for server in wire npgsql; do compare "$server" any "$path"; done
    done

    is_measured tenant || return 0
    for server in wire npgsql; do
        for path in /tenant_item/{1,50,51,10000}; do compare "$server" tenant "$path"; done
        hides_others "$server"
    done
    hides_others reference
}

compare() { # server, request, path
    normalised "$(url_for "$1" "$2")$3" >"$work/relata.txt" || die "$1 does not answer $3 with JSON"
    normalised "${url[reference]}$3" >"$work/reference.txt" || die "the reference does not answer $3 with JSON"
    diff "$work/relata.txt" "$work/reference.txt" >&2 || die "$1 (<) and the reference (>) differ in $3"
}

hides_others() { # server: what is another tenant's is not there
    local status
    status=$(curl -s -m 10 -o /dev/null -w '%{http_code}' -H 'X-Tenant: 2' "$(url_for "$1" tenant)/tenant_item/1")
    ((status == 404)) || die "$1 answers $status for the row of another tenant"
}

# White space is free; the order of keys and the digits of a number are not.
normalised() { # url
    local id=${1##*/}
    curl -sSf -m 10 -o "$work/answer.json" -H "X-Tenant: $(tenant_of "$id")" "$1" &&
        python3 - "$work/answer.json" <<'PYTHON'
import json, sys

with open(sys.argv[1], encoding="utf-8") as answer:
    value = json.load(answer, parse_float=lambda digits: f"number {digits}")
print(json.dumps(value, indent=1, ensure_ascii=False))
PYTHON
}

tenant_of() { # what may be the number of an item
    [[ $1 =~ ^[0-9]+$ ]] && echo $((($1 - 1) / 50 + 1)) || echo 0
}

# In each round another one begins, so that none always runs on the warmer machine.
load_all_rounds() {
    local round request server order rate turn
    for ((round = 0; round <= rounds; round++)); do
        turn=$((round % ${#throughput_servers[@]}))
        order=("${throughput_servers[@]:turn}" "${throughput_servers[@]:0:turn}")
        for request in "${throughput_requests[@]}"; do
            for server in "${order[@]}"; do
                is_served "$server" "$request" || continue
                if ((round == 0)); then
                    say "Warming up: $server, ${throughput_titles[$request]}"
                    load "$server" "$request" "$warm_up_seconds"
                else
                    say "Round $round of $rounds: $server, ${throughput_titles[$request]}"
                    load "$server" "$request" "$seconds_per_round"
                    rates[$server $request]+=" $rate"
                fi
            done
        done
    done
}

is_served() { [[ $1 != pgbench || -f $bench/pgbench/$2.sql ]]; } # server, request

# Sets rate to the requests per second.
load() { # server, request, seconds
    if [[ $1 == pgbench ]]; then load_database "$2" "$3"; else load_server "$(url_for "$1" "$2")" "$2" "$3"; fi
}

load_server() { # url, request, seconds
    local failed
    run wrk wrk -t1 -c32 "-d${3}s" -s "$bench/walk.lua" "$1" -- "$2" || die "wrk: $(cat "$work/wrk.log")"
    read -r rate failed < <(awk '/^walked/ { print $2, $3 }' "$work/wrk.log") ||
        die "wrk reports nothing: $(cat "$work/wrk.log")"
    ((failed == 0)) || die "$failed requests to $1 failed: $(cat "$work/wrk.log")"
}

# What it needs to connect passes within its time, and is not counted in its rate: 0 when it got no further.
load_database() { # request, seconds
    run pgbench "$postgres_bin/pgbench" -n -M prepared -c 32 -j 1 -T $(($2 + 2)) -f "$bench/pgbench/$1.sql" \
        "$(database_url bench guest)" || die "pgbench: $(cat "$work/pgbench.log")"
    rate=$(awk '/^tps = / { rate = $3 } END { print rate + 0 }' "$work/pgbench.log")
}

report_throughput() {
    local request server
    printf '\n%-30s %10s %10s %12s %10s   %s\n' "requests per second" \
        Relata Npgsql hand-written pgbench "Relata : hand-written in each round"
    for request in "${throughput_requests[@]}"; do
        printf '%-30s' "${throughput_titles[$request]}"
        for server in "${throughput_servers[@]}"; do report_rate_of "$server" "$request"; done
        printf '   %s\n' "$(ratios_of_rounds "$request")"
    done

    printf '\n%-30s %10s %10s %12s %10s\n' "ratio" Relata Npgsql hand-written pgbench
    for request in "${throughput_requests[@]}"; do
        printf '%-30s' "${throughput_titles[$request]}"
        for server in "${throughput_servers[@]}"; do report_ratio_of "$server" "$request"; done
        printf '\n'
    done
}

width_of() { [[ $1 == reference ]] && echo 12 || echo 10; } # server

report_rate_of() { # server, request
    local each
    is_served "$1" "$2" || { printf ' %*s' "$(width_of "$1")" - && return; }
    read -ra each <<<"${rates[$1 $2]}"
    middle[$1 $2]=$(median "${each[@]}")
    printf ' %*.0f' "$(width_of "$1")" "${middle[$1 $2]}"
}

report_ratio_of() { # server, request
    is_served "$1" "$2" || { printf ' %*s' "$(width_of "$1")" - && return; }
    printf ' %*.2f' "$(width_of "$1")" "$(compute %.3f "${middle[$1 $2]} / ${middle[reference $2]}")"
}

ratios_of_rounds() { # request
    local index mine theirs ratios=()
    read -ra mine <<<"${rates[wire $1]}"
    read -ra theirs <<<"${rates[reference $1]}"
    for index in "${!mine[@]}"; do ratios+=("$(compute %.2f "${mine[index]} / ${theirs[index]}")"); done
    echo "${ratios[*]}"
}

report_memory() {
    local server
    printf '\n%-30s %10s %10s %12s\n' "resident memory, MB" Relata Npgsql hand-written
    printf '%-30s' idle
    for server in wire npgsql reference; do printf ' %*.0f' "$(width_of "$server")" "${idle[$server]}"; done
    printf '\n%-30s' "the most, under load"
    for server in wire npgsql reference; do
        printf ' %*.0f' "$(width_of "$server")" "$(peak_mb "${pid[$server]}")"
    done
    printf '\n\n'
}

judge_throughput() {
    local request ratio least
    for request in "${throughput_requests[@]}"; do
        ratio=$(compute %.3f "${middle[wire $request]} / ${middle[reference $request]}")
        least=${throughput_floors[$request]:-}
        [[ -z $least ]] ||
            floor "${throughput_titles[$request]}, at least $least of the hand-written endpoint" "$ratio >= $least"
        least=${throughput_targets[$request]:-}
        [[ -z $least ]] ||
            target "${throughput_titles[$request]}, at least $least of the hand-written endpoint" "$ratio >= $least"
    done
    is_measured tenant && is_measured key || return 0
    target "${throughput_titles[tenant]}, at least $tenant_target of ${throughput_titles[key]}" \
        "${middle[wire tenant]} >= $tenant_target * ${middle[wire key]}"
}
