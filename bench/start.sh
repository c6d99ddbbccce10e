# shellcheck shell=bash
# From the start of the process to its first answer, on the sample database that Relata brings along.

start_runs=${START_RUNS:-5}
start_path=/__schema
start_floor_ms=1500

measure_start() {
    local run begun
    local -a times=()
    for ((run = 0; run <= start_runs; run++)); do
        say "Start $run of $start_runs"
        begun=$(now_us)
        start wire dotnet "$relata_dll" serve --listen "${url[wire]}"
        pid[wire]=${children[-1]}
        await_answer wire "$start_path"
        ((run == 0)) || times+=("$(compute %.1f "($(now_us) - $begun) / 1000")") # the first run fills the caches
        stop_children
    done

    printf '\nstart to first answer\n'
    printf '  %-24s %8.1f ms\n' "GET $start_path" "$(median "${times[@]}")"
    floor "first answer below $start_floor_ms ms" "$(median "${times[@]}") < $start_floor_ms"
}
