# Pagine dei cittadini con un modulo: scrivere, ricevuta, seguire, entrare, le mie voci.

## Scrivere un bisogno o una proposta

write-need-page = Scrivi un bisogno
write-proposal-page = Scrivi una proposta
write-step = Passo { $n } di { $of }
write-then = Poi: { $next }
write-then-last = È l'ultimo
write-progress = Avanzamento
write-leave = Torna alla consultazione
write-go-next = Avanti
write-go-back = Indietro
write-change = Cambia
write-optional = (se vuoi)
write-nothing-public = Niente è ancora pubblico. Alla fine rileggi tutto, e poi decidi se inviare.
write-until = Puoi inviare fino a { $closes }.

write-step-words-bisogno = che cosa succede
write-step-words-proposta = che cosa proponi
write-step-doing = come si potrebbe fare
write-step-answers = a quali bisogni risponde
write-step-place = dove, e di che cosa parla
write-step-who = chi parla
write-step-check = rileggi e invia

write-body-bisogno = Che cosa succede?
write-body-bisogno-hint = Racconta con parole tue che cosa vivi o vedi, e che cosa manca. Bastano dieci parole. Non scrivere nomi di altre persone.
write-body-proposta = Che cosa proponi?
write-body-proposta-hint = Racconta con parole tue che cosa si potrebbe fare. Bastano dieci parole. Non scrivere nomi di altre persone.
write-title = Dillo in una riga
write-title-hint = È il titolo che si legge negli elenchi. Al massimo 140 caratteri.
write-strengths = Che cosa c'è già e aiuta?
write-strengths-hint = Persone, luoghi, servizi, abitudini su cui contare.
write-language-open = Scrivi in un'altra lingua?
write-language = Lingua del testo
write-language-hint = Il testo si legge così come lo scrivi, nella tua lingua.
write-strengths-open = Vuoi dire anche che cosa c'è già e aiuta?

write-doing-title = Come si potrebbe fare?
write-doing-lead = Tutto facoltativo: scrivi quello che sai.
write-recipients = Per chi sarebbe?
write-recipients-hint = Per esempio: chi assiste in casa una persona anziana.
write-doers = Chi potrebbe farlo?
write-doers-hint = Un Comune, un'associazione, un gruppo di vicini, tu.
write-resources = Che cosa serve, e che cosa c'è già?
write-resources-hint = Stanze, mezzi, ore di volontari, soldi: quello che si offre e quello che si chiede.

write-answers-title = A quali bisogni risponde?
write-answers-lead = Così chi ha scritto il bisogno ritrova la tua proposta. Se non lo sai, vai avanti.
write-answers-legend = Bisogni che sembrano vicini
write-answers-more = Altri bisogni, con il loro numero
write-answers-more-hint = Il numero si legge nella pagina del bisogno. Per esempio: 3, 12.

write-place-title = Dove succede, e di che cosa parla?
write-place-title-proposta = Dove, e di che cosa parla?
write-municipality = In quale Comune?
write-municipality-choose = Scegli il Comune
write-policy = Di che cosa parla soprattutto?
policy-plain-1-1 = Crescere i figli, la scuola, chi la lascia
policy-plain-1-2 = Ragazze e ragazzi: spazi, attività, stare insieme
policy-plain-1-3 = Famiglie in difficoltà, separazioni, momenti duri
policy-plain-1-4 = Violenza contro le donne
policy-plain-1-5 = Alcol, droghe, gioco, salute
policy-plain-2-1 = Emergenze: un posto per dormire, un pasto, il primo aiuto
policy-plain-2-2 = Casa, lavoro perso, soldi che non bastano, solitudine
policy-plain-3-a = Anziani o persone con disabilità, e chi le assiste in casa
policy-plain-3-b = Anziani soli: visite, compagnia, vicinato
policy-plain-4-1 = Chi viene da altri Paesi, a scuola e nei servizi
policy-plain-4-2 = Imparare l'italiano
write-policy-hint = Scegli quello più vicino, anche se non sei sicuro: serve a chi mette insieme i testi, e le tue parole restano come sono.

