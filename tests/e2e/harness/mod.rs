//! What runs the journeys: browsers, servers, sessions and the report.

pub mod browser;
pub mod cli;
pub mod engine;
pub mod journey;
pub mod pool;
pub mod prelude;
pub mod process;
mod queue;
mod report;
pub mod runner;
pub mod server;
pub mod session;
pub mod shots;
