//! `check-links [--missing-passes] <revision>`: fails for each id of `ladders/` that the revision knew and the
//! working tree does not. Run it in the folder that holds `ladders/`.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use check_links::{Answer, Question, check};

fn main() -> ExitCode {
    let mut question = Question { root: Path::new("."), ladders: "ladders", against: "", may_be_missing: false };
    let arguments: Vec<String> = env::args().skip(1).collect();
    for argument in &arguments {
        match argument.as_str() {
            "--missing-passes" => question.may_be_missing = true,
            revision => question.against = revision,
        }
    }
    if question.against.is_empty() {
        eprintln!("usage: check-links [--missing-passes] <revision>");
        return ExitCode::from(2);
    }
    report(&question)
}

fn report(question: &Question) -> ExitCode {
    let against = question.against;
    match check(question) {
        Ok(Answer::Kept { ids, revision }) => {
            println!("All {ids} ids of {against} ({revision}) are still known");
            ExitCode::SUCCESS
        }
        Ok(Answer::Nothing(why)) => {
            println!("No id can be lost: {why}");
            ExitCode::SUCCESS
        }
        Ok(Answer::Lost(lost)) => {
            lost.iter().for_each(|lost| eprintln!("{lost}\n"));
            eprintln!("{} of the ids of {against} are not known any more", lost.len());
            ExitCode::FAILURE
        }
        Err(impossible) => {
            eprintln!("error: {impossible}");
            ExitCode::from(2)
        }
    }
}
