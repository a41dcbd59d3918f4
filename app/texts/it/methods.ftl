# Ciò che aprono concertazione, co-programmazione, co-progettazione e co-gestione.

## La pagina di un percorso

method-title = Come si lavora in questo percorso
method-notice-more = Finalità, risorse, durata, criteri e che cosa serve per partecipare.
method-agreement-more = Che cosa si porta avanti, e chi l'ha firmato.
method-draft = Il testo in discussione
method-draft-none = Non è ancora scritto: lo prepara l'Ufficio di Piano prima dell'apertura.
method-draft-more = Versione { $version }, { $n ->
    [one] un paragrafo.
   *[other] { $n } paragrafi.
 }
method-amendments-more = { $n ->
    [0] Ancora nessun emendamento.
    [one] Un emendamento, da decidere: { $open }.
   *[other] { $n } emendamenti, da decidere: { $open }.
 }
method-positions = Le posizioni delle organizzazioni
method-positions-more = { $n ->
    [0] Nessuna si è ancora espressa sul testo intero.
    [one] Una si è espressa sul testo intero, con il motivo.
   *[other] { $n } si sono espresse sul testo intero, ciascuna con il motivo.
 }
method-resources = Le risorse messe a disposizione
method-resources-more = { $n ->
    [0] Ancora nessuna.
    [one] Una, dichiarata da un'organizzazione.
   *[other] { $n }, dichiarate dalle organizzazioni.
 }
method-guests = Chi è invitato
method-guests-all = Possono esprimersi tutte le organizzazioni del registro.
method-guests-more = { $n ->
    [one] Una organizzazione.
   *[other] { $n } organizzazioni.
 }
method-minutes = Il verbale
method-minutes-later = Si scrive alla chiusura: accordo, o disaccordo messo a verbale.
method-minutes-none = Non è ancora scritto.

## Parole di più pagine

paragraph = Paragrafo { $number }
speaks-for = Scrivi per { $name }.
speaks-for-which = Per quale organizzazione scrivi?
diff-removed = tolto:
diff-added = aggiunto:
diff-ends = fine
diff-legend = Le parole barrate si tolgono, quelle sottolineate si aggiungono. Chi ascolta la pagina le sente annunciate.
organisation-column = Organizzazione
category-column = Categoria
position-column = Posizione
reason-column = Motivo
proposer-column = Chi lo propone
outcome-column = Esito
amendment-column = Emendamento

## La bozza

round-draft-title = Il testo in discussione
round-draft-title-concertazione = Le priorità in discussione
round-draft-lead = Il testo dell'istituzione, paragrafo per paragrafo, con le modifiche proposte e che cosa ne è stato. Ogni versione resta leggibile.
round-draft-none = Il testo non è ancora scritto
round-draft-none-next = Lo prepara l'Ufficio di Piano prima dell'apertura: torna su questa pagina.
round-draft-write-first = Scrivi il testo
round-draft-write = Cambia il testo
round-draft-positions = Leggi le posizioni
round-draft-version = Versione { $version }
round-draft-versions = Le versioni
round-draft-versions-lead = Ogni modifica accolta fa una versione. Quelle di prima non si cancellano.
round-draft-older = Stai leggendo la versione { $version }, che non è l'ultima
round-draft-newest = Leggi l'ultima versione
round-draft-by-amendment = Dall'emendamento { $number }
round-draft-form-title = Scrivi il testo da discutere
round-draft-form-lead = Una riga vuota separa un paragrafo dall'altro: ciascuno riceve un numero, e si potrà emendare da solo.
round-draft-text = Il testo
round-draft-text-hint = Un paragrafo per ogni priorità, con il risultato atteso e come si misura.
round-draft-why = Che cosa cambia in questa versione
round-draft-why-hint = Una riga: si legge nell'elenco delle versioni.
round-draft-until = Puoi cambiarlo finché il percorso non si apre, il { $date }. Poi il testo cambia solo con gli emendamenti.
round-draft-save = Salva la versione
round-draft-stale = Qualcun altro ha scritto una versione nel frattempo
round-draft-stale-theirs = La versione che c'è adesso
round-draft-stale-next = La tua è ancora qui sotto. Confrontale, metti nella tua quello che va tenuto, e salva di nuovo.

