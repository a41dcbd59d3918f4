# Words met on many pages, closed lists, refusals, faults, notices.

product = Trama
product-tag = Partecipazione ai Piani di Zona
made-with = Fatto con Trama, software libero
site-tag = I servizi sociali del territorio, decisi insieme
title-faulty = Errore: { $title }

## Numbers and times

euro = { $amount } euro
date-long = { $day } { $month } { $year }
date-short = { $day } { $month }
date-near = { $weekday } { $day } { $month }
date-time = { $hour ->
    [1] { $date } all'{ $time }
   *[other] { $date } alle { $time }
 }
month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre
weekday-1 = lunedì
weekday-2 = martedì
weekday-3 = mercoledì
weekday-4 = giovedì
weekday-5 = venerdì
weekday-6 = sabato
weekday-7 = domenica
people-none = nessuno
people-unknown = non si sa quante persone
people-few = meno di 5 persone
people = { $n ->
    [one] una persona
   *[other] { $n } persone
 }

## Shell

skip-label = Salta a
skip-to-main = Vai al contenuto
skip-to-footer = Vai al piè di pagina
language-label = Lingua
menu = Menu
menu-label = Principale
menu-home = Inizio
menu-sessions = Laboratori
menu-rounds = Percorsi
menu-needs = Bisogni
menu-proposals = Proposte
menu-actions = Azioni
menu-plan = Piano
menu-profile = La comunità
menu-territory = Territorio
menu-bodies = Chi decide
home = Inizio
search = Cerca
sign-in = Entra
sign-out = Esci
mine = Le mie voci
own-label = Le tue pagine
breadcrumb-label = Percorso
demonstration = Ambito dimostrativo: persone, enti, luoghi e numeri sono inventati.
footer-take-part = Partecipa
footer-ambito = L'Ambito
follow-yours = Ritrova il tuo testo
how-title = Come funziona
privacy-title = Privacy
accessibility-title = Dichiarazione di accessibilità
legal-title = Note legali
desk-moderation = Moderazione
desk-workbench = Banco di lavoro
desk-office = Ufficio di Piano
desk-sessions = Laboratori
desk-table = Tavolo di Piano

## Forms

choose = Scegli
optional = (se vuoi)
errors-title = Manca ancora qualcosa
error-prefix = Errore:{" "}
field-most = Al massimo { $n } caratteri.
fault-missing = Scrivi qualcosa qui
fault-title-missing = Scrivi un titolo
fault-body-missing = Racconta che cosa succede
fault-comment-missing = Scrivi il commento
fault-flag-missing = Scrivi che cosa non va
fault-reason-missing = Scrivi il motivo
fault-addressed-to-missing = Scegli l'ente a cui passa
fault-outcome-missing = Scegli l'esito
fault-too-few-words = Scrivi almeno { $least } parole: così chi legge capisce la situazione
fault-reason-too-few-words = Scrivi almeno { $least } parole: il motivo lo leggono tutti
fault-too-long = Sono { $found } caratteri, il massimo è { $most }: accorcia un poco, il testo è ancora qui
fault-not-a-choice = Scegli una delle risposte
fault-not-a-number = Scrivi un numero, per esempio 1.500
fault-not-a-date = Scrivi una data, per esempio 31/12/2027
fault-too-few = Scegline almeno { $least }
fault-too-many = Sono { $found }, il massimo è { $most }
fault-repeated = Questo c'è già: sceglilo una volta sola
fault-does-not-add-up = Dovrebbero essere { $expected } e sono { $found }: la differenza è { $difference }
fault-differs = Chi ha contato con te ha scritto un altro numero: ricontate insieme
fault-not-in-source = Queste parole non stanno nel testo: copiale così come sono
fault-unknown-code = Non troviamo questo codice: controlla le lettere e i numeri
fault-wrong-credentials = E-mail e password non vanno insieme: riprova
fault-contradicts = Questa risposta va contro un'altra: controllale insieme
fault-not-an-address = Scrivi un indirizzo e-mail, per esempio nome@esempio.it
fault-not-public = Questo testo non è pubblico
fault-other-round = Questo testo è di un altro percorso
fault-taken = C'è già: scegline un altro
fault-against-votes = Controlla esito e voti: { $favour } a favore, { $against } contro, astensioni { $abstained }

