# Moderazione: che cosa la ferma, chi la decide, che cosa se ne sa; il pericolo presente.

## Pericolo presente: l'aiuto viene prima di tutto

help-menu = Aiuto subito
help-page-title = Aiuto subito
help-page-lead = Qui un piano si scrive insieme, con calma. Se qualcuno è in pericolo adesso serve altro: chiama.
help-title = Se tu o qualcuno siete in pericolo adesso
help-lead = Non aspettare una risposta da questo sito: chiama. Ti rispondono persone, a ogni ora.
help-112 = Chiama il 112
help-112-more = Emergenza: carabinieri, polizia, ambulanza. Gratis, giorno e notte, anche senza credito sul telefono.
help-1522 = Chiama il 1522
help-1522-more = Violenza e stalking. Gratis, giorno e notte, in più lingue; non resta il nome. Puoi scrivere in chat su 1522.eu.
help-here = Qui sul territorio
help-device = Di questa pagina non resta niente sul telefono o sul computer. «Esci in fretta» la sostituisce con un'altra: il tasto «indietro» non la riporta.
help-leave = Esci in fretta
help-sent = Quello che hai scritto
help-sent-more = Non è pubblico e non lo sarà senza di te. Una persona con l'incarico di leggere questi testi è stata avvisata subito, senza le tue parole.
help-sent-back = Torna alla pagina

## Che cosa fermano i controlli

found-before = Prima lo legge una persona
found-before-why = Nel testo c'è qualcosa che una persona guarda prima che si legga sul sito. Può essere che vada bene così: decide chi legge, non il computer.
found-before-next = Puoi riscriverlo adesso, oppure inviarlo com'è: non si perde niente, e chi lo legge ti scrive perché se non può pubblicarlo.
found-comment-next = Puoi riscriverlo qui sotto e pubblicarlo, oppure inviarlo com'è: prima lo legge una persona.
found-rewrite = Riscrivi adesso
found-send-as-is = Invia così, da leggere prima
found-held = Perché aspetta
found-held-why = Il testo è arrivato intero. Una persona lo legge prima, per questo:
found-held-next = Se chi legge decide che va bene, diventa pubblico com'è.
found-held-next-data = Puoi riscriverlo finché non è pubblico: quello che c'era prima viene cancellato, e resta solo la versione nuova.
write-send-read = Invia: prima lo legge una persona
notice-comment-held = Il commento è arrivato: prima lo legge una persona
notice-comment-held-more = Entro due giorni lavorativi. Finché non è pubblico lo vedi solo tu, qui.

detector-name-fiscal_code = Codice fiscale.
detector-name-phone = Numero di telefono.
detector-name-email = Indirizzo e-mail.
detector-name-address = Indirizzo di casa.
detector-name-health = Salute di un'altra persona.
detector-name-insult = Parole che offendono.
detector-name-threat = Parole che minacciano.
detector-name-link = Indirizzo di un sito.
detector-name-danger = Pericolo presente.
detector-fiscal_code = Dice chi è una persona in tutta Italia: toglilo, il senso resta.
detector-phone = Se è di una persona, chiunque potrebbe chiamarla. Togli il numero, o scrivi di quale ufficio è.
detector-email = Se è di una persona, chiunque potrebbe scriverle. Togli l'indirizzo, o scrivi di quale ufficio è.
detector-address = Fa capire dove abita qualcuno. Basta il quartiere o il paese.
detector-health = Racconta com'è la salute di una persona che si può riconoscere. Di' «una persona che assisto», «un anziano del paese».
detector-insult = Può ferire chi legge. Di' che cosa non va, senza dire com'è una persona.
detector-threat = Può fare paura a qualcuno. Di' che cosa vuoi che cambi.
detector-link = Porta fuori da qui, e chi legge deve sapere dove. Racconta con parole tue, o spiega che cosa c'è.
detector-danger = Qualcuno potrebbe avere bisogno di aiuto adesso.

## La coda di chi modera

mod-danger = { $n ->
    [one] Un testo con parole di pericolo presente
   *[other] { $n } testi con parole di pericolo presente
 }
mod-danger-lead = Vengono prima di tutto il resto: leggili adesso.
mod-danger-duty = Prima la persona, poi il testo
mod-danger-first = Se dal testo capisci chi è o dov'è, chiama il 112 e segui la procedura del servizio: il dovere di proteggere viene prima di quello che si fa qui.
mod-danger-then = Se è un falso allarme puoi pubblicarlo; se no resta riservato.
mod-found = Che cosa hanno trovato i controlli
mod-found-more = Sbagliano anche: decidi tu.

cause-rilevato = I controlli hanno trovato qualcosa
cause-pericolo = Parole di pericolo presente
reason-class-offesa = Offendeva qualcuno
reason-class-minaccia = Minacciava qualcuno
mod-class-offesa = Offesa
mod-class-minaccia = Minaccia

mail-danger-subject = Urgente: un testo da leggere adesso
mail-danger-body =
    È arrivato un testo con parole di pericolo presente. Qui non c'è scritto che cosa dice: leggilo adesso nella coda.

    { $address }

    { $ambito }
    { $office } – { $email }
