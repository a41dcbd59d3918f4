# Laboratori di comunità: dopo.
