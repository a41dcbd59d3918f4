# Schede di voto: prepararle, votare, leggere i risultati.

## Lists, codes, notices, refusals

opening-voti = Votare nelle votazioni del percorso
refusal-ballot-frozen = Il percorso si è già aperto: ciò che si vota, e come, si dichiara prima e poi non cambia.
refusal-ballot-frozen-next = Puoi preparare una votazione nel prossimo percorso.
refusal-results-later = Il risultato non si vede ancora, e non lo vede nessuno.
refusal-results-later-next = Si legge quando comincia la sintesi: da quel momento il percorso non si può più riaprire.
refusal-too-few-ballots = Hanno votato meno di 5 persone: i numeri non si pubblicano.
refusal-too-few-ballots-next = Direbbero che cosa ha scelto ciascuno. Chi facilita può chiedere un parere in un altro modo.
notice-voted = Il tuo voto è arrivato
notice-voted-more = Puoi cambiarlo o ritirarlo finché la votazione è aperta.
notice-vote-withdrawn = Hai ritirato il voto
notice-vote-withdrawn-more = È come se non avessi votato. Puoi votare di nuovo finché la votazione è aperta.
notice-ballot-prepared = Votazione dichiarata
notice-ballot-prepared-more = La puoi cambiare finché il percorso non si apre.
notice-tie-decided = Decisione registrata
notice-tie-decided-more = Il motivo è pubblico, accanto al risultato.
fault-option-too-few = Scegline almeno una: se non vuoi scegliere, non serve votare
fault-option-too-many = Ne hai scelte { $found }, il massimo è { $most }
fault-dots-too-few = Metti almeno un bollino
fault-dots-too-many = Hai messo { $found } bollini, qui il massimo è { $most }
fault-rank-too-few = Dai un posto ad almeno una
fault-rank-too-many = Hai messo in ordine { $found } scelte, il massimo è { $most }
fault-rank-repeated = Questo posto l'hai già dato a un'altra: cambialo qui o là
fault-consent-too-few = Rispondi almeno a una
fault-position-too-few = Di' la posizione almeno su una
fault-answer-too-few = Rispondi almeno a una
fault-reason-not-a-choice = Scrivi il motivo
fault-organisation-not-a-choice = Scegli per quale organizzazione
fault-method-missing = Scegli come si vota
fault-method-not-a-choice = Questo modo di votare non va con questo percorso
fault-options-too-few = Metti ai voti almeno { $least } cose
fault-options-too-many = Sono { $found } cose, il massimo è { $most }
fault-options-repeated = Due cose hanno lo stesso titolo: chi vota non le distingue
fault-contribution-not-a-choice = Un numero non è quello di un testo pubblico: controllali
fault-own-too-long = Una riga ha { $found } caratteri, il massimo è { $most }
fault-cost-missing = Scrivi quanto costa
fault-cost-too-many = Costa più della somma intera
fault-budget-too-few = Scrivi la somma
fault-electorate-not-a-choice = Scegli chi può votare
fault-secrecy-not-a-choice = Scegli che cosa si vede
fault-dots-missing = Scrivi quanti bollini ha ciascuno
fault-place-missing = Scegli il posto
fault-place-repeated = Questo posto c'è già: ognuna ne ha uno diverso
vote-consent-posso_conviverci = Posso conviverci
vote-consent-riserva = Ho una riserva
vote-consent-obiezione = Mi oppongo
stance-contrario = Contraria
answer-d_accordo = D'accordo
answer-non_d_accordo = Non d'accordo
answer-passo = Passo
ballot-method-sostegno = Sostegno
ballot-method-preferenze = Preferenze
ballot-method-bollini = Bollini
ballot-method-consenso = Consenso
ballot-method-posizione = Posizione delle organizzazioni
ballot-method-graduatoria = Graduatoria
ballot-method-bilancio = Bilancio
ballot-method-dichiarazioni = Dichiarazioni

## The ballots of a round

ballots-title = Votazioni
ballots-link = Le votazioni di questo percorso
ballots-prepare = Prepara una votazione
ballots-lead = Che cosa si vota, come si conta e chi può votare è dichiarato prima che il percorso si apra, e poi non cambia.
ballots-when = Si vota dal { $opens } al { $closes }.
ballots-none = Ancora nessuna votazione
ballots-none-next = In questo percorso per ora non si vota.
ballots-none-prepare = Finché il percorso non si apre puoi dichiarare che cosa si vota, come e chi.
ballot-options-count = { $n ->
    [one] una cosa ai voti
   *[other] { $n } cose ai voti
 }
