# La vita di un percorso: preparato, annunciato, chiuso, riaperto, restituito.

## Dove comincia
start-title = Prepara un percorso
start-lead = Scegli che cosa vuoi chiedere alle persone: ogni metodo porta con sé le sue regole, che poi puoi cambiare. Oppure riparti da un percorso già fatto.
start-kinds = Cinque modi di chiedere
start-weeks = { $n ->
    [one] di solito { $n } settimana
   *[other] di solito { $n } settimane
}
start-drafts = Bozze in corso
start-copy = Copia da un percorso
start-copy-lead = Si copia tutto tranne le date.
start-copy-none = Non c'è ancora un percorso da copiare.
start-copy-of = Copia:
draft-untitled = Senza titolo
draft-no-window = date da scegliere
rounds-drafts = In preparazione

## Che cosa chiede ogni metodo
template-asks-consultazione = Si chiede a tutti che cosa manca e che cosa si potrebbe fare. Chiunque scrive un bisogno, anche senza registrarsi; chi si fa riconoscere propone, commenta, sostiene.
template-asks-concertazione = Enti e organizzazioni si accordano sulle priorità: ciascuno dice la sua posizione e il motivo, propone modifiche, prende impegni. Tutti possono leggere.
template-asks-co_programmazione = Con il terzo settore si mettono in fila bisogni, modi di rispondere e risorse, dopo un avviso pubblico. Anche gli altri sono ascoltati.
template-asks-co_progettazione = I partner ammessi con l'avviso scrivono insieme un progetto, sezione per sezione, e dicono che cosa mettono e che cosa si aspettano.
template-asks-co_gestione = Chi ha firmato l'accordo porta avanti insieme quello che è stato approvato: ogni attività ha un responsabile e una data.
template-pitfall-consultazione = «Abbiamo da lavorare»: per questo si scrive in cinque minuti, e a ogni testo si risponde.
template-pitfall-concertazione = «Tanto è già tutto deciso»: per questo servono un obiettivo che si misura e tre elenchi, già deciso, aperto, fuori discussione.
template-pitfall-co_programmazione = «Si sa già chi vince»: per questo l'avviso dice prima finalità, risorse e criteri, uguali per tutti.
template-pitfall-co_progettazione = «Cosa ci guadagno?»: per questo ognuno dice che cosa porta e che cosa si aspetta, e si vede chi tace.
template-pitfall-co_gestione = «Non è il mio ruolo»: per questo ogni attività ha un responsabile solo e una data.
template-who-consultazione = tutti
template-who-concertazione = enti e organizzazioni invitate
template-who-co_programmazione = enti del terzo settore, e chi vuole farsi sentire
template-who-co_progettazione = partner ammessi con l'avviso
template-who-co_gestione = chi ha firmato l'accordo
template-tie-consultazione = I sostegni informano e non decidono. A parità contano prima i Comuni rappresentati, poi i bisogni collegati; poi decide il Tavolo, con un motivo.
template-tie-concertazione = Le posizioni non si sommano: favorevole, con riserva o contraria, sempre con il motivo. Il disaccordo resta scritto nel verbale.
template-tie-co_programmazione = Le posizioni non si sommano. A parità contano prima i Comuni rappresentati, poi i bisogni collegati; poi decide il Tavolo, con un motivo.
template-tie-co_progettazione = Si procede per consenso, sezione per sezione. Riserve e obiezioni vanno scritte; se restano, decide il Tavolo con un motivo.
template-tie-co_gestione = Si procede per consenso. Se un'obiezione resta, decide chi ha firmato l'accordo per l'ente capofila, con un motivo.
template-results-consultazione = Un resoconto pubblico risponde a ogni testo, con il motivo, e dice che cosa cambia. Chi non usa internet riceve la risposta come è arrivata la sua voce: per lettera, per telefono, in bacheca.
template-results-concertazione = Un verbale pubblico riporta le posizioni e i motivi, l'accordo raggiunto o il disaccordo.
template-results-co_programmazione = I verbali degli incontri e un documento di sintesi pubblico, che dice quali bisogni, quali modi e quali risorse.
template-results-co_progettazione = Una bozza di azione con il testo della convenzione, e per ogni partner ciò che porta e ciò che si aspetta.
template-results-co_gestione = Un rapporto periodico: che cosa è stato fatto, da chi, che cosa manca, che cosa cambia.
template-decides-consultazione = Il Tavolo di Piano ammette le azioni; il Comitato dei Sindaci approva.
template-decides-concertazione = Il Comitato dei Sindaci approva le priorità concordate.
template-decides-co_programmazione = Il Comitato dei Sindaci, sulla sintesi del Tavolo di Piano.
template-decides-co_progettazione = L'ente che ha pubblicato l'avviso, con la convenzione.
template-decides-co_gestione = Chi ha firmato l'accordo, ciascuno per la sua parte.
template-evaluation = Alla fine tre domande a chi ha partecipato: hai potuto dire quello che volevi? hai capito che cosa succede adesso? lo rifaresti? Si guarda anche chi non è stato raggiunto.
template-notice-co_programmazione = Avviso pubblico per la co-programmazione
template-notice-co_progettazione = Avviso pubblico per la co-progettazione
template-runts = Enti iscritti al RUNTS alla data della domanda. I gruppi informali partecipano come altri soggetti.

