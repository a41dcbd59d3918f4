# Ciò che aprono concertazione, co-programmazione, co-progettazione e co-gestione.