## Gli emendamenti

amendment-title = Emendamento { $number }: { $does }
amendment-does-sostituisce = sostituisce il paragrafo { $paragraph }
amendment-does-aggiunge = aggiunge dopo il paragrafo { $paragraph }
amendment-does-toglie = toglie il paragrafo { $paragraph }
amendment-does-sostituisce-nowhere = sostituisce un paragrafo che non c'è più
amendment-does-aggiunge-nowhere = aggiunge un paragrafo
amendment-does-toglie-nowhere = toglie un paragrafo che non c'è più
amendment-state-proposto = Da decidere
amendment-state-accolto = Accolto
amendment-state-non_accolto = Non accolto
amendment-state-unito = Unito con altri
amendment-state-ritirato = Ritirato
amendment-kind = Che cosa proponi?
amendment-kind-sostituisce = Sostituire il paragrafo
amendment-kind-aggiunge = Aggiungere un paragrafo dopo
amendment-kind-toglie = Togliere il paragrafo
amendment-kind-hint-sostituisce = Al suo posto va il testo che scrivi qui sotto.
amendment-kind-hint-aggiunge = Il testo che scrivi diventa un paragrafo a sé.
amendment-kind-hint-toglie = Il testo qui sotto non conta: il paragrafo esce.
amendment-by-facilitation = Facilitazione, unendo più proposte
amendment-new = Proponi una modifica al paragrafo { $number }
amendment-new-first = Proponi un paragrafo da mettere all'inizio
amendment-form-title = Proponi un emendamento
amendment-form-lead = Scrivi il testo che vorresti e perché. Resta accanto all'originale, con il nome della tua organizzazione.
amendment-to = Un emendamento al paragrafo { $number }
amendment-to-beginning = Un paragrafo da mettere all'inizio
amendment-original = Il paragrafo com'è adesso
amendment-text = Il testo che proponi
amendment-text-hint = Parti da quello che c'è e cambia solo ciò che serve: le differenze si vedono parola per parola.
amendment-reason = Perché
amendment-reason-hint = Lo leggono tutti, accanto al testo.
amendment-next = L'Ufficio di Piano lo accoglie, lo unisce ad altri o risponde perché no. Puoi ritirarlo fino al { $date }.
amendment-send = Proponi l'emendamento
amendment-cancel = Torna al testo
amendment-then = Com'era quando lo hai letto
amendment-now = Com'è adesso
amendment-stale = Il paragrafo è cambiato mentre scrivevi
amendment-stale-next = Il tuo testo è ancora qui sotto. Guarda che cosa è cambiato, correggilo se serve, e mandalo di nuovo.
amendment-change = Che cosa cambia
amendment-version = Nella versione { $version }
amendment-proposed = Il testo proposto
amendment-deleted = La proposta è di togliere tutto il paragrafo.
amendment-after = Dopo questo paragrafo
amendment-moved = Il paragrafo è cambiato da quando l'emendamento è stato scritto
amendment-gone = Il paragrafo non c'è più: è uscito con un altro emendamento.
amendment-why = Perché
amendment-into = Unito con altri in un solo testo
amendment-into-more = Che cosa ne è stato si legge lì; queste parole restano come sono state scritte.
amendment-sources = Le proposte unite qui
amendment-sources-lead = Restano come sono state scritte, con il nome di chi le ha fatte.
amendment-decided-accolto = Accolto il { $date }
amendment-decided-non-accolto = Non accolto, il { $date }
amendment-decided-ritirato = Ritirato da chi l'ha proposto, il { $date }
amendment-adapted = Nel testo è entrato così, perché il paragrafo nel frattempo era cambiato:
amendment-made = Ha fatto la versione { $version } del testo
amendment-decide = Decidi
amendment-decide-stale = Il paragrafo è cambiato mentre decidevi: guarda la differenza qui sotto, poi decidi di nuovo
amendment-adapt = Il testo che entra
amendment-adapt-hint = Il paragrafo è cambiato: scrivi il testo che tiene insieme le due modifiche. Chi ha proposto l'emendamento resta citato.
amendment-accept = Accogli l'emendamento
amendment-accept-hint = Fa subito una nuova versione del testo; quella di adesso resta leggibile.
amendment-reject = Non accoglierlo
amendment-reject-reason = Perché non si accoglie
amendment-reject-hint = Lo leggono chi l'ha proposto e tutti gli altri, accanto all'emendamento.
amendment-withdraw-title = Ritira l'emendamento
amendment-withdraw-hint = Resta leggibile, con scritto che lo avete ritirato. Non si può rimettere: se ne scrive un altro.
amendment-withdraw = Ritiralo
amendments-merge = Unisci emendamenti
amendments-elsewhere = Emendamenti all'inizio del testo, o a paragrafi che non ci sono più
merge-title = Unisci più emendamenti in un testo
merge-lead = Le proposte restano come sono, con il nome di chi le ha fatte. Nasce un emendamento della facilitazione, e su quello si decide.
merge-sources = Quali emendamenti?
merge-sources-hint = Almeno due.
merge-kind = Che cosa fa il testo unito?
merge-paragraph = A quale paragrafo?
merge-beginning = All'inizio, prima del primo
merge-text = Il testo unito
merge-text-hint = Le parole di tutti, in una proposta sola.
merge-reason = Perché stanno insieme
merge-send = Unisci
merge-stale-next = Quello che hai scritto è ancora qui sotto. Rileggi il paragrafo com'è adesso, poi manda di nuovo.

