# Laboratori di comunità: nella sala.
