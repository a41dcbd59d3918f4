# Ascoltare: ordini degli elenchi, affermazioni e gruppi di opinione, chi manca.