## Refusals: why, and what next

refusal-sign-in-needed = Per questo serve sapere chi sei.
refusal-sign-in-needed-next = Entra, e torni qui.
refusal-level-too-low = Per questo serve un'identità { $level }.
refusal-level-too-low-next = Porta un documento allo sportello dell'Ufficio di Piano: bastano cinque minuti.
refusal-not-your-role = Questo lo fa chi ha un altro ruolo.
refusal-not-your-role-next = Se pensi che tocchi a te, scrivi all'Ufficio di Piano.
refusal-not-yours = Questo testo è di un'altra persona.
refusal-not-yours-next = Puoi commentarlo, o scriverne uno tuo.
refusal-not-yet-open = Si apre il { $date }.
refusal-not-yet-open-next = Torna allora: la pagina resta questa.
refusal-closed = Si è chiuso il { $date }.
refusal-closed-next = Puoi leggere tutto, e partecipare al prossimo percorso.
refusal-suspended = Questo percorso è sospeso.
refusal-suspended-next = Sulla pagina del percorso c'è il motivo. Quando riprende, puoi continuare.
refusal-not-opened = Questo percorso non lo prevede.
refusal-not-opened-next = Sulla sua pagina c'è che cosa si può fare, e quando.
refusal-not-public = Questo testo non è pubblico.
refusal-not-public-next = Se è tuo, lo ritrovi con il codice della ricevuta o fra le tue voci.
refusal-already-public = Il testo è già pubblico e non si corregge più.
refusal-already-public-next = Puoi ritirarlo e scriverne un altro.
refusal-not-ready = Per andare al Tavolo manca: { $missing }.
refusal-not-ready-next = Completa la scheda, poi mandala.
refusal-no-quorum = Non c'è il numero: { $counted } presenti senza interessi, ne servono { $minimum }.
refusal-no-quorum-next = Segna chi è presente, o rimanda alla prossima seduta.
refusal-own-draft = Hai scritto tu questa scheda, quindi decide qualcun altro.
refusal-own-draft-next = Un altro componente del Tavolo può registrare l'esito.
refusal-interest = Su questa azione hai un interesse.
refusal-interest-next = Dichiaralo e lascia decidere gli altri: resta scritto nel verbale.
refusal-already-done = È già stato fatto.
refusal-already-done-next = Ricarica la pagina per vedere com'è adesso.
refusal-at-table = L'azione è al Tavolo di Piano: non si cambia finché il Tavolo non decide.
refusal-at-table-next = Se serve una correzione, chiedi al Tavolo di rinviarla: torna in bozza con il motivo, e la puoi cambiare.
refusal-decided = Su questa azione il Tavolo di Piano ha già deciso: la scheda resta quella che ha letto.
refusal-decided-next = Per cambiare qualcosa scrivi un'altra azione, e mandala al Tavolo.
refusal-unanswered = { $n ->
    [one] Un testo aspetta ancora una risposta.
   *[other] { $n } testi aspettano ancora una risposta.
 }
refusal-unanswered-next = Rispondi a ciascuno con un motivo, poi restituisci il percorso.
refusal-do-not-belong = Queste cose non stanno insieme: vengono da percorsi o tipi diversi.
refusal-do-not-belong-next = Scegli testi dello stesso percorso.
refusal-in-use = Da qui è già nata un'azione.
refusal-in-use-next = Togli prima il gruppo dalla scheda dell'azione.
refusal-sent-before = Questo modulo l'hai già mandato, con altre parole, e quelle sono arrivate.
refusal-sent-before-next = Quello che hai scritto adesso è ancora qui sotto. Per mandarlo come un altro testo, premi di nuovo il pulsante. Per cambiare il primo, aprilo con il codice della ricevuta o fra le tue voci.
refusal-too-often = Hai provato troppe volte.
refusal-too-often-next = Aspetta qualche minuto e riprova.

