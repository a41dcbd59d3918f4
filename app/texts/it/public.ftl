# Pages everyone reads.

total = Totale
yes = sì
no = no
try-again = Riprova
back-home = Torna all'inizio
speak = Di' la tua
write-a-need = Scrivi un bisogno
write-a-proposal = Scrivi una proposta
read-about = Leggi di che si tratta
plan-office = Ufficio di Piano
is-cluster = Gruppo di testi uniti
window = dal { $from } al { $to }
window-from = dal { $from }
needs-count = { $n ->
    [0] nessun bisogno
    [one] 1 bisogno
   *[other] { $n } bisogni
 }
proposals-count = { $n ->
    [0] nessuna proposta
    [one] 1 proposta
   *[other] { $n } proposte
 }
texts-count = { $n ->
    [one] 1 testo
   *[other] { $n } testi
 }
kinds-both = Bisogni e proposte
kinds-bisogno = Solo bisogni
kinds-proposta = Solo proposte
municipality = Comune
policy = Politica

## Front page

front-title = Decidere insieme i servizi sociali
front-lead = Ogni territorio ascolta chi ci vive, mette insieme le voci e risponde a ciascuna con un motivo. Scegli il tuo.
front-ambiti = I territori
front-open = { $n ->
    [one] Un percorso aperto ora
   *[other] { $n } percorsi aperti ora
 }
front-none-open = Nessun percorso aperto ora
front-empty = Ancora nessun territorio
front-empty-next = Chi gestisce questa installazione può caricarne uno.

## Home

home-description = Di' di che cosa c'è bisogno, leggi che cosa hanno detto gli altri, segui che fine fa.
home-lead = Bastano cinque minuti. Per raccontare un bisogno non serve registrarsi. Ogni testo riceve una risposta con il suo motivo.
home-numbers = { $needs ->
    [0] Ancora nessun bisogno
    [one] Finora 1 bisogno
   *[other] Finora { $needs } bisogni
 } e { $proposals ->
    [0] nessuna proposta.
    [one] 1 proposta.
   *[other] { $proposals } proposte.
 }
home-numbers-all = In tutti i percorsi: { $needs ->
    [0] nessun bisogno
    [one] 1 bisogno
   *[other] { $needs } bisogni
 } e { $proposals ->
    [0] nessuna proposta.
    [one] 1 proposta.
   *[other] { $proposals } proposte.
 }
home-supporters = { $n ->
    [one] Una persona ha sostenuto almeno un testo.
   *[other] { $n } persone hanno sostenuto almeno un testo.
 }
home-supporters-few = Meno di 5 persone hanno sostenuto almeno un testo.
home-answered = { $n ->
    [one] Un testo ha già la sua risposta.
   *[other] { $n } testi hanno già la loro risposta.
 }
home-closed-title = Adesso non c'è nessun percorso aperto
home-next = «{ $title }» si apre il { $date }.
home-suspended = È sospeso: sulla sua pagina c'è il motivo.
home-answering = La raccolta si è chiusa il { $date }. Ora i testi si mettono insieme e ricevono risposta.
home-none = Quando si apre il prossimo, lo trovi qui. Intanto puoi leggere che cosa hanno scritto le persone e che fine ha fatto.
home-read-voices = Leggi che cosa hanno scritto le persone
closes-on = Si chiude { $date }.
opens-on = Si apre il { $date }.
days-left = { $n ->
    [one] ancora 1 giorno
   *[other] ancora { $n } giorni
 }
days-left-words = { $n ->
    [one] giorno per partecipare
   *[other] giorni per partecipare
 }