## Le posizioni

stance-favorevole = Favorevole
stance-con_riserva = Favorevole con riserva
stance-contraria = Contraria
stance-hint-favorevole = Il testo va bene così.
stance-hint-con_riserva = Va bene se si tiene conto di quello che scrivi nel motivo.
stance-hint-contraria = Così non va: nel motivo scrivi perché.
stances-favorevole = { $n ->
    [one] una favorevole
   *[other] { $n } favorevoli
 }
stances-con_riserva = { $n } con riserva
stances-contraria = { $n ->
    [one] una contraria
   *[other] { $n } contrarie
 }
positions-title = Le posizioni delle organizzazioni
positions-lead = Favorevole, con riserva o contraria, sempre con il motivo. Non si sommano e non decidono: servono a capirsi, e il disaccordo resta scritto.
positions-draft = Leggi il testo di cui si parla
positions-whole = Sul testo intero
positions-gone = Su un paragrafo che non c'è più
positions-none = Nessuna organizzazione si è ancora espressa
positions-none-whole = Sul testo intero non si è ancora espressa nessuna
positions-none-next = Le posizioni compaiono qui appena arrivano, con il nome dell'organizzazione.
positions-silent = Chi non si è ancora espresso
positions-silent-none = Tutte le organizzazioni invitate si sono espresse.
positions-earlier = { $n ->
    [one] Quello che ha detto prima
   *[other] Le { $n } cose che ha detto prima
 }
positions-caption = Le posizioni sul testo intero, con il motivo
position-version = sulla versione { $version }
position-moved = Da allora queste parole del testo sono cambiate.
position-taken-back = Posizione ritirata
position-disputed = Due persone hanno detto cose diverse per la stessa organizzazione
position-disputed-next = Una sola posizione vale. Chi la rappresenta è stato avvisato: se si accordano basta così, altrimenti decide il Coordinatore d'Ambito, con un motivo.
position-to-confirm = Da riconfermare
position-to-confirm-next = Chi l'ha detta non rappresenta più l'organizzazione. Vale se qualcuno che la rappresenta la riconferma prima della chiusura.
position-lapsed = Decaduta
position-lapsed-more = Chi l'ha detta non rappresentava più l'organizzazione, e nessuno l'ha riconfermata prima della chiusura.
position-settled = Fra due posizioni diverse il Coordinatore d'Ambito ha tenuto questa:
position-confirm = Riconferma questa posizione
position-take-back = Ritira quello che hai detto tu
position-of = { $stance }, detta il { $date }
position-settle-title = Decidi quale posizione vale
position-which = Quale vale?
position-settle-reason = Perché
position-settle = Tieni questa
position-form-title = Di' la posizione della tua organizzazione
position-subject = Su che cosa?
position-stance = Qual è la posizione?
position-reason = Perché
position-reason-hint = Serve sempre, anche se siete favorevoli. Lo leggono tutti.
position-next = È pubblica subito, con il nome dell'organizzazione. Puoi cambiarla fino al { $date }: quello che avete detto prima resta leggibile.
position-send = Pubblica la posizione
fault-subject-not-a-choice = Scegli su che cosa: forse il paragrafo non c'è più
fault-statement-missing = Scegli quale posizione vale
fault-organisation-missing = Scegli per quale organizzazione scrivi
fault-kind-missing = Scegli una delle possibilità
fault-paragraph-not-a-choice = Scegli il paragrafo
fault-text-too-many = Un emendamento riguarda un paragrafo solo: togli le righe vuote, o fanne due
fault-text-repeated = È uguale al paragrafo com'è adesso: cambia qualcosa
fault-source-too-few = Scegli almeno { $least } emendamenti