## I cinque passi
wizard-steps = I cinque passi
wizard-step-design = Che cosa si chiede
wizard-step-materials = Che cosa leggere prima
wizard-step-running = Quando e come
wizard-step-results = Chi risponde
wizard-step-evaluation = Valutazione e controlli
wizard-title-design = Che cosa si chiede, e che cosa può cambiare?
wizard-title-materials = Che cosa serve leggere prima di partecipare?
wizard-title-running = Quando si apre, chi può fare che cosa?
wizard-title-results = Chi risponde, a chi, entro quando?
wizard-title-evaluation = Come si valuta, e che cosa manca ancora?
wizard-lead-design = Una domanda sola, come la faresti a voce. Chi legge deve capire subito che cosa è aperto e che cosa no.
wizard-lead-materials = Il profilo di comunità, gli atti, i documenti: ciò che tutti devono poter leggere allo stesso modo.
wizard-lead-running = Le date le guarda il server: il percorso si apre e si chiude da solo, al minuto.
wizard-lead-results = Chi partecipa legge queste righe prima di scrivere: sono una promessa.
wizard-lead-evaluation = Come si capirà se il percorso ha funzionato. Poi i controlli, uno sguardo da ogni parte, e l'annuncio.
wizard-next = Salva e vai avanti
wizard-back = Salva e torna indietro
wizard-save = Salva la bozza
wizard-announce = Annuncia il percorso
wizard-saved-each-step = A ogni passo la bozza si salva, anche se non è finita. Nessuno la vede finché non viene annunciata, tranne chi facilita e l'Ufficio di Piano.
wizard-missing-here = In questo passo manca ancora
wizard-asks = Che cosa chiede questo metodo
wizard-stale = Nel frattempo qualcun altro ha salvato questa bozza
wizard-stale-next = Quello che hai scritto è ancora qui. Confronta le due versioni: se salvi di nuovo resta la tua.
wizard-stale-theirs = Apri l'altra versione in una nuova scheda