days-last = È l'ultimo giorno
days-label = Tempo passato dall'apertura
days-gone = { $gone } giorni su { $all }
how-1 = Racconti
how-1-more = Che cosa manca dove vivi, o che cosa si potrebbe fare. Online, allo sportello, su carta o in un laboratorio.
how-2 = Si mette insieme
how-2-more = Chi ha lo stesso bisogno viene collegato, senza cancellare nessuna voce. Anche chi non è d'accordo resta scritto.
how-3 = Si decide e ti rispondiamo
how-3-more = Il Tavolo valuta, i sindaci approvano. Per ogni testo: sì, no o in parte, e perché.
how-more = Tutto il percorso
fates-title = Che fine ha fatto
fates-lead = Le ultime risposte a quello che le persone hanno scritto.
fates-all = Tutte le risposte
fates-empty = Le prime risposte arrivano con la sintesi
fates-empty-next = Ogni testo ne riceve una, con il suo motivo. La leggerai qui.
follow-thread = Segui il filo
voices-title = Le ultime voci
voices-all = Tutte le voci
figures-title = La comunità in cifre
figures-all = Tutto il profilo di comunità
dates-title = Prossime date
dates-none = Nessuna data fissata per ora.
date-closes = Si chiude
date-opens = Si apre
decide-title = Chi decide
decide-reads = Legge e risponde
decide-reviews = Valuta le azioni e scrive il motivo
decide-approves = Approva con un atto
decide-names = Nomi e ruoli

## How it works

how-heading = Come la tua voce arriva dove si decide
how-lead = Dalle tue parole alla risposta, passo per passo, con nomi e date.
how-steps = In tre passi
how-promises = Quattro impegni
how-promise-1 = Nessun testo si perde: si unisce ad altri senza cambiare una parola, e ciò che si toglie lascia un segno con il motivo.
how-promise-2 = Ogni testo pubblicato riceve una risposta con un motivo, prima che il percorso sia restituito.
how-promise-3 = I sostegni informano e non decidono: contano una volta a persona, e non si spostano su un altro testo.
how-promise-4 = Chi decide e ha un interesse lo dichiara, e si astiene.
how-names = Il tuo nome
how-names-more = Un bisogno si può scrivere senza registrarsi: il nome non compare mai. Ricevi un codice per seguirlo. Se entri con un account, scegli tu se mostrare il nome.
how-names-small = Quando le persone sono meno di cinque non scriviamo quante, così nessuno si riconosce.

how-glossary = Le parole
how-act = Guarda che cosa è aperto
glossary-need = Bisogno
glossary-need-more = Che cosa manca dove vivi, raccontato da chi lo vive.
glossary-proposal = Proposta
glossary-proposal-more = Che cosa si potrebbe fare, e chi potrebbe farlo.
glossary-support = Sostegno
glossary-support-more = «Anche per me»: una volta a persona per ogni testo, e si può togliere finché è aperto.
glossary-cluster = Gruppo
glossary-cluster-more = Testi che dicono la stessa cosa, uniti da chi facilita con un motivo. I testi restano come sono.
glossary-action = Azione
glossary-action-more = Una scheda che dice che cosa si fa, per chi, con che soldi e come si misura. Nasce dalle voci.
glossary-thread = Il filo
glossary-thread-more = La linea che va da una frase a quello che ne è stato, e ritorno.
glossary-consultation = Consultazione
glossary-consultation-more = Tutti sono ascoltati, prima che si decida.
glossary-concertation = Concertazione
glossary-concertation-more = Organizzazioni ed enti dicono la loro posizione e cercano un accordo sulle priorità.
glossary-co-design = Co-progettazione
glossary-co-design-more = Chi è stato ammesso scrive il progetto insieme all'ente pubblico.

## Territory

territory-title = Territorio
territory-description = I Comuni, quante persone ci vivono e che cosa è stato detto di ciascuno.
territory-heading = I Comuni che decidono insieme
territory-lead = { $n } Comuni, { $population } abitanti, { $region }.
territory-table = Tabella dei Comuni
inhabitants = Abitanti
mayor = Sindaca o sindaco
said-there = Che cosa si è detto
lead-municipality = capofila

## Bodies

bodies-title = Chi decide
bodies-heading = Chi decide, e chi partecipa
bodies-lead = Chi approva, chi valuta, chi prepara. I nomi sono pubblici perché la carica è pubblica.
body-does-comitato_dei_sindaci = Approva il Piano e le azioni, con un atto. Ogni Comune ha un posto.
body-does-tavolo_di_piano = Valuta ogni azione e scrive il motivo: ammessa, con modifiche, non ammessa, rinviata.
body-does-ufficio_di_piano = Legge i testi, prepara le schede e risponde.
body-does-gruppo_di_lavoro = Lavora su un tema e porta al Tavolo le sue conclusioni.
body-quorum = { $n ->
    [one] Per decidere serve una persona presente.
   *[other] Per decidere servono almeno { $n } presenti.
 }
