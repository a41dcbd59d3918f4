# Pagine di chi lavora al Piano: moderazione, banco di lavoro, azioni, ufficio, Tavolo.

## Moderazione

mod-title = Da leggere prima
mod-lead = Leggi, decidi, scrivi perché. Il testo resta di chi l'ha scritto: tu decidi solo se è pubblico.
mod-count =
    { $n ->
        [one] 1 testo aspetta
       *[other] { $n } testi aspettano
    }
mod-decided =
    { $n ->
        [0] Nessuno deciso negli ultimi trenta giorni
        [one] 1 deciso negli ultimi trenta giorni
       *[other] { $n } decisi negli ultimi trenta giorni
    }
mod-empty-title = Nessun testo aspetta
mod-empty = Quando ne arriva uno lo trovi qui.
mod-case = Caso { $n }
mod-by = da leggere entro { $by }
mod-late = doveva essere letto entro { $by }
mod-public = È pubblico adesso
mod-comment-on = Commento a
mod-note = Chi l'ha segnalato scrive
mod-decision = Che cosa decidi?
mod-decision-pubblicato = Pubblicare così com'è
mod-decision-pubblicato-hint = Nessuna persona si riconosce.
mod-decision-pubblicato-public = Lasciare pubblico
mod-decision-pubblicato_con_modifiche_concordate = Pubblicare con le modifiche concordate
mod-decision-pubblicato_con_modifiche_concordate-hint = L'autore ha corretto il testo con te.
mod-decision-respinto = Non pubblicare
mod-decision-respinto-hint = Resta il segno che c'era un testo, e perché non si legge.
mod-decision-oscurato = Togliere dalle pagine pubbliche
mod-decision-oscurato-hint = Resta il segno che c'era, con la classe del motivo.
mod-reason-class = Classe del motivo
mod-reason-class-hint = È tutto quello che resta scritto in pubblico.
mod-reason = Perché
mod-reason-hint = Lo legge l'autore. Non scrivere nomi.
mod-stale = Chi l'ha scritto ha corretto il testo mentre leggevi
mod-stale-next = Rileggilo: qui c'è il testo com'è adesso. La tua decisione è rimasta nel modulo e vale per questo.
mod-save = Registra la decisione
mod-class-nessuna_persona_identificabile = Nessuna persona si riconosce
mod-class-riformulato_con_autore = Riformulato con l'autore
mod-class-dati_di_terza_persona = Dati di un'altra persona
mod-class-fuori_tema = Fuori tema
mod-class-discriminazione = Discriminazione
mod-class-pubblicita = Pubblicità
mod-class-pericolo_attuale = Qualcuno è in pericolo adesso

## Banco di lavoro

bench-title = Mettere insieme
bench-progress = { $n } di { $of } in un gruppo
bench-progress-label = Testi in un gruppo
bench-answered =
    { $n ->
        [0] nessuno con risposta diretta
        [one] 1 con risposta diretta
       *[other] { $n } con risposta diretta
    }
bench-objections = Un gruppo proposto entra in vigore quando il periodo per le obiezioni finisce e nessuno si oppone.
bench-round = Consultazione
bench-filters = Filtra
bench-kind = Tipo
bench-kind-all = Bisogni e proposte
bench-kind-bisogno = Bisogni
bench-kind-proposta = Proposte
bench-policy = Politica
bench-municipality = Comune
bench-query = Parole
bench-filter-go = Filtra
bench-filter-clear = Togli i filtri
bench-queue = Da collegare
bench-queue-empty-title = Niente da collegare
bench-queue-empty = Con questi filtri tutti i testi sono in un gruppo o hanno una risposta.
bench-pick = Scegli { $title }
bench-chosen =
    { $n ->
        [one] 1 scelto
       *[other] { $n } scelti
    }
