-- Similar texts to one that is being written, each a little different.
local words = {
  "madre", "anziani", "autobus", "scuola", "italiano", "affitto", "sportello", "compiti",
  "trasporto", "sollievo", "giovani", "montagna",
}

function init()
  n = 0
end

function request()
  n = n + 1
  local a, b = words[n % #words + 1], words[math.floor(n / #words) % #words + 1]
  local body = '{"kind":"bisogno","lang":"it","title":"' .. a .. ' e ' .. b ..
    '","body":"Nella nostra valle ' .. a .. ' e ' .. b .. ' mancano da tempo e nessuno ci aiuta."}'
  return wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body)
end