seat-who = Chi
seat-function = Ruolo
seat-represents = Per conto di
seat-votes = Vota
seat-vacant = posto vacante
organisations-title = Le organizzazioni
organisations-lead = Associazioni, cooperative, scuole, sindacati ed enti che partecipano.
runts = RUNTS, sezione { $section }

## Plan

plan-lead = Che cosa è stato deciso, con quale atto, e su che cosa si lavora ora.
plan-none = Ancora nessun piano pubblicato
plan-none-next = Quando comincia, lo trovi qui con le sue tappe.
plan-years = Anni
plan-act = Approvato con
plan-actions = Le azioni
act-of = { $body }, atto n. { $number } del { $date }
areas-title = Aree e politiche
areas-lead = Di che cosa si occupa il piano, e quanto si è detto su ciascuna.
said-on-it = Che cosa si è detto

## Profile

profile-title = La comunità in cifre
profile-description = Le misure della comunità, ciascuna con fonte, data e, dove c'è, valore atteso.
profile-heading = Chi siamo, in cifre
profile-lead = { $n ->
    [one] Una misura, con la sua fonte e la sua data.
   *[other] { $n } misure, ognuna con la sua fonte e la sua data.
 }
profile-goals = Dove vogliamo arrivare
profile-goals-lead = La linea tratteggiata è il valore atteso.
profile-who = Come cambiamo
profile-who-lead = Queste misure raccontano la comunità; non hanno un valore da raggiungere.
profile-none = Ancora nessuna misura
profile-none-next = L'Ufficio di Piano le pubblica qui, con fonte e data.

## Rounds

rounds-title = Percorsi
rounds-heading = Quando e come si partecipa
rounds-lead = Consultazioni, tavoli e laboratori: che cosa è aperto, che cosa verrà, com'è finito il resto.
rounds-open = Aperti ora
rounds-next = In arrivo
rounds-past = Conclusi o sospesi
rounds-none-open = Adesso non c'è niente di aperto
rounds-none-open-next = Sotto trovi che cosa si aprirà, e com'è andata finora.
round-closed-on = Si è chiuso il { $date }.
round-suspended-until = È sospeso. Se riprende, si chiude il { $date }.
round-suspended = Questo percorso è sospeso
round-closed-next = La raccolta è chiusa: ora si mette insieme e si risponde
round-all-answered = Ogni testo ha la sua risposta.
round-unanswered = { $n ->
    [one] Un testo aspetta ancora la sua risposta.
   *[other] { $n } testi aspettano ancora la loro risposta.
 }
round-given-back = Il percorso è stato restituito
round-returned-on = Il { $date } ogni testo aveva la sua risposta, con il motivo.
read-texts = { $n ->
    [one] Leggi il primo testo
   *[other] Leggi { $n } testi
 }
frame-title = Che cosa si può cambiare
frame-given = Già deciso
frame-given-lead = Da qui si parte.
frame-open = Aperto
frame-open-lead = Su questo la tua voce pesa.
frame-open-lead-table = Su questo si cerca un accordo.
frame-open-lead-over = Di questo si è potuto parlare.
frame-off-limits = Fuori discussione
frame-off-limits-lead = Non si decide qui.
ways-title = Come partecipare
way-online = Online
way-online-more = Cinque minuti. Per un bisogno non serve registrarsi.
way-desk = Allo sportello
way-desk-more = Scrive un'operatrice con te, poi te lo rilegge. { $office }: { $hours }.
way-paper = Su carta
way-paper-more = Chiedi il modulo allo sportello: lo riporti lì, e qualcuno lo trascrive senza cambiarlo.
way-session = In un laboratorio
way-session-more = Si parla in piccoli gruppi, con chi facilita. Le date sono su questa pagina.
way-session-next = Il prossimo: { $date }, { $place }.
report-title = Com'è andata
round-figures = Le cifre da cui partire
round-said = { $needs ->
    [0] Nessun bisogno
    [one] 1 bisogno
   *[other] { $needs } bisogni
 } e { $proposals ->
    [0] nessuna proposta
    [one] 1 proposta
   *[other] { $proposals } proposte
 } finora.
round-said-over = { $needs ->
    [0] Nessun bisogno
    [one] 1 bisogno
   *[other] { $needs } bisogni
 } e { $proposals ->
    [0] nessuna proposta
    [one] 1 proposta
   *[other] { $proposals } proposte
 } in tutto.
