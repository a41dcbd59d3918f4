# Laboratori di comunità: nella sala.
room-back = Torna ai cartoncini
room-to-wall = La parete, per il proiettore
room-to-dots = Bollini
room-to-photos = Foto della parete
room-cover = Copri la parete
room-uncover = Scopri la parete
room-covered = La parete è coperta: sul proiettore non si legge niente
room-write = Un cartoncino
room-frozen = I bollini si stanno contando: la parete resta com'è
room-frozen-more = Se manca un cartoncino, riapri la parete.
room-card = Che cosa dice?
room-card-hint = Con le sue parole, al massimo { $most }. Niente nomi.
room-token = Numero del gettone
room-token-hint = Di chi parla, se lo vuole dire. { $n ->
    [0] Nessun gettone è ancora stato consegnato.
    [one] È stato consegnato un gettone.
   *[other] Sono stati consegnati { $n } gettoni.
  }
room-quotable = Può essere citato nel resoconto
room-assisted = L'ho scritto io per questa persona
room-read-back = L'ho riletto ad alta voce e lo approva
room-read-back-hint = Serve solo se l'hai scritto tu.
room-send = Metti sulla parete
room-cards = { $n ->
    [0] Ancora nessun cartoncino.
    [one] Un cartoncino.
   *[other] { $n } cartoncini.
  }
room-last = L'ultimo è il n. { $number }:
room-wall = La parete
room-wall-empty = La parete è ancora vuota.
room-loose = Senza colonna
room-column-cards = { $n ->
    [one] 1 cartoncino
   *[other] { $n } cartoncini
  }
room-is-assisted = scritto da un'altra mano
room-is-quotable = si può citare
room-became = è diventato
room-taken = se n'è fatto un testo, che aspetta di essere letto
room-behind = { $n ->
    [one] Un altro dice la stessa cosa
   *[other] Altri { $n } dicono la stessa cosa
  }
room-hide = Togli
room-hide-which = il cartoncino { $number }
room-hide-all = Togli dalla parete
room-show = Rimetti
room-off = Tolti dalla parete
room-off-more = Non li vede nessun altro. Le parole restano come sono state scritte.
room-ticked = Con i cartoncini segnati
room-move-to = Sposta in
room-move = Sposta
room-same-as = Dicono la stessa cosa di
room-same = Mettili dietro
room-apart = Staccali di nuovo
room-take-up = Fanne un bisogno o una proposta
room-columns = Le colonne
room-column = Titolo di una nuova colonna
room-column-add = Aggiungi la colonna
room-columns-change = Cambia le colonne
room-column-title = Titolo della colonna { $number }
room-column-rename = Cambia il titolo
room-column-earlier = Portala prima
room-column-remove = Togli la colonna
room-queue-title = Cartoncini in attesa
room-queue-one = Un cartoncino in attesa.
room-queue-several = { $n } cartoncini in attesa.
room-queue-sending = Parte…
room-queue-sent = Arrivato.
room-queue-lost = Partono da soli appena torna la rete.
room-queue-ended = Entra di nuovo: poi partono.
room-queue-refused = Non è arrivato:
room-queue-mend = Correggi
room-queue-throw = Butta via
fault-card-missing = Scrivi che cosa dice
fault-card-too-many = Sono { $found } parole, il massimo è { $most }: tieni le più importanti
fault-card-token-not-a-choice = Questo gettone non è stato consegnato a nessuno: controlla il numero
fault-read-back-missing = Rileggilo ad alta voce a chi l'ha detto, e segna che lo approva
fault-c-too-few = Segna almeno un cartoncino
fault-c-not-a-choice = Nessuno dei cartoncini segnati sta dietro a un altro
fault-c-taken = Di uno di questi cartoncini si è già fatto un testo, o è stato tolto dalla parete: torna alla parete e segnali di nuovo
fault-column-missing = Scegli dove spostarli
fault-front-missing = Scegli quale cartoncino sta davanti
fault-front-repeated = È lo stesso cartoncino: segnane un altro, o scegline un altro
fault-column-title-missing = Scrivi il titolo della colonna
fault-column-title-taken = Una colonna con questo titolo c'è già
fault-column-title-too-many = Sono { $found } colonne, il massimo è { $most }
fault-cards-too-few = Sulla parete non c'è ancora niente su cui mettere bollini
fault-people-missing = Scrivi quante persone hanno messo bollini
fault-people-too-few = Scrivi quante persone hanno messo bollini: almeno una
fault-people-too-many = Sono { $found } persone, ma di gettoni ne sono stati consegnati { $most }
fault-photo-missing = Scegli una foto
fault-photo-not-a-choice = Questo file non si legge: serve una foto JPEG o PNG
fault-photo-too-many = La foto pesa { $found } MB, il massimo è { $most }: scattala più piccola
fault-alt-missing = Scrivi che cosa si vede
fault-alt-too-few-words = Scrivi almeno { $least } parole: chi non vede la foto la conosce da qui
fault-recognisable-missing = Guarda la foto: se si riconosce qualcuno che non è d'accordo, usane un'altra
notice-card-written = Cartoncino sulla parete
notice-wall-arranged = Fatto: la parete è cambiata
notice-card-hidden = Tolto dalla parete
notice-card-hidden-more = Lo trovi sotto «Tolti dalla parete», e si può rimettere.
notice-card-shown = Rimesso sulla parete
notice-columns-changed = Colonne cambiate
notice-wall-covered = Parete coperta
notice-wall-uncovered = La parete si legge di nuovo
notice-wall-frozen = Adesso la parete resta com'è: si mettono i bollini
notice-wall-unfrozen = La parete è di nuovo aperta
notice-dots-counted = Il conto torna, ed è salvato
notice-photo-added = Foto aggiunta
notice-photo-removed = Foto cancellata
notice-cards-taken-up = Fatto: è una voce come le altre
notice-cards-wait = Il testo è arrivato: qualcuno lo legge prima che sia pubblico
wall-covered = Un momento.
wall-empty = Qui si leggeranno i cartoncini.
wall-still = Ferma: non aggiornare da sola
wall-go = Riprendi ad aggiornare da sola
wall-lost = Senza rete: questa è la parete di poco fa.
dots-lead = Ogni persona ha { $each } bollini, e ne mette al massimo { $most } sullo stesso cartoncino.
dots-freeze-title = Ferma la parete
dots-freeze-lead = { $n ->
    [0] Sulla parete non c'è ancora nessun cartoncino.
    [one] I bollini si mettono su un cartoncino. Da quando la fermi la parete resta com'è, finché non la riapri.
   *[other] I bollini si mettono su { $n } cartoncini. Da quando la fermi la parete resta com'è, finché non la riapri.
  }