wizard-sec-ask = La domanda
wizard-title = Titolo
wizard-title-hint = Poche parole, come su un manifesto.
wizard-question = Domanda
wizard-question-hint-consultazione = Per esempio: «Che cosa rende difficile vivere bene in valle, e che cosa potremmo fare insieme?»
wizard-question-hint-concertazione = Per esempio: «Quali otto azioni mettiamo per prime, e che risultato ci impegniamo a raggiungere?»
wizard-question-hint-co_programmazione = Per esempio: «Di che cosa ha bisogno chi assiste un familiare, e chi può rispondere?»
wizard-question-hint-co_progettazione = Per esempio: «Come facciamo sì che una persona racconti la sua storia una volta sola?»
wizard-question-hint-co_gestione = Per esempio: «Come va il servizio, e che cosa dobbiamo cambiare?»
wizard-objective = Obiettivo
wizard-objective-hint = Che cosa ci sarà, alla fine, che adesso non c'è.
wizard-sec-frame = Che cosa può cambiare
wizard-frame-hint = Una cosa per riga. Chi partecipa le vede affiancate, prima di scrivere.
wizard-given = Già deciso
wizard-given-hint = Ciò che non si discute perché è stabilito: atti, fondi, scadenze.
wizard-open = Aperto
wizard-open-hint = Ciò che le voci possono davvero cambiare.
wizard-off-limits = Fuori discussione
wizard-off-limits-hint = Ciò che non si può decidere qui, e dove invece si decide.
wizard-sec-measure = Come si misura l'obiettivo
wizard-measure-needed = Una concertazione non si può annunciare senza: obiettivo, indicatore, valore atteso.
wizard-measure-wanted = Non è obbligatorio per questo metodo. Un obiettivo che si misura però si può raccontare, alla fine.
wizard-measure-indicator = Indicatore del profilo di comunità
wizard-measure-indicator-hint = Se l'indicatore è un altro, lascia vuoto e scrivilo sotto.
wizard-measure-what = Altro indicatore: che cosa si misura
wizard-measure-what-hint = Con la sua unità, per esempio «priorità scelte (numero)».
wizard-measure-baseline = Valore di partenza
wizard-measure-target = Valore atteso
wizard-measure-by = Entro
wizard-sec-about = Di che cosa parla
wizard-areas = Aree
wizard-areas-hint = Le aree scelte decidono quali numeri del profilo si mostrano.
wizard-plan = Piano

wizard-sec-profile = Il profilo di comunità
wizard-profile-hint = Questi numeri sono sulla pagina del percorso, perché chi scrive parta da ciò che si sa già.
wizard-profile-none = Il profilo non ha ancora numeri per le aree scelte: una consultazione non può cominciare senza
wizard-profile-no-areas = Scegli prima le aree, al passo «Che cosa si chiede»: qui compaiono i numeri del profilo
wizard-sec-notice = L'avviso pubblico
wizard-notice-hint = Finalità, risorse, durata e criteri si dichiarano prima, uguali per tutti (d.lgs. 117/2017, art. 55).
wizard-notice-title = Titolo dell'avviso
wizard-notice-aims = Finalità e obiettivi
wizard-notice-budget = Risorse
wizard-notice-budget-hint = Quanto, e da dove viene.
wizard-notice-duration = Durata
wizard-notice-duration-hint = Per esempio: «due anni dalla firma della convenzione».
wizard-notice-criteria = Criteri per scegliere i partner
wizard-notice-runts = Requisito di iscrizione al RUNTS
wizard-notice-address = Indirizzo dell'avviso pubblicato
wizard-notice-address-hint = Comincia con https://
wizard-notice-days = Giorni per fare domanda
wizard-notice-days-hint = Di solito almeno 20.
wizard-sec-agreement = L'accordo firmato
wizard-agreement-hint = La co-gestione porta avanti un accordo che c'è già.
wizard-agreement-reference = Estremi dell'atto
wizard-agreement-reference-hint = Per esempio: «Accordo di collaborazione, rep. n. 12/2026».
wizard-agreement-signed = Firmato il
wizard-agreement-parties = Chi l'ha firmato
wizard-agreement-parties-hint = Una parte per riga.
wizard-sec-materials = Documenti
wizard-materials-hint = Documenti già pubblicati altrove, con il loro indirizzo. Compaiono con le regole del percorso.
wizard-material = Documento { $n }
wizard-material-address = Indirizzo del documento { $n }

