# What concertazione, co-programmazione, co-progettazione and co-gestione open.
