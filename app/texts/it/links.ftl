# Collegamenti fra testi che restano separati: sulla pagina di un testo, di un'azione, sul filo.
links-title = Collegamenti
links-more = Restano testi separati: un collegamento non unisce niente e non sposta sostegni.
relation-collegato = Ha a che fare con
relation-alternativo = È un'alternativa a
relation-ha_alternativa = Ha un'alternativa
relation-risponde_a = Risponde a
relation-ha_risposta = Trova risposta in
relation-contraddice = Va contro
relation-contraddetto_da = Ha contro
link-action = Azione n. { $number }
link-by = { $role }, { $date }
link-make-title = Collega a un altro testo
link-make-more = Anche di un'altra area, di un altro percorso, o a un'azione, pure dell'ultimo piano. Si vede da tutti e due i lati, con il motivo.
link-relation = Che cosa è questo testo per l'altro
link-near = Un testo simile
link-near-option = { $named }: { $title }
link-other = L'altro testo
link-other-hint = Scrivi che cos'è e il suo numero: bisogno 12, proposta 3, azione 1
link-other-hint-near = Se non è fra i simili, scrivi che cos'è e il suo numero: bisogno 12, proposta 3, azione 1
link-reason = Perché li colleghi
link-reason-hint = Lo leggono tutti. Non scrivere nomi di persone.
link-send = Collega
unlink-title = Togli il collegamento n. { $number }
unlink-reason = Perché lo togli
unlink-send = Togli il collegamento
links-ended = { $n ->
    [one] Un collegamento tolto
   *[other] { $n } collegamenti tolti
}
link-ended = Tolto: { $role }, { $date }
notice-linked = Testi collegati
notice-linked-more = Il collegamento si vede da tutti e due i testi, con il motivo.
notice-unlinked = Collegamento tolto
notice-unlinked-more = Resta scritto chi l'ha tolto e perché.
fault-relation-missing = Scegli che cosa è questo testo per l'altro
fault-other-missing = Scegli l'altro testo, o scrivi il suo numero
fault-other-not-a-choice = Scrivi che cos'è e il numero, per esempio bisogno 12
fault-other-unknown-code = Non c'è nessun testo con questo numero: controlla che cos'è e il numero
fault-other-unchanged = È questo stesso testo: scegline un altro
fault-other-repeated = Sono già collegati così: scegli un altro testo o un altro modo
fault-other-contradicts = Hai scelto un testo e ne hai scritto un altro: lascia solo quello giusto
fault-link-reason-missing = Scrivi perché li colleghi
fault-unlink-reason-missing = Scrivi perché lo togli
