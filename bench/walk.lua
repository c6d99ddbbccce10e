-- Walks through all ids or all owners of table item, always in the same order: wrk … -s walk.lua URL -- key|owner

local requests = {}
local next = 0

function init(arguments)
    if arguments[1] == "key" then
        for id = 1, 10000 do
            requests[id] = wrk.format("GET", "/item/" .. id)
        end
    else
        for owner = 1, 200 do
            requests[owner] = wrk.format("GET", "/item?owner_id=" .. owner .. "&limit=50")
        end
    end
end

function request()
    next = next % #requests + 1
    return requests[next]
end

-- Prints a line for bench/run: requests per second, failed requests.
function done(summary)
    local errors = summary.errors
    local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    io.write(string.format("walked %.1f %d\n", summary.requests / summary.duration * 1e6, failed))
end