wizard-sec-window = Le date
wizard-opens-date = Si apre il
wizard-opens-time = alle
wizard-closes-date = Si chiude il
wizard-closes-time = alle
wizard-closes-time-hint = 23:59 è l'ultimo minuto del giorno.
wizard-window-hint-consultazione = Di solito una consultazione dura da 4 a 12 settimane.
wizard-window-hint-concertazione = Lascia il tempo di riunire gli organi delle organizzazioni.
wizard-window-hint-co_programmazione = Lascia prima il tempo dell'avviso.
wizard-window-hint-co_progettazione = Lascia prima il tempo dell'avviso: di solito almeno 20 giorni.
wizard-window-hint-co_gestione = Il tempo di un rapporto periodico, per esempio sei mesi.
wizard-sec-who = Chi può fare che cosa
wizard-opening = Che cosa si può fare, e da chi
wizard-opening-more = Per ogni cosa scegli come bisogna farsi riconoscere, come minimo.
wizard-level = { $what }: come minimo
wizard-sec-moderation = Chi legge prima
wizard-moderation = Quando una persona legge i testi
wizard-sec-expression = Come ci si esprime
wizard-vote-method = Modo di esprimersi
wizard-method-only = Per questo metodo:
wizard-ballots-later = Le schede di voto si preparano dalla pagina del percorso, prima che si apra.
wizard-tie-rule = A parità
wizard-tie-rule-hint = Si dichiara prima: mai deciso in silenzio, dal numero o dall'ora.

wizard-sec-results = La restituzione
wizard-answer-days = Giorni per rispondere a tutti, dopo la chiusura
wizard-results = Come si racconta il risultato
wizard-results-hint = Verbale, resoconto, incontro, lettera: che cosa riceve chi ha partecipato.
wizard-decides = Chi decide alla fine
wizard-results-next = Un percorso si restituisce solo quando ogni testo pubblicato ha la sua risposta, con il motivo.

wizard-sec-evaluation = La valutazione
wizard-evaluation = Come si valuta il percorso
wizard-evaluation-hint = Che cosa si chiede a chi ha partecipato, e chi guarda le risposte.
wizard-sec-checks = Controlli prima dell'annuncio
wizard-gaps = { $n ->
    [one] Manca una cosa. Il collegamento porta al suo campo.
   *[other] Mancano { $n } cose. Ogni collegamento porta al suo campo.
}
wizard-nothing-missing = Non manca niente
wizard-check-missing = Manca:
wizard-check-unusual = Da guardare:
wizard-unusual = Da guardare ancora una volta
wizard-unusual-lead = Non impedisce l'annuncio, ma non è come al solito.
wizard-announce-next = Con l'annuncio il percorso compare nel calendario, e si apre da solo alla data scelta. Finché non si apre puoi riportarlo in bozza, con un motivo.
wizard-announce-office = Quando è pronto lo annuncia l'Ufficio di Piano: la bozza salvata è già nella sua lista.
wizard-sec-look = Uno sguardo da ogni parte
wizard-look = Guarda come lo vedranno
wizard-look-lead = La pagina come la vedrà un visitatore, chi è registrato, un'organizzazione, chi lavora qui; e chi potrà fare che cosa.
wizard-look-unsaved = Salva la bozza per guardarla come la vedranno gli altri.

