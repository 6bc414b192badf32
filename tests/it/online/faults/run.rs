//! A whole run: every question is answered once, whatever becomes of the others.
