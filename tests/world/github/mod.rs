//! A double of GitHub: REST and GraphQL.