round-no-voices = Ancora nessuno ha scritto
round-no-voices-next = Se vivi qui, comincia tu. Se conosci qualcuno, mandagli questa pagina.
round-no-voices-before = Non è ancora aperto
round-no-voices-before-next = Quando si apre, qui leggi che cosa dicono le persone.
round-no-voices-over = Nessuno ha scritto
round-no-voices-over-next = Puoi leggere che cosa è stato detto negli altri percorsi.
unheard-title = Chi abbiamo sentito poco
unheard-count = { $n ->
    [0] nessuna voce
    [one] una voce
   *[other] { $n } voci
 }
unheard-next = Se vivi lì, o conosci chi ci vive, mancano le vostre parole.
stages-title = Le tappe
round-stage-preparation = Preparazione
round-stage-collection = Raccolta
round-stage-synthesis = Sintesi
round-stage-answers = Risposte a tutti
stage-until = fino al { $date }
stage-synthesis-more = chi facilita unisce e scrive il perché
stage-answers-more = ogni testo riceve un motivo
sessions-title = I laboratori
session-present = { $n ->
    [one] una persona presente
   *[other] { $n } persone presenti
 }
session-present-few = meno di 5 persone presenti
session-present-none = nessuno presente
session-present-unknown = presenti non registrati
rules-title = Regole in breve
rules-who = Chi può fare che cosa
rules-supports = Quanto contano i sostegni
rules-decision = Come si decide
rules-moderation = Chi legge prima
rules-about = Di che piano si parla
round-workbench = Apri il banco di lavoro
administration-title = Gestire il percorso
administration-what = Che cosa fai?
administration-text = Motivo o resoconto
administration-text-hint = Per sospendere, chiudere prima o riportare in bozza scrivi il motivo; per restituire scrivi com'è andata. Lo leggono tutti.
administration-send = Conferma
act-suspend-hint = Nessuno può scrivere finché non riprende. Il motivo è sulla pagina.
act-resume-hint = Si può di nuovo scrivere, fino alla data già fissata.
act-start-synthesis-hint = Si comincia a unire e a rispondere.
act-give-back-hint = Solo quando ogni testo ha la sua risposta.

## Lists

needs-title = Bisogni
needs-heading = Di che cosa c'è bisogno
needs-lead = Lo dice chi lo vive. Se trovi il tuo, sostienilo: vale quanto riscriverlo.
needs-found = { $n ->
    [0] Nessun bisogno
    [one] 1 bisogno
   *[other] { $n } bisogni
 }
proposals-title = Proposte
proposals-heading = Che cosa si potrebbe fare
proposals-lead = Idee di persone, associazioni ed enti. Leggile, sostienile, aggiungi la tua.
proposals-found = { $n ->
    [0] Nessuna proposta
    [one] 1 proposta
   *[other] { $n } proposte
 }
all-title = Cerca
all-heading = Cerca fra le voci
all-lead = Bisogni e proposte insieme. Accenti e desinenze non contano.
all-found = { $n ->
    [0] Nessun testo
    [one] 1 testo
   *[other] { $n } testi
 }
search-in-texts = Cerca nei testi
searched = «{ $words }»
filter-kind = Bisogni o proposte
filter-municipality = Comune
filter-area = Area
filter-policy = Politica
filter-stage = A che punto è
filter-round = Percorso
found-none = Niente che corrisponda
found-none-next = Togli un filtro, o cerca con altre parole.
found-some = Nessun testo di questo elenco ha tutte queste parole; questi ne hanno alcune.
list-empty = Ancora nessuno ha scritto
list-empty-next = Quando qualcuno comincia, lo leggi qui.

## A contribution

not-yet-public = Non è ancora pubblico
not-yet-public-more = Una persona lo legge entro due giorni lavorativi. Finché non è pubblico, lo vedi solo tu.
gone-withdrawn = Ritirato il { $date }
gone-hidden = Oscurato il { $date }
gone-by-author = L'ha ritirato chi l'aveva scritto.
gone-by = Deciso da: { $role }.
gone-reason = Il motivo, per chi l'ha scritto:
gone-next = Le parole non ci sono più; resta questo segno, perché niente sparisca in silenzio.
assisted = scritto con un aiuto
revised = { $n ->
    [one] corretto una volta
   *[other] corretto { $n } volte
 }
