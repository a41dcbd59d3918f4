//! Minutes of a session, their correction, and its report.