ballot-voted-already = hai votato

## A ballot

ballot-number = Votazione n. { $n }
result-number = Risultato della votazione n. { $n }
desk-number = Sportello della votazione n. { $n }
ballot-opens = Si vota dal { $date }.
ballot-not-yet = La votazione non è ancora aperta
ballot-edit = Cambia ciò che è dichiarato
ballot-suspended = Mentre il percorso è sospeso non si vota. I voti già dati restano.
ballot-closed = La votazione è chiusa
ballot-closed-next = Il risultato si legge quando comincia la sintesi. Fino ad allora non lo vede nessuno, nemmeno chi lavora all'Ufficio di Piano.
ballot-result-read = Leggi il risultato
ballot-mine = Il tuo voto
ballot-mine-until = Lo puoi cambiare o ritirare fino al { $date }.
ballot-mine-closed = La votazione è chiusa e non si cambia più. Quando il percorso viene restituito, il legame fra te e questa scelta si cancella.
ballot-mine-named = La votazione è chiusa e non si cambia più.
ballot-withdraw = Ritira il voto
ballot-vote = Vota
ballot-vote-send = Vota
ballot-change = Cambia il tuo voto
ballot-change-send = Cambia il voto
ballot-for = Voti per: { $name }.
ballot-organisation = Per quale organizzazione voti?
ballot-sent-segreto = Il voto è segreto. Nessuno vede come va la votazione finché è aperta, e nemmeno dopo si sa chi ha scelto che cosa.
ballot-sent-conteggio = Quante persone hanno scelto ciascuna cosa si vede subito; chi, mai.
ballot-sent-palese = La posizione è pubblica, con il nome dell'organizzazione e il motivo.
ballot-options = Che cosa si vota
ballot-options-more = Da dove viene ciascuna
ballot-option = Che cosa
ballot-people = Persone
ballot-municipalities = { $n ->
    [0] nessun Comune rappresentato
    [one] un Comune rappresentato
   *[other] { $n } Comuni rappresentati
 }
ballot-needs = { $n ->
    [0] nessun bisogno collegato
    [one] un bisogno collegato
   *[other] { $n } bisogni collegati
 }
ballot-link-bisogno = Bisogno n. { $n }
ballot-link-proposta = Proposta n. { $n }
ballot-link-gruppo = Gruppo n. { $n }
ballot-link-azione = Azione n. { $n }
ballot-so-far = Finora
ballot-so-far-caption = Quante persone hanno scelto ciascuna cosa, finora
ballot-positions = Che cosa dicono le organizzazioni
ballot-positions-none = Ancora nessuna organizzazione ha detto la sua posizione.
ballot-facts = In breve
ballot-who = Chi può votare
ballot-who-people = Ogni persona conosciuta { $level }: un voto ciascuna
ballot-who-organisations = Le organizzazioni, con chi le rappresenta: un voto ciascuna
ballot-until = Fino al
ballot-secrecy = Che cosa si vede
ballot-secrecy-segreto = Voto segreto: nessun numero prima della sintesi, per nessuno
ballot-secrecy-conteggio = I numeri si vedono mentre si vota; chi ha scelto che cosa, mai
ballot-secrecy-palese = Voto palese: si vede che cosa dice ogni organizzazione
ballot-turnout = Quanti hanno votato
ballot-voted = { $n ->
    [one] Ha votato una persona
   *[other] Hanno votato { $n } persone
 }
ballot-voted-few = Hanno votato meno di 5 persone
ballot-voted-none = Non ha votato nessuno
ballot-voted-unknown = Non si sa quanti hanno votato
ballot-voted-organisations = { $n ->
    [0] Nessuna organizzazione ha votato
    [one] Ha votato un'organizzazione
   *[other] Hanno votato { $n } organizzazioni
 }