written-in = In { $language }
words-title = Titolo
words-body = Il testo
words-strengths = Che cosa aiuta già
words-recipients = Per chi
words-doers = Chi potrebbe farlo
words-resources = Che cosa si offre e che cosa serve
flag-title = Segnala un problema
flag-what = Che cosa non va?
flag-hint = Per esempio: si riconosce una persona, offende qualcuno. Lo legge chi modera.
flag-send = Segnala
support-label = Sostegno
support-note = I sostegni informano e non decidono. Uno a persona, e puoi toglierlo finché è aperto.
support-note-closed = I sostegni informano e non decidono. Ora non si possono più dare.
support-bisogno = Anche per me è così
support-proposta = La sostengo
support-sign-in-bisogno = Entra per dire che è così anche per te
support-sign-in-proposta = Entra per sostenerla
unsupport = Togli il mio sostegno
echoes = «Anche per me», senza registrarsi: { $people }.
thread-so-far = Il filo fin qui
thread-whole = Tutto il filo
comments-none = Ancora nessun commento
comment-sign-in = Entra per commentare
comment-label = Scrivi un commento
comment-hint = Parla della cosa, non della persona. Non scrivere nomi di altre persone.
comment-send = Pubblica il commento
comment-gone = Questo commento non c'è più.
comment-withdraw = Ritira il commento
comment-withdraw-more = Il commento non si legge più e non si può rimettere; le risposte che ha avuto restano. Puoi scriverne un altro finché il percorso è aperto.
comment-withdraw-send = Ritira questo commento
reply = Rispondi
reply-label = La tua risposta
own-title = È tuo
correct-title = Correggi
correct-send = Salva la correzione
withdraw-title = Ritira
withdraw-leaves = Il testo esce subito da tutte le pagine pubbliche; se ancora non c'era, non ci arriva. Resta un segno con la data, e che l'ha ritirato chi l'ha scritto.
withdraw-words = Se nessun gruppo e nessuna azione nasce dal tuo testo, le parole vengono cancellate. Altrimenti restano conservate con quel lavoro, senza il tuo nome e senza legame con te.
withdraw-final = Non si torna indietro: nemmeno l'Ufficio di Piano può rimetterlo. Puoi sempre scriverne un altro, finché il percorso è aperto.
withdraw-send = Ritira il testo
outcome-title = Rispondi a questo testo
outcome-which = Esito
outcome-reason = Motivo
outcome-reason-hint = Lo legge chi ha scritto, e lo leggono tutti. Parla chiaro, senza sigle.
outcome-addressed = A quale ente passa
outcome-addressed-hint = Serve solo con «Passato a un altro ente».
outcome-send = Pubblica la risposta
draft-from-text-title = Può diventare un'azione?
draft-from-text-more = La scheda nasce da questo testo; altri gruppi e testi si aggiungono lì.
draft-from-text = Fai una scheda
what-next = Che cosa succede ora
next-by = Entro il { $date }.
joined-title = Unito in
joined-more = Questo testo resta com'è: qui vedi dove è entrato.
echo-of = È «anche per me» di
answers-needs = Risponde a
answered-by = Chi propone una risposta
similar-title = Simili
shared-words = Parole in comune: { $words }

## Thread

thread-eyebrow = Il filo
thread-title = Il filo: { $title }
thread-lead = Da una frase a quello che ne è stato, e ritorno. Ogni passo ha una data e un motivo.
thread-up = Da dove viene
thread-direct = Voci che non stanno in un gruppo
thread-down = Che cosa ne è stato
thread-back = Torna alla pagina
thread-no-voices = Nessuna voce collegata
thread-no-voices-more = È nata da un'iniziativa dell'ente: sulla sua pagina c'è il motivo.
thread-nothing-yet = Ancora niente da raccontare
thread-nothing-yet-more = Il prossimo passo comparirà qui, con la sua data.

## Cluster

cluster-synthesis = Che cosa dicono insieme
cluster-why = Perché stanno insieme
cluster-by = Uniti da { $name }
cluster-sources = I testi da cui viene
cluster-sources-lead = Restano come sono, con le loro parole e i loro sostegni. Chi non è d'accordo è scritto per ultimo.
cluster-numbers = Quante persone
cluster-supporters = { $n ->
    [one] Una persona ha sostenuto almeno uno dei testi.
   *[other] { $n } persone hanno sostenuto almeno uno dei testi.
 }
