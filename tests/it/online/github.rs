//! GitHub, and its token.
