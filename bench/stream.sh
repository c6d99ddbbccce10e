# shellcheck shell=bash
# A million rows out: what the server's memory does meanwhile, when the first byte comes, and how fast the bytes flow
# beside PostgreSQL's own COPY.

stream_rounds=${STREAM_ROUNDS:-3}
stream_rows=${STREAM_ROWS:-1000000}
growth_floor_mb=50
first_byte_floor_ms=50

measure_stream() {
    start_postgres
    create_items big "$stream_rows"
    start_relata bench
    local server=${children[-1]}
    await_answer relata "$server" "$relata/big?limit=1"
    warm_up_stream

    local idle peak round bytes copy_bytes
    local -a seconds=() copy_seconds=() first_bytes=()
    idle=$(rss_mb "$server")
    peak=$idle
    for ((round = 1; round <= stream_rounds; round++)); do
        say "Round $round of $stream_rounds: streaming $stream_rows rows"
        stream_once "$server"
        say "Round $round of $stream_rounds: COPY"
        copy_once
    done
    copy_bytes=$(sql bench -c 'COPY big TO STDOUT' | wc -c)
    check_last_row

    local growth first_byte
    growth=$(compute %.1f "$peak - $idle")
    first_byte=$(median "${first_bytes[@]}")
    printf '\n%s rows as JSON\n' "$stream_rows"
    printf '  %-20s %8.1f MB\n' "resident, idle" "$idle" "resident, peak" "$peak" growth "$growth"
    printf '  %-20s %8.1f ms\n' "time to first byte" "$first_byte"
    report_rate Relata "$bytes" "$(median "${seconds[@]}")"
    report_rate "COPY TO STDOUT" "$copy_bytes" "$(median "${copy_seconds[@]}")"
    printf '  %-20s %8.2f of the MB/s\n' ratio \
        "$(compute %.3f "$bytes / $(median "${seconds[@]}") / $copy_bytes * $(median "${copy_seconds[@]}")")"
    floor "growth below $growth_floor_mb MB" "$growth < $growth_floor_mb"
    floor "first byte below $first_byte_floor_ms ms" "$first_byte < $first_byte_floor_ms"
}

# The two write the same rows at different length, so the rows per second stand beside the bytes.
report_rate() { # who, bytes, seconds
    printf '  %-20s %8.1f MB/s, %.0f rows per second\n' \
        "$1" "$(compute %.2f "$2 / $3 / 1e6")" "$(compute %.0f "$stream_rows / $3")"
}

# Small answers compile the path; the large one has to find its memory by itself.
warm_up_stream() {
    say "Warming up …"
    local request
    for ((request = 0; request < 50; request++)); do
        curl -sSf -m 30 -o /dev/null "$relata/big?limit=1000" || die "Relata does not answer /big?limit=1000"
    done
    sleep 2
}

# Adds to seconds and first_bytes, sets bytes, raises peak.
stream_once() { # the server's pid
    start curl curl -sS -m 600 -o /dev/null -w '%{http_code} %{size_download} %{time_total} %{time_starttransfer}\n' \
        "$relata/big?limit=$stream_rows"
    local client=${children[-1]} rss status total first_byte
    while kill -0 "$client" 2>/dev/null; do
        rss=$(rss_mb "$1") || die "Relata ended: $(tail -n 20 "$work/relata.log")"
        peak=$(compute %.1f "$rss > $peak ? $rss : $peak")
        sleep 0.2
    done
    wait "$client" || die "the stream broke: $(cat "$work/curl.log")"
    unset 'children[-1]'

    read -r status bytes total first_byte <"$work/curl.log"
    ((status == 200)) || die "Relata answers $status to /big?limit=$stream_rows"
    seconds+=("$total")
    first_bytes+=("$(compute %.2f "$first_byte * 1000")")
}

# Adds to copy_seconds.
copy_once() {
    local begun
    begun=$(now_us)
    sql bench -c 'COPY big TO STDOUT' >/dev/null
    copy_seconds+=("$(compute %.4f "($(now_us) - $begun) / 1e6")")
}

check_last_row() {
    curl -sSf -m 600 "$relata/big?limit=$stream_rows" | tail -c 1000 | grep -Eq "\"id\": ?$stream_rows,.*\]\s*$" ||
        die "the streamed rows do not end with row $stream_rows"
}
