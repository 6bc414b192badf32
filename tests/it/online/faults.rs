//! Servers that break.