ballot-count = Come si conta
ballot-count-sostegno = Si contano i sostegni di ogni cosa. Informano, e non decidono.
ballot-count-preferenze = Si contano le preferenze di ogni cosa: prima chi ne ha di più.
ballot-count-bollini = Si sommano i bollini di ogni cosa: prima chi ne ha di più.
ballot-count-consenso = Si conta chi può conviverci, chi ha una riserva e chi si oppone. Dove nessuno si oppone c'è consenso; riserve e obiezioni si leggono con le loro parole.
ballot-count-posizione = Le posizioni non si sommano: si leggono tutte, con il nome e il motivo.
ballot-count-graduatoria = Ogni cosa si confronta con ogni altra: quante persone mettono prima questa di quella. Vince chi nessun'altra batte, nemmeno passando per altre (metodo di Schulze). La tabella di tutti i confronti è pubblica.
ballot-count-bilancio = La somma si divide in parti uguali fra chi ha votato; ogni progetto lo pagano insieme quelli che l'hanno scelto, con la loro parte (parti uguali). Accanto si mostra che cosa uscirebbe prendendo solo i più votati. È un parere: decide l'ente.
ballot-count-dichiarazioni = Si conta per ogni frase chi è d'accordo, chi no e chi passa.
ballot-tie = A parità
ballot-tie-rule = Viene prima ciò che rappresenta più Comuni, poi ciò che è legato a più bisogni; se sono ancora pari decide chi esamina le azioni ({ $body }), con un motivo. Mai in silenzio, mai per chi è arrivato prima.
ballot-recount-later = Con il risultato si pubblicano le schede, senza nomi e mescolate: chiunque può ricontarle.

## The form of each method

ballot-how-sostegno = Sostieni tutte le cose che vuoi.
ballot-how-preferenze = { $n ->
    [one] Hai una preferenza.
   *[other] Hai { $n } preferenze.
 }
ballot-how-bollini = Hai { $dots } bollini. Puoi metterne al massimo { $each } su una stessa cosa; non serve usarli tutti.
ballot-how-graduatoria = Metti in ordine ciò che preferisci: 1 è la prima. Ciò che lasci fuori viene dopo tutto il resto.
ballot-how-graduatoria-most = Metti in ordine fino a { $n } cose: 1 è la prima. Ciò che lasci fuori viene dopo tutto il resto.
ballot-how-equal = Due cose possono stare allo stesso posto.
ballot-how-not-equal = Ogni posto va a una cosa sola.
ballot-how-consenso = Per ogni sezione di' se puoi conviverci, se hai una riserva o se ti opponi. Riserva e obiezione hanno bisogno di un motivo.
ballot-how-posizione = Di' la posizione della tua organizzazione, sempre con il motivo.
ballot-how-bilancio = La somma è di { $sum }. Scegli i progetti per cui la spenderesti: anche più di quanti ne bastano i soldi, perché il conto li mette d'accordo.
ballot-how-most = { $n ->
    [one] Al massimo uno.
   *[other] Al massimo { $n }.
 }
ballot-how-dichiarazioni = Per ogni frase di' se sei d'accordo. Puoi passare, o lasciarne in bianco.
ballot-choose = Che cosa scegli?
ballot-dots = I tuoi bollini
ballot-dots-hint = Scrivi quanti bollini vanno a ciascuna: { $dots } in tutto, al massimo { $each } su una. Vuoto vale zero.
ballot-dots-given = { $n ->
    [one] 1 bollino
   *[other] { $n } bollini
 }
ballot-dots-left = { $n ->
    [0] Hai usato tutti i bollini.
    [one] Ti resta un bollino.
   *[other] Ti restano { $n } bollini.
 }
ballot-preferences-left = { $n ->
    [0] Hai usato tutte le preferenze.
    [one] Ti resta una preferenza.
   *[other] Ti restano { $n } preferenze.
 }
ballot-rank = La tua graduatoria
ballot-rank-hint = Per ciascuna scegli il posto. Quelle senza posto vengono in fondo.
ballot-place = { $n }º posto
ballot-consent = Per ogni sezione
ballot-consent-hint = Si può rispondere anche solo ad alcune.
ballot-position = La posizione
ballot-position-hint = Si può rispondere anche solo su alcune.
ballot-answer = Le frasi
ballot-answer-hint = Si può rispondere anche solo ad alcune.
ballot-reason = Il motivo, su «{ $title }»
ballot-reason-consent = Serve se hai una riserva o ti opponi. Si legge senza il tuo nome.
ballot-reason-position = Lo leggono tutti, con il nome dell'organizzazione.

## Preparing