## Notices

notice-supported = La tua voce è contata
notice-supported-more = Puoi toglierla finché il percorso è aperto.
notice-unsupported = Hai tolto la tua voce
notice-unsupported-more = Puoi rimetterla finché il percorso è aperto.
notice-commented = Commento pubblicato
notice-comment-withdrawn = Hai ritirato il commento
notice-flagged = Grazie, lo legge una persona
notice-flagged-more = Chi modera guarda ogni segnalazione e decide con un motivo.
notice-withdrawn = Hai ritirato il testo
notice-withdrawn-more = Resta solo un segno con la data, senza le tue parole.
notice-corrected = Correzione salvata
notice-answered = Risposta pubblicata
notice-round-changed = Fatto: il percorso è aggiornato
notice-clustered = Gruppo proposto
notice-clustered-more = Chi ha scritto e chi sostiene viene avvisato. I testi restano come sono.
notice-dissolved = Gruppo sciolto
notice-dissolved-more = Tutto è tornato com'era; resta scritto chi l'ha sciolto e perché.
notice-saved = Scheda salvata
notice-saved-not-ready = Scheda salvata, ma non è ancora pronta per il Tavolo
notice-saved-not-ready-more = Sotto c'è che cosa manca.
notice-sent-to-table = L'azione è andata al Tavolo
notice-decided = Esito registrato
notice-decided-more = Il motivo è pubblico e arriva sul filo di ogni testo.
notice-moderated = Decisione registrata
notice-signed-in = Eccoti
notice-signed-out = Sei uscito

## Translations and languages

translation-verified = Traduzione in { $language }, riletta da una persona
translation-machine = Traduzione automatica in { $language }
language-it = italiano
language-en = inglese
language-sq = albanese
language-sr = serbo
language-ro = romeno
language-ar = arabo
language-uk = ucraino
language-zh = cinese
language-fr = francese
language-bn = bengalese
language-ur = urdu
language-es = spagnolo
language-de = tedesco

## Closed lists