cluster-supporters-few = Meno di 5 persone hanno sostenuto almeno uno dei testi.
cluster-supporters-none = Nessuno ha sostenuto questi testi.
cluster-supporters-unknown = Quante persone hanno sostenuto questi testi non è registrato qui.
cluster-supports-stay = I sostegni restano ai testi per cui sono stati dati; qui sono solo un'informazione.
cluster-actions = Le azioni nate da qui
cluster-draft = Scrivi un'azione
cluster-dissolved = Questo gruppo è stato sciolto
dissolve-title = Sciogli il gruppo
dissolve-reason = Perché lo sciogli?
dissolve-hint = Tutto torna com'era prima. Il motivo resta scritto.
dissolve-send = Sciogli

## Actions

actions-title = Azioni
actions-heading = Che cosa si fa, e che cosa si farà
actions-lead = Ogni azione nasce dalle voci. Qui si legge a che punto è e perché.
actions-none = Ancora nessuna azione
actions-none-next = Le azioni nascono dalle voci, dopo la sintesi.
actions-draft = Scrivi un'azione
actions-group-approved = Approvate
actions-group-decided = Valutate dal Tavolo
actions-group-at-table = Al Tavolo
actions-group-drafts = In bozza
from-voices = { $n ->
    [one] Nasce da una voce
   *[other] Nasce da { $n } voci
 }
still-missing = Manca ancora: { $missing }.
action-version = Azione n. { $number }, versione { $version } · { $plan }
action-changed = Ultima modifica:
action-hash = Impronta:
action-decide = Decidi
action-edit = Cambia la scheda
action-send = Manda al Tavolo
action-reviews = Che cosa ha detto il Tavolo
action-deliberations = Che cosa hanno deciso i sindaci
action-dissent = Chi non è d'accordo
dissent-answer = Risposta dell'azione: { $answer }
sheet-what = Che cosa si fa
sheet-recipients = Per chi
sheet-owner = Responsabile
sheet-policy = Politica
sheet-linked = Tocca anche
sheet-level = Dove
sheet-time = Quando
sheet-integration = Come si integra
sheet-own-initiative = Di iniziativa dell'ente, perché
sheet-activities = I passi
sheet-indicators = Come si misura
sheet-money = Soldi
sheet-partners = Chi ci mette che cosa
sheet-overlap = Si sovrappone a qualcosa?
activity-what = Che cosa
activity-who = Chi
activity-due = Entro
activity-state = A che punto è
nobody-yet = ancora nessuno
money-source = Fonte
money-amount = Importo
review-about = { $body }, sulla versione { $version }
review-members = Chi c'era e come ha votato
review-part = Voto
review-interest = Interesse dichiarato: { $interest }
review-minority = Opinione di minoranza: { $text }
deliberation-current = Riguarda la versione { $version }, che è quella di questa pagina (impronta { $hash }).
deliberation-older = Riguarda la versione { $version } (impronta { $hash }): questa pagina mostra una versione più nuova, che non è ancora approvata.

## What went wrong

refused-title = Qui non si può
kept-title = Quello che hai scritto è ancora qui
kept-label = Il tuo testo
kept-hint = Copialo adesso: quando lasci questa pagina non c'è più.
not-found-title = Questa pagina non c'è
not-found-next = Forse l'indirizzo è cambiato, o il testo non è pubblico. Cerca, o torna all'inizio.
front-not-found-next = A questo indirizzo non c'è nessun territorio. Questi sono quelli che ci sono.
stale-title = Qualcuno l'ha cambiato nel frattempo
stale-next = Riapri la pagina per vedere com'è adesso, poi rifai la tua modifica.
stale-act = Riapri la pagina
broken-title = Qualcosa si è rotto, dalla nostra parte
broken-next = Riprova fra un minuto. Se succede ancora, scrivi a { $email } e cita il numero { $number }.
too-large-title = Il testo è troppo lungo per arrivare
too-large-next = Torna indietro con il tasto del browser: il tuo testo è ancora lì. Accorcialo, o dividilo in due.
not-a-form-title = Questa pagina riceve solo i propri moduli
not-a-form-next = È arrivato qualcosa che non è un modulo di questo sito. Riapri la pagina e usa il modulo che c'è lì.
invalid-next = Torna indietro con il tasto del browser: quello che hai scritto è ancora lì.

