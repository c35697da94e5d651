//! Processes that never outlive the tests: each ends when its standard input closes, as it does when we are gone.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};

use anyhow::{Context, Result, bail};

/// A running process, ended when this value is dropped.
pub struct Leashed {
    child: Child,
    leash: Option<ChildStdin>,
}

impl Leashed {
    /// Runs a Node script of `scripts/` and returns it with the first thing that `read` finds in a line of its output.
    pub fn run<T>(script: &str, arguments: &[&str], read: impl Fn(&str) -> Option<T>) -> Result<(Self, T)> {
        let mut child = Command::new("node")
            .arg(format!("{}/../../scripts/{script}", env!("CARGO_MANIFEST_DIR")))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .with_context(|| format!("cannot start node {script}"))?;
        let leash = child.stdin.take();
        let output = child.stdout.take().context("no output to read")?;
        let mut lines = BufReader::new(output).lines();
        let mut seen = String::new();
        while let Some(Ok(line)) = lines.next() {
            if let Some(found) = read(&line) {
                // Whatever else it says is read and forgotten, so that it never waits for a reader.
                std::thread::spawn(move || lines.for_each(drop));
                return Ok((Self { child, leash }, found));
            }
            seen.push_str(&line);
            seen.push('\n');
        }
        bail!("{script} {arguments:?} ended without a word of where it listens:\n{seen}")
    }
}

impl Drop for Leashed {
    fn drop(&mut self) {
        drop(self.leash.take());
        // It ends by itself; a failure to wait for it changes nothing.
        let _ = self.child.wait();
    }
}