kind-bisogno = Bisogno
kind-proposta = Proposta
stage-pubblicato = Pubblicato
stage-unito = Unito ad altri
stage-in_azione = In un'azione
stage-esito = Con risposta
stage-proposta-pubblicato = Pubblicata
stage-proposta-unito = Unita ad altre
stage-proposta-in_azione = In un'azione
stage-proposta-esito = Con risposta
standing-in_moderazione = Non ancora pubblico
standing-pubblicato = Pubblico
standing-ritirato = Ritirato
standing-oscurato = Oscurato
standing-anonimizzato = Reso anonimo
standing-proposta-in_moderazione = Non ancora pubblica
standing-proposta-pubblicato = Pubblica
standing-proposta-ritirato = Ritirata
standing-proposta-oscurato = Oscurata
standing-proposta-anonimizzato = Resa anonima
outcome-accolto = Accolto
outcome-in_parte = Accolto in parte
outcome-non_accolto = Non accolto
outcome-rinviato = Rinviato
outcome-altro_ente = Passato a un altro ente
outcome-proposta-accolto = Accolta
outcome-proposta-in_parte = Accolta in parte
outcome-proposta-non_accolto = Non accolta
outcome-proposta-rinviato = Rinviata
outcome-proposta-altro_ente = Passata a un altro ente
author-cittadino = Una persona del posto
author-familiare = Un familiare
author-famiglia = Una famiglia
author-caregiver = Chi assiste in casa
author-giovane = Una persona giovane
author-volontario = Chi fa volontariato
author-operatore = Chi lavora nei servizi
author-cittadino_straniero = Una persona straniera
author-cittadino_assistito = Una persona, allo sportello
author-anonimo = Senza nome
author-associazione = Un'associazione
author-cooperativa = Una cooperativa
author-comune = Un Comune
author-comunita_straniera = Una comunità straniera
author-scuola = Una scuola
author-sindacato = Un sindacato
author-diocesi = La diocesi
author-sanita = Il servizio sanitario
channel-online = online
channel-sportello = allo sportello
channel-carta = su carta
channel-community_lab = in un laboratorio
round-kind-consultazione = Consultazione
round-kind-concertazione = Concertazione
round-kind-co_programmazione = Co-programmazione
round-kind-co_progettazione = Co-progettazione
round-kind-co_gestione = Co-gestione
round-state-bozza = In preparazione
round-state-programmato = Si aprirà
round-state-aperto = Aperto ora
round-state-sospeso = Sospeso
round-state-chiuso = Chiuso
round-state-in_sintesi = In sintesi
round-state-restituito = Restituito, con tutte le risposte
round-state-archiviato = Archiviato
opening-bisogni = Scrivere un bisogno
opening-proposte = Scrivere una proposta
opening-commenti = Commentare
opening-sostegni = Sostenere un testo
opening-posizioni_motivate = Dire la posizione di un'organizzazione, con il motivo
opening-emendamenti = Proporre modifiche
opening-redazione_condivisa = Scrivere insieme una bozza
opening-impegni = Prendere un impegno
opening-preventivo = Indicare le spese
opening-segnalazioni = Segnalare un problema
moderation-mode-preventiva = Una persona legge ogni testo prima che sia pubblico.
moderation-mode-preventiva_sensibili = Una persona legge prima i testi delicati o segnalati; gli altri sono pubblici subito.
moderation-mode-successiva = I testi sono pubblici subito; una persona li legge dopo.
vote-method-sostegno = Un sostegno per testo, quanti ne vuoi. Informa e non decide.
vote-method-preferenze = Un numero limitato di preferenze.
vote-method-bollini = Bollini da distribuire.
vote-method-consenso = Consenso: posso conviverci, ho una riserva, mi oppongo.
vote-method-posizione = La posizione di ogni organizzazione, con il motivo.
vote-method-graduatoria = Una graduatoria: metti in ordine ciò che preferisci.
vote-method-bilancio = Un bilancio: scegli per che cosa spendere la somma. Informa e non decide.
vote-method-dichiarazioni = Dichiarazioni: d'accordo, non d'accordo, passo.
level-L0 = senza registrarsi
level-L1 = con un'e-mail
level-L2 = con SPID, CIE o un documento visto allo sportello
level-L3 = con il mandato di un'organizzazione
role-C = Una persona
role-CV = Una persona verificata
role-O = Rappresentante
role-S = Sportello
role-F = Facilitazione
role-U = Ufficio di Piano
role-T = Tavolo di Piano
role-K = Coordinamento d'Ambito
role-M = Comitato dei Sindaci
role-P = Moderazione
role-G = Osservatorio
role-A = Gestione tecnica
category-regione = Regione
category-provincia = Provincia
category-comuni = Comuni
category-associazionismo = Associazioni
category-volontariato = Volontariato
category-scuola = Scuole
category-sindacati = Sindacati
category-diocesi = Diocesi
category-cooperazione_sociale = Cooperazione sociale
category-famiglie = Famiglie
category-sanita = Sanità
category-ente_pubblico = Altri enti pubblici
seat-presidente = Presidente
seat-sindaco = Sindaca o sindaco
seat-delegato = Con delega
seat-coordinatore = Coordinamento
seat-componente = Componente
plan-state-bozza = In bozza
plan-state-avviato = Avviato
plan-state-lettura_bisogni = Si leggono i bisogni
plan-state-priorita = Si scelgono le priorità
plan-state-progettazione = Si progetta
plan-state-al_tavolo = Al Tavolo
plan-state-al_comitato = Al Comitato
plan-state-vigente = In vigore
plan-state-rendicontato = Rendicontato
plan-state-chiuso = Chiuso
programme-state-bozza = In bozza
programme-state-concertato = Concordato
programme-state-approvato = Approvato
programme-state-in_attuazione = In attuazione
programme-state-rendicontato = Rendicontato
action-state-bozza = In bozza
action-state-verifica_ufficio = In verifica all'Ufficio di Piano
action-state-al_tavolo = Al Tavolo
action-state-integrazioni = Da completare
action-state-ammessa = Ammessa
action-state-ammessa_con_modifiche = Ammessa con modifiche
action-state-non_ammessa = Non ammessa
action-state-rinviata = Rinviata
action-state-approvata = Approvata
action-state-non_approvata = Non approvata
action-state-in_attuazione = In corso
action-state-conclusa = Conclusa
action-state-sospesa = Sospesa
action-state-riprogrammata = Riprogrammata
overlap-nessuna_sovrapposizione = Nessuna sovrapposizione
overlap-sovrapposizione_risolta = Sovrapposizione risolta
overlap-sovrapposizione_aperta = Sovrapposizione da risolvere
sector-pubblico = pubblico
sector-privato_sociale = privato sociale
sector-privato = privato
sector-informale = informale
activity-da_fare = Da fare
activity-in_corso = In corso
activity-fatta = Fatta
activity-annullata = Annullata
missing-owner = una persona responsabile
missing-recipients = per chi è
missing-indicator = un indicatore con valore di partenza e atteso
missing-overlap_check = la verifica delle sovrapposizioni
missing-integration = come si integra con gli altri servizi
missing-source = almeno una voce da cui nasce
review-ammessa = Ammessa
review-ammessa_con_modifiche = Ammessa con modifiche
review-non_ammessa = Non ammessa
review-rinviata = Rinviata
presence-favorevole = A favore
presence-contrario = Contro
presence-astenuto = Astensione
presence-assente = Assente
cluster-state-suggerito = Suggerito
cluster-state-proposto = Proposto
cluster-state-in_opposizione = Aperto alle obiezioni
cluster-state-contestato = Contestato
cluster-state-mediato = Mediato
cluster-state-applicato = In vigore
cluster-state-sciolto = Sciolto
share-duplicate = dice la stessa cosa
share-part_of = ne è una parte
share-dissent = Non è d'accordo
reason-class-nessuna_persona_identificabile = Nessuna persona è riconoscibile
reason-class-riformulato_con_autore = Riscritto insieme all'autore
reason-class-dati_di_terza_persona = Parlava di un'altra persona riconoscibile
reason-class-fuori_tema = Fuori tema
reason-class-discriminazione = Discriminava qualcuno
reason-class-pubblicita = Era pubblicità
reason-class-pericolo_attuale = Qualcuno era in pericolo: se ne occupano i servizi
cause-sensibile = Tocca un tema delicato
cause-preventiva = Si legge prima di pubblicare
cause-segnalato = Segnalato da qualcuno
next-moderation = Una persona lo legge
next-closing = La raccolta si chiude
next-synthesis = Si mette insieme con gli altri, o riceve una risposta
next-drafting = Diventa parte di un'azione, o i suoi testi ricevono una risposta
next-completing = La scheda si completa
next-review = Il Tavolo decide
next-deliberation = Il Comitato approva
next-more-moderation = Entro due giorni lavorativi, poi è pubblico.
next-more-closing = Poi comincia la sintesi: nessun testo va perso.
next-more-synthesis = Chi facilita legge tutto e scrive il perché.
next-more-drafting = L'Ufficio di Piano scrive la scheda, o risponde a ciascuno con un motivo.
next-more-completing = Responsabile, destinatari, indicatore: solo allora va al Tavolo.
next-more-review = L'esito ha sempre un motivo, che leggi qui.
next-more-deliberation = L'atto e il suo numero si leggono qui.
sort-recenti = Più recenti
sort-sostenuti = Più sostenuti
sort-primi = Più vecchi
sort-pertinenza = Più vicini alle tue parole
sort-why-recenti = In cima gli ultimi arrivati.
sort-why-sostenuti = In cima quelli sostenuti da più persone; sotto le cinque persone contano uguale.
sort-why-primi = In cima quelli che aspettano da più tempo.
sort-why-pertinenza = In cima quelli che somigliano di più a quello che hai cercato.
act-suspend = Sospendi
act-resume = Riprendi
act-start-synthesis = Comincia la sintesi
act-give-back = Restituisci

