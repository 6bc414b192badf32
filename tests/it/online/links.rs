//! What links are.