bench-make = Crea un gruppo con i selezionati
bench-draft = Fai una scheda con i selezionati
bench-draft-this = Fai una scheda con questo e i selezionati
bench-reading-none-title = Scegli un testo da leggere
bench-reading-none = Lo leggi qui, con quelli che gli somigliano. La somiglianza suggerisce soltanto: decidi tu.
bench-similar = Gli somigliano
bench-similar-none = Nessun altro testo gli somiglia abbastanza. Cerca con le parole.
bench-same-policy = stessa politica
bench-shared = parole in comune: { $words }
bench-other-words = dice cose vicine con altre parole
bench-join = Crea un gruppo con questo e i selezionati
bench-open = Apri la sua pagina
bench-clusters = Gruppi
bench-clusters-empty-title = Ancora nessun gruppo
bench-clusters-empty = Scegli almeno due testi che dicono la stessa cosa.
bench-cluster-sources =
    { $n ->
        [one] 1 testo
       *[other] { $n } testi
    }
bench-keys = Con la tastiera
bench-keys-lead = Il banco si usa tutto con i tasti del browser, e la ricerca è fra i filtri.
bench-keys-back = al testo o al campo precedente
bench-keys-tab = al testo o al campo seguente
bench-keys-space = sceglie un testo
bench-keys-enter = apre in lettura

## Fare un gruppo

grouping-form-title = Crea un gruppo
grouping-form-lead = Il gruppo indica i testi e non li cambia: restano come sono, con i loro sostegni. Si può sciogliere, e tutto torna com'era.
grouping-back = Torna al banco
grouping-sources = I testi
grouping-sources-hint = Togli il segno a quelli che non c'entrano. Chi non è d'accordo resta, e si legge accanto.
grouping-share = Che cosa porta
grouping-share-of = Che cosa porta { $title }
grouping-share-duplicate = Dice la stessa cosa
grouping-share-part_of = Ne dice una parte
grouping-share-dissent = Non è d'accordo
grouping-excerpt = Frase da mettere in evidenza
grouping-excerpt-hint = Parola per parola, com'è nel testo. Serve per chi non è d'accordo.
grouping-suggestions = Forse anche questi
grouping-suggestions-hint = Li suggerisce la somiglianza dei testi. Segna quelli da aggiungere.
grouping-title = Titolo
grouping-title-hint = Una riga, come la direbbe una persona.
grouping-synthesis = Sintesi
grouping-synthesis-hint = Che cosa dicono insieme. Non perdere la parte difficile.
grouping-reason = Perché stanno insieme
grouping-reason-hint = Lo leggono gli autori, con il tuo nome.
grouping-save = Proponi il gruppo
grouping-next = La proposta è pubblica subito. Chi ha scritto e chi sostiene viene avvisato, e chi ha scritto può opporsi per { $n } giorni: il gruppo entra in vigore solo dopo. I sostegni non si spostano.
grouping-none-title = Nessun testo scelto
grouping-none = Torna al banco e scegline almeno due.

## Scheda intervento

