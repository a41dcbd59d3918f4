//! Sessions of the Community Lab: public pages, and those of who runs them.