preparing-title = Preparare una votazione
preparing-lead = Tutto si dichiara prima che il percorso si apra: che cosa si vota, come, chi, che cosa si vede, che cosa succede a parità.
preparing-methods = Come si vota?
preparing-method-sostegno = Per sapere quante persone tengono a ciascuna cosa, senza metterle in gara.
preparing-method-preferenze = Per scegliere poche cose fra molte, in fretta e anche su carta.
preparing-method-bollini = Per far pesare di più ciò che conta di più. Va bene in una sala, con i bollini veri.
preparing-method-consenso = Per sapere, sezione per sezione, se tutti i partner possono conviverci, e che cosa lo impedisce.
preparing-method-posizione = Per raccogliere che cosa pensa ogni organizzazione, con il motivo. Non si sommano.
preparing-method-graduatoria = Per mettere in ordine, quando nessuna deve vincere solo perché le altre si dividono i voti.
preparing-method-bilancio = Per chiedere come spendere una somma, in modo che nessun gruppo resti senza niente. È un parere.
preparing-method-dichiarazioni = Per capire su che cosa le persone sono d'accordo e che cosa le divide.
preparing-chosen = Si vota con: { $method }.
preparing-other = Cambia modo
preparing-question = Che cosa si chiede?
preparing-question-hint = Una domanda sola, che si capisce anche senza aver letto altro.
preparing-introduction = Che cosa bisogna sapere per rispondere
preparing-most = Quante se ne possono scegliere al massimo?
preparing-most-hint = Vuoto, dove si può, vuol dire senza limite.
preparing-dots = Quanti bollini ha ciascuno?
preparing-dots-hint = Di solito tre.
preparing-most-each = Quanti al massimo su una stessa cosa?
preparing-most-each-hint = Meno di quelli che ha, se vuoi che ne scelga più d'una.
preparing-equal = Due cose possono stare allo stesso posto
preparing-budget = Qual è la somma, in euro?
preparing-budget-hint = Per esempio 30.000.
preparing-utilities = Che cosa conta per chi vota?
preparing-utilities-hint = Da questo dipende come si dividono i soldi.
preparing-utilities-costo = Quanti soldi vanno a ciò che ha scelto
preparing-utilities-numero = Quanti progetti, fra quelli che ha scelto, si fanno
preparing-options = Che cosa si mette ai voti
preparing-options-hint = Gruppi, azioni e testi restano collegati alla loro pagina; da lì viene anche quanti Comuni e quanti bisogni rappresentano, che conta a parità.
preparing-clusters = Gruppi
preparing-actions = Azioni
preparing-contributions = Testi, con il loro numero
preparing-contributions-hint = I numeri di bisogni e proposte pubblici, separati da virgole: 12, 15, 20.
preparing-own = Altro, con parole proprie
preparing-own-hint = Una cosa per riga. A parità di queste non si sanno Comuni e bisogni: decide l'organo.
preparing-costs = Quanto costa ciascuna, in euro
preparing-costs-hint = Ciascuna costa al massimo la somma intera.
preparing-costs-later = Scegli prima che cosa si mette ai voti e premi «Aggiorna l'elenco»: poi scrivi quanto costa ciascuna.
preparing-refresh = Aggiorna l'elenco
preparing-who = Chi vota, e che cosa si vede
preparing-electorate = Chi può votare?
preparing-secrecy = Che cosa si vede?
preparing-frozen-title = Quando il percorso si apre, tutto questo resta com'è
preparing-frozen = A parità viene prima ciò che rappresenta più Comuni, poi ciò che è legato a più bisogni, poi decide l'organo con un motivo. Chi vota legge tutto questo prima di votare.
preparing-save = Dichiara la votazione

## The result

result-title = Risultato: { $title }
result-ballot = La votazione, com'era dichiarata
result-places = In ordine
result-numbers = Tutti i numeri
result-count = Voti
result-caption-sostegno = Sostegni di ciascuna
result-caption-preferenze = Preferenze di ciascuna
result-caption-bollini = Bollini di ciascuna
result-blanks = { $n ->
    [0] Nessuno è rimasto in bianco.
    [one] Uno è rimasto in bianco.
   *[other] { $n } sono rimasti in bianco.
 }
