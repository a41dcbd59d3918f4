# Un percorso: prepararlo, la sua vita, il suo resoconto.