## Che cosa manca
gap-titolo = Il titolo
gap-piano = Il piano a cui appartiene
gap-domanda = La domanda
gap-obiettivo = L'obiettivo
gap-indicatore = L'indicatore che misura l'obiettivo
gap-valore_atteso = Il valore atteso dell'indicatore
gap-gia_deciso = Che cosa è già deciso
gap-aperto = Che cosa è aperto
gap-fuori_discussione = Che cosa è fuori discussione
gap-aree = Le aree di cui parla
gap-profilo = Un numero del profilo di comunità per le aree scelte
gap-avviso_finalita = Le finalità dell'avviso
gap-avviso_risorse = Le risorse dell'avviso
gap-avviso_durata = La durata prevista dall'avviso
gap-avviso_criteri = I criteri dell'avviso
gap-avviso_runts = Il requisito di iscrizione al RUNTS
gap-avviso_indirizzo = L'indirizzo dell'avviso pubblicato
gap-accordo_riferimento = Gli estremi dell'accordo firmato
gap-accordo_data = La data della firma dell'accordo
gap-accordo_parti = Chi ha firmato l'accordo
gap-apertura = La data di apertura
gap-apertura_passata = Una data di apertura che non sia già passata
gap-chiusura = La data di chiusura
gap-chiusura_prima = Una chiusura che venga dopo l'apertura
gap-che_cosa_si_fa = Almeno una cosa che le persone possono fare
gap-regola_parita = La regola a parità
unusual-consultazione_breve = La consultazione dura meno di 4 settimane
unusual-consultazione_lunga = La consultazione dura più di 12 settimane
unusual-avviso_breve = L'avviso lascia meno di 20 giorni per fare domanda
unusual-senza_giorni_risposta = Non è detto entro quanti giorni si risponde
unusual-senza_valutazione = Non è detto come si valuta il percorso
refusal-round-not-whole = { $n ->
    [one] Il percorso non si può ancora annunciare: manca una cosa.
   *[other] Il percorso non si può ancora annunciare: mancano { $n } cose.
}
refusal-round-not-whole-next = La bozza è salva. I controlli qui sotto dicono che cosa manca e portano al suo campo.
fault-notice-address-not-an-address = Scrivi l'indirizzo intero, per esempio https://www.comune.esempio.it/avviso
fault-material-address-not-an-address = Scrivi l'indirizzo intero, per esempio https://www.comune.esempio.it/profilo.pdf
fault-material-missing = Scrivi il titolo del documento
fault-material-address-missing = Scrivi dove si trova il documento
fault-opens-time-not-a-date = Scrivi un'ora, per esempio 09:00
fault-closes-time-not-a-date = Scrivi un'ora, per esempio 18:00
fault-closes-date-missing = Scegli quando si chiude
fault-closes-date-contradicts = La chiusura deve venire dopo adesso
fault-plan-missing = Scegli un piano
notice-round-saved = Bozza salvata
notice-round-announced = Annunciato: il percorso è nel calendario e si apre da solo

## Anteprima
preview-title = Anteprima
preview-seen = Così, a percorso aperto, lo vede { $who }.
preview-roles = Da quale parte guardi
preview-edit = Torna alla bozza
preview-round = Torna al percorso
preview-to-table = Chi può fare che cosa
preview-table = Chi può fare che cosa, a percorso aperto
preview-caption = Viene dalle stesse regole che permettono o rifiutano ogni atto.
preview-what = Che cosa
preview-yes = può
preview-no-sign-in = deve accedere
preview-no-level-L0 = non può
preview-no-level-L1 = serve un'e-mail
preview-no-level-L2 = serve SPID, CIE o un documento
preview-no-level-L3 = serve un mandato
preview-no-page = non da qui
preview-no-role = non nel suo ruolo
onlooker-V = un visitatore
onlooker-C = chi ha dato un'e-mail
onlooker-CV = chi si è fatto riconoscere
onlooker-O = un'organizzazione
onlooker-F = chi facilita
onlooker-U = l'Ufficio di Piano
onlooker-T = il Tavolo di Piano

## Sulla pagina del percorso
round-draft = Questo percorso è in preparazione
round-draft-next = Lo vede solo chi lo prepara. Quando è pronto lo annuncia l'Ufficio di Piano.
round-draft-edit = Continua a prepararlo
round-reopened = Questo percorso è stato riaperto
round-reopened-next = Chi aveva già partecipato può aggiungere o cambiare: quello che c'era alla chiusura resta conservato.
round-reopened-more = Com'era alla chiusura
act-recall = Riporta in bozza
act-recall-hint = Solo finché non si apre. Scrivi il motivo: resta con le regole.
act-close = Chiudi prima del termine
act-close-hint = Si chiude adesso. Il motivo resta con le finestre del percorso; chi sta scrivendo tiene il suo testo come bozza.