## Le risorse

resources-title = Le risorse messe a disposizione
resources-lead = Che cosa porta ogni organizzazione: ore, persone, spazi, mezzi, competenze, denaro. È una dichiarazione, pubblica; diventa un impegno con l'accordo.
resources-none = Nessuna organizzazione ha ancora dichiarato risorse
resources-none-next = Compaiono qui appena arrivano, con il nome di chi le mette.
resources-caption-porta = Che cosa mettono le organizzazioni
resources-caption-si_aspetta = Che cosa si aspettano
resources-money = Denaro in tutto
resources-own = Quello che avete dichiarato
resources-ended = { $n ->
    [one] Una risorsa ritirata
   *[other] { $n } risorse ritirate
 }
resource-what-column = Che cosa
resource-kind-column = Tipo
resource-amount-column = Quanto
resource-uncounted = non si conta
resource-kind-denaro = Denaro
resource-kind-ore = Ore di lavoro o di volontariato
resource-kind-persone = Persone
resource-kind-spazi = Spazi
resource-kind-mezzi = Mezzi e materiali
resource-kind-competenze = Competenze
resource-kind-altro = Altro
resource-side = La mettete o ve la aspettate?
resource-side-porta = La mettiamo noi
resource-side-si_aspetta = Ce la aspettiamo
resource-side-hint-porta = Quello che la tua organizzazione porta.
resource-side-hint-si_aspetta = Quello che le serve per starci: detto prima, non sorprende nessuno.
resource-kind = Che tipo di risorsa?
resource-what = Che cosa?
resource-what-hint = Per esempio: un pulmino con nove posti e l'autista, il martedì e il giovedì.
resource-amount = Quanto?
resource-amount-hint = Un numero, se si può contare. Per il denaro, in euro.
resource-unit = Di che cosa?
resource-unit-hint = Per esempio: ore la settimana, posti, giornate.
resource-next = È pubblica subito, con il nome dell'organizzazione. Puoi ritirarla, con un motivo, fino al { $date }.
resource-send = Dichiara la risorsa
resource-form-title = Dichiara una risorsa
resource-take-back-title = Ritira: { $what }
resource-take-back-reason = Perché la ritirate?
resource-take-back = Ritira la risorsa
fault-amount-missing = Per il denaro scrivi quanti euro
fault-unit-missing = Scrivi di che cosa è il numero, per esempio ore la settimana
fault-side-missing = Scegli se la mettete o ve la aspettate
fault-what-missing = Scrivi che cosa

## Gli invitati

guests-title = Chi è invitato
guests-lead = Le organizzazioni che possono esprimersi in questo percorso. Tutti possono leggere.
guests-none = Nessuna organizzazione è invitata in particolare
guests-none-next = Se l'Ufficio di Piano non fa un elenco, può esprimersi chiunque rappresenti un'organizzazione del registro; nella co-progettazione, invece, serve essere ammessi.
guests-caption = Le organizzazioni invitate, e da quando
guest-column = Invito
guest-invited = Invitata
guest-no-more = Non più invitata
guest-unrepresented = nessuno ha ancora il mandato per parlarne a nome
guests-form-title = Cambia l'elenco
guests-choose = Chi è invitato?
guests-choose-hint = Chi non è nell'elenco legge ma non si esprime. Senza nessuna spunta, possono esprimersi tutte.
guests-reason = Perché qualcuna non lo è più
guests-reason-hint = Serve se togli una spunta, per esempio perché è uscita dal RUNTS. Quello che ha già fatto resta.
guests-send = Salva l'elenco
mandate-title = Un mandato è finito
mandate-hint = La persona non parla più per l'organizzazione. Le posizioni che ha detto nei percorsi aperti vanno riconfermate da chi la rappresenta, altrimenti decadono alla chiusura. Quello che ha fatto come cittadina o cittadino resta suo.
mandate-which = Quale mandato?
mandate-reason = Perché è finito
mandate-send = Chiudi il mandato
fault-mandate-missing = Scegli il mandato

