//! Before a session, and at its door: prepared, announced, registered for, tokens.
