# shellcheck shell=bash
# How long a database of 1,000 tables takes to read: the whole command, and what the command itself reports.

introspect_runs=${INTROSPECT_RUNS:-5}
introspect_floor_ms=1000

measure_introspect() {
    start_postgres
    say "Creating 1,000 tables …"
    sql wide -f "$bench/wide.sql"

    local begun run reported
    local -a whole=() own=()
    for ((run = 0; run <= introspect_runs; run++)); do
        begun=$(now_us)
        dotnet "$relata_dll" introspect --database "$(database_url wide)" \
            >"$work/schema.txt" 2>"$work/introspect.log" ||
            die "relata introspect failed: $(cat "$work/introspect.log")"
        ((run)) || continue # the first run fills the caches
        whole+=("$(compute %.1f "($(now_us) - $begun) / 1000")")
        reported=$(reported_ms)
        [[ -z $reported ]] || own+=("$reported")
    done
    grep -q 'table_1000' "$work/schema.txt" || die "relata introspect does not name table_1000"

    printf '\nintrospection of 1,000 tables\n'
    printf '  %-24s %8.1f ms\n' "whole command" "$(median "${whole[@]}")"
    if ((${#own[@]} == introspect_runs)); then
        printf '  %-24s %8.1f ms\n' "reported by the command" "$(median "${own[@]}")"
        floor "introspection below $introspect_floor_ms ms" "$(median "${own[@]}") < $introspect_floor_ms"
    else
        floor "introspection, start of the process included, below $introspect_floor_ms ms" \
            "$(median "${whole[@]}") < $introspect_floor_ms"
    fi
}

# The time in the command's log line about introspection, such as "Introspected 1000 tables in 123 ms"; else nothing.
reported_ms() {
    sed -nE 's/.*[Ii]ntrospect.* ([0-9]+(\.[0-9]+)?) ?ms.*/\1/p' "$work/introspect.log" | tail -n 1
}
