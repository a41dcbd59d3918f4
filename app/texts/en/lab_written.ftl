# Workshops of the Community Lab: afterwards.
