//! `init`.

use super::value::day;
use crate::commands::init::{PartialAnswers, home_page, registry_name};
use crate::declaration::words::PACKAGES;
use clap::Args;
use clap::builder::PossibleValuesParser;
use jiff::civil::Date;
use std::path::PathBuf;

/// `init`.
///
/// What no flag says is asked for at a terminal. A declaration that is there is never overwritten.
#[derive(Args, Clone, Debug)]
pub struct InitArgs {
    /// The repository [default: the top of the repository around the current directory]
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Whether the registry has user accounts
    #[arg(long, value_name = "true|false")]
    pub user_accounts: Option<bool>,
    /// What the registry serves, separated by commas
    ///
    /// accepts-built: maintainers upload the package that users download.
    /// builds-on-behalf: the registry builds it.
    /// source-only: nothing is uploaded.
    #[arg(long, verbatim_doc_comment, value_name = "KIND", value_delimiter = ',', value_parser = PossibleValuesParser::new(PACKAGES))]
    pub packages: Vec<String>,
    /// The registry's name
    #[arg(long, value_parser = registry_name)]
    pub name: Option<String>,
    /// The registry's home page, an https address
    #[arg(long, value_parser = home_page)]
    pub url: Option<String>,
    /// Take this day for the day of the review
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
}

impl InitArgs {
    /// What the flags have answered.
    #[must_use]
    pub fn given(&self) -> PartialAnswers {
        PartialAnswers {
            user_accounts: self.user_accounts,
            packages: (!self.packages.is_empty()).then(|| self.packages.clone()),
            name: self.name.clone(),
            url: self.url.clone(),
        }
    }
}
