# Listening: orders of lists, statements and opinion groups, who is missing.