draft-form-new = Scrivi un'azione
draft-form-edit = Cambia l'azione
draft-form-lead = Si può salvare a metà: serve solo il titolo. Al Tavolo arriva quando c'è tutto.
draft-number = Azione { $n }
draft-sec-what = Che cosa si fa
draft-sec-from = Da quali voci nasce
draft-sec-who = Chi ne risponde
draft-sec-overlap = Si sovrappone a qualcosa?
draft-sec-measure = Come si misura
draft-sec-partners = Con chi
draft-sec-money = Soldi
draft-sec-activities = Attività
draft-sec-when = Quando
draft-sec-missing = È completa?
draft-title = Titolo
draft-policy = Politica
draft-choose = Scegli
draft-objective = Che cosa deve raggiungere
draft-objective-hint = Una frase che si può verificare.
draft-description = Che cosa si farebbe
draft-recipients = Per chi
draft-recipients-hint = Chi, e quante persone all'incirca.
draft-integration = Integrazione
draft-integration-hint = Come si tiene insieme con scuola, formazione, lavoro e sanità.
draft-level = Livello
draft-level-hint = Ambito, Comune o Provincia.
draft-owner-organisation = Organizzazione responsabile
draft-owner-person = Persona responsabile
draft-owner-hint = Una sola persona. Il nome è pubblico, per l'ufficio che ricopre.
draft-overlap-outcome = Esito della verifica
draft-overlap-nessuna_sovrapposizione = Nessun altro fa questo
draft-overlap-sovrapposizione_risolta = Qualcun altro lo fa: è deciso come stare insieme
draft-overlap-sovrapposizione_aperta = Qualcun altro lo fa: ancora da decidere
draft-overlap-note = In parole
draft-overlap-note-hint = Che cosa hai confrontato, e che cosa ne viene.
draft-alike = Azioni che le somigliano
draft-alike-none = Nessuna azione le somiglia.
draft-indicator = Indicatore
draft-baseline = Da
draft-target = A
draft-indicator-now = oggi { $value } { $unit }
draft-indicator-row = Indicatore { $n }
draft-partner = Partner
draft-partner-row = Partner { $n }
draft-brings = Che cosa porta
draft-sector = Settore
draft-source = Fonte
draft-amount = Euro
draft-money-row = Voce { $n }
draft-activity = Attività
draft-activity-row = Attività { $n }
draft-responsible = Responsabile
draft-due = Entro
draft-starts = Comincia
draft-ends = Finisce
draft-own-initiative = Di iniziativa istituzionale, perché
draft-own-initiative-hint = Solo se non viene da nessuna voce.
draft-from-cluster = Gruppo
draft-from-direct = Testi senza gruppo
draft-from-none = Nessuna voce, ancora: scegline qui sotto, o scrivi perché è di iniziativa istituzionale.
draft-from-keep = Viene da questo gruppo
draft-from-keep-text = Viene da questo testo
draft-offered = Aggiungi gruppi e testi
draft-offered-search = Cerca fra gruppi e testi
draft-offered-clusters = Gruppi
draft-offered-proposals = Le proposte più recenti
draft-offered-texts = Bisogni e proposte
draft-offered-none = Nelle consultazioni del piano non c'è altro.
draft-offered-nothing = Nessun gruppo e nessun testo ha queste parole: cercane altre.
draft-offered-more =
    { $n ->
        [one] Ce n'è 1 altro: cercalo con le parole.
       *[other] Ce ne sono altri { $n }: cercali con le parole.
    }
draft-source-query = Parole
draft-source-query-hint = Cerca fra i gruppi, i bisogni e le proposte delle consultazioni del piano. Quello che hai scritto e scelto resta.
draft-rows-more = Salva per avere altre righe vuote.
draft-missing-none = C'è tutto quello che il Tavolo chiede.
draft-missing-lead = Per il Tavolo manca ancora:
draft-has-owner = Responsabile
draft-has-recipients = Destinatari
draft-has-indicator = Indicatore con partenza e valore atteso
draft-has-overlap_check = Verifica delle sovrapposizioni
draft-has-integration = Integrazione
draft-has-source = Almeno una voce, o il motivo dell'iniziativa
draft-lacks = manca
draft-there = c'è
draft-save = Salva la bozza
draft-send = Manda al Tavolo
draft-send-next = Manda al Tavolo salva e, se non manca niente, mette l'azione nell'elenco del Tavolo. Da lì non si cambia finché il Tavolo non la rimanda.
draft-stale = Intanto qualcuno ha salvato la versione { $version }
draft-stale-next = Quello che hai scritto è qui sotto, non è andato perso. Leggi l'altra versione, poi salva di nuovo: la tua la sostituisce.
draft-stale-theirs = Leggi l'altra versione
draft-version = Versione { $n }

## Ufficio di Piano

