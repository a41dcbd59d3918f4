# Il filo disegnato e sulla carta; il registro dei testi di un percorso.
ledger-title = Il registro dei testi
ledger-lead = Quanti testi sono arrivati, dove stanno adesso, e che nessuno si è perso per strada.
ledger-where = Dove sta
ledger-received-title = Arrivati
ledger-received-caption = Tutti i testi arrivati, per dove stanno
ledger-received-total = Arrivati in tutto
ledger-received-few = Quelli che non sono pubblici sono meno di 5: dirne il totale farebbe capire di chi si tratta.
ledger-standing-pubblicato = Pubblicati
ledger-standing-in_moderazione = In lettura, prima di essere pubblici
ledger-standing-ritirato = Ritirati da chi li ha scritti
ledger-standing-oscurato = Oscurati
ledger-standing-anonimizzato = Resi anonimi
ledger-other-states = Altri stati
ledger-hidden-title = Perché sono oscurati
ledger-hidden-caption = I testi oscurati, per motivo
ledger-no-class = Senza un motivo di queste classi
ledger-published-title = Pubblicati
ledger-published-caption = Tutti i testi pubblicati, per che cosa ne è stato
ledger-published-total = Pubblicati in tutto
ledger-place-gruppo = In un gruppo, con altri che dicono cose simili
ledger-place-azione = In un'azione, da soli
ledger-place-risposta = Da soli, con una risposta motivata
ledger-place-in_attesa = Aspettano una risposta
ledger-waiting = Il percorso si restituisce solo quando nessuno aspetta più.
ledger-done = Nessun testo aspetta una risposta.
graph-label = Il filo, disegnato
graph-caption = Da sinistra: le voci, i gruppi, le azioni, che cosa se n'è deciso. Le linee tratteggiate sono dissensi, o gruppi sciolti. Lo stesso si legge qui sotto, passo per passo.
graph-cluster = Gruppo n. { $number }
graph-action = Azione n. { $number } · { $state }
graph-more-voices = { $n ->
    [one] e un'altra voce
   *[other] e altre { $n } voci
}
graph-review = Tavolo di Piano
graph-act = Atto { $number }
graph-approved = Approvata
graph-not-approved = Non approvata
graph-measured = Misurato: { $value }
graph-answer = Risposta
qr-label = Codice da inquadrare con il telefono: porta a questo filo
qr-caption = Per ritrovarlo dalla carta:
thread-file = Il filo come file (JSON, PROV)
thread-file-name = filo
