# shellcheck shell=bash
# A million rows out of Relata, of the hand-written endpoint and of PostgreSQL itself: what the servers' memory does
# meanwhile, when the first byte comes, and how fast the bytes flow beside COPY.

stream_rounds=${STREAM_ROUNDS:-3}
stream_rows=${STREAM_ROWS:-1000000}
growth_floor_mb=50
first_byte_floor_ms=50
copy_target=0.50 # of COPY's MB/s

stream_servers=(wire npgsql reference)
declare -A stream_titles=([wire]=Relata [npgsql]="Relata over Npgsql" [reference]=hand-written)
declare -A stream_bytes                       # server, copy or pgbench → bytes of the rows
declare -A stream_seconds                     # the same → one for each round
declare -A stream_first                       # server → milliseconds to the first byte, one for each round
declare -A stream_idle stream_peak stream_mbs # server → MB, MB, MB/s

measure_stream() {
    build_reference
    start_postgres
    create_items big "$stream_rows"
    start_relata wire "$(database_url bench)" "$(relata_config)"
    start_relata npgsql "$(database_url bench)" "$(relata_config)" --postgres-reads npgsql
    start_reference bench

    local server round
    for server in "${stream_servers[@]}"; do warm_up_stream "$server"; done
    sleep 2
    for server in "${stream_servers[@]}"; do stream_idle[$server]=$(rss_mb "${pid[$server]}"); done
    for ((round = 1; round <= stream_rounds; round++)); do
        for server in "${stream_servers[@]}"; do
            say "Round $round of $stream_rounds: $server, $stream_rows rows"
            stream_once "$server"
        done
        say "Round $round of $stream_rounds: COPY, pgbench"
        copy_once
        select_once
    done
    stream_bytes[copy]=$(sql bench -c 'COPY big TO STDOUT' | wc -c)
    for server in "${stream_servers[@]}"; do check_last_row "$server"; done
    report_stream
    judge_stream
}

# The rows are the same, the bytes are not, so the rows per second stand beside them.
report_stream() {
    local server
    printf '\n%-24s %8s %10s %8s %14s %10s %10s\n' \
        "$stream_rows rows out" MB/s "of COPY's" rows/s "first byte, ms" "idle, MB" "growth, MB"
    stream_mbs[copy]=$(rate_of copy "${stream_bytes[copy]} / 1e6")
    for server in "${stream_servers[@]}"; do
        stream_mbs[$server]=$(rate_of "$server" "${stream_bytes[$server]} / 1e6")
        printf '%-24s %8.1f %10.2f %8.0f %14.1f %10.1f %10.1f\n' "${stream_titles[$server]}" "${stream_mbs[$server]}" \
            "$(compute %.3f "${stream_mbs[$server]} / ${stream_mbs[copy]}")" "$(rate_of "$server" "$stream_rows")" \
            "$(first_byte_of "$server")" "${stream_idle[$server]}" "$(growth_of "$server")"
    done
    printf '%-24s %8.1f %10.2f %8.0f\n' "COPY TO STDOUT" "${stream_mbs[copy]}" 1 "$(rate_of copy "$stream_rows")"
    printf '%-24s %8s %10s %8.0f\n\n' "pgbench, the same SELECT" - - "$(rate_of pgbench "$stream_rows")"
}

judge_stream() {
    floor "growth below $growth_floor_mb MB" "$(growth_of wire) < $growth_floor_mb"
    floor "first byte below $first_byte_floor_ms ms" "$(first_byte_of wire) < $first_byte_floor_ms"
    target "at least $copy_target of COPY's MB/s" "${stream_mbs[wire]} >= $copy_target * ${stream_mbs[copy]}"
}

rate_of() { compute %.2f "$2 / $(middle_of "${stream_seconds[$1]}")"; } # who, how much

first_byte_of() { middle_of "${stream_first[$1]}"; } # server

growth_of() { compute %.1f "${stream_peak[$1]} - ${stream_idle[$1]}"; } # server

middle_of() { # numbers with blanks between
    local each
    read -ra each <<<"$1"
    median "${each[@]}"
}

# Small answers compile the path; the large one has to find its memory by itself.
warm_up_stream() { # server
    say "Warming up $1 …"
    local request
    await_answer "$1" "/big?limit=1"
    for ((request = 0; request < 50; request++)); do
        curl -sSf -m 30 -o /dev/null "${url[$1]}/big?limit=1000" || die "$1 does not answer /big?limit=1000"
    done
}

# Adds to its seconds and its first bytes, sets its bytes, raises its peak.
stream_once() { # server
    start curl curl -sS -m 600 -o /dev/null -w '%{http_code} %{size_download} %{time_total} %{time_starttransfer}\n' \
        "${url[$1]}/big?limit=$stream_rows"
    local client=${children[-1]} rss status total first_byte
    while kill -0 "$client" 2>/dev/null; do
        rss=$(rss_mb "${pid[$1]}") || die "$1 ended: $(tail -n 20 "$work/$1.log")"
        stream_peak[$1]=$(compute %.1f "$rss > ${stream_peak[$1]:-0} ? $rss : ${stream_peak[$1]:-0}")
        sleep 0.2
    done
    wait "$client" || die "the stream broke: $(cat "$work/curl.log")"
    unset 'children[-1]'

    read -r status "stream_bytes[$1]" total first_byte <"$work/curl.log"
    ((status == 200)) || die "$1 answers $status to /big?limit=$stream_rows"
    stream_seconds[$1]+=" $total"
    stream_first[$1]+=" $(compute %.2f "$first_byte * 1000")"
}

copy_once() {
    local begun
    begun=$(now_us)
    sql bench -c 'COPY big TO STDOUT' >/dev/null
    stream_seconds[copy]+=" $(compute %.4f "($(now_us) - $begun) / 1e6")"
}

select_once() {
    local begun
    begun=$(now_us)
    run pgbench "$postgres_bin/pgbench" -n -M prepared -c 1 -t 1 -D rows="$stream_rows" -f "$bench/pgbench/big.sql" \
        "$(database_url bench)" || die "pgbench: $(cat "$work/pgbench.log")"
    stream_seconds[pgbench]+=" $(compute %.4f "($(now_us) - $begun) / 1e6")"
}

check_last_row() { # server
    curl -sSf -m 600 "${url[$1]}/big?limit=$stream_rows" | tail -c 1000 |
        grep -Eq "\"id\": ?$stream_rows,.*\]\s*$" || die "the rows of $1 do not end with row $stream_rows"
}
