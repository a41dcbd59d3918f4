-- A new need by a visitor, each with words of its own.
local threads = 0
function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

function init()
  n = 0
  math.randomseed(os.time() + id)
  mark = math.random(1, 1000000000)
end

function request()
  n = n + 1
  local own = mark .. "-" .. id .. "-" .. n
  local body = "step=check&checked=yes&go=send&language=it&municipality=CVN&policy=3.b" ..
    "&author_kind=cittadino&signed=no&form_id=" .. own .. "&title=Autobus+" .. own ..
    "&body=Nella+nostra+via+numero+" .. own ..
    "+non+passa+l%27autobus+e+chi+ha+una+certa+et%C3%A0+resta+a+casa+tutto+il+giorno"
  return wrk.format("POST", nil, { ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end
