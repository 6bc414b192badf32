//! A certificate authority of the tests.
