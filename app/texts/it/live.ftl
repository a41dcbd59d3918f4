# The workbench while several people work at it.

live-people = Al banco adesso: { $people }
live-alone = Al banco adesso ci sei solo tu
live-lately = Negli ultimi minuti c'era anche: { $people }
live-nobody = Negli ultimi minuti non c'era nessun altro
live-somebody = una persona che facilita
live-reading-bisogno = { $name } (legge bisogno { $n })
live-reading-proposta = { $name } (legge proposta { $n })
live-reading-bozza = { $name } (legge bozza { $n })
live-label = Chi c'è e che cosa cambia
live-renewed = Il banco è aggiornato
live-changed = Il banco è cambiato. Quello che stai scrivendo è rimasto com'è.
live-renew = Aggiorna
live-lost = Collegamento perso: quello che fai si salva lo stesso
live-back = Collegamento ripreso
live-ended = La tua sessione è finita: accedi di nuovo per continuare
