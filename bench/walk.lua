-- Walks through all ids of table item, or all owners, always in the same order:
-- wrk … -s walk.lua URL -- key|owner|tenant|parents|children|function|functions

local requests = {}
local next = 0

-- How many requests there are, the path of each, and its headers if it has any.
local walks = {
    key = { 10000, function(i) return "/item/" .. i end },
    owner = { 200, function(i) return "/item?owner_id=" .. i .. "&limit=50" end },
    tenant = {
        10000,
        function(i) return "/tenant_item/" .. i end,
        function(i) return { ["X-Tenant"] = tostring(math.floor((i - 1) / 50) + 1) } end,
    },
    parents = { 200, function(i) return "/item?owner_id=" .. i .. "&limit=50&depth=2" end },
    ["function"] = { 10000, function(i) return "/fn/item?id=" .. i end },
    functions = { 200, function(i) return "/fn/items?owner_id=" .. i end },
    children = { 10, function(i) return "/owner?limit=20&offset=" .. (i - 1) * 20 .. "&item__limit=10" end },
}

function init(arguments)
    local count, path, headers = unpack(walks[arguments[1]])
    for i = 1, count do
        requests[i] = wrk.format("GET", path(i), headers and headers(i))
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
