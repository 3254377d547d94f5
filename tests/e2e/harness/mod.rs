//! What runs the journeys: browsers, servers, sessions and the report.

pub mod cli;
pub mod engine;
pub mod journey;
pub mod process;
pub mod runner;
pub mod server;
pub mod session;
pub mod shots;
