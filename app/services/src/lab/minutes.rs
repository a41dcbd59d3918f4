//! After a session: minutes, their correction by who was there, the report.
