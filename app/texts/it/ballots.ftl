# Schede di voto: prepararle, votare, leggere i risultati.
