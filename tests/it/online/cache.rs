//! What earlier runs leave behind.
