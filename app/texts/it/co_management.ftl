# La co-gestione: attività con un responsabile e una data, segnalazioni, rapporti periodici.
method-activities = Le attività
method-activities-more = { $n ->
    [0] Ancora nessuna attività.
    [one] Un'attività, con chi ne risponde ed entro quando.
   *[other] { $n } attività, con chi ne risponde ed entro quando.
}
method-activities-unassigned = { $n ->
    [one] Per una manca chi ne risponde.
   *[other] Per { $n } manca chi ne risponde.
}
method-issues = Le segnalazioni
method-issues-more = { $n ->
    [0] Nessuna segnalazione.
    [one] Una segnalazione, { $open ->
        [0] risolta.
       *[other] in attesa.
    }
   *[other] { $n } segnalazioni, { $open } in attesa.
}
method-reports = I rapporti periodici
method-reports-more = { $n ->
    [0] Ancora nessun rapporto.
    [one] Un rapporto: che cosa è stato fatto, che cosa manca.
   *[other] { $n } rapporti: che cosa è stato fatto, che cosa manca.
}
activities-title = Le attività
activities-lead = Ogni attività ha una persona sola che ne risponde e una data. Finché ne manca una, l'azione non parte.
activities-none = Non c'è ancora nessuna attività
activities-none-next = Si prendono dalle schede delle azioni approvate, o se ne aggiungono di nuove.
activities-done = { $done } di { $n } fatte
activities-caption = Le attività di «{ $action }»
activities-offered = Dalle schede approvate
activities-offered-more = I passi scritti nella scheda entrano qui con chi ne risponde, la data e il punto a cui sono.
activities-left = { $n ->
    [one] Un passo della scheda non è ancora seguito qui.
   *[other] { $n } passi della scheda non sono ancora seguiti qui.
}
activities-take-over-short = Prendi i passi
activities-take-over = { " " }di «{ $action }»
activities-no-action = Nessuna azione è approvata
activity-number = Attività { $number }
activity-late = In ritardo
activity-nobody = Non ne risponde nessuno
activity-action = Azione
activity-supporters = Chi aiuta
activity-supporters-hint = Organizzazioni o gruppi che danno una mano. A rispondere resta una persona sola.
activity-evidence = Che cosa lo mostra
activity-evidence-label = Che cosa lo mostra:
activity-added = Aggiunta il
activity-form-title = Aggiungi un'attività
activity-what-label = Che cosa si fa?
activity-what-hint = Una cosa sola, che si possa dire fatta. Per esempio: aprire la sala il giovedì mattina.
activity-add = Aggiungi l'attività
activity-history = Com'è andata
action-start = Avvia l'azione
action-start-more = Ogni attività ha chi ne risponde e una data: l'azione può partire.
progress-title = A che punto è?
progress-state = A che punto è l'attività?
progress-evidence = Che cosa lo mostra?
progress-evidence-hint = Serve se è fatta: un registro, un verbale, una data di apertura. Niente nomi di persone seguite.
progress-note = Vuoi aggiungere qualcosa?
progress-note-hint = Che cosa va bene, che cosa manca. Se la annulli, scrivi perché. Lo leggono tutti.
progress-send = Salva a che punto è
assignment-title = Chi ne risponde?
assignment-again = Cambia chi ne risponde o la data
assignment-responsible = Chi ne risponde?
assignment-responsible-hint = Una persona sola. Il suo nome sarà pubblico, per l'incarico che ha.
assignment-due = Entro quando?
assignment-why = Perché cambia?
assignment-why-hint = Si legge accanto al cambio: chi ne rispondeva prima resta scritto.
assignment-send = Salva chi ne risponde
assignment-told = ne risponde, entro il { $due }
issues-title = Le segnalazioni
issues-lead = Che cosa non va mentre si lavora insieme, detto da chi fa parte dell'accordo. Ognuna riceve una risposta, e si vede da quanti giorni aspetta.
issues-none = Nessuna segnalazione
issues-none-next = Chi fa parte dell'accordo può scriverne una quando qualcosa non va.
issues-none-about = Nessuna segnalazione su questa attività.
issues-about = Le segnalazioni su questa attività
issues-all = Tutte le segnalazioni
issues-pending = { $n ->
    [one] Una aspetta
   *[other] { $n } aspettano
}
issues-settled = { $n ->
    [one] Una ha avuto risposta
   *[other] { $n } hanno avuto risposta
}
issue-title = Segnalazione { $number }
issue-days = { $n ->
    [0] di oggi
    [one] da un giorno
   *[other] da { $n } giorni
}
issue-days-settled = { $n ->
    [0] risposta in giornata
    [one] risposta dopo un giorno
   *[other] risposta dopo { $n } giorni
}
issue-about = Riguarda:
issue-answers = Risposte
issue-state-aperta = In attesa di risposta
issue-state-in_carico = Presa in carico
issue-state-risolta = Risolta
issue-state-non_risolvibile = Non si può risolvere qui
issue-form-title = Scrivi una segnalazione
issue-activity = Quale attività riguarda?
issue-activity-hint = Se riguarda tutto, lascia vuoto.
issue-what = Che cosa non va?
issue-what-hint = Che cosa succede, da quando, che cosa servirebbe. Niente nomi di persone seguite.
issue-next = È pubblica subito, con il nome dell'organizzazione. Se ne possono scrivere fino al { $date }.
issue-send = Invia la segnalazione
issue-answer-title = Rispondi alla segnalazione { $number }
issue-answer-state = Che cosa ne è?
issue-answer = La risposta
issue-answer-hint = Che cosa si fa, chi lo fa, entro quando. La leggono tutti.
issue-answer-send = Invia la risposta
reports-title = I rapporti periodici
reports-lead = Che cosa è stato fatto, da chi, che cosa manca. I numeri sono quelli del giorno in cui il rapporto è stato scritto; una correzione si aggiunge, con il motivo.
reports-none = Ancora nessun rapporto
reports-none-next = Il primo si scrive quando c'è qualcosa da dire su come va.
periodic-title = Rapporto { $number }: { $period }
periodic-period = dal { $from } al { $to }
periodic-earlier = { $n ->
    [one] La versione di prima
   *[other] Le { $n } versioni di prima
}
periodic-corrected = Corretto perché:
periodic-correct = Correggi il rapporto { $number }
periodic-correct-send = Salva la correzione
periodic-why = Che cosa correggi, e perché?
periodic-why-hint = Si legge sotto il rapporto. La versione di prima resta.
periodic-from = Dal giorno
periodic-to = Al giorno
periodic-words = Che cosa è stato fatto, e che cosa manca?
periodic-words-hint = Con parole semplici: che cosa è cambiato per le persone, che cosa non ha funzionato, che cosa si cambia.
periodic-form-title = Scrivi un rapporto
periodic-form-more = Accanto alle tue parole restano i numeri di oggi:
periodic-send = Pubblica il rapporto
periodic-activities = Le attività, com'erano quel giorno
periodic-activities-n = { $n ->
    [one] L'attività, com'era quel giorno
   *[other] Le { $n } attività, com'erano quel giorno
}
periodic-da_fare = { $n } da fare
periodic-in_corso = { $n } in corso
periodic-fatta = { $n ->
    [one] una fatta
   *[other] { $n } fatte
}
periodic-annullata = { $n ->
    [one] una annullata
   *[other] { $n } annullate
}
periodic-late = { $n } in ritardo
periodic-no-activities = nessuna
periodic-issues-aperta = { $n } in attesa
periodic-issues-in_carico = { $n ->
    [one] una presa in carico
   *[other] { $n } prese in carico
}
periodic-issues-risolta = { $n ->
    [one] una risolta
   *[other] { $n } risolte
}
periodic-issues-non_risolvibile = { $n } che qui non si possono risolvere
periodic-no-issues = nessuna
action-followed = Come vanno le attività: { $round }
fault-due-contradicts = Questo giorno è già passato: scegline uno che deve venire
fault-to-contradicts = L'ultimo giorno viene prima del primo: controlla le due date
fault-evidence-missing = Scrivi che cosa mostra che è fatta
fault-why-missing = Scrivi perché
fault-responsible-missing = Scegli chi ne risponde
fault-answer-missing = Scrivi la risposta
fault-due-missing = Scegli entro quando
refusal-unassigned = { $n ->
    [one] Un'attività non ha chi ne risponde, o la data.
   *[other] { $n } attività non hanno chi ne risponde, o la data.
}
refusal-unassigned-next = Apri l'attività e scrivi chi ne risponde ed entro quando: poi si può partire.
refusal-no-activities = L'azione non ha attività.
refusal-no-activities-next = Aggiungine almeno una, con chi ne risponde e la data.
refusal-not-approved = L'azione non è approvata, o è finita.
refusal-not-approved-next = Si seguono le attività delle azioni che il Comitato ha approvato.
notice-activity-added = L'attività c'è
notice-activity-added-more = Adesso serve chi ne risponde e una data: aprila dall'elenco.
notice-activities-taken-over = I passi della scheda sono qui
notice-activities-taken-over-more = Ognuno con chi ne risponde e la data che aveva.
notice-activity-assigned = Chi ne risponde è scritto
notice-activity-assigned-more = Adesso può dire a che punto è.
notice-progress-told = È scritto a che punto è
notice-progress-told-more = Quello che c'era prima resta nella storia dell'attività.
notice-action-started = L'azione è partita
notice-action-started-more = Chi ha proposto qualcosa che è entrato qui lo vede nel filo.
notice-issue-reported = La segnalazione è arrivata
notice-issue-reported-more = È pubblica, e da oggi si contano i giorni fino alla risposta.
notice-issue-answered = La risposta è pubblica
notice-issue-answered-more = Si legge sotto la segnalazione.
notice-report-written = Il rapporto è pubblico
notice-report-written-more = Se c'è un errore si corregge: la versione di prima resta.