office-title = Ufficio di Piano
office-lead = Chi aspetta una risposta, e che cosa si sta scrivendo.
office-rounds = Consultazioni
office-round = Consultazione
office-state = Stato
office-unanswered-count = Senza risposta
office-rounds-none = Nessuna consultazione da restituire.
office-unanswered = Senza risposta da più tempo
office-unanswered-hint = Non sono in nessuna azione e non hanno una risposta diretta. Prima di restituire, tutti ne hanno una.
office-unanswered-none-title = Tutti hanno una risposta
office-unanswered-none = Quando un testo nuovo aspetta, lo trovi qui.
office-drafts = Azioni in scrittura
office-drafts-none = Nessuna bozza.
office-new-action = Scrivi un'azione
office-bench = Vai al banco
office-published = pubblico dal { $at }
office-draft-missing = manca: { $what }
office-draft-complete = completa, pronta per il Tavolo

## Tavolo di Piano

table-lead = Le azioni pronte, in ordine di attesa.
table-ready = Da decidere
table-count =
    { $n ->
        [0] Nessuna azione da decidere
        [one] 1 azione da decidere
       *[other] { $n } azioni da decidere
    }
table-ready-none-title = Niente da decidere
table-ready-none = Quando l'Ufficio di Piano manda un'azione completa, la trovi qui.
table-not-ready = Non ancora pronte
table-not-ready-hint = Si leggono, non si decidono: manca qualcosa.
table-not-ready-none = Nessuna.
table-lacks = Manca: { $what }
table-decided = Decise
table-decided-none = Nessuna, ancora.
table-decide = Leggi e decidi
table-waiting = aspetta dal { $at }
table-voices =
    { $n ->
        [0] nessuna voce
        [one] 1 voce
       *[other] { $n } voci
    }
table-decided-on = deciso il { $at }

## Decidere

decision-title = Decisione: { $title }
decision-eyebrow = Azione { $n }, versione { $version }
decision-print = Per stamparla: menu del browser, Stampa
decision-what = Che cosa si farebbe
decision-for = Per chi
decision-owner = Responsabile
decision-integration = Integrazione
decision-level = Livello
decision-when = Quando
decision-from = Da dove viene
decision-distinct-unknown = Quante persone hanno sostenuto questi testi non è registrato qui
decision-distinct-none = Nessuno ha sostenuto questi testi
decision-distinct-few = Meno di 5 persone hanno sostenuto almeno uno di questi testi
decision-distinct =
    { $n ->
        [one] 1 persona ha sostenuto almeno uno di questi testi
       *[other] { $n } persone diverse hanno sostenuto almeno uno di questi testi
    }
decision-joined = Messi insieme: { $reason }
decision-direct = Testi senza gruppo
decision-own-initiative = Di iniziativa istituzionale: { $reason }
decision-dissent = Chi non è d'accordo
decision-dissent-none = Nessuna voce contraria fra i testi.
decision-dissent-answer = Risposta dell'azione: { $answer }
decision-overlap = Si sovrappone a qualcosa?
decision-overlap-none = La verifica non è scritta.
decision-money = Soldi
decision-money-none = Nessuna spesa indicata.
decision-money-source = Fonte
decision-money-euro = Euro
decision-money-total = Totale
decision-measure = Come si misura
decision-measure-none = Nessun indicatore.
decision-measure-from = Partenza e valore atteso
decision-measure-now = Ultima misura
decision-partners = Con chi
decision-activities = Attività
decision-activity-who = { $who }, entro { $due }
decision-complete = È completa?
decision-complete-yes = Responsabile, destinatari, indicatore, sovrapposizioni, integrazione e voci ci sono.
decision-history = Decisioni precedenti
decision-interests = Interessi
decision-interests-none = Nessun interesse suggerito.
decision-interest-wrote = { $represents } ha scritto «{ $title }»
decision-interest-wrote-self = Ha scritto «{ $title }»
decision-interest-owns = { $represents } è responsabile dell'azione
decision-interest-owns-self = È responsabile dell'azione
decision-interest-partner = { $represents } è partner dell'azione
decision-interest-partner-self = È partner dell'azione
decision-interest-notice = { $name }: sembra esserci un interesse
decision-interest-next = Chi ha un interesse lo dichiara, si astiene e non conta per il numero legale. Se il suggerimento è sbagliato, togli il segno.
decision-outcome-title = Esito
decision-body-outcome = Esito: { $body }
decision-quorum =
    { $n ->
        [one] Serve 1 presente senza interessi.
       *[other] Servono { $n } presenti senza interessi.
    }
