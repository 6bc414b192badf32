//! Servers that break in every way a server can.
