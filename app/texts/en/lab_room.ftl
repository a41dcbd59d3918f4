# Workshops of the Community Lab: in the room.
