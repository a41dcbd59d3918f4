# The workbench while several people work at it.

live-people = At the workbench now: { $people }
live-alone = You are alone at the workbench now
live-lately = In the last minutes also here: { $people }
live-nobody = Nobody else was here in the last minutes
live-somebody = a facilitator
live-reading-bisogno = { $name } (reading need { $n })
live-reading-proposta = { $name } (reading proposal { $n })
live-reading-bozza = { $name } (reading draft { $n })
live-label = Who is here and what changes
live-renewed = The workbench is up to date
live-changed = The workbench has changed. What you are writing stays as it is.
live-renew = Update
live-lost = Connection lost: what you do is saved all the same
live-back = Connected again
live-ended = Your session has ended: sign in again to go on