write-who-title = Chi parla?
write-who-lead = Accanto al testo si legge solo quello che scegli qui.
write-organisation = Per chi scrivi?
write-organisation-me = Per me
write-organisation-hint = Il nome di un'organizzazione si legge sempre accanto al testo.
write-author = Come ti presenti?
write-author-hint = Si legge accanto al testo: «{ $example }».
write-author-organisation = Se scrivi per un'organizzazione puoi saltare questa domanda.
write-author-cittadino = Una cittadina o un cittadino
write-author-caregiver = Una persona che assiste un familiare
write-author-familiare = Un familiare
write-author-famiglia = Una famiglia
write-author-giovane = Una ragazza o un ragazzo
write-author-volontario = Una volontaria o un volontario
write-author-operatore = Una persona che lavora nei servizi
write-author-cittadino_straniero = Una cittadina o un cittadino di un altro Paese
write-author-anonimo = Preferisco non dirlo
write-signed = Vuoi il tuo nome accanto al testo?
write-signed-hint = Scegli liberamente: il testo vale allo stesso modo.
write-signed-no = Senza il mio nome
write-signed-yes = Con il mio nome: { $name }
write-signed-no-organisation = Solo se scrivi per un'organizzazione: si legge il suo nome.
write-signed-only = Con il tuo ruolo un bisogno si scrive con il nome, il tuo o quello di un'organizzazione per cui parli.
write-unsigned-only = Con il tuo ruolo un bisogno si scrive senza nome: chi facilita non prende parte.
write-no-name = Il tuo nome non serve e non lo chiediamo. Alla fine ti diamo un codice per seguire il testo.
write-sensitive = Parla di salute, violenza, dipendenze o di una situazione difficile
write-sensitive-hint = Se lo segni non è subito pubblico: una persona dell'Ufficio di Piano lo legge entro due giorni lavorativi.
write-read-first-policy = Per il tema che hai scelto non è subito pubblico: una persona dell'Ufficio di Piano lo legge prima, entro due giorni lavorativi.
write-read-first-all = In questo percorso nessun testo è subito pubblico: una persona dell'Ufficio di Piano lo legge prima, entro due giorni lavorativi.

write-check-title = Rileggi e invia
write-check-words-bisogno = Che cosa succede
write-check-words-proposta = Che cosa proponi
write-check-title-row = In una riga
write-check-strengths = Che cosa c'è già
write-check-language = Lingua
write-check-recipients = Per chi
write-check-doers = Chi potrebbe farlo
write-check-resources = Che cosa serve
write-check-answers = Risponde a
write-check-place = Dove
write-check-policy = Di che cosa parla
write-check-who = Chi parla
write-check-name = Nome
write-check-sensitive = Tema delicato
write-check-sensitive-yes = Sì: prima lo legge una persona
write-check-nothing = Non scritto
write-change-what = Cambia: { $what }
write-send = Invia
write-send-next-read = Non è ancora pubblico: una persona dell'Ufficio di Piano lo legge entro { $by }.
write-send-next-public = Appena lo invii si legge sul sito. Se tocca un tema delicato, prima lo legge una persona dell'Ufficio di Piano, entro { $by }.
write-send-next-answer = La consultazione resta aperta fino a { $closes }. Poi ogni testo riceve una risposta con un motivo.
write-send-next-code = Ti diamo subito un codice per ritrovarlo, correggerlo prima che sia pubblico o ritirarlo.

