//! History: snapshots of answers, two of them compared, ratings over time, and a ladder that has a new version.

use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::access::is_accessible;
use crate::harness::{Browser, Outcome, Setup, visit};
use crate::privacy::leaks;

const ASSESS: &str = "assess/bakery/";
pub const PAGE: &str = "history/bakery/";
const ANSWERS: &str = "rungs:/rungs/:assessment:bakery";
const HISTORY: &str = "rungs:/rungs/:history:bakery";

/// Rates the expectation that says these words, toward baker.
pub async fn rate(browser: &Browser, words: &str, rating: &str) -> Outcome {
    browser.open(ASSESS).await?;
    browser.choose("The level I work toward", "Baker").await?;
    let row = browser.find("[data-expectation]", &format!("/{words}/")).await?;
    browser.click_in(&row, "label", &format!("/^{rating}/")).await?;
    saved(browser).await
}

/// Waits until everything is stored.
async fn saved(browser: &Browser) -> Outcome {
    browser.sees("text", "Saved").await
}

pub async fn take(browser: &Browser, note: &str) -> Outcome {
    browser.fill("Note on the snapshot (optional)", note).await?;
    browser.click("button", "Take a snapshot").await?;
    browser.sees("status", "/^The snapshot is taken/").await
}

async fn stored(browser: &Browser, key: &str) -> Result<Value> {
    browser.eval(&format!("return JSON.parse(localStorage.getItem({key:?}))")).await
}

/// The stored rating of the reworded expectation.
async fn rating(browser: &Browser) -> Result<Value> {
    Ok(stored(browser, ANSWERS).await?["data"]["answers"]["sellable-95"]["rating"].clone())
}

/// Puts a value in storage while no page of answers is open.
async fn store(browser: &Browser, key: &str, format: &str, data: &Value) -> Outcome {
    browser.open("about/").await?;
    let value = json!({ "format": format, "version": 1, "saved": 1_790_000_000_000_u64, "data": data }).to_string();
    browser.eval(&format!("localStorage.setItem({key:?}, {})", json!(value))).await.map(drop)
}

/// What someone stored who answered an earlier version: one expectation was worded otherwise, one is gone since, and
/// two are new.
async fn answered_earlier(browser: &Browser) -> Outcome {
    let at = 1_790_000_000_000_u64;
    let rated = |rating: &str, statement: &str, wording: &str| json!({ "rating": { "rating": rating, "wording": wording, "statement": statement, "changed": at } });
    let oven = "Cleans the oven at the end of the shift.";
    let answers = json!({
        "target": { "level": "baker", "changed": at },
        "answers": {
            "sellable-95": rated("sometimes", "Bakes rolls of which at least 90 percent can be sold.", "0123456789abcdef"),
            "oven-swept": rated("consistently", oven, &fingerprint(oven)),
            "by-bicycle": rated("not-yet", "Delivers by bicycle.", "0123456789abcdef"),
        } });
    let known = "sellable-80 sellable-95 oven-swept greets by-bicycle weighs-exactly keeps-times writes-recipes";
    let history = json!({ "answered": { "version": "1.0.0", "known": known, "changed": at } });
    store(browser, ANSWERS, "assessment", &answers).await?;
    store(browser, HISTORY, "entries", &history).await
}

