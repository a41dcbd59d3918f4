-- A support, then taking it back: every request is a durable write. Each thread of wrk has its
-- own part of the texts, so that no two requests are about the same person and text at once.
local threads = 0
function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

local function lines(file)
  local found = {}
  for line in io.lines(file) do
    if line ~= "" then found[#found + 1] = line end
  end
  return found
end

function init(args)
  paths, sessions = {}, lines(args[2])
  for index, path in ipairs(lines(args[1])) do
    if index % 2 == id % 2 then paths[#paths + 1] = path end
  end
  n = -1
end

function request()
  n = n + 1
  local path = paths[n % #paths + 1]
  local session = sessions[math.floor(n / #paths) % #sessions + 1]
  local again = math.floor(n / (#paths * #sessions)) % 2
  local body = again == 0 and "do=support" or "do=unsupport"
  return wrk.format("POST", path, {
    ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = session,
  }, body)
end
