# shellcheck shell=bash
# Requests per second of Relata and of the hand-written endpoint, on the same database, in interleaved rounds.

rounds=${ROUNDS:-5}
seconds_per_round=${SECONDS_PER_ROUND:-5}
warm_up_seconds=${WARM_UP_SECONDS:-5}

throughput_requests=(key owner parents children function functions)
[[ -z ${REQUESTS:-} ]] || read -ra throughput_requests <<<"$REQUESTS"
declare -A throughput_floors=([key]=0.80 [owner]=0.80 [parents]=0.80 [children]=0.80 [function]=0.85 [functions]=0.85)
declare -A throughput_titles=(
    [key]="one row by key"
    [owner]="50 rows by foreign key"
    [parents]="50 rows with parents"
    [children]="20 parents, 10 of 50 children"
    [function]="a function, one object"
    [functions]="a function, 50 rows"
)
declare -A rates # "server request" → requests per second, one for each round

measure_throughput() {
    build_reference
    start_postgres
    create_items item 10000

    start_relata bench --functions "$bench/functions"
    await_answer relata "${children[-1]}" "$relata/item/1"
    start reference dotnet "$reference_dll" --urls "$reference" --database \
        "Host=127.0.0.1;Port=$postgres_port;Username=bench;Password=bench;Database=bench"
    await_answer reference "${children[-1]}" "$reference/item/1"

    compare_answers
    load_all_rounds
    report_throughput
}

compare_answers() {
    say "Comparing answers …"
    local path
    for path in /item/{1,2,3,6,64,4000,10000} "/item?owner_id="{1,77,200}"&limit=50" \
        "/item?owner_id="{1,8,200}"&limit=50&depth=2" "/owner?limit=20&offset="{0,180}"&item__limit=10" \
        "/fn/item?id="{1,77,10000} "/fn/items?owner_id="{1,200}; do
        normalised "$relata$path" >"$work/relata.txt" || die "Relata does not answer $path with JSON"
        normalised "$reference$path" >"$work/reference.txt" || die "the reference does not answer $path with JSON"
        diff "$work/relata.txt" "$work/reference.txt" >&2 || die "Relata (<) and the reference (>) differ in $path"
    done
}

# White space is free; the order of keys and the digits of a number are not.
normalised() { # url
    curl -sSf -m 10 -o "$work/answer.json" "$1" && python3 - "$work/answer.json" <<'PYTHON'
import json, sys

with open(sys.argv[1], encoding="utf-8") as answer:
    value = json.load(answer, parse_float=lambda digits: f"number {digits}")
print(json.dumps(value, indent=1, ensure_ascii=False))
PYTHON
}

# The order of the two servers alternates, so that neither always runs on the warmer machine.
load_all_rounds() {
    local round request server order rate
    for ((round = 0; round <= rounds; round++)); do
        order=(relata reference)
        ((round % 2)) || order=(reference relata)
        for request in "${throughput_requests[@]}"; do
            for server in "${order[@]}"; do
                if ((round == 0)); then
                    say "Warming up: $server, ${throughput_titles[$request]}"
                    load "${!server}" "$request" "$warm_up_seconds"
                else
                    say "Round $round of $rounds: $server, ${throughput_titles[$request]}"
                    load "${!server}" "$request" "$seconds_per_round"
                    rates[$server $request]+=" $rate"
                fi
            done
        done
    done
}

# Sets rate to the requests per second.
load() { # base url, request, seconds
    local failed
    run wrk wrk -t1 -c32 "-d${3}s" -s "$bench/walk.lua" "$1" -- "$2" || die "wrk: $(cat "$work/wrk.log")"
    read -r rate failed < <(awk '/^walked/ { print $2, $3 }' "$work/wrk.log") ||
        die "wrk reports nothing: $(cat "$work/wrk.log")"
    ((failed == 0)) || die "$failed requests to $1 failed: $(cat "$work/wrk.log")"
}

report_throughput() {
    local request index mine theirs
    local -a relata_rates reference_rates ratios
    local -A ratio
    printf '\n%-30s %10s %14s %7s   %s\n' "requests per second" Relata hand-written ratio "ratio in each round"
    for request in "${throughput_requests[@]}"; do
        read -ra relata_rates <<<"${rates[relata $request]}"
        read -ra reference_rates <<<"${rates[reference $request]}"
        ratios=()
        for index in "${!relata_rates[@]}"; do
            ratios+=("$(compute %.2f "${relata_rates[index]} / ${reference_rates[index]}")")
        done
        mine=$(median "${relata_rates[@]}")
        theirs=$(median "${reference_rates[@]}")
        ratio[$request]=$(compute %.3f "$mine / $theirs")
        printf '%-30s %10.0f %14.0f %7.2f   %s\n' \
            "${throughput_titles[$request]}" "$mine" "$theirs" "${ratio[$request]}" "${ratios[*]}"
    done
    for request in "${throughput_requests[@]}"; do
        floor "${throughput_titles[$request]}, at least ${throughput_floors[$request]} of the hand-written endpoint" \
            "${ratio[$request]} >= ${throughput_floors[$request]}"
    done
}