## Il verbale

minutes-title = Che cosa è uscito dal percorso
minutes-window = Aperto il { $from }, chiuso il { $to }
minutes-words = Il verbale
minutes-later = Il verbale si scrive quando il percorso si chiude; qui sotto c'è come si è arrivati fin qui
minutes-none = Il verbale non è ancora scritto; qui sotto c'è quello che è stato detto
minutes-version = Versione { $version }
minutes-earlier = { $n ->
    [one] La versione di prima
   *[other] Le { $n } versioni di prima
 }
minutes-draft = Il testo a cui si è arrivati
minutes-draft-version = Versione { $version }, con tutte quelle di prima
minutes-amendments = Gli emendamenti e che cosa ne è stato
minutes-amendments-caption = Ogni emendamento, con l'esito e il motivo
minutes-silent = Invitate, non si sono espresse
minutes-form-title = Scrivi il verbale
minutes-ending = Come finisce?
minutes-ending-hint = C'è chi ha una riserva o è contrario: l'accordo pieno non si può scrivere.
minutes-text = Il verbale
minutes-text-hint = Che cosa si è concordato, su che cosa no, che cosa succede adesso. Puoi usare titoli ed elenchi in Markdown.
minutes-send = Pubblica il verbale
minutes-stale = Qualcun altro ha scritto una versione del verbale nel frattempo
minutes-stale-next = È qui sotto. La tua è ancora nel modulo: confrontale, poi manda di nuovo.
ending-accordo = Accordo
ending-accordo_con_riserve = Accordo, con riserve o dissensi a verbale
ending-disaccordo = Disaccordo a verbale
ending-hint-accordo = Tutti quelli che si sono espressi sono d'accordo.
ending-hint-accordo_con_riserve = Si va avanti insieme; quello che non convince qualcuno resta scritto.
ending-hint-disaccordo = Non ci si è accordati: resta scritto che cosa ha detto ciascuno.
fault-ending-missing = Scegli come finisce
fault-ending-contradicts = C'è chi ha una riserva o è contrario: scegli un altro esito, così il dissenso resta scritto

## Rifiuti e avvisi

refusal-draft-fixed = Il percorso si è aperto: il testo cambia solo con gli emendamenti.
refusal-draft-fixed-next = Un'organizzazione può proporne uno; qui si accoglie o si risponde perché no.
refusal-paragraph-gone = Il paragrafo non è più nel testo.
refusal-paragraph-gone-next = Guarda il testo com'è adesso: si può proporre di aggiungere un paragrafo.
refusal-not-invited = La tua organizzazione non è fra quelle invitate a questo percorso.
refusal-not-invited-next = Puoi leggere tutto. Se pensi che ci debba essere, scrivi all'Ufficio di Piano.
refusal-still-open = Il percorso è aperto fino al { $date }: il verbale si scrive dopo.
refusal-still-open-next = Torna alla chiusura: la pagina resta questa.
refusal-undecided = { $n ->
    [one] C'è un emendamento su cui non si è deciso.
   *[other] Ci sono { $n } emendamenti su cui non si è deciso.
 }