result-equal = pari
result-winner = Vince:
result-winners = Nessun'altra le batte:
result-pairs = Tutti i confronti
result-pairwise = Quante persone preferiscono quella della riga a quella della colonna
result-pairwise-more = Ogni numero dice quante persone hanno messo quella della riga prima di quella della colonna.
result-paths-title = Le strade più forti (metodo di Schulze)
result-paths = La strada più forte da quella della riga a quella della colonna
result-paths-more = Una strada passa di confronto vinto in confronto vinto, ed è forte quanto il suo passaggio più debole. Una cosa batte un'altra se la strada di andata è più forte di quella di ritorno.
result-line = Preferita a →
result-answers = Quante volte è stata data ciascuna risposta
result-silent = Senza risposta
result-consent = Dove nessuno si oppone
result-no-consent = Su ogni sezione c'è almeno un'obiezione.
result-words = Riserve e obiezioni
result-budget = Come si spenderebbero { $sum }
result-budget-more = A sinistra le parti uguali, che è il conto dichiarato. A destra, per confronto, che cosa uscirebbe prendendo i più votati finché bastano i soldi.
result-cost = Costo
result-votes = Scelto da
result-shares = Parti uguali
result-greedy = Solo i più votati
result-funded = Si fa
result-not-funded = No
result-open = Dipende dalla parità
result-spent = Spesa
result-left = Resta
result-heard = Persone con almeno un progetto scelto
result-steps = Il conto, passo per passo
result-shares-before = All'inizio ciascuno ha { $share } euro:
result-shares-raised = Poi, perché restava denaro, la parte di ciascuno sale a { $share } euro:
result-step = { $supporters ->
    [one] l'ha scelto una persona, che paga fino a { $price } euro
   *[other] l'hanno scelto { $supporters } persone, che pagano ciascuna fino a { $price } euro
 }
result-by-votes = Con ciò che resta, i più votati che ci stanno:
result-ties = Parità
result-ties-none = Nessuna parità da sciogliere.
result-settled-comuni = più Comuni rappresentati
result-settled-bisogni = più bisogni collegati
result-settled-organo = la decisione dell'organo
result-settled-identificativo = il numero
result-tie-by = Le distingue: { $how }.
result-tie-in-part = Alcune sono ancora pari.
result-tie-open = Sono ancora pari.
result-decided = { $body } ha deciso, con questo motivo:
result-ways-title = Le parità sono troppe per provarle tutte
result-ways = Ne sono state provate molte combinazioni, ma non tutte: altri progetti, oltre a quelli segnati, potrebbero dipendere da come si scioglie una parità. Un ordine deciso dall’organo toglie ogni dubbio.
result-undecided-title = Alcune sono ancora pari
result-undecided = Decide chi esamina le azioni ({ $body }), con un motivo che si leggerà qui.
deciding-title = Decidere la parità
deciding-lead = La regola dichiarata non le distingue. Registra che cosa ha deciso l'organo, e perché.
deciding-order = In quale ordine?
deciding-reason = Il motivo
deciding-reason-hint = Lo leggono tutti, accanto al risultato.
deciding-send = Registra la decisione
recount = Ricontale tu
recount-lead = Questo risultato si ricalcola da un file, senza chiedere niente a nessuno.
recount-rows = Il file ha tutte le schede, una per riga, mescolate: senza nomi, senza orari, senza dire da dove arrivano.
recount-totals = Le schede sono meno di 30: una per una direbbero chi le ha scritte. Il file ha solo ciò a cui arrivano, insieme.
recount-not-whole = Da solo ciò a cui arrivano non si ricalcolano le parti uguali: il confronto con i più votati sì.
recount-download = Scarica il file delle schede
recount-how-part = Il programma di Trama dà la parte che si può ricalcolare:
recount-how = Il programma di Trama dà lo stesso risultato:
recount-hash = Impronta SHA-256 del file:

## At the desk and on paper

