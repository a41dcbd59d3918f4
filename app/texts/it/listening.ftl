# Ascolto: ordine degli elenchi, affermazioni e gruppi di opinione, chi è stato ascoltato.

## Ordine degli elenchi

order-link = Perché in questo ordine?
order-title = Perché in questo ordine?
order-lead = Un elenco che mette in cima solo chi ha più sostegni nasconde tutti gli altri. Qui ogni testo ha il suo turno.
order-mixed-title = L'ordine mescolato
order-mixed = È quello che vedi se non ne scegli un altro. Ogni testo pubblico sta in uno di tre gruppi, e l'elenco prende un po' da ciascuno: di ogni dieci posti, tanti a un gruppo e tanti a un altro.
order-shelf-altri = Tutti gli altri
order-shelf-altri-more = { $places } posti su dieci. I testi che non sono né nuovi né fra i più sostenuti: nessun ordine per data o per sostegni li porterebbe più in cima.
order-shelf-nuovi = Nuovi
order-shelf-nuovi-more = { $places } posti su dieci. Pubblicati oggi o ieri ({ $days } giorni).
order-shelf-sostenuti = Molto sostenuti
order-shelf-sostenuti-more = { $places } posti su dieci. Circa un testo su { $of }, quelli con più sostegni; mai con meno di { $people } persone.
order-walk = Dentro un gruppo i testi stanno su un cerchio, ciascuno al suo posto. Chi legge parte da un punto del cerchio e va avanti: persone diverse partono da punti diversi, e domani anche tu parti da un altro punto. Così ogni testo passa davanti a tanti lettori quanti ogni altro del suo gruppo. Se un gruppo è vuoto, i suoi posti vanno al gruppo seguente.
order-privacy = Per darti un punto di partenza non usiamo cookie e non registriamo che cosa leggi. Il punto si ricava sul momento dall'indirizzo da cui arriva la richiesta (o dal tuo account, se sei entrato), e molte persone hanno lo stesso.
order-formula-title = La formula, per chi vuole rifare il conto
order-formula-lead = Con n il numero del testo, t il turno di chi legge e d il giorno (contato dal 1° gennaio dell'anno 1):
order-formula-place = Posto di un testo sul cerchio del suo gruppo:
order-formula-begin = Punto da cui si parte:
order-formula-walk = Da lì si sale fino in fondo al cerchio, poi si riparte da zero fino al punto di partenza. Vale per ciascuno dei tre gruppi.
order-formula-pattern = I gruppi si alternano così, e poi da capo:
order-turns = I turni sono { $turns }; chi legge senza account ne ha uno fra { $shared }, a distanze uguali.
order-others-title = Gli altri ordini
order-not-title = Che cosa non conta
order-not-read = Quante volte un testo è stato letto: non lo contiamo.
order-not-profile = Chi sei, che cosa hai letto o scritto.
order-not-few = Se a sostenere un testo sono una, due, tre o quattro persone: sotto { $people } è uguale, qui e in ogni ordine.
order-not-outcome = Se la risposta è stata sì o no.
sort-mescolati = Mescolati
sort-poco-ascoltati = Poco ascoltati
sort-why-mescolati = Un po' di tutto: in ogni dieci, due nuovi, due molto sostenuti e sei fra tutti gli altri. Il punto di partenza cambia da persona a persona e di giorno in giorno.
sort-controversi = Controversi
sort-why-controversi = In cima quelli su cui chi parla a favore e chi parla contro sono di più e più pari: contano le persone che commentano o sono d'accordo con un commento, da cinque in su per parte. Gli altri seguono, dal più recente.
sort-why-poco-ascoltati = In cima quelli con meno sostegni e commenti; fra questi, quelli che aspettano da più tempo.
walk-shown = Da { $from } a { $to } di { $total }
walk-next = Vai avanti
walk-again = Ricomincia da capo
walk-end = Li hai visti tutti.

## Ordine in proporzione, per chi fa sintesi

proportion-link = Testi in proporzione ai sostegni
proportion-title = Testi in proporzione ai sostegni
proportion-lead = Da dove cominciare una sintesi: i primi posti vanno a persone diverse, non dieci volte alle stesse.
proportion-how = Come si fa quest'ordine
proportion-how-1 = Ogni persona ha una voce, divisa in parti uguali fra i testi che sostiene e che non hanno ancora un posto.
proportion-how-2 = Il testo con meno voci prende l'ultimo posto libero, e le sue voci tornano agli altri testi delle stesse persone. Poi si ripete, fino al primo posto.
proportion-how-3 = A parità di voci viene prima il testo sostenuto da più Comuni, poi quello a cui sono legati più bisogni. Se sono ancora pari lo diciamo: decide una persona, con un motivo.
proportion-how-few = Qui stanno solo i testi sostenuti da almeno { $people } persone, e non più di trecento. È un aiuto per leggere: non decide niente.
proportion-others = Altri { $count } testi pubblici non sono in quest'ordine: li sostengono meno di { $people } persone, o sono oltre i primi trecento. Nel banco li trovi tutti.
proportion-tie = Pari con un altro testo: fra i due decide una persona.
proportion-empty = Nessun testo è ancora sostenuto da cinque persone
proportion-empty-next = Quest'ordine nasce dai sostegni. Intanto nel banco di lavoro trovi tutti i testi del percorso.
proportion-cut = Il percorso è restituito: chi sosteneva che cosa non si sa più
proportion-cut-next = Quando un percorso viene restituito si tagliano i legami fra persone e sostegni, e restano solo i numeri. Quest'ordine non si può più fare.

## Affermazioni

notice-statement-added = Affermazione aggiunta.
notice-statement-withdrawn = Affermazione ritirata. Resta da leggere, con il motivo.
round-statements = Sei d'accordo?
round-statements-before = { $n ->
    [one] Un'affermazione breve su cui dire la tua, quando il percorso si apre.
   *[other] { $n } affermazioni brevi su cui dire la tua, quando il percorso si apre.
}
round-statements-before-link = Leggile
round-statements-open = { $n ->
    [one] Un'affermazione breve: d'accordo, non d'accordo o passo.
   *[other] { $n } affermazioni brevi: d'accordo, non d'accordo o passo. Bastano pochi minuti.
}
round-statements-open-link = Rispondi
round-statements-closed = { $n ->
    [one] Un'affermazione su cui le persone si sono espresse.
   *[other] { $n } affermazioni su cui le persone si sono espresse. I risultati arrivano con la sintesi.
}
round-statements-closed-link = Leggile
round-statements-told = { $n ->
    [one] Un'affermazione: che cosa hanno detto le persone.
   *[other] { $n } affermazioni: su che cosa siamo d'accordo, e che cosa ci divide.
}
round-statements-told-link = Guarda i risultati
statements-title = Affermazioni
statements-heading = Sei d'accordo?
statements-lead = Frasi brevi, di chi conduce il percorso o tratte dai testi pubblici. Per ognuna: d'accordo, non d'accordo o passo. Nessuno vede che cosa rispondi.
statements-lead-told = Frasi brevi su cui le persone hanno detto se erano d'accordo. Ecco che cosa ne è venuto fuori.
statements-one = Affermazione
statements-all = { $n ->
    [one] L'affermazione
   *[other] Tutte le { $n } affermazioni
}
statements-progress = Hai risposto a { $n } su { $of }
statements-done = Hai risposto a tutte
statements-done-more = Grazie. Qui sotto puoi rileggere le tue risposte e cambiarle finché il percorso è aperto.
statements-change = Cambia risposta
statements-take-back = Ritira la risposta
statements-from = Tratta da:
statements-when-open = Puoi cambiare o ritirare le risposte fino a { $date }. I risultati si vedono quando comincia la sintesi, per tutti nello stesso momento; prima non li vede nessuno.
statements-when-before = Si potrà rispondere da { $date }.
statements-when-closed = Si è risposto fino a { $date }. I risultati si vedono quando l'Ufficio di Piano comincia la sintesi: fino ad allora il percorso può essere riaperto, e un risultato a metà influenzerebbe chi risponde dopo.
statements-none = Non ci sono ancora affermazioni
statements-none-next = Chi conduce il percorso può aggiungerne. Intanto puoi leggere bisogni e proposte.
statements-none-told = In questo percorso non si è votato su affermazioni.
statements-unknown = non è in archivio
statements-withdrawn = Ritirata: { $why }
statements-said = Quante persone hanno detto che cosa
statements-said-more = Sotto le cinque persone scriviamo «meno di 5», anche quando sono zero: se nessuno fosse contrario, si saprebbe che cosa ha risposto ciascuno.
statements-again = Rifare il conto
statements-export = Scarica le risposte (CSV)
statements-export-more = Il file ha una riga per ogni persona, in ordine casuale e senza nomi, codici o orari; 1 è d'accordo, -1 non d'accordo, 0 passo. Con il comando trama opinions chiunque ottiene gli stessi gruppi.
statements-export-few = Le risposte si possono scaricare solo se hanno partecipato almeno { $people } persone: sotto, una combinazione rara di risposte farebbe riconoscere qualcuno.
stance-accordo = D'accordo
stance-disaccordo = Non d'accordo
stance-passo = Passo
stance-said-accordo = Hai risposto: d'accordo.
stance-said-disaccordo = Hai risposto: non d'accordo.
stance-said-passo = Hai risposto: passo.
withdrawn-why-poco_chiara = si capiva in più di un modo
withdrawn-why-doppione = un'altra dice lo stesso
withdrawn-why-inesatta = diceva una cosa non vera
withdrawn-why-offensiva = offendeva, o parlava di qualcuno
statement-add-title = Aggiungi un'affermazione
statement-add-lead = Una frase sola, su cui si possa essere d'accordo o no senza conoscere altro. Cerca anche quelle di chi la pensa diversamente.
statement-field = Affermazione
statement-hint = Una frase, un'idea. Non scrivere nomi di persone.
statement-source = Numero del bisogno o della proposta da cui è tratta
statement-source-hint = Un testo pubblico di questo percorso: chi legge troverà il collegamento.
statement-add = Aggiungi
statement-left = Ne puoi aggiungere ancora { $n }.
statement-withdraw-title = Ritira un'affermazione
statement-which = Quale
statement-why = Perché
statement-withdraw-more = Resta da leggere con il motivo; le risposte che ha ricevuto non contano.
statement-withdraw = Ritira

## Gruppi di opinione

opinions-title = Gruppi di opinione
opinions-voted = { $n ->
    [one] Ha risposto una persona.
   *[other] Hanno risposto { $n } persone.
}
opinions-too-few = Troppo poche persone per parlare di gruppi
opinions-too-few-more = Servono almeno trenta persone che abbiano risposto a più affermazioni. Con meno, un gruppo sarebbe fatto di persone che si possono indovinare.
opinions-no-division = Quasi tutti la pensano allo stesso modo
opinions-no-division-more = Le risposte non si dividono in gruppi di almeno cinque persone.
opinions-weak = Non ci sono gruppi di cui parlare
opinions-weak-more = Anche rispondendo a caso si formano gruppi. Quelli che verrebbero fuori qui non si distinguono dal caso, e allora non li disegniamo.
opinions-agreed-title = Su che cosa sono d'accordo tutti i gruppi
opinions-agreed = D'accordo
opinions-rejected = Non d'accordo
opinions-agreed-none = Su nessuna affermazione la pensano allo stesso modo tutti i gruppi.
opinions-groups = { $n ->
    [one] Un gruppo di opinione
   *[other] { $n } gruppi di opinione
}
opinions-group = Gruppo { $letter }
opinions-told = Disegno dei gruppi: più due gruppi sono lontani, più hanno risposto in modo diverso. { $groups }. Gli stessi dati sono nella tabella.
opinions-caption = Ogni forma è un gruppo di persone che hanno risposto in modo simile: contiene circa due terzi di loro. Più due forme sono lontane, più le risposte sono diverse. Destra, sinistra, alto e basso non vogliono dire nulla.
opinions-side-agree = D'accordo:
opinions-side-disagree = Non d'accordo:
opinions-typical-none = Nessuna affermazione lo distingue con certezza.
opinions-divides = Che cosa li distingue di più
opinions-table = La tabella di tutte le affermazioni
opinions-table-caption = Da che parte sta ogni gruppo
opinions-means-title = Che cosa vuol dire, e che cosa no
opinions-means-1 = Un gruppo è fatto di persone che hanno risposto in modo simile, e di nient'altro: non sappiamo se hanno in comune età, Comune o idee politiche.
opinions-means-2 = Un gruppo più grande non ha più ragione di uno più piccolo. Serve a vedere che cosa tiene insieme persone diverse, e che cosa una maggioranza rischia di non sentire.
opinions-means-3 = Ha risposto chi ha voluto: non è un sondaggio, e non decide niente.
opinions-means-4 = Con altre affermazioni i gruppi potrebbero essere altri.
leaning-nearly-all-agree = quasi tutti d'accordo
leaning-most-agree = per lo più d'accordo
leaning-divided = divisi
leaning-most-pass = per lo più passano
leaning-most-disagree = per lo più contrari
leaning-nearly-all-disagree = quasi tutti contrari
leaning-too-few = troppo poche risposte

## Chi è stato ascoltato

round-coverage = Chi abbiamo ascoltato finora, e chi manca
round-coverage-over = Chi abbiamo ascoltato
coverage-title = Chi abbiamo ascoltato
coverage-heading = Chi abbiamo ascoltato finora
coverage-heading-over = Chi abbiamo ascoltato
coverage-lead = Un percorso ascolta bene quando ascolta anche chi di solito non c'è. Qui si vede chi ha parlato, e chi ancora no.
coverage-none = Non c'è ancora nulla da contare
coverage-none-next = Il percorso si apre il { $date }: da allora questa pagina si aggiorna una volta al giorno.
coverage-people = { $n ->
    [one] Almeno una persona ha scritto
   *[other] Almeno { $n } persone hanno scritto
}
coverage-people-few = Hanno scritto meno di cinque persone
coverage-at = Aggiornato una volta al giorno; l'ultima volta
coverage-at-last = Aggiornato per l'ultima volta
coverage-missing = Chi manca
coverage-missing-none = Per ora nessuno manca in modo evidente
coverage-missing-none-more = Con questi numeri non si può dire di nessuno che sia stato ascoltato meno degli altri.
coverage-bodies = Organi e organizzazioni del territorio
coverage-silent = Nel registro, non hanno ancora scritto:
coverage-tables = Voce per voce
coverage-of-categorie = Chi parla
coverage-of-comuni = Comune
coverage-of-eta = Età
coverage-of-lingue = Lingua
coverage-of-canali = Modo
coverage-by-categorie = Per chi parlano
coverage-by-comuni = Da dove
coverage-by-eta = Età
coverage-by-lingue = In quale lingua
coverage-by-canali = In che modo
coverage-unsaid-categorie = persone per sé stesse
coverage-unsaid-comuni = non detto
coverage-unsaid-eta = non detta
coverage-unsaid-lingue = non detta
coverage-unsaid-canali = non detto
coverage-age-14-17 = 14–17 anni
coverage-age-18-29 = 18–29 anni
coverage-age-30-44 = 30–44 anni
coverage-age-45-59 = 45–59 anni
coverage-age-60-74 = 60–74 anni
coverage-age-75-plus = 75 anni e più
coverage-other-language = altre lingue
coverage-col-people = Persone
coverage-col-share = Parte di chi ha scritto
coverage-col-expected = Parte degli abitanti
coverage-col-word = In una parola
coverage-at-least = almeno { $n }
people-few-short = meno di 5
percent = { $value } %
coverage-word-nessuno_finora = nessuno finora, o meno di cinque
coverage-word-poco_ascoltati = poco ascoltati
coverage-word-nella_media = nella media
coverage-word-molto_ascoltati = molto ascoltati
coverage-word-troppo_presto = troppo presto per dirlo
coverage-help-invito = Scrivete a queste organizzazioni, per nome: un invito personale vale più di un avviso.
coverage-help-incontro_sul_posto = Tenete un incontro lì, o aprite lo sportello per un giorno.
coverage-help-scuole = Andate nelle scuole e dove i giovani si trovano già.
coverage-help-orari = Tenete un incontro di sera o di sabato, con qualcuno che stia con i bambini.
coverage-help-telefono_e_carta = Telefonate, portate i moduli di carta, chiedete a chi va già nelle case.
coverage-help-mediazione = Distribuite i moduli in quella lingua, con una mediatrice o un mediatore.
coverage-help-moduli = Lasciate i moduli di carta dove la gente va comunque: farmacia, bar, parrocchia.
coverage-help-sportello = Chiedete agli sportelli di scrivere che cosa raccontano le persone.
coverage-help-laboratorio = Invitate a un laboratorio: attorno a un tavolo parla anche chi non scrive.
coverage-help-collegamento = Fate girare il collegamento, con due righe pronte da inoltrare.
coverage-how = Come contiamo
coverage-how-people = Contiamo chi ha scritto un bisogno o una proposta, anche se aspetta di essere letto da un moderatore. Chi ha un account conta una volta; un testo senza account conta uno.
coverage-how-steps = I numeri vanno di cinque in cinque: «almeno 15» vuol dire da 15 a 24. Sotto cinque non scriviamo nulla, e nessuno non si distingue da quattro.
coverage-how-later = Si aggiornano al massimo una volta al giorno, e un numero cambia solo quando sono almeno dieci persone in più: così nessuno può capire che ha partecipato una persona precisa.
coverage-how-words = «Poco ascoltati» lo diciamo solo quando è quasi certo: anche contando i posti nascosti, sono meno di quattro quinti di quanti sarebbero in proporzione agli abitanti.
coverage-how-profile = Il confronto con gli abitanti c'è dove il profilo di comunità ha i numeri: per ora i Comuni.
