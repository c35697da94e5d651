//! What is kept beside answers: listed, saved in backups, read back, deleted, and never lost where it cannot be read.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::harness::{Browser, Outcome, visit};

const JOURNAL: &str = "rungs:/rungs/:journal";

/// Stores a text under a key before anything of the app has read it.
async fn plant(browser: &Browser, key: &str, text: &str) -> Outcome {
    browser.open("about/").await?;
    browser.eval(&format!("localStorage.setItem({}, {})", json!(key), json!(text))).await.map(drop)
}

fn journal(id: &str, text: &str) -> String {
    let name = format!("win:{id}");
    let data = json!({ name: { "date": "2026-03-04", "text": text, "changed": 1_772_000_000_000_u64 } });
    json!({ "format": "entries", "version": 1, "saved": 1_772_000_000_000_u64, "data": data }).to_string()
}

async fn stored(browser: &Browser, key: &str) -> Result<Value> {
    let text = browser.eval(&format!("return localStorage.getItem({})", json!(key))).await?;
    Ok(serde_json::from_str(text.as_str().context("nothing is stored")?)?)
}

async fn holds(browser: &Browser, words: &str) -> Outcome {
    let script = format!("return (localStorage.getItem('{JOURNAL}') ?? '').includes({})", json!(words));
    browser.holds(&format!("{words:?} is stored"), &script).await
}

#[tokio::test]
async fn a_journal_is_listed_backed_up_deleted_and_read_back() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        plant(browser, JOURNAL, &journal("1", "Calmed the oven")).await?;
        browser.downloads_to(folder.path()).await?;
        browser.open("data/").await?;
        browser.sees("rowheader", "/^Journal/").await?;
        browser.reads("No backup was saved from this browser yet: 1 change is in no file.").await?;
        browser.click("button", "Save a backup file").await?;
        let file = browser.saved(folder.path(), "", ".json").await?;
        ensure!(fs::read_to_string(&file)?.contains("Calmed the oven"), "the journal is not in the backup");
        browser.click("button", "Delete everything…").await?;
        browser.click("button", "Delete everything").await?;
        browser.reads("Everything is deleted.").await?;
        browser.holds("no journal is left", &format!("return !localStorage.getItem('{JOURNAL}')")).await?;
        browser.choose_file("/Backup file/", &file).await?;
        browser.sees("rowheader", "/^Journal/").await?;
        browser.click("button", "Read it back").await?;
        browser.reads("The backup is read back.").await?;
        holds(browser, "Calmed the oven").await?;
        browser.click("button", "Undo").await?;
        browser.reads("Undone: everything is as it was before.").await?;
        browser
            .holds("it is undone", &format!("return !(localStorage.getItem('{JOURNAL}') ?? '').includes('Calmed')"))
            .await?;
        browser.choose_file("/Backup file/", &file).await?;
        browser.click("button", "Read it back").await?;
        browser.sees("button", "Undo").await?;
        browser.press("w").await?;
        browser.fill("What happened", "Cooled the oven").await?;
        browser.reads("It was changed since: undoing would take that away.").await?;
        browser.press(Key::Escape + "").await?;
        browser.sees_no("button", "Undo").await
    })
    .await
}

#[tokio::test]
async fn a_damaged_journal_is_moved_aside_whole_and_said() -> Outcome {
    visit(async |browser| {
        plant(browser, JOURNAL, "{\"format\":\"entries\",\"version\":1,\"data\":{\"win:1").await?;
        browser.open("journal/").await?;
        browser.reads("could not be read").await?;
        let kept = "return Object.entries(localStorage).some(([key, text]) => \
            key.startsWith('rungs:/rungs/:recovered:journal:') && text.endsWith('win:1'))";
        browser.holds("the text is kept whole", kept).await
    })
    .await
}

#[tokio::test]
async fn what_a_newer_version_wrote_is_left_untouched() -> Outcome {
    visit(async |browser| {
        let newer = journal("1", "Of next year").replacen("\"version\":1", "\"version\":9", 1);
        plant(browser, JOURNAL, &newer).await?;
        browser.open("journal/").await?;
        browser.open("data/").await?;
        browser.reads("Written by a newer version of this site: left untouched.").await?;
        ensure!(stored(browser, JOURNAL).await?["version"] == 9, "it was written over");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_a_newer_version_keeps_about_a_colleague_is_not_offered_for_deletion() -> Outcome {
    visit(async |browser| {
        let newer = journal("1", "Of next year").replacen("\"version\":1", "\"version\":9", 1);
        plant(browser, "rungs:/rungs/:colleague:1", &newer).await?;
        browser.open("data/").await?;
        browser.reads("Written by a newer version of this site: left untouched.").await?;
        browser.sees_no("button", "/^Delete:/").await
    })
    .await
}

#[tokio::test]
async fn what_a_former_id_holds_and_the_present_one_too_is_deleted() -> Outcome {
    visit(async |browser| {
        for key in ["rungs:/rungs/:plan:bread-shop", "rungs:/rungs/:plan:bakery"] {
            plant(browser, key, &journal("1", "Bake")).await?;
        }
        browser.open("plan/bakery/").await?;
        let moved = "return !localStorage.getItem('rungs:/rungs/:plan:bread-shop') && \
            localStorage.getItem('rungs:/rungs/:plan:bakery')?.includes('Bake')";
        browser.holds("only the plan under the present id is left", moved).await
    })
    .await
}

#[tokio::test]
async fn what_a_former_id_of_a_ladder_holds_comes_along() -> Outcome {
    visit(async |browser| {
        plant(browser, "rungs:/rungs/:plan:bread-shop", &journal("1", "Bake")).await?;
        browser.open("plan/bakery/").await?;
        let moved = "return !localStorage.getItem('rungs:/rungs/:plan:bread-shop') && \
            localStorage.getItem('rungs:/rungs/:plan:bakery')?.includes('Bake')";
        browser.holds("the plan stands under the present id", moved).await
    })
    .await
}
