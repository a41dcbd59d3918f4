//! Sessions of the Community Lab: public pages, and those of who runs them.

pub mod minutes;
pub mod report;
pub mod told;