## Legal pages

contact-title = A chi scrivere
legal-check = Testo da confermare
legal-check-more = L'ente titolare e il suo responsabile della protezione dei dati hanno l'ultima parola su questa pagina.
privacy-lead = Quali dati usiamo, perché, e che cosa puoi chiedere.
privacy-1 = Chi li usa
privacy-1-more = L'ente capofila, per far partecipare le persone al Piano. I dati stanno su un server dell'ente o di chi lo gestisce per suo conto.
privacy-2 = Che cosa raccogliamo
privacy-2-more = Il testo che scrivi, il Comune, il tema e in che veste parli. Se hai un account, anche nome, e-mail e come ti abbiamo riconosciuto. Niente pubblicità, niente tracciamento, nessun servizio di altri.
privacy-3 = Il nome sta da un'altra parte
privacy-3-more = Il tuo nome è tenuto separato da quello che scrivi e non compare mai se non lo scegli tu. Un bisogno si può scrivere senza nessun nome.
privacy-4 = Le cose delicate
privacy-4-more = Se un testo tocca salute, violenza, dipendenze o disagio, una persona lo legge prima che sia pubblico e controlla che nessuno sia riconoscibile.
privacy-5 = I numeri piccoli
privacy-5-more = Quando le persone contate sono meno di cinque scriviamo «meno di 5», così il numero non rivela nessuno.
privacy-6 = I cookie
privacy-6-more = Due, tutti e due nostri. Uno, solo se entri, ricorda che sei tu. L'altro dura un minuto e porta alla pagina dopo il messaggio di quello che hai appena fatto. Per leggere e per scrivere un bisogno non servono.
privacy-7 = Che cosa puoi chiedere
privacy-7-more = Vedere i tuoi dati, correggerli, ritirare un testo, farlo rendere anonimo. Scrivi all'indirizzo qui sotto; puoi anche rivolgerti al Garante per la protezione dei dati personali.
accessibility-lead = Questo sito deve funzionare per tutti: con la tastiera, con la voce, ingrandito, senza JavaScript.
accessibility-1 = Che cosa rispettiamo
accessibility-1-more = Le pagine sono fatte per rispettare le linee guida WCAG 2.1 di livello AA, come chiede la norma EN 301 549.
accessibility-2 = Come lo controlliamo
accessibility-2-more = A ogni cambiamento un programma controlla ogni pagina nelle due lingue, con la tastiera e a 320 pixel. Non sostituisce la prova di persone con disabilità, che l'ente deve ancora organizzare.
accessibility-3 = Che cosa non va ancora
accessibility-3-more = I testi delle persone sono come li hanno scritti, anche in altre lingue e senza traduzione. I documenti degli atti stanno nell'albo dell'ente, che ha la sua dichiarazione.
accessibility-4 = Se qualcosa non funziona per te
accessibility-4-more = Scrivi all'indirizzo qui sotto e di' che cosa non riesci a fare: rispondiamo entro trenta giorni, e intanto ti aiutiamo allo sportello.
accessibility-5 = Questa dichiarazione
accessibility-5-more = Vale per questa versione del programma. L'ente pubblica la sua dichiarazione nelle forme previste dall'Agenzia per l'Italia digitale.
legal-lead = Di chi è questo sito, e che cosa se ne può fare.
legal-1 = Chi risponde
legal-1-more = L'ente capofila pubblica il sito e risponde di quello che scrive. Di un testo risponde chi l'ha scritto.
legal-2 = Che cosa vale come atto
legal-2-more = Queste pagine raccontano e rimandano: fanno fede gli atti pubblicati nell'albo dell'ente, di cui qui trovi numero e data.
legal-3 = Riusare testi e dati
legal-3-more = I dati e i testi dell'ente si possono riusare citando la fonte. Le parole delle persone si citano intere e senza cercare chi le ha scritte.
legal-4 = Il programma
legal-4-more = Trama è software libero, con licenza EUPL-1.2: ogni ente può usarlo, studiarlo e migliorarlo.
