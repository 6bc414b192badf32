//! Everything that is proved from outside, through the binary. One test program, so that it links once.

mod support;

mod catalogue;
mod generated;
mod rules;