refusal-undecided-next = Accoglili o rispondi perché no, poi scrivi il verbale.
notice-draft-written = La versione è salvata
notice-draft-written-more = Si può cambiare finché il percorso non si apre.
notice-amendment-proposed = L'emendamento è pubblico
notice-amendment-proposed-more = Qui si leggerà che cosa ne è stato, e perché.
notice-amendments-merged = Gli emendamenti sono uniti
notice-amendments-merged-more = Ora si decide su questo testo; le proposte restano leggibili.
notice-amendment-decided = La decisione è pubblica
notice-amendment-decided-more = La legge anche chi ha proposto l'emendamento.
notice-amendment-withdrawn = L'emendamento è ritirato
notice-amendment-withdrawn-more = Resta leggibile, con scritto che lo avete ritirato.
notice-position-stated = La posizione è pubblica
notice-position-stated-more = Potete cambiarla finché il percorso è aperto.
notice-position-settled = La posizione è decisa
notice-position-settled-more = Il motivo si legge accanto.
notice-resource-declared = La risorsa è dichiarata
notice-resource-declared-more = Potete ritirarla, con un motivo, finché il percorso è aperto.
notice-resource-withdrawn = La risorsa è ritirata
notice-resource-withdrawn-more = Resta scritto che c'era, e perché non c'è più.
notice-guests-set = L'elenco è salvato
notice-guests-set-more = Vale da subito.
notice-mandate-ended = Il mandato è chiuso
notice-mandate-ended-more = Chi rappresenta l'organizzazione è stato avvisato, se c'è qualcosa da riconfermare.
notice-minutes-written = Il verbale è pubblico
notice-minutes-written-more = Se serve correggerlo, la versione di prima resta leggibile.

## E-mail

mail-posizione-doppia-subject = Due posizioni diverse per la tua organizzazione
mail-posizione-doppia-body =
    In un percorso aperto due persone hanno detto posizioni diverse per la tua organizzazione. Ne vale una sola.

    Guardatele insieme: se una delle due persone cambia o ritira la sua, basta così. Altrimenti decide il Coordinatore d'Ambito, con un motivo. C'è tempo fino al { $closes }.

    { $address }

    { $ambito }
    { $office } – { $email }
mail-posizione-da-riconfermare-subject = Una posizione della tua organizzazione è da riconfermare
mail-posizione-da-riconfermare-body =
    Chi ha detto la posizione della tua organizzazione in un percorso aperto non la rappresenta più. La posizione vale se tu, o un'altra persona che la rappresenta, la riconfermate o ne dite un'altra entro il { $closes }. Altrimenti decade.

    { $address }

    { $ambito }
    { $office } – { $email }

## La bozza condivisa

method-shared = La bozza scritta insieme
method-shared-more = { $n ->
    [0] Nessuna sezione è ancora scritta.
    [one] Una sezione.
   *[other] { $n } sezioni.
 }
method-budget = Il preventivo
method-budget-more = Quanto costa, voce per voce: per ora { $sum }.
shared-title = La bozza scritta insieme
shared-lead = Ogni sezione la scrivono i partner ammessi. Di ciascuna si dice se si può conviverci: riserve e obiezioni restano scritte, e si stampano con la bozza.
shared-none = Nessuna sezione è ancora scritta
shared-none-next = La prima la può mettere l'Ufficio di Piano, prima dell'apertura, o un partner.
shared-resources = Che cosa mette e che cosa si aspetta ciascuno
shared-budget = Il preventivo
section-new = Aggiungi una sezione
section-edit = Modifica la sezione
section-column = Sezione
section-version = versione { $version }
section-empty = Non c'è ancora un testo.
section-by-institution = Ufficio di Piano
section-title = Titolo
section-title-hint = Per esempio: Orari e giornate nelle frazioni.
section-text = Testo
section-why = Che cosa hai cambiato, e perché
section-why-hint = Una riga, accanto alla versione: la leggono tutti.
section-next = Salvando, a tutti i partner si chiede di nuovo che cosa ne pensano. Quello che hanno detto della versione di prima resta.
section-save = Salva la sezione
section-stale = Qualcun altro ha salvato la sezione mentre scrivevi
section-stale-next = Qui accanto ci sono i due testi. Il tuo è ancora nel modulo: metti insieme le due cose e salva di nuovo.
section-theirs = Il testo che c'è adesso
section-mine = Il tuo
consents-title = Chi può conviverci
consents-caption = Per ogni sezione, che cosa dice ciascun partner dell'ultima versione
consents-none = Nessun partner ha ancora detto che cosa ne pensa.
consents-silent = Non hanno ancora detto niente:
consents-earlier = { $n ->
    [one] Una risposta di prima
   *[other] { $n } risposte di prima
 }