write-similar-title = Forse altri l'hanno già scritto
write-similar-need-lead = Se uno di questi dice la stessa cosa, puoi inviare le tue parole come «È anche per me»: restano tue, e si legge che non sei solo.
write-similar-proposal-lead = Leggile prima di inviare: forse la tua si aggiunge a una di queste. Puoi inviare comunque.
write-similar-also = È anche per me
write-similar-also-what = È anche per me: { $title }
write-similar-read = Leggi
write-similar-new-tab = (si apre in un'altra scheda)
write-similar-words = Parole in comune: { $words }
write-similar-words-live = Parole in comune:
write-similar-live = Forse qualcuno l'ha già scritto:

write-refused-kept = Il tuo testo è qui sotto, non è andato perso: puoi copiarlo o stamparlo.

language-mk = macedone
language-pt = portoghese
language-hi = hindi
language-ru = russo
language-pl = polacco
language-tr = turco

## Ricevuta

receipt-title = Grazie, il tuo testo è arrivato
receipt-code-title = Il tuo codice
receipt-code-lead = Con questo codice ritrovi il testo, lo correggi prima che sia pubblico o lo ritiri. Non lo conosce nessun altro, nemmeno noi: conservalo.
receipt-code-once = Si vede solo adesso. Scrivilo, fotografalo o stampa questa pagina.
receipt-account-title = È fra le tue voci
receipt-account-lead = Hai scritto con il tuo account: ritrovi il testo in «Le mie voci», senza codice.
receipt-account-go = Vai alle mie voci
receipt-sent = Inviato
receipt-what = Testo
receipt-closes = La consultazione si chiude
receipt-next-title = Che cosa succede ora
receipt-next-moderation = Lo legge una persona dell'Ufficio di Piano
receipt-next-moderation-by = entro { $by }; fino ad allora non è pubblico
receipt-next-published = È pubblico
receipt-next-published-note = altri possono leggerlo e dire che è così anche per loro
receipt-next-becomes-public = Diventa pubblico
receipt-next-becomes-public-note = altri possono leggerlo e dire che è così anche per loro
receipt-next-closing = La consultazione si chiude
receipt-next-closing-note = { $closes }; poi i testi vicini si mettono insieme, senza cambiare le parole di nessuno
receipt-next-answer = Riceve una risposta con un motivo
receipt-next-answer-note = la leggi seguendo il filo del testo
receipt-back-title = Per tornare
receipt-back-lead = Apri la pagina «Ritrova il tuo testo» e scrivi il codice, oppure passa allo sportello: ti aiutano loro.
receipt-back-follow = Ritrova il tuo testo
receipt-read = Leggi il testo sul sito
receipt-print = Per stampare: menu del browser, Stampa. La pagina sta su un foglio.
receipt-another = Scrivine un altro
receipt-home = Torna alla pagina iniziale

## Seguire con il codice

follow-title = Ritrova il tuo testo
follow-lead = Scrivi il codice che hai ricevuto quando l'hai inviato.
follow-code = Codice
follow-code-hint = Maiuscole, spazi e trattini non contano.
follow-open = Apri
follow-lost = Hai perso il codice? Nessuno può ritrovarlo, perché non sappiamo di chi è il testo. Se il testo è pubblico, lo trovi fra i bisogni e le proposte.
follow-page-bisogno = Il tuo bisogno
follow-page-proposta = La tua proposta
follow-sent-in = Inviato in
follow-standing = A che punto è
follow-words = Le tue parole
follow-withdrawn = Il testo non c'è più: l'hai ritirato, o è stato tolto. Resta solo il segno che c'era.
follow-public-page = Leggilo sul sito
follow-so-far = Il filo fin qui
follow-correct-title = Correggi il testo
follow-correct-lead = Puoi correggerlo finché non è pubblico. Chi lo legge vede l'ultima versione.
follow-correct-title-field = Titolo
follow-correct-body = Testo
follow-correct-save = Salva la correzione
follow-correct-not = Non si può più correggere
follow-withdraw-title = Ritira il testo
follow-withdraw-go = Ritira il mio testo
follow-close = Chiudi questa pagina
follow-close-lead = Se il telefono o il computer non è solo tuo, chiudi la pagina quando hai finito. Il codice non resta nell'indirizzo.

## Entrare

signin-title = Entra
signin-lead = Per sostenere, commentare e proporre, e per chi lavora al Piano. Un bisogno si può scrivere senza entrare.
signin-email = Indirizzo e-mail
signin-password = Password
signin-go = Entra
signin-without = Scrivi un bisogno senza entrare
signin-demo-title = Account di prova
signin-demo-lead = Questo è un Ambito inventato: puoi entrare come una di queste persone. La password è la stessa per tutte: { $password }
signin-demo-name = Nome
signin-demo-roles = Che cosa fa
signin-demo-email = E-mail
signin-demo-act = Prova
signin-demo-go = Entra come { $name }
signin-already = Sei dentro come { $name }.
signin-out = Esci

## Le mie voci

mine-title = Le mie voci
mine-lead = { $name }, qui ritrovi quello che hai scritto e che cosa ne è stato.
mine-level-L0 = Identità non verificata
mine-level-L1 = Conosciamo il tuo indirizzo e-mail
mine-level-L2 = Identità verificata con SPID, CIE o un documento
mine-level-L3 = Parli per un'organizzazione
mine-who = Chi sei qui
mine-roles = Ruoli
mine-identity = Identità
mine-written = Quello che ho scritto
mine-written-none-title = Non hai ancora scritto niente
mine-written-none = Racconta che cosa manca dove vivi: bastano tre righe.
mine-written-desk = Con il tuo ruolo qui si lavora sulle voci degli altri: le trovi al tuo posto di lavoro.
mine-supported = Quello che sostengo
mine-supported-none = Non sostieni ancora nessun testo.
mine-sent = { $kind ->
    [proposta] Inviata { $at }
   *[other] Inviato { $at }
 }
mine-thread = Segui il filo

## Faults of these forms

fault-body-too-few-words = Scrivi almeno { $least } parole: così chi legge capisce la situazione
fault-policy-missing = Scegli di che cosa parla
fault-municipality-missing = Scegli il Comune
fault-author-kind-missing = Scegli come ti presenti
fault-signed-not-a-choice = Così non si può inviare: scegli se il nome si legge
fault-answers-more-not-a-number = Scrivi solo i numeri dei bisogni, per esempio 3, 12
fault-answers-more-too-long = Sono { $found } bisogni, il massimo è { $most }
fault-also-of-not-a-number = Quel bisogno non c'è più: scegline un altro o invia così
fault-code-missing = Scrivi il codice
fault-email-missing = Scrivi il tuo indirizzo e-mail
fault-password-missing = Scrivi la password
