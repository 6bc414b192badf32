//! What GitHub says.
//!
//! With a token a hundred links are one GraphQL request (`graphql`); without one the REST API answers while its budget of
//! 60 requests an hour lasts (`rest`); what is left is looked at as a browser would (`plain`). The token goes to the API
//! and to nobody else (`client`). What a private repository holds is told to nobody but itself and its owner (`sight`).

mod access;
pub(super) mod client;
mod confirm;
mod graphql;
mod job;
mod plain;
pub(super) mod reply;
mod rest;
mod revision;
pub(super) mod route;
mod sight;

pub use access::{Access, Token};

use super::limits::Limits;
use super::page::Pages;
use super::start::StartError;
use super::watch::Tell;
use crate::evidence::web::{Answer, Depth, Reason, Want};
use client::{Client, Connection};
use job::Job;
use sight::Sight;
use tokio::time::Instant;
use url::Url;

/// GitHub, as far as evidence needs it.
#[derive(Debug)]
pub struct GitHub {
    access: Access,
    connection: Connection,
    limits: Limits,
    tell: Tell,
}

/// What every way of asking needs.
struct Run<'a> {
    /// The server's pages.
    server: &'a Url,
    pages: &'a Pages,
    sight: Sight<'a>,
    limits: &'a Limits,
    /// When the time of the run is over.
    until: Instant,
    answer: &'a dyn Fn(Want, Answer),
}

impl GitHub {
    /// GitHub, by an access.
    ///
    /// # Errors
    /// [`StartError`] where no HTTP client can be made.
    pub fn new(access: Access, limits: Limits, tell: Tell) -> Result<Self, StartError> {
        let connection = Connection::new(&limits)?;
        Ok(Self { access, connection, limits, tell })
    }

    /// Answers each want once, in any order. Wants that are no GitHub ones are left out.
    pub async fn ask(&self, wants: &[(Want, Depth)], pages: &Pages, answer: &dyn Fn(Want, Answer)) {
        let (here, elsewhere): (Vec<Job<'_>>, Vec<Job<'_>>) =
            wants.iter().filter_map(Job::new).partition(|job| *job.server == self.access.server);
        let until = Instant::now() + self.limits.run;
        // A server whose API this is not: its pages are all there is to see.
        for jobs in job::by_server(elsewhere) {
            match jobs.first().and_then(|job| job::pages_of(job.server)) {
                Some(server) => plain::ask(&self.run(&server, pages, until, answer), jobs).await,
                None => job::give_up(&jobs, answer, Reason::NameNotResolved),
            }
        }
        if here.is_empty() {
            return;
        }
        let run = self.run(&self.access.pages, pages, until, answer);
        let mut left = here;
        let (access, connection, limits, tell) = (&self.access, &self.connection, &self.limits, &self.tell);
        let mut client = Client::new(access, connection, limits, tell);
        if let Some(signed) = client.as_ref().filter(|client| client.speaks_graphql()) {
            left = graphql::ask(&run, signed, left).await;
            client = Client::without_token(access, connection, limits, tell);
        }
        if let Some(client) = client.filter(|_| !left.is_empty()) {
            left = rest::ask(&run, &client, left).await;
        }
        plain::ask(&run, left).await;
    }

    fn run<'a>(
        &'a self,
        server: &'a Url,
        pages: &'a Pages,
        until: Instant,
        answer: &'a dyn Fn(Want, Answer),
    ) -> Run<'a> {
        let sight = Sight { own: self.access.own_repository.as_deref() };
        Run { server, pages, sight, limits: &self.limits, until, answer }
    }
}