## Regole e finestre
rules-read = Tutte le regole e le finestre
rules-hash-short = Impronta delle regole:
rules-page-title = Regole e finestre del percorso
rules-page-lead = Che cosa è stato dichiarato prima di aprire, e quando il percorso è stato aperto e chiuso.
rules-frozen = Le regole sono ferme da quando il percorso si è aperto: nessuno le può più cambiare.
rules-not-frozen = Le regole si fermano quando il percorso si apre. Fino ad allora l'Ufficio di Piano può ancora riportarlo in bozza, con un motivo.
rules-back = Torna al percorso
rules-declared = Dichiarato prima di aprire
rules-row-who = Chi può fare che cosa
rules-row-moderation = Chi legge prima
rules-row-method = Come ci si esprime
rules-row-tie = A parità
rules-row-results = Come si racconta il risultato
rules-row-decides = Chi decide
rules-row-evaluation = Come si valuta
rules-row-answers = Quando si risponde
rules-row-measure = Come si misura l'obiettivo
rules-answer-days = { $n ->
    [one] Entro un giorno dalla chiusura
   *[other] Entro { $n } giorni dalla chiusura
}
rules-days = { $n ->
    [one] { $n } giorno
   *[other] { $n } giorni
}
rules-measure = valore atteso { $target }
rules-measure-from = da { $from } a { $target }
rules-measure-by = valore atteso { $target } entro il { $date }
rules-measure-from-by = da { $from } a { $target } entro il { $date }
rules-notice = L'avviso pubblico
rules-agreement = L'accordo firmato
rules-materials = Che cosa leggere prima
rules-hash = L'impronta delle regole
rules-hash-what = Che cos'è l'impronta delle regole
rules-hash-more = È calcolata da tutte le regole, tranne le date (SHA-256). Se cambia anche solo una virgola cambia tutta: così chiunque può controllare che le regole siano quelle annunciate.
rules-text = Il testo da cui è calcolata
rules-text-more = Copialo in un file, con un a capo alla fine: «sha256sum file» dà la stessa impronta.
windows-title = Le finestre
windows-lead = Ogni volta che il percorso è stato annunciato, ritirato, chiuso prima o riaperto c'è una riga in più. Nessuna riga si cambia.
windows-edition = N.
windows-why = Perché
windows-opens = Dal
windows-closes = Al
windows-decided = Deciso il
window-kind-annuncio = Annunciato
window-kind-ritiro = Riportato in bozza
window-kind-chiusura_anticipata = Chiuso prima del termine
window-kind-riapertura = Riaperto

## Riaprire
reopen-title = Riapri il percorso
reopen-lead = Si è chiuso il { $date }. Riaprendolo si può di nuovo partecipare, da adesso fino alla nuova data.
reopen-reason = Perché si riapre
reopen-reason-hint = Lo leggono tutti, sulla pagina del percorso e con le sue finestre.
reopen-closes = Si chiude di nuovo il
reopen-closes-hint = La finestra nuova comincia subito.
reopen-told = { $n ->
    [one] Una persona con un account ha partecipato: riceve un messaggio che dice che può cambiare.
   *[other] { $n } persone con un account hanno partecipato: ricevono un messaggio che dice che possono cambiare.
}
reopen-told-few = Meno di 5 persone con un account hanno partecipato: ricevono un messaggio che dice che possono cambiare.
reopen-told-none = Nessuno con un account ha partecipato: l'avviso resta sulla pagina.
reopen-told-unknown = Chi ha partecipato con un account riceve un messaggio che dice che può cambiare.
reopen-go = Riapri adesso
reopen-kept = Che cosa si conserva
reopen-kept-lead = Com'è adesso resta scritto, con i risultati visibili a tutti, e si può rileggere con le regole.
reopen-not-after = Da quando comincia la sintesi un percorso non si riapre più.
notice-round-reopened = Riaperto: chi aveva partecipato viene avvisato
closed-title = Com'era alla chiusura
closed-lead = Prima di riaprire si conserva ciò che tutti potevano vedere. I testi si nominano solo se sono ancora pubblici.
closed-window = Alla chiusura della finestra { $n }
closed-at = Conservato
closed-answered = Con una risposta
closed-supported = I testi più sostenuti, allora
closed-text = Testo
closed-supporters = Sostegni
mail-reopened-subject = Riaperto: { $title }
mail-reopened-body =
    Buongiorno,

    il percorso «{ $title }», a cui hai partecipato, è stato riaperto. Si chiude di nuovo il { $closes }.

    Puoi aggiungere, cambiare o ritirare quello che avevi scritto o sostenuto; se non fai niente resta tutto com'era.
    Il percorso: { $address }
    Le tue voci: { $mine }

    { $ambito }
    { $office } – { $email }