consent-posso_conviverci = Può conviverci
consent-riserva = Riserva
consent-obiezione = Obiezione
consent-silent = non ancora
consent-hint-posso_conviverci = Non è per forza quello che avremmo scritto noi, ma va avanti così.
consent-hint-riserva = Va avanti, ma c'è qualcosa da tenere a mente: scrivilo.
consent-hint-obiezione = Così non può andare: scrivi perché, e che cosa servirebbe.
consent-which = La tua organizzazione può conviverci?
consent-reason = Perché
consent-reason-hint = Serve per una riserva o un'obiezione. Si stampa con la bozza.
consent-next = È pubblico subito. Potete cambiarlo fino al { $date }; una nuova versione della sezione lo chiede di nuovo.
consent-send = Pubblica
consent-form-title = Di' se potete conviverci
consent-stale = La sezione è cambiata mentre la leggevi
consent-stale-next = Qui sopra c'è com'è adesso. La tua risposta è ancora nel modulo: rileggi, poi mandala.
fault-consent-missing = Scegli una delle tre risposte
partners-title = I partner ammessi
partners-all = L'elenco, e da quando
partners-none = L'Ufficio di Piano non ha ancora ammesso nessuno: finché non c'è un elenco, nessuno scrive.
balance-title = L'equilibrio dei contributi
balance-lead = Lo vede solo chi facilita. Chi non ha ancora dato né chiesto niente forse aspetta che qualcuno glielo chieda.
balance-caption = Per ogni partner, che cosa ha fatto finora
balance-versions = Versioni scritte
balance-consents = Sezioni su cui si è espresso
balance-brings = Mette
balance-expects = Si aspetta
balance-lines = Voci di preventivo
balance-silent = Presenza
balance-of = { $n } di { $all }
balance-is-silent = In silenzio
balance-is-active = Partecipa
balance-remind = Scrivigli
balance-reminded = Gli si è scritto il { $date }

## Il preventivo

budget-title = Il preventivo
budget-lead = Quanto costa quello che si progetta, voce per voce. È indicativo: le cifre che obbligano stanno nella scheda dell'azione.
budget-none = Non c'è ancora nessuna voce
budget-none-next = Le scrivono i partner ammessi.
budget-caption = Le voci, chi le ha scritte e con che cosa si coprono
budget-what-column = Voce
budget-source-column = Con che cosa si copre
budget-sum-column = Quanto
budget-total = In tutto
budget-own = Le vostre voci
budget-ended = { $n ->
    [one] Una voce tolta
   *[other] { $n } voci tolte
 }
budget-what = Per che cosa?
budget-what-hint = Per esempio: carburante e assicurazione del pulmino.
budget-sum = Quanti euro?
budget-sum-hint = Per esempio: 12.500,00
budget-source = Con che cosa si copre
budget-source-hint = Per esempio: cofinanziamento dell'associazione.
budget-next = È pubblica subito. Potete toglierla, con un motivo, fino al { $date }.
budget-send = Aggiungi la voce
budget-form-title = Aggiungi una voce
budget-take-out-title = Togli: { $what }
budget-take-out-reason = Perché la togliete?
budget-take-out = Togli la voce

## Avvisi

notice-section-written = La sezione è salvata
notice-section-written-more = A tutti i partner si chiede se possono conviverci.
notice-consent-given = La risposta è pubblica
notice-consent-given-more = Potete cambiarla finché il percorso è aperto.
notice-partner-reminded = Gli abbiamo scritto
notice-partner-reminded-more = Si può scrivergli di nuovo fra un giorno.
notice-budget-line-added = La voce è nel preventivo
notice-budget-line-added-more = Potete toglierla, con un motivo, finché il percorso è aperto.
notice-budget-line-ended = La voce è tolta
notice-budget-line-ended-more = Resta scritto che c'era, e perché non c'è più.
minutes-shared = La bozza, con chi può conviverci
minutes-budget = Il preventivo
mail-partner-in-silenzio-subject = Nella co-progettazione manca la tua organizzazione
mail-partner-in-silenzio-body =
    La tua organizzazione è ammessa a una co-progettazione aperta, e finora non ha scritto né detto niente. Chi facilita vorrebbe sentirla.

    Si può dire che cosa mettete e che cosa vi aspettate, scrivere una sezione, o dire se quelle che ci sono vanno bene. C'è tempo fino al { $closes }.

    { $address }

    { $ambito }
    { $office } – { $email }