/// The fingerprint by which a wording is stored: FNV-1a, 64 bits.
fn fingerprint(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

/// What a person with a screen reader hears to be focused.
async fn is_focused(browser: &Browser, name: &str) -> Outcome {
    browser
        .holds(&format!("{name} has the focus"), &format!("return document.activeElement.innerText === {name:?}"))
        .await
}

#[tokio::test]
async fn before_anything_is_answered_the_page_says_what_it_is_for() -> Outcome {
    visit(async |browser| {
        browser.open(PAGE).await?;
        browser.reads("Nothing is answered on this ladder yet.").await?;
        browser.sees_no("button", "Take a snapshot").await?;
        is_accessible(browser, "an empty history").await
    })
    .await
}

#[tokio::test]
async fn a_snapshot_is_taken_and_compared_with_what_is_answered_later() -> Outcome {
    visit(async |browser| {
        rate(browser, "at least 95 percent", "Not yet").await?;
        browser.open(PAGE).await?;
        take(browser, "After the review").await?;
        browser.reads("By hand · version 2.1.0 · 1 rated, 0 with evidence").await?;
        browser.reads("Nothing differs. 1 answer is the same.").await?;
        rate(browser, "at least 95 percent", "Sometimes").await?;
        rate(browser, "Cleans the oven", "Consistently").await?;
        browser.click_first("button", "Add evidence").await?;
        browser.fill("What happened", "A good batch").await?;
        browser.click("button", "Done").await?;
        saved(browser).await?;
        browser.open(PAGE).await?;
        for words in ["1 moved up", "1 newly rated", "1 piece of evidence added"] {
            browser.reads(words).await?;
        }
        browser.sees("strong", "Not yet to Sometimes").await?;
        browser.sees("option", "/, After the review$/").await?;
        let text = stored(browser, HISTORY).await?.to_string();
        ensure!(!text.contains("A good batch"), "texts of evidence are not repeated");
        is_accessible(browser, "a comparison of moments").await?;
        browser.choose("From", "Now").await?;
        browser.reads("Nothing differs. 2 answers are the same.").await?;
        browser.first("combobox", "To").await?;
        let latest = "const [from] = document.querySelectorAll('#compare-after option:nth-child(2)'); from.selected = true; \
            from.parentElement.dispatchEvent(new Event('change', { bubbles: true }))";
        browser.eval(latest).await?;
        browser.reads("1 moved down").await?;
        browser.reads("1 rating taken back").await
    })
    .await
}

#[tokio::test]
async fn snapshots_of_one_minute_are_told_apart() -> Outcome {
    visit(async |browser| {
        rate(browser, "at least 95 percent", "Not yet").await?;
        browser.open(PAGE).await?;
        for _ in 0..3 {
            take(browser, "Twice").await?;
        }
        let apart = "const apart = names => names.length >= 3 && new Set(names).size === names.length; \
            const all = selector => [...document.querySelectorAll(selector)]; \
            return apart(all('#compare-before option').map(option => option.text)) \
                && apart(all('[id^=snapshot-delete]').map(button => button.ariaLabel))";
        browser.holds("no two are called the same", apart).await
    })
    .await
}

#[tokio::test]
async fn a_snapshot_is_deleted_by_keyboard_and_brought_back() -> Outcome {
    visit(async |browser| {
        rate(browser, "at least 95 percent", "Not yet").await?;
        browser.open(PAGE).await?;
        browser.find("textbox", "Note on the snapshot (optional)").await?.send_keys("First").await?;
        browser.press(Key::Tab + "").await?;
        browser.press(Key::Enter + "").await?;
        browser.sees("status", "/^The snapshot is taken/").await?;
        is_focused(browser, "Take a snapshot").await?;
        browser.press(Key::Tab + "").await?;
        is_focused(browser, "Delete").await?;
        browser.press(Key::Enter + "").await?;
        browser.reads("The snapshot is deleted.").await?;
        is_focused(browser, "Undo").await?;
        browser.sees_no("text", "First").await?;
        browser.press(Key::Enter + "").await?;
        browser.sees("text", "First").await?;
        is_focused(browser, "Delete").await?;
        saved(browser).await?;
        browser.reload().await?;
        browser.sees("text", "First").await
    })
    .await
}

#[tokio::test]
async fn a_second_tab_follows() -> Outcome {
    visit(async |browser| {
        rate(browser, "at least 95 percent", "Not yet").await?;
        browser.open(PAGE).await?;
        let here = browser.driver.window().await?;
        let there = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(there).await?;
        browser.open(PAGE).await?;
        take(browser, "From the other tab").await?;
        saved(browser).await?;
        browser.driver.switch_to_window(here).await?;
        browser.sees("text", "From the other tab").await?;
        take(browser, "From this one").await?;
        browser.driver.close_window().await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_noted_on_a_snapshot_stays_here() -> Outcome {
    let note = async |browser: &Browser| {
        rate(browser, "at least 95 percent", "Not yet").await?;
        browser.click("link", "History").await?;
        take(browser, "quince marmalade").await?;
        saved(browser).await
    };
    let found = leaks(Setup::fixtures(), &["quince", "marmalade"], note).await?;
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

/// A history that is full: a snapshot of each of 24 hours.
fn full() -> Value {
    let mut history = json!({ "answered": { "version": "2.1.0", "known": "", "changed": 1 } });
    for hour in 0..24_u64 {
        let taken = 1_700_000_000_000 + hour * 3_600_000;
        let rating = ["not-yet", "sometimes", "consistently"][hour as usize / 8];
        let answers = json!({ "sellable-95": { "rating": rating, "wording": "0123456789abcdef" },
            "oven-cleaned": { "rating": "sometimes", "wording": "0123456789abcdef", "evidence": { "e": "2023-11-14" } } });
        history[format!("snapshot:h{hour:02}")] =
            json!({ "taken": taken, "reason": "hand", "target": "baker", "answers": answers, "changed": taken });
    }
    history
}

#[tokio::test]
async fn the_oldest_makes_room_and_that_is_said_before_and_after() -> Outcome {
    visit(async |browser| {
        rate(browser, "at least 95 percent", "Not yet").await?;
        store(browser, HISTORY, "entries", &full()).await?;
        browser.open(PAGE).await?;
        browser.reads("24 are kept of each ladder").await?;
        browser.reads("The next one takes the place of that of 14 November 2023").await?;
        take(browser, "").await?;
        browser.sees("status", "/The oldest snapshot, of 14 November 2023 at .*, made room for it/").await?;
        browser.reads("One of 14 November 2023").await?;
        browser.reads("24 snapshots: ").await?;
        saved(browser).await?;
        ensure!(stored(browser, HISTORY).await?["data"]["snapshot:h00"]["deleted"] == true, "the oldest is gone");
        browser.open("data/").await?;
        browser.reads("24 snapshots; at most 24.").await
    })
    .await
}

#[tokio::test]
async fn ratings_are_drawn_over_time_with_their_numbers_in_a_table() -> Outcome {
    for width in [1280, 360] {
        let look = async |browser: &Browser| {
            rate(browser, "at least 95 percent", "Not yet").await?;
            store(browser, HISTORY, "entries", &full()).await?;
            browser.open(PAGE).await?;
            let columns = "return [...document.querySelectorAll('.history-charts svg')].map(svg => \
                new Set([...svg.querySelectorAll('rect')].map(rect => rect.getAttribute('x'))).size)";
            let drawn = browser.eval(columns).await?;
            ensure!(drawn == json!([25, 25, 25]), "a column for each snapshot and for now: {drawn}");
            browser.click("button", "The numbers in a table").await?;
            let table = browser.find("table", "/./").await?;
            let row = "return [...arguments[0].tBodies[0].rows].at(-2).innerText.split('\\t').slice(1)";
            let row = browser.driver.execute(row, vec![table.to_json()?]).await?;
            ensure!(*row.json() == json!(["1", "1", "0", "0", "0", "1"]), "{:?}", row.json());
            is_accessible(browser, &format!("ratings over time, {width}")).await?;
            let fits = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
            browser.holds("nothing runs out of the page", fits).await
        };
        Setup::fixtures().width(width).run(look).await?;
    }
    Ok(())
}

#[tokio::test]
async fn which_version_is_answered_is_written_down_without_a_word() -> Outcome {
    visit(async |browser| {
        rate(browser, "at least 95 percent", "Not yet").await?;
        browser.holds("it is stored", &format!("return !!localStorage.getItem({HISTORY:?})")).await?;
        let answered = &stored(browser, HISTORY).await?["data"]["answered"];
        ensure!(answered["version"] == "2.1.0", "{answered}");
        ensure!(answered["known"].as_str().is_some_and(|known| known.contains("sellable-95")), "{answered}");
        browser.sees_no("text", "/This ladder has a new version/").await
    })
    .await
}

#[tokio::test]
async fn a_new_version_is_told_put_off_and_found_again() -> Outcome {
    visit(async |browser| {
        answered_earlier(browser).await?;
        browser.open(ASSESS).await?;
        browser.reads("This ladder has a new version, 2.1.0. Your answers were given for version 1.0.0.").await?;
        is_accessible(browser, "the note of a new version").await?;
        browser.click("button", "Later").await?;
        browser.sees_no("button", "Later").await?;
        is_focused(browser, "see what has changed").await?;
        saved(browser).await?;
        browser.reload().await?;
        browser.reads("Version 2.1.0 of this ladder is still to be looked at").await?;
        for place in ["case/bakery/", "plan/bakery/"] {
            browser.open(place).await?;
            browser.reads("Version 2.1.0 of this ladder is still to be looked at").await?;
        }
        browser.click("link", "see what has changed").await?;
        browser.is_at(PAGE).await?;
        browser.sees("heading", "Version 2.1.0 of this ladder").await
    })
    .await
}

#[tokio::test]
async fn what_is_rated_anew_in_the_assessment_stands_in_a_snapshot_as_it_was() -> Outcome {
    visit(async |browser| {
        answered_earlier(browser).await?;
        browser.open(ASSESS).await?;
        browser.click("button", "/^Baking/").await?;
        let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
        browser.click_in(&row, "label", "/^Not yet/").await?;
        saved(browser).await?;
        browser.open(PAGE).await?;
        browser.reads("Before a new version of the ladder · version 1.0.0 · 3 rated, 0 with evidence").await
    })
    .await
}

#[tokio::test]
async fn what_a_new_version_makes_of_the_answers_is_shown_and_nothing_is_dropped() -> Outcome {
    visit(async |browser| {
        answered_earlier(browser).await?;
        browser.open(PAGE).await?;
        for words in ["1 carried over", "1 reworded since you answered", "1 no longer there", "Delivers by bicycle."] {
            browser.reads(words).await?;
        }
        browser.sees("heading", "New").await?;
        browser.sees("text", "/^Lets nobody wait at the counter/").await?;
        browser.sees("deletion", "90").await?;
        browser.sees("insertion", "95").await?;
        is_accessible(browser, "a new version").await?;
        browser.click("button", "Carried over (1)").await?;
        browser.sees("text", "Cleans the oven at the end of the shift.").await?;
        browser.click("button", "Use version 2.1.0 from now on").await?;
        browser
            .sees("status", "/^Your answers are for version 2.1.0 now. A snapshot of how they were is kept/")
            .await?;
        is_focused(browser, "Version 2.1.0 of this ladder").await?;
        browser.reads("Before a new version of the ladder · version 1.0.0 · 3 rated, 0 with evidence").await?;
        saved(browser).await?;
        let answers = &stored(browser, ANSWERS).await?["data"]["answers"];
        ensure!(answers.as_object().is_some_and(|answers| answers.len() == 3), "all answers are there: {answers}");
        browser.open(ASSESS).await?;
        browser.click("button", "/^Baking/").await?;
        browser.reads("Reworded since you answered; your answer stands").await?;
        browser.sees_no("text", "/This ladder has a new version/").await
    })
    .await
}

#[tokio::test]
async fn a_present_level_and_a_target_that_a_new_version_removed_are_said_and_nothing_is_dropped() -> Outcome {
    visit(async |browser| {
        answered_earlier(browser).await?;
        let mut answers = stored(browser, ANSWERS).await?["data"].clone();
        answers["present"] = json!({ "level": "errand-runner", "changed": 1_790_000_000_000_u64 });
        answers["target"] = json!({ "level": "roll-baker", "changed": 1_790_000_000_000_u64 });
        store(browser, ANSWERS, "assessment", &answers).await?;
        browser.open(PAGE).await?;
        for level in ["errand-runner", "roll-baker"] {
            browser.reads(&format!("The level you chose, {level}, is no longer in this ladder.")).await?;
        }
        is_accessible(browser, "a new version without the levels that were chosen").await?;
        browser.click("button", "Use version 2.1.0 from now on").await?;
        browser.sees("status", "/^Your answers are for version 2.1.0 now./").await?;
        saved(browser).await?;
        let kept = &stored(browser, ANSWERS).await?["data"];
        ensure!(kept["present"] == answers["present"] && kept["target"] == answers["target"], "{kept}");
        browser.open(ASSESS).await?;
        browser
            .reads("The level you chose, errand-runner, is no longer in this ladder. Your answers are kept.")
            .await?;
        browser.choose("My present level", "Apprentice").await?;
        browser.choose("The level I work toward", "Baker").await?;
        browser.sees_no("text", "/is no longer in this ladder/").await
    })
    .await
}

#[tokio::test]
async fn what_a_newer_version_wrote_down_of_the_ladders_version_is_kept_until_it_is_given_up() -> Outcome {
    visit(async |browser| {
        answered_earlier(browser).await?;
        store(browser, HISTORY, "entries", &json!({ "answered": { "version": "next", "changed": 1 } })).await?;
        browser.open(ASSESS).await?;
        browser.reads("A newer version of this site wrote down for which version of this ladder").await?;
        browser.open(PAGE).await?;
        browser.reads("A newer version of this site wrote for which version you answered.").await?;
        ensure!(stored(browser, HISTORY).await?["data"]["answered"]["version"] == "next", "it was written over");
        browser.click("button", "Set it anew").await?;
        is_focused(browser, "Version 2.1.0 of this ladder").await?;
        browser.reads("Your answers were given for an earlier version.").await
    })
    .await
}

#[tokio::test]
async fn where_a_question_goes_for_good_the_focus_goes_to_the_page() -> Outcome {
    visit(async |browser| {
        let oven = "Cleans the oven at the end of the shift.";
        let rating = json!({ "rating": "sometimes", "wording": fingerprint(oven), "statement": oven, "changed": 1 });
        let answers = json!({ "answers": { "oven-swept": { "rating": rating } } });
        store(browser, ANSWERS, "assessment", &answers).await?;
        store(browser, HISTORY, "entries", &json!({ "answered": { "version": "next", "changed": 1 } })).await?;
        browser.open(PAGE).await?;
        browser.click("button", "Set it anew").await?;
        browser.sees_no("heading", "Version 2.1.0 of this ladder").await?;
        browser.holds("the page has the focus", "return document.activeElement.id === 'main'").await
    })
    .await
}

#[tokio::test]
async fn a_reworded_answer_is_kept_or_rated_again_and_either_is_undone() -> Outcome {
    visit(async |browser| {
        answered_earlier(browser).await?;
        browser.open(PAGE).await?;
        browser.click("button", "Keep my answer").await?;
        browser.sees("status", "Your answer holds for the new wording.").await?;
        is_focused(browser, "Undo").await?;
        browser.reads("Before a new version of the ladder · version 1.0.0").await?;
        saved(browser).await?;
        let kept = rating(browser).await?;
        ensure!(kept["rating"] == "sometimes" && kept["wording"] != "0123456789abcdef", "{kept}");
        browser.click("button", "Undo").await?;
        is_focused(browser, "Keep my answer").await?;
        let undone = format!("return localStorage.getItem({ANSWERS:?}).includes('at least 90 percent')");
        browser.holds("the answer is to the former wording again", &undone).await?;
        browser.click("radio", "Consistently").await?;
        browser.sees("status", "Your answer holds for the new wording.").await?;
        let again = format!("return localStorage.getItem({ANSWERS:?}).includes('at least 95 percent')");
        browser.holds("it is rated again", &again).await?;
        ensure!(rating(browser).await?["rating"] == "consistently", "it is rated again");
        browser.reads("1 snapshot: ").await
    })
    .await
}

#[tokio::test]
async fn a_page_of_an_older_version_says_so_and_changes_nothing() -> Outcome {
    visit(async |browser| {
        answered_earlier(browser).await?;
        let history = json!({ "answered": { "version": "9.0.0", "known": "", "changed": 5 } });
        store(browser, HISTORY, "entries", &history).await?;
        browser.open(ASSESS).await?;
        browser
            .reads("Your answers were brought to version 9.0.0 of this ladder; this page has version 2.1.0.")
            .await?;
        browser.open(PAGE).await?;
        browser.reads("Your answers were brought to version 9.0.0").await?;
        browser.sees_no("button", "/^Use version/").await?;
        browser.sees_no("heading", "Reworded since you answered").await?;
        ensure!(stored(browser, HISTORY).await?["data"] == history, "it is left as it is");
        Ok(())
    })
    .await
}

/// Saves a backup and returns the file.
async fn back_up(browser: &Browser, folder: &Path) -> Result<std::path::PathBuf> {
    browser.downloads_to(folder).await?;
    browser.open("data/").await?;
    browser.click("button", "Save a backup file").await?;
    browser.saved(folder, "", ".json").await
}

#[tokio::test]
async fn before_a_backup_is_restored_a_snapshot_is_kept_and_undoing_takes_it_back() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        rate(browser, "at least 95 percent", "Not yet").await?;
        let file = back_up(browser, folder.path()).await?;
        rate(browser, "at least 95 percent", "Consistently").await?;
        browser.open("data/").await?;
        browser.choose_file("/Backup file/", &file).await?;
        browser.click("radio", "/^Replace/").await?;
        browser.click("button", "Read it back").await?;
        browser.reads("A snapshot of your answers as they were is kept in their history.").await?;
        browser.reads("1 snapshot; at most 24.").await?;
        browser.click("button", "Undo").await?;
        browser.reads("no snapshots.").await?;
        browser.choose_file("/Backup file/", &file).await?;
        browser.click("radio", "/^Replace/").await?;
        browser.click("button", "Read it back").await?;
        browser.reads("A snapshot of your answers as they were is kept").await?;
        browser.open(PAGE).await?;
        browser.reads("Before a backup was restored · version 2.1.0 · 1 rated").await?;
        browser.reads("1 moved down").await
    })
    .await
}
