//! Work that is under way: parts of requirements, and plans.

use crate::declaration::Status;
use crate::read::Path;
use jiff::civil::Date;

/// A part of a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its id.
    pub id: String,
    /// What is asked, where the catalogue knows it.
    pub text: Option<String>,
}

/// An answer of which other parts hold, or count. Only what both answers say of parts is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartsChange {
    /// The answer's name.
    pub at: Path,
    /// The requirement.
    pub requirement: String,
    /// The clients that it is about; empty where the track has none.
    pub clients: Vec<String>,
    /// How the answer counted.
    pub before: Status,
    /// How it counts.
    pub after: Status,
    /// Parts that hold now, of an answer that is partial now.
    pub gained: Vec<Part>,
    /// Parts that are said to hold no more, of an answer that is or was partial.
    pub lost: Vec<Part>,
    /// Parts that are said to be out of the count now.
    pub left_out: Vec<Part>,
    /// Parts that were out of the count, and are in it now.
    pub counted: Vec<Part>,
}

/// A value before and now; `None` where it is the same.
pub type Moved<T> = Option<(Option<T>, Option<T>)>;

/// A plan that is another now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanChange {
    /// The answer's name.
    pub at: Path,
    /// The requirement.
    pub requirement: String,
    /// The clients that it is about; empty where the track has none.
    pub clients: Vec<String>,
    /// The day by which.
    pub by: Moved<Date>,
    /// Where the work is tracked.
    pub issue: Moved<String>,
    /// How it is funded, as written.
    pub funding: Moved<String>,
    /// Who funds it.
    pub funder: Moved<String>,
}
