//! Everything that is proved from outside, through the binary. One test program, so that it links once.

mod support;

mod catalogue;
mod example;
mod examples;
mod generated;
mod hostile;
mod refusals;
mod rules;
mod twelve;
