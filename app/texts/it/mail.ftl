# E-mail. Mai le parole di chi ha scritto: un bisogno può parlare di malattia.
mail-received-kind-bisogno = il tuo bisogno
mail-received-kind-proposta = la tua proposta
mail-received-subject = Abbiamo ricevuto { $what }
mail-received-public = È già pubblico: chiunque può leggerlo.
mail-received-read = Non è ancora pubblico: una persona dell'Ufficio di Piano lo legge entro due giorni lavorativi.
mail-received-body =
    Abbiamo ricevuto { $what }.

    { $next }

    La consultazione si chiude { $closes }. Poi le voci simili vengono messe insieme, senza cancellarne nessuna, e ognuna riceve una risposta con il motivo.

    Puoi seguirne il filo qui:
    { $address }

    { $ambito }
    { $office } – { $email }
mail-session-minutes-subject = Il verbale del laboratorio: lo rileggi?
mail-session-minutes-body =
    C'eri anche tu: abbiamo scritto che cosa abbiamo capito. Puoi leggerlo e correggerlo fino al { $until }.

    { $address }

    Chi ha condotto il laboratorio risponde a ogni correzione, con un motivo. Poi il verbale è pubblico.

    { $ambito }
    { $office } – { $email }
