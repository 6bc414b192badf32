//! Rules about remote evidence, each on an answer of its own.
