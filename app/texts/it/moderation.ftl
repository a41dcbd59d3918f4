# Moderazione: che cosa la ferma, chi la decide, che cosa se ne sa; il pericolo presente.
