//! The issues that plans name.

use crate::evidence::web::ThreadState;
use crate::read::Path;
use std::collections::BTreeMap;

/// How the issue of each plan stands, by where its address stands in the declaration.
pub type PlanIssues = BTreeMap<Path, ThreadState>;
