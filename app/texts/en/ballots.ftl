# Ballots: preparing them, voting, reading the results.