## Parts

supports-bisogno = { $n ->
    [one] Una persona ha lo stesso bisogno
   *[other] { $n } persone hanno lo stesso bisogno
 }
supports-proposta = { $n ->
    [one] Una persona la sostiene
   *[other] { $n } persone la sostengono
 }
supporters = { $n ->
    [one] Una persona sostiene questo testo
   *[other] { $n } persone sostengono questo testo
 }
supporters-few = Meno di 5 persone sostengono questo testo
supporters-none = Nessun sostegno
supporters-unknown = Quanti sostegni aveva non è registrato qui
supports-few-bisogno = Meno di 5 persone hanno lo stesso bisogno
supports-few-proposta = Meno di 5 persone la sostengono
supports-unknown = Sostegni non registrati
supports-none-bisogno = Nessun sostegno
supports-none-proposta = Nessun sostegno
comments-count = { $n ->
    [one] 1 commento
   *[other] { $n } commenti
 }
published-on = { $kind ->
    [proposta] Pubblicata il { $date }
   *[other] Pubblicato il { $date }
 }
tombstone-title = { $kind } n. { $number }: testo non più pubblico
numbered = { $kind } n. { $number }
reason-label = Perché:
conditions = A queste condizioni:
filter-remove = : togli il filtro
filter-remove-all = Togli tutti
filters-active = Filtri attivi
filters-label = Filtri
sort-label = Ordine
page-word = Pagina
page-previous = Indietro
page-next = Avanti
pages-label = Pagine
thread-facilitator = { $name }, facilitazione
thread-by = entro il { $date }
thread-next = ancora da fare
thread-said = Le parole da cui si parte
thread-said-in = Scritto per «{ $round }».
thread-echoed = «Anche per me»: { $people }
thread-published = Letto e pubblicato
thread-withdrawn = Ritirato da chi l'ha scritto
thread-hidden = Oscurato
thread-joined = { $n ->
    [0] Raccolto in
    [one] Unito con un altro in
   *[other] Unito con altri { $n } in
 }
