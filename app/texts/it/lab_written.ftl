# Laboratori di comunità: dopo.
lab-minutes-title = Verbale del laboratorio
lab-understood = Che cosa abbiamo capito
lab-minutes-begin = { $place }, { $date }. Presenti: { $people }.
lab-minutes-question = La domanda: { $question }
lab-minutes-agenda = Come si è svolto
lab-minutes-wall = Che cosa c'è sulla parete
lab-minutes-made = Bisogni e proposte nati dai cartoncini
lab-minutes-understood = Che cosa abbiamo capito
lab-minutes-understood-here = (Scrivi qui, in poche frasi, che cosa ha detto il gruppo e su che cosa non era d'accordo.)
lab-no-column = Senza colonna
lab-dots = { $n ->
    [one] 1 bollino
   *[other] { $n } bollini
 }
lab-dots-sum = { $people } persone × { $each } bollini = { $sum }.
lab-dots-blank = { $n ->
    [one] 1 bollino non è stato usato.
   *[other] { $n } bollini non sono stati usati.
 }
lab-dots-elsewhere = { $n ->
    [one] 1 bollino era su un cartoncino che non si mostra più.
   *[other] { $n } bollini erano su cartoncini che non si mostrano più.
 }
lab-end = Concludi il laboratorio
lab-end-lead = Da qui in poi non si aggiungono cartoncini né arrivi. Trovi una prima bozza del verbale, con l'ordine dei lavori, i cartoncini e i bollini: la completi tu, poi la mandi a chi c'era.
lab-end-send = Concludi e passa al verbale
lab-minutes-write = Scrivi il verbale
lab-minutes-first = Questa è una prima bozza, messa insieme da ordine dei lavori, parete e bollini. Non c'è nessun nome e nessun gettone. Correggila, completala e salvala.
lab-minutes-again = Ogni versione resta leggibile, con il motivo per cui è stata scritta.
lab-minutes-words = Il verbale
lab-minutes-words-hint = Nessun nome di chi c'era. Puoi usare titoli ed elenchi in Markdown.
lab-minutes-why = Perché una nuova versione
lab-minutes-save = Salva il verbale
lab-minutes-theirs = La versione che c'è adesso
lab-minutes-public = Come lo legge chi c'era
lab-minutes-read = Leggi il verbale
lab-minutes-asked = Il verbale, con le correzioni chieste e le risposte
lab-taken-unwritten = Hai accolto una correzione dopo l'ultima versione
lab-taken-unwritten-next = Scrivila nel testo e salva una nuova versione: è quella che resta.
lab-send-title = A chi c'era
lab-send-first = Salva prima il verbale: poi lo mandi a chi c'era.
lab-send-lead = Chi c'era ha sette giorni per leggerlo e correggerlo, con il codice del suo gettone. Poi lo approvi, e diventa pubblico.
lab-send-linked = { $n ->
    [0] Nessuno dei presenti si era iscritto con un account: non parte nessun messaggio. Dillo con un avviso in sala o a voce.
    [one] Una persona si era iscritta con un account: riceve un messaggio.
   *[other] { $n } persone si erano iscritte con un account: ricevono un messaggio.
 }
lab-send = Manda a chi c'era
lab-sent-until = È stato mandato. Chi c'era lo può correggere fino al { $date }.
lab-sent-over = Il tempo per correggerlo è finito il { $date }.
lab-corrections = Correzioni
lab-corrections-none = Nessuno ha chiesto correzioni.
lab-corrections-desk = Ogni correzione ha una risposta, con il motivo: la legge chi c'era, e dopo l'approvazione la leggono tutti. Chi l'ha chiesta non si vede.
lab-corrections-asked = Correzioni chieste da chi c'era
lab-correction-number = Correzione { $number }
lab-correction-read = sulla versione { $version }
lab-taken = Accolta
lab-not-taken = Non accolta
lab-waits = Aspetta una risposta
lab-answer = Che cosa decidi
lab-take = La accolgo
lab-take-hint = Scrivila poi nel testo del verbale.
lab-not-take = Non la accolgo
lab-answer-reason = Perché
lab-answer-to = Rispondi alla correzione { $number }
lab-answer-send = Rispondi
lab-approve = Approva
lab-approve-lead = Il verbale, i cartoncini e i bollini diventano pubblici, con le correzioni chieste e le risposte. Dopo non si cambia più.
lab-approve-send = Approva e pubblica
lab-never-written = Di questo laboratorio non c'è un verbale su questo sito
lab-never-written-next = È stato tenuto prima che il sito ci fosse. Sulla sua pagina trovi i cartoncini e che cosa ne è venuto.
lab-approved-after = Approvato dopo la rilettura di chi c'era; ultima versione del
lab-not-yet = Il verbale non c'è ancora
lab-not-yet-next = Lo scrive chi conduce il laboratorio. Poi chi c'era lo rilegge e può correggerlo per sette giorni; dopo l'approvazione lo leggono tutti, qui.
lab-code-what = Il codice del gettone
lab-code-what-more = All'ingresso ognuno riceve un gettone con un numero e un codice di venti segni. Il codice dice soltanto che c'eri: non sappiamo il tuo nome. Se eri iscritto con un account, basta accedere. Se non hai più il gettone, scrivi all'Ufficio di Piano: leggono la tua correzione insieme alle altre.
lab-read-lead = Per ora lo rilegge chi c'era. Poi diventa pubblico.
lab-read-until = Si può correggere fino al { $date }. A ogni correzione risponde chi ha condotto il laboratorio.
lab-read-over = Il tempo per correggere è finito. Se c'eri puoi ancora leggerlo; fra poco lo leggono tutti.
lab-code = Il codice del tuo gettone
lab-code-hint = Venti segni, in gruppi di cinque. Maiuscole e trattini non contano.
lab-code-open = Leggi il verbale
fault-token-code-missing = Scrivi il codice del gettone
fault-token-code-unknown-code = Nessun gettone di questo laboratorio ha questo codice. Controlla i segni, uno per uno.
lab-understood-lead = C'eri anche tu: dicci se abbiamo capito bene.
lab-correct = Correggi
lab-correction = Che cosa va corretto o aggiunto
lab-correction-hint = Bastano poche parole. Non scrivere nomi: né il tuo né quelli di altri.
lab-correction-next = Puoi mandarne più di una, fino al { $date }. Risponde chi ha condotto il laboratorio, con un motivo; la correzione e la risposta si leggono qui, senza dire di chi è.
lab-correction-send = Manda la correzione
lab-report-title = Resoconto del laboratorio
lab-report-lead = Che cosa abbiamo imparato e che cosa cambia. Diventa pubblico quando restituisci il laboratorio.
lab-report-lead-public = È pubblico. Una nuova versione prende subito il posto di questa.
lab-report-write = Scrivi il resoconto
lab-learned = Che cosa ci ha sorpreso
lab-learned-hint = Che cosa non sapevamo prima.
lab-changes = Che cosa cambia
lab-changes-hint = Che cosa farete di diverso, chi e quando. Se non cambia nulla, scrivete perché.
lab-quotes = Parole citate con il permesso di chi le ha dette
lab-quotes-hint = Solo i cartoncini per cui chi c'era ha detto sì.
lab-quotes-none = Nessun cartoncino si può citare: nessuno ha dato il permesso, o chi l'aveva dato l'ha ritirato.
lab-quotes-taken-back = { $n ->
    [one] Una citazione è stata tolta: chi l'aveva detta ha ritirato il permesso.
   *[other] { $n } citazioni sono state tolte: chi le aveva dette ha ritirato il permesso.
 }
lab-report-save = Salva il resoconto
lab-report-save-public = Il laboratorio è già restituito: quello che salvi si legge subito.
lab-report-theirs = La versione che c'è adesso
lab-report-stale = Qualcun altro ha scritto una versione del resoconto nel frattempo
lab-report-stale-next = È qui sotto. La tua è ancora nel modulo: confrontale, poi salva di nuovo.
lab-report-public = La pagina del laboratorio
lab-give-back = Restituisci il laboratorio
lab-give-back-first = Salva prima il resoconto: è con quello che si restituisce.
lab-give-back-lead = Il resoconto diventa pubblico sulla pagina del laboratorio, con i numeri e le citazioni.
lab-give-back-send = Restituisci
lab-given-back = È restituito.
lab-leave = Permesso ritirato
lab-leave-open = Qualcuno non vuole più essere citato
lab-leave-lead = Chi ha detto una frase può cambiare idea quando vuole. La citazione sparisce subito da tutte le pagine, e il resoconto dice che una è stata tolta. Su quello che è già stampato, avvisa chi l'ha ricevuto.
lab-leave-card = il cartoncino { $number }
lab-leave-end = Non citare più
lab-leave-off = Togli dalla parete pubblica
lab-leave-hide = Togli anche il cartoncino dalla parete pubblica
lab-leave-ended = Permesso ritirato il
lab-leave-quoted = È citato nel resoconto.
lab-numbers = In numeri
lab-registered = Iscritti
lab-present = Presenti
lab-walk-ins = Di questi, senza iscrizione
lab-walk-ins-beside = Arrivati senza iscrizione
lab-cards = Cartoncini
lab-columns = Colonne
lab-needs = Bisogni scritti nel laboratorio
lab-proposals = Proposte scritte nel laboratorio
lab-by-place = Da dove venivano
lab-by-category = Per chi parlavano
lab-by-age = Quanti anni avevano
lab-col-who = Chi
lab-col-people = Persone
lab-unsaid = Non l'hanno detto
lab-wall = La parete
lab-wall-lead = I cartoncini come sono stati scritti, senza nomi.
lab-same = { $n ->
    [one] · lo dice anche un altro
   *[other] · lo dicono anche altri { $n }
 }
lab-photos = Fotografie della parete
lab-made = Che fine hanno fatto
lab-made-lead = I bisogni e le proposte scritti in questo laboratorio, e a che punto sono.
lab-made-none = Da questo laboratorio non è ancora nato un bisogno o una proposta pubblici.
refusal-minutes-not-sent = Il verbale non è ancora stato mandato a chi c'era.
refusal-minutes-not-sent-next = Mandalo: chi c'era ha sette giorni per correggerlo, poi si approva.
refusal-corrections-open = Chi c'era può correggere il verbale fino al { $date }: prima non si approva.
refusal-corrections-open-next = Torna quando il tempo è finito. Intanto puoi rispondere alle correzioni.
refusal-corrections-over = Il tempo per correggere è finito il { $date }.
refusal-corrections-over-next = Puoi ancora leggere il verbale. Se manca qualcosa di importante, scrivi all'Ufficio di Piano.
refusal-corrections-left = { $n ->
    [one] C'è una correzione senza risposta.
   *[other] Ci sono { $n } correzioni senza risposta.
 }
refusal-corrections-left-next = Rispondi a ognuna, con un motivo, poi approva.
notice-session-minutes-saved = Il verbale è salvato
notice-session-minutes-sent = Il verbale è mandato a chi c'era
notice-session-minutes-sent-more = Da adesso lo possono leggere e correggere, con il codice del gettone.
notice-correction-sent = La correzione è arrivata
notice-correction-sent-more = La risposta si legge in questa pagina.
notice-correction-answered = La risposta è salvata
notice-correction-answered-more = La legge chi c'era.
notice-session-minutes-approved = Il verbale è approvato e pubblico
notice-session-minutes-approved-more = Adesso si scrive il resoconto, e si restituisce il laboratorio.
notice-session-report-saved = Il resoconto è salvato
notice-session-given-back = Il laboratorio è restituito
notice-session-given-back-more = Il resoconto si legge sulla sua pagina.
notice-quoting-ended = Non è più citato
notice-quoting-ended-more = È già sparito dalle pagine.
