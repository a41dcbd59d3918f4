//! What happens in the room: cards, columns, dots.