refusal-voted-elsewhere = Questa persona ha già votato, o ha già ricevuto una scheda o un codice.
refusal-voted-elsewhere-next = Ogni persona ha un voto solo, per qualunque strada. Chi ha votato online può ritirare il suo voto e poi venire allo sportello.
notice-ballot-handed-out = Scheda consegnata
notice-ballot-handed-out-more = La persona non può più votare online.
notice-ballots-typed = Trascrizione salvata
notice-ballots-typed-more = Conta quando una seconda persona scrive le stesse cose.
notice-ballots-count = Le due trascrizioni sono uguali: ora contano
notice-ballots-differ = Le due trascrizioni sono diverse
notice-ballots-differ-more = Sotto ci sono tutte e due. Ricontate insieme, poi chi ha sbagliato riscrive.
notice-voted-by-code = Il voto è arrivato
notice-voted-by-code-more = Con lo stesso codice puoi cambiarlo o ritirarlo finché la votazione è aperta.
fault-channel-not-a-choice = Scegli che cosa consegni
fault-identity-not-a-choice = Segna come conosci la persona
fault-email-not-a-choice = Nessun account ha questo indirizzo
fault-label-missing = Scrivi da dove vengono
fault-label-too-many = Sono { $found } schede, ma ne sono state consegnate { $most }
fault-persons-missing = Scrivi quante persone
fault-persons-too-many = Sono { $found } persone, ma di schede consegnate ne restano { $most }
fault-blanks-missing = Scrivi quanti sono rimasti in bianco: se nessuno, zero
fault-total-too-many = Sono { $found }, ma queste persone potevano darne al massimo { $most }
fault-totals-does-not-add-up = Il conto non torna: dovrebbero essere { $expected } fra dati e in bianco, e sono { $found }. La differenza è { $difference }
fault-code-unknown-code = Questo codice non è di questa votazione: controlla le lettere e i numeri
ballot-tokens = Chi non ha documenti
ballot-tokens-more = Vota con una scheda o un codice, consegnati di persona allo sportello o in una sessione
ballot-code-title = Hai un codice consegnato allo sportello?
ballot-code = Il tuo codice
ballot-code-hint = Venti lettere e numeri. Non serve altro: nessun nome, nessun documento.
ballot-code-again = Con lo stesso codice puoi tornare a cambiare o ritirare il voto. Per ritirarlo basta il codice.
preparing-tokens = Può votare anche chi non ha documenti
preparing-tokens-hint = Con una scheda o un codice consegnati di persona: persone senza dimora, richiedenti asilo.
desk-link = Sportello della votazione
desk-title = Sportello: { $title }
desk-hand = Consegnare una scheda o un codice
desk-hand-lead = Prima si guarda che la persona non abbia già votato per un'altra strada. Da qui in poi vota solo con ciò che riceve.
desk-channel = Che cosa consegni?
desk-channel-carta = Una scheda di carta
desk-channel-codice = Un codice per votare online
desk-channel-hint-carta = La compila e la mette nell'urna.
desk-channel-hint-codice = Lo usa quando vuole, da qualunque telefono, anche senza account.
desk-identity = Come conosci la persona?
desk-identity-documento = Ho visto un documento
desk-identity-senza_documento = Non ha documenti
desk-email = L'e-mail del suo account, se ne ha uno
desk-email-hint = Chiedila: chi ha un account e ha già votato non può votare di nuovo.
desk-hand-send = Consegna
desk-code = Ecco il codice: scrivilo o stampalo per la persona
desk-code-once = Si vede solo adesso: non resta scritto da nessuna parte.
desk-handed = Consegnate finora
desk-handed-papers = Schede di carta
desk-handed-codes = Codici
desk-handed-more = Non si possono contare più schede di carta di quante ne sono state consegnate.
desk-type = Trascrivere le schede di carta
desk-type-second = Trascrivere di nuovo: { $label }
desk-type-lead-lot = Due persone diverse contano e scrivono gli stessi totali. Il conto deve tornare: persone per quello che ciascuna ha, uguale a dati più in bianco.
desk-type-lead-one = Due persone diverse trascrivono ogni scheda. Conta quando hanno scritto le stesse cose.
desk-label = Da dove vengono?
desk-label-lot = Per esempio: urna della sessione di Castelvento.
desk-label-one = Il numero scritto sulla scheda.
desk-persons = Quante persone?
desk-persons-hint = Quante schede ci sono nell'urna.
desk-totals = Il totale di ciascuna
desk-totals-hint = Vuoto vale zero.
desk-blanks = Quanti sono rimasti in bianco?
desk-blanks-hint = Preferenze o bollini che qualcuno non ha usato.
desk-type-send = Salva la trascrizione
desk-papers = Trascrizioni
desk-done = Conta
desk-waits = Aspetta una seconda persona
desk-differ = Le due trascrizioni sono diverse
desk-differ-more = Dove le due trascrizioni sono diverse
desk-typist = { $n ->
    [1] Una persona
   *[other] L'altra
 }
desk-type-again = Riscrivi la tua
desk-type-too = Trascrivi anche tu
