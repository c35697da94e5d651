//! The site of `ladders/`, whatever stands there: samples or a company's own.

use crate::harness::{Outcome, Setup, Site};
use crate::printed::{check, is_light};

#[test]
fn every_page_is_valid_links_to_what_is_there_and_is_light() -> Outcome {
    is_light(&check(&Site::published())?)
}

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