## Quanti testi, e dove stanno
ledger-received = { $n ->
    [one] Un testo ricevuto
   *[other] { $n } testi ricevuti
}
ledger-published = { $n ->
    [one] Uno pubblicato
   *[other] { $n } pubblicati
}
ledger-in_moderazione = { $n ->
    [one] Uno in lettura
   *[other] { $n } in lettura
}
ledger-ritirato = { $n ->
    [one] Uno ritirato da chi l'ha scritto
   *[other] { $n } ritirati da chi li ha scritti
}
ledger-oscurato = { $n ->
    [one] Uno oscurato, con un motivo
   *[other] { $n } oscurati, con un motivo
}
ledger-anonimizzato = { $n ->
    [one] Uno reso anonimo
   *[other] { $n } resi anonimi
}
ledger-others = { $n ->
    [one] Uno in altri stati
   *[other] { $n } in altri stati: in lettura, ritirati o oscurati
}
ledger-others-few = Meno di 5 in altri stati: in lettura, ritirati o oscurati

## Bozze di chi ha scritto
mine-drafts = Bozze non inviate
mine-drafts-lead = Erano arrivate dopo la chiusura. Le leggi solo tu: non sono pubbliche e non contano.
voice-draft-title = La tua bozza
voice-draft-late = Il tuo testo è salvo, ma non è stato inviato
voice-draft-lead = La leggi solo tu: non è pubblica e non conta. Puoi inviarla quando un percorso è aperto, correggerla o buttarla via.
voice-draft-saved = Vale l'ora del server, non quella in cui hai aperto la pagina. Quello che hai scritto è salvo come bozza, parola per parola.
voice-draft-kind-bisogno = Bozza di un bisogno
voice-draft-kind-proposta = Bozza di una proposta
voice-draft-for = Scritta per
voice-draft-at = Salvata
voice-draft-on = salvata il { $at }
voice-draft-code = Il codice della tua bozza
voice-draft-code-lead = Non hai un account: questo codice è l'unica chiave per ritrovarla, alla pagina «Segui».
voice-draft-send = Inviarla
voice-draft-send-not = Adesso nessun percorso aperto la può ricevere. Se questo riapre, o se ne apre un altro, la trovi qui.
voice-draft-again = Il percorso è di nuovo aperto:
voice-draft-other = Questo percorso è aperto e la può ricevere:
voice-draft-which = A quale percorso
voice-draft-send-next = Prima di inviarla la rileggi tutta, e puoi cambiare ogni cosa.
voice-draft-send-go = Rileggi e invia
voice-draft-words = Correggerla
voice-draft-keep = Salva la bozza
voice-draft-throw = Buttarla via
voice-draft-throw-lead = Le parole si cancellano e non si recuperano.
voice-draft-throw-go = Butta via la bozza
voice-draft-later = Per buttarla via aprila più tardi, con il tuo account o con il codice.
notice-draft-kept = Bozza salvata
notice-draft-thrown = Bozza cancellata

## Chi aspetta ancora
unanswered-title = Chi aspetta ancora una risposta
unanswered-lead = Ogni testo pubblicato riceve una risposta con un motivo. Qui ci sono quelli che la aspettano, da quanti giorni.
unanswered-link = { $n ->
    [one] Un testo aspetta ancora una risposta
   *[other] { $n } testi aspettano ancora una risposta
}
unanswered-who = Chi aspetta ancora
unanswered-count = { $n ->
    [one] Un testo aspetta
   *[other] { $n } testi aspettano
}
unanswered-days = { $n ->
    [0] Da oggi
    [one] Da un giorno
   *[other] Da { $n } giorni
}
unanswered-promised = Quello che è stato promesso:
unanswered-in-moderation = { $n ->
    [one] Un altro testo aspetta di essere letto prima di essere pubblico.
   *[other] Altri { $n } testi aspettano di essere letti prima di essere pubblici.
}
unanswered-in-moderation-few = Meno di 5 altri testi aspettano di essere letti prima di essere pubblici.
unanswered-in-moderation-none = Nessun altro testo aspetta di essere letto.
unanswered-in-moderation-unknown = Altri testi aspettano di essere letti prima di essere pubblici.
unanswered-none = Nessuno aspetta
unanswered-none-next = Ogni testo pubblicato ha la sua risposta, con il motivo.
unanswered-nothing = Non c'è ancora nessun testo
unanswered-nothing-next = Quando qualcuno scrive, qui si vede da quanto aspetta.
unanswered-not-yet = Il percorso non è ancora aperto
unanswered-not-yet-next = Quando qualcuno scrive, qui si vede da quanto aspetta.