dots-freeze = Ferma la parete e metti i bollini
dots-people = Persone che hanno messo bollini
dots-people-hint = { $n ->
    [one] È stato consegnato un gettone.
   *[other] Sono stati consegnati { $n } gettoni.
  } Se qualcuno è andato via prima, scrivi di meno.
dots-totals = Bollini su ogni cartoncino
dots-totals-hint = Quelli di tutti, anche di chi non ha il telefono. Dove non ce ne sono, lascia vuoto.
dots-card-hidden = Tolto dalla parete.
dots-card-with = Con quelli dietro: { $numbers }.
dots-blanks = Bollini non usati
dots-blanks-hint = Quelli rimasti in mano. Se nessuno, zero.
dots-given = Bollini messi
dots-next = Il conto deve tornare: persone per bollini, uguale a quelli messi più quelli non usati. Il numero non si vede altrove finché il verbale non è approvato.
dots-send = Controlla il conto e salva
dots-counted = Il conto torna
dots-sum = { $people } persone per { $each } bollini fanno { $all }.
dots-hidden = Lo vede solo chi conduce, finché il verbale non è approvato. Si può riscrivere finché il laboratorio è in corso.
dots-unfreeze-title = Riapri la parete
dots-unfreeze-lead = Si possono di nuovo scrivere e spostare cartoncini.
dots-unfreeze-counted = Si possono di nuovo scrivere e spostare cartoncini. Il conto dei bollini che hai salvato viene buttato via, e va rifatto.
dots-unfreeze = Riapri la parete
photos-lead = Le vede solo chi conduce; tutti, quando il verbale è approvato.
photos-lead-public = Le vedono tutti, nella pagina del laboratorio.
photos-none = Ancora nessuna foto.
photos-add = Aggiungi una foto
photos-there = Le foto
photos-file = Foto
photos-file-hint = JPEG o PNG, al massimo 12 MB. Il luogo e il telefono che stanno scritti nel file non si conservano.
photos-alt = Che cosa si vede
photos-alt-hint = Per chi non vede la foto: quante colonne, con quali titoli.
photos-recognisable = Nella foto non si riconosce nessuno, o chi si riconosce è d'accordo
photos-next = La foto viene ridisegnata più piccola. Si può cancellare quando si vuole.
photos-send = Aggiungi
photos-remove = Cancella
photos-which = la foto { $number }
take-title = Fanne un bisogno o una proposta
take-lead = I cartoncini restano come sono. Il testo è anonimo, e dice da quale laboratorio viene.
take-taken = Di questi cartoncini si è già fatto un testo: { $numbers }.
take-none = Nessun cartoncino segnato
take-none-more = Segna sulla parete quelli che dicono la stessa cosa.
take-cards = { $n ->
    [one] Il cartoncino
   *[other] I cartoncini
  }
take-kind = Che cos'è
take-words-title = Titolo
take-body = Che cosa si dice
take-body-hint = Parti dalle parole dei cartoncini, e aggiungi quello che è stato detto in sala. Almeno dieci parole.
take-municipality = Comune
take-policy = Politica
take-language = Lingua
take-sensitive = Tocca salute, violenza, dipendenze o disagio: una persona lo legge prima che sia pubblico
take-next = Vale quello che vale per ogni voce: se serve, qualcuno lo legge prima che sia pubblico. Se i cartoncini sono di un solo gettone, chi lo tiene segue il testo con il codice che c'è scritto sopra.
take-send = Manda
said-in-session = Detto al Laboratorio { $number }: { $title }
said-on-cards = { $n ->
    [one] cartoncino { $numbers }
   *[other] cartoncini { $numbers }
  }
