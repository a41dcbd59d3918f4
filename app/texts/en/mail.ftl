# E-mail. Never the writer's own words: a need can speak of illness.
mail-received-kind-bisogno = your need
mail-received-kind-proposta = your proposal
mail-received-subject = We have received { $what }
mail-received-public = It is already public: anyone can read it.
mail-received-read = It is not public yet: a person of the Ufficio di Piano reads it within two working days.
mail-received-body =
    We have received { $what }.

    { $next }

    The consultation closes { $closes }. Then similar voices are brought together, none is deleted, and each gets an answer with its reason.

    You can follow its thread here:
    { $address }

    { $ambito }
    { $office } – { $email }
mail-session-minutes-subject = The minutes of the workshop: will you read them?
mail-session-minutes-body =
    You were there: we wrote what we understood. You can read it and correct it until { $until }.

    { $address }

    Who ran the workshop answers every correction, with a reason. Then the minutes are public.

    { $ambito }
    { $office } – { $email }
