//! After the room: minutes, their correction by who was there, and the report.