thread-dissents = Sta accanto, come voce contraria, a
thread-joined-here = Uniti in un gruppo
thread-joined-this = { $n ->
    [one] Un testo raccolto in questo gruppo
   *[other] { $n } testi uniti in questo gruppo
 }
thread-dissolved = Poi sciolto:
thread-drafted = È diventato l'azione
thread-sent = L'azione è andata al Tavolo
thread-approved = Approvata con l'atto n. { $number } del { $date }
thread-not-approved = Non approvata: atto n. { $number } del { $date }
thread-measured = Oggi: { $value } { $unit }
thread-measured-path = Si partiva da { $baseline }, si vuole arrivare a { $target }.
thread-answered = La risposta
thread-addressed = Passa a: { $body }
chart-table = Tabella, fonte e definizione
chart-goal = valore atteso { $target }
chart-goal-up = vogliamo salire a { $target }
chart-goal-down = vogliamo scendere a { $target }
chart-point = { $value } il { $date }
chart-target = { $value } atteso nel { $year }
chart-target-told = Il valore atteso nel { $year } è { $value }.
chart-month = { $month } { $year }
chart-date = Data
chart-expected = Atteso al
chart-source = Fonte: { $source }.
figure-was-less = prima era { $previous }: è salito
figure-was-more = prima era { $previous }: è sceso
figure-same = prima era { $previous }: è uguale
figure-date = al { $date }
