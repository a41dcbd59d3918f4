# Moderation: what is held, who decides, what is known of it; present danger.