decision-members = Chi c'è, e come ha votato
decision-members-hint = Si vota se ammettere l'azione: a favore vuol dire ammetterla, contro vuol dire di no. Chi ha un interesse non conta.
decision-member = Voto di { $name }
decision-member-you = (tu)
decision-interest = Ha un interesse
decision-interest-of = { $name } ha un interesse
decision-interest-reason = Quale interesse
decision-outcome = Esito
decision-outcome-ammessa_con_modifiche-hint = Scrivi le condizioni.
decision-outcome-rinviata-hint = Torna a chi la scrive, con il motivo.
decision-reason = Motivo
decision-reason-hint = Lo leggono gli autori e chi ha sostenuto. Almeno cinque parole.
decision-conditions = Condizioni, una per riga
decision-conditions-hint = Servono per un'ammissione con modifiche.
decision-minority = Opinione di minoranza
decision-minority-hint = Se qualcuno la chiede a verbale.
decision-save = Registra l'esito
decision-next = L'esito è pubblico subito, con il motivo e con i voti. Chi ha scritto lo ritrova nel filo del suo testo.
decision-refused-title = Ora non si può decidere
decision-back = Torna al Tavolo
decision-stale = Hai letto la versione { $read }; intanto l'azione è alla versione { $version }
decision-stale-parts = È cambiato: { $parts }.
decision-stale-sources = La scheda è la stessa; possono essere cambiate le voci da cui nasce.
decision-stale-next = Quello che hai scritto è qui sotto, non è andato perso. Rileggi l'azione com'è adesso, poi registra l'esito: vale per questa versione.
sheet-part-title = titolo
sheet-part-policy = politica
sheet-part-objective = che cosa deve raggiungere
sheet-part-description = che cosa si farebbe
sheet-part-recipients = per chi
sheet-part-integration = integrazione
sheet-part-own-initiative = motivo dell'iniziativa istituzionale
sheet-part-owner = chi ne risponde
sheet-part-level = livello
sheet-part-indicators = come si misura
sheet-part-overlap = verifica delle sovrapposizioni
sheet-part-partners = con chi
sheet-part-budget = soldi
sheet-part-activities = attività
sheet-part-dates = quando

## Faults of these forms

fault-decision-missing = Scegli che cosa decidi
fault-reason-class-missing = Scegli la classe del motivo
fault-synthesis-missing = Scrivi la sintesi
fault-sources-too-few = Un gruppo nasce da almeno { $least } testi
fault-excerpt-missing = Copia la frase in cui non è d'accordo
fault-excerpt-not-in-source = Queste parole non stanno nel testo: copiale così come sono
fault-owner-organisation-missing = Scegli l'organizzazione della persona responsabile
fault-overlap-outcome-missing = Scegli l'esito della verifica
fault-indicator-missing = Scegli l'indicatore di questi valori
fault-indicator-contradicts = Questo indicatore c'è già
fault-baseline-missing = Scrivi da dove si parte
fault-target-missing = Scrivi dove si vuole arrivare
fault-partner-missing = Scegli chi porta questo
fault-sector-missing = Scegli il settore del partner
fault-budget-source-missing = Scrivi da dove vengono questi soldi
fault-budget-amount-missing = Scrivi quanti euro
fault-activity-missing = Scrivi che cosa si fa
fault-ends-contradicts = Finisce prima di cominciare: controlla le date
fault-presence-missing = Segna se c'è e come vota
fault-presence-contradicts = Chi ha un interesse si astiene o è assente
fault-outcome-against-votes = L'esito non dice quello che è stato votato: { $favour } a favore, { $against } contro, astensioni { $abstained }. Si ammette con più voti a favore che contro; altrimenti no. Rinviare si può sempre.
fault-interest-missing = Scrivi quale interesse
fault-conditions-missing = Scrivi almeno una condizione