## Il resoconto
report-read = Resoconto
report-file = resoconto
report-page-title = Resoconto
report-lead-now = Il percorso non è ancora restituito: queste righe dicono come stanno le cose adesso.
report-lead-back = Com'è andata, chi ha parlato, che cosa è stato deciso e perché.
report-made = Aggiornato a { $date }
report-download = Scarica come documento di testo (ODT)
report-print = Per stamparlo usa la stampa del browser: menu e pulsanti restano fuori.
report-contents = In questo resoconto
report-h-account = Com'è andata, con le parole di chi ha facilitato
report-h-asked = Che cosa si chiedeva
report-h-numbers = I numeri
report-h-heard = Chi si è fatto sentire
report-h-voices = Che cosa è stato detto
report-h-decisions = Che cosa è stato deciso, e perché
report-h-changes = Che cosa cambia
report-h-moderation = Che cosa è stato letto prima, e oscurato
report-h-rules = Le regole
report-needs = Bisogni
report-proposals = Proposte
report-comments = Commenti
report-supporters = Persone che hanno sostenuto almeno un testo
report-window = Finestra
report-plan = Piano
report-question = Domanda
report-objective = Obiettivo
report-sessions = { $n ->
    [one] Un incontro
   *[other] { $n } incontri
}
report-sessions-present = Presenze agli incontri
report-reopened = { $n ->
    [one] Riaperto una volta, con un motivo: si legge con le regole.
   *[other] Riaperto { $n } volte, con un motivo: si legge con le regole.
}
report-by-channel = Per canale
report-by-author = Per chi parla
report-by-place = Per Comune
report-texts = Testi
report-few = meno di 5
report-cell-others = altri
report-too-few = I testi sono troppo pochi per dividerli { $which } senza che qualcuno si riconosca.
report-small = Le celle con meno di 5 testi sono unite, perché nessuno si riconosca.
report-unheard = Nessuno ha parlato di: { $places }.
report-no-voices = Nessun testo è stato pubblicato.
report-supported = I più sostenuti
report-least = I meno ascoltati
report-least-lead = Pochi sostegni e pochi commenti non vuol dire poco importanti: qui si leggono per intero.
report-clusters = Raccolti insieme
report-cluster-sources = { $n ->
    [one] da un testo
   *[other] da { $n } testi
}
report-outcomes = Che ne è stato
report-outcome = Esito
report-none-decided = Non è ancora stato deciso niente.
report-unanswered = { $n ->
    [one] Un testo aspetta ancora una risposta.
   *[other] { $n } testi aspettano ancora una risposta.
}
report-all-answered = Ogni testo pubblicato ha la sua risposta.
report-actions = Le azioni
report-reason = Motivo:
report-answers = Risposte date a un testo solo
report-addressed = Inoltrato a { $body }.
report-changes-none = Nessuna azione è stata ancora ammessa.
report-change-measure = { $name }: da { $from } a { $target } ({ $unit })
report-moderation-none = Nessuna decisione dei moderatori.
report-moderation-what = Decisione e classe di motivo
report-moderation-n = Quante
report-hash = Impronta delle regole:
report-decision-pubblicato = pubblicato
report-decision-pubblicato_con_modifiche_concordate = pubblicato con modifiche concordate
report-decision-respinto = non pubblicato
report-decision-oscurato = oscurato
