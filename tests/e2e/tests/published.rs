//! The site of `ladders/`, whatever stands there: samples or a company's own.

use crate::harness::{Outcome, Setup, Site};

#[tokio::test]
async fn the_first_page_opens_and_has_a_heading() -> Outcome {
    let setup = Setup::of(Site::published());
    setup
        .run(async |browser| {
            browser.open("").await?;
            browser.sees("heading", "/./").await
        })
        .await
}
