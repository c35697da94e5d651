//! What a target requires: each requirement held against what is entered, and all that can be entered for one.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::access::is_accessible;
use crate::assess::{add_evidence, assess, begin, click_in, rate, to_baker, with_stored};
use crate::harness::{Browser, Outcome, Setup, visit};

/// The requirement that says these words.
async fn asked(browser: &Browser, words: &str) -> Result<WebElement> {
    browser.find("#requirements .assess-asked-list > li", &format!("/{words}/")).await
}

/// Waits until the requirement that says these words says these others too.
async fn tells(browser: &Browser, words: &str, others: &str) -> Outcome {
    let what = format!("{words:?} says {others:?}");
    let look = async || Ok(asked(browser, words).await?.text().await?.contains(others).then_some(()));
    browser.until(&what, look).await
}

/// Clicks something of the requirement that says these words.
async fn click(browser: &Browser, words: &str, role: &str, name: &str) -> Outcome {
    let row = asked(browser, words).await?;
    click_in(browser, &row, role, name).await
}

/// Waits until a field says these words.
async fn says(browser: &Browser, field: &str, words: &str) -> Outcome {
    let look = async || Ok(browser.find("textbox", field).await?.prop("value").await?.filter(|text| text == words));
    browser.until(&format!("{words:?} in the field {field:?}"), look).await.map(drop)
}

/// Enters a day as a date field of a browser gives it.
async fn enter_day(browser: &Browser, field: &str, day: &str) -> Outcome {
    let field = browser.find("textbox", field).await?;
    let script = "const [field, day] = arguments; field.focus(); field.value = day; \
        field.dispatchEvent(new Event('change', { bubbles: true })); field.blur()";
    browser.driver.execute(script, vec![field.to_json()?, json!(day)]).await?;
    Ok(())
}

/// Begins a level of the career, without its days.
async fn begin_level(browser: &Browser, level: &str) -> Result<WebElement> {
    browser.click("button", "Add a level").await?;
    let stint = browser.find("#requirements li:last-child > [role=group]", "Time at a level").await?;
    let list = browser.find_in(&stint, "combobox", "Level").await?;
    browser.click_in(&list, "option", level).await?;
    Ok(stint)
}

/// Adds a level to the career.
async fn reach(browser: &Browser, level: &str, day: &str) -> Outcome {
    let stint = begin_level(browser, level).await?;
    let field = browser.find_in(&stint, "textbox", "From").await?;
    let script = "const [field, day] = arguments; field.value = day; \
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.driver.execute(script, vec![field.to_json()?, json!(day)]).await?;
    Ok(())
}

/// Names a kind of dough that the ladder offers, with evidence.
async fn master(browser: &Browser, dough: &str) -> Outcome {
    click(browser, "2 kinds of dough", "button", dough).await?;
    let skillset = browser.find("group", dough).await?;
    let focused = "return document.activeElement.id.startsWith('skillset-')";
    browser.holds("what was named has the focus", focused).await?;
    add_evidence(browser, &skillset, &format!("baked {dough}")).await
}

#[tokio::test]
async fn each_requirement_is_told_with_its_state_its_reason_and_its_rule() -> Outcome {
    to_baker(async |browser| {
        browser.reads("0 met, 0 not met, 3 not known").await?;
        browser.reads("7 expectations have no evidence.").await?;
        tells(browser, "1 year at level 1", "Not known").await?;
        tells(browser, "1 year at level 1", "you have not entered when you reached your levels").await?;
        tells(browser, "2 kinds of dough", "0 of 2 kinds of dough are named yet.").await?;
        tells(browser, "peer review", "Not known").await?;
        click(browser, "peer review", "button", "Review").await?;
        tells(browser, "peer review", "Two colleagues of the level in question taste, watch and ask.").await?;
        browser.reads("A review may be requested when all other requirements are met.").await?;
        let review = browser.find(".assess-review", "/What the ladder says of this:/").await?;
        browser.find_in(&review, "button", "Review").await?;
        ensure!(!browser.text().await?.contains('%'), "nothing is added up to a score");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn one_of_several_alternatives_is_enough_by_the_users_own_word() -> Outcome {
    assess("Apprentice", "Shift Lead", async |browser| {
        tells(browser, "One of these", "One is enough; none is known to be met.").await?;
        let branch = browser.find("#requirements .assess-branches > li", "/Has led a team/").await?;
        click_in(browser, &branch, "radio", "Yes, this holds").await?;
        browser.find_in(&branch, "text", "Met by your account.").await?;
        tells(browser, "One of these", "One is enough, and this one is met: Has led a team").await?;
        browser.reads("1 met, 0 not met, 0 not known").await?;
        browser.fill("/^Note/", "the Easter shift").await?;
        browser.sees("text", "Saved").await?;
        browser.reload().await?;
        browser.reads("Met by your account.").await?;
        let branch = browser.find("#requirements .assess-branches > li", "/Has led a team/").await?;
        click_in(browser, &branch, "radio", "I don’t know").await?;
        browser.find_in(&branch, "text", "/The entry is deleted/").await?;
        browser.holds("the focus stays", "return document.activeElement.type === 'radio'").await?;
        browser.click("button", "Undo").await?;
        says(browser, "/^Note/", "the Easter shift").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_asked_of_another_track_is_said_not_to_be_asked() -> Outcome {
    assess("Shift Lead", "Shop Manager", async |browser| {
        tells(browser, "When coming from Craft", "Not asked").await?;
        browser.reads("0 met, 0 not met, 1 not known").await?;
        browser.sees_no("#requirements .assess-branches > li", "/stood in/").await?;
        browser.choose("My present level", "Baker").await?;
        browser.sees("#requirements .assess-branches > li", "/stood in/").await?;
        browser.reads("0 met, 0 not met, 2 not known").await
    })
    .await
}

#[tokio::test]
async fn time_is_counted_from_the_days_that_are_entered() -> Outcome {
    to_baker(async |browser| {
        click(browser, "1 year at level 1", "button", "Enter your dates").await?;
        let focused = "const row = document.activeElement.closest('[aria-label=\"Your levels\"] > li'); \
            return row && document.activeElement === row.querySelector('select, input')";
        browser.holds("the first field of a new level has the focus", focused).await?;
        reach(browser, "Apprentice", "2020-01-31").await?;
        tells(browser, "1 year at level 1", "12 of 12 months at level 1; met on 31 January 2021.").await?;
        enter_day(browser, "/^Until/", "2020-08-15").await?;
        tells(browser, "1 year at level 1", "6 of 12 months at level 1; no time is being added now.").await?;
        browser.sees("text", "Saved").await?;
        browser.reload().await?;
        tells(browser, "1 year at level 1", "6 of 12 months").await?;
        enter_day(browser, "/^Until/", "").await?;
        tells(browser, "1 year at level 1", "Met").await
    })
    .await
}

#[tokio::test]
async fn a_day_that_was_deleted_is_brought_back() -> Outcome {
    to_baker(async |browser| {
        reach(browser, "Apprentice", "2020-01-31").await?;
        tells(browser, "1 year at level 1", "Met").await?;
        let stint = browser.find("group", "Time at a level").await?;
        click_in(browser, &stint, "button", "Delete the time at a level of 31 January 2020").await?;
        browser.reads("The entry is deleted.").await?;
        tells(browser, "1 year at level 1", "Not known").await?;
        assert!(browser.is_focused("button", "Undo").await?);
        browser.press(Key::Enter + "").await?;
        tells(browser, "1 year at level 1", "Met").await
    })
    .await
}

#[tokio::test]
async fn time_in_a_role_elsewhere_counts_where_one_says_so() -> Outcome {
    to_baker(async |browser| {
        begin_level(browser, "Elsewhere, or on leave").await?;
        browser.fill("What it was", "Mill").await?;
        browser.sees("status", "Not saved yet: give the first day.").await?;
        enter_day(browser, "From", "2020-01-31").await?;
        browser.sees_no("status", "/Not saved yet/").await?;
        tells(browser, "1 year at level 1", "0 of 12 months").await?;
        browser.choose("Counts as", "Time at level 1").await?;
        tells(browser, "1 year at level 1", "12 of 12 months").await?;
        browser.sees("text", "Saved").await?;
        browser.reload().await?;
        assert_eq!(browser.find("textbox", "What it was").await?.prop("value").await?.as_deref(), Some("Mill"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_doubtful_about_a_day_is_said_beside_it_and_nothing_is_lost() -> Outcome {
    to_baker(async |browser| {
        reach(browser, "Apprentice", "2020-01-31").await?;
        enter_day(browser, "From", "9000-01-01").await?;
        browser.sees("status", "/1 January 9000 is in the future/").await?;
        enter_day(browser, "From", "2020-01-31").await?;
        browser.sees_no("status", "/in the future/").await?;
        browser.find("textbox", "From").await?.send_keys("02312020").await?;
        browser.press("\t").await?;
        browser.sees("alert", "/^The calendar has no such day\\. Until then it is/").await?;
        enter_day(browser, "From", "2020-01-31").await?;
        tells(browser, "1 year at level 1", "12 of 12 months").await?;
        enter_day(browser, "From", "").await?;
        browser.sees("alert", "Give a day. Until then it is 31 January 2020.").await?;
        reach(browser, "Baker", "2019-06-01").await?;
        browser.sees("status", "/^Baker begins on 1 June 2019, before the lower level Apprentice/").await?;
        reach(browser, "Baker", "2021-02-01").await?;
        browser.reads("Your present level is Apprentice, but by these dates you are at Baker. Check both.").await
    })
    .await
}

#[tokio::test]
async fn skillsets_are_named_with_evidence_and_then_a_review_may_be_requested() -> Outcome {
    to_baker(async |browser| {
        reach(browser, "Apprentice", "2020-01-31").await?;
        master(browser, "rye").await?;
        tells(browser, "2 kinds of dough", "1 of 2 kinds of dough named, 1 with evidence.").await?;
        browser.sees_no("button", "rye").await?;
        browser.fill("Name one of your kinds of dough", "spelt").await?;
        browser.press(Key::Enter + "").await?;
        let spelt = browser.find("group", "spelt").await?;
        add_evidence(browser, &spelt, "the spelt week").await?;
        tells(browser, "2 kinds of dough", "met by your account").await?;
        browser.reads("All requirements but the peer review are met: a review may be requested.").await?;
        browser.sees("link", "Make the case for it").await?;
        browser.click("button", "Note a review").await?;
        browser.reads("The outcome of the review is open.").await?;
        browser.choose("Outcome", "Successful").await?;
        browser.reads("3 met, 0 not met, 0 not known").await?;
        tells(browser, "2 kinds of dough", "confirmed by the review of").await?;
        enter_day(browser, "Day of the review", "2021-02-01").await?;
        tells(browser, "peer review", "The review of 1 February 2021 was successful.").await?;
        tells(browser, "2 kinds of dough", "met by your account").await
    })
    .await
}

#[tokio::test]
async fn a_skillset_is_brought_back_with_its_evidence() -> Outcome {
    to_baker(async |browser| {
        master(browser, "rye").await?;
        browser.click("button", "/^Delete the skillset/").await?;
        browser.sees_no("text", "baked rye").await?;
        browser.click("button", "Undo").await?;
        browser.reads("baked rye").await?;
        tells(browser, "2 kinds of dough", "1 with evidence").await
    })
    .await
}

#[tokio::test]
async fn several_reviews_are_noted_and_one_in_the_future_has_no_outcome_yet() -> Outcome {
    to_baker(async |browser| {
        browser.click("button", "Note a review").await?;
        enter_day(browser, "Day of the review", "2021-02-01").await?;
        browser.choose("Outcome", "Not successful").await?;
        tells(browser, "peer review", "The review of 1 February 2021 was not successful.").await?;
        browser.click("button", "Note a review").await?;
        let second = browser.find("#requirements li:last-child > [role=group]", "Review").await?;
        let field = browser.find_in(&second, "textbox", "Day of the review").await?;
        let script = "arguments[0].value = '9000-01-01'; arguments[0].dispatchEvent(new Event('change'))";
        browser.driver.execute(script, vec![field.to_json()?]).await?;
        let list = browser.find_in(&second, "combobox", "Outcome").await?;
        browser.click_in(&list, "option", "Successful").await?;
        browser.reads("1 January 9000 is in the future: the outcome counts from that day on.").await?;
        tells(browser, "peer review", "Not met").await
    })
    .await
}

#[tokio::test]
async fn a_need_is_the_organisations_to_give_and_a_named_skillset_takes_evidence() -> Outcome {
    assess("Baker", "Master Baker", async |browser| {
        tells(browser, "documented need", "Only your organisation can give this.").await?;
        click(browser, "documented need", "radio", "Yes").await?;
        tells(browser, "documented need", "There is a need, by your organisation’s answer of").await?;
        enter_day(browser, "Day of the answer", "9000-01-01").await?;
        browser.sees("alert", "Not saved: 1 January 9000 is in the future.").await?;
        tells(browser, "documented need", "Met").await?;
        click(browser, "documented need", "radio", "Don’t know yet").await?;
        tells(browser, "documented need", "Not known").await?;
        add_evidence(browser, &asked(browser, "Mastery of sourdough").await?, "kept it for a year").await?;
        tells(browser, "Mastery of sourdough", "There is evidence of sourdough; met by your account.").await?;
        click(browser, "Wants to teach", "radio", "No").await?;
        tells(browser, "Wants to teach", "Not met by your account.").await?;
        browser.reads("1 met, 1 not met, 1 not known").await
    })
    .await
}

#[tokio::test]
async fn a_waiver_is_noted_and_can_be_taken_back() -> Outcome {
    to_baker(async |browser| {
        click(browser, "1 year at level 1", "button", "Waived?").await?;
        click(browser, "1 year at level 1", "checkbox", "This requirement was waived for me").await?;
        tells(browser, "1 year at level 1", "Waived on").await?;
        browser.fill("/^Who waived it/", "the guild").await?;
        click(browser, "1 year at level 1", "checkbox", "This requirement was waived for me").await?;
        tells(browser, "1 year at level 1", "Not known").await?;
        browser.click("button", "Undo").await?;
        says(browser, "/^Who waived it/", "the guild").await?;
        click(browser, "1 year at level 1", "checkbox", "This requirement was waived for me").await?;
        tells(browser, "1 year at level 1", "The entry is deleted.").await?;
        click(browser, "1 year at level 1", "checkbox", "This requirement was waived for me").await?;
        says(browser, "/^Who waived it/", "the guild").await?;
        browser.sees_no("button", "Undo").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_target_that_is_the_present_level_or_below_is_said_to_be() -> Outcome {
    assess("Baker", "Baker", async |browser| {
        browser.reads("Baker is your present level. Choose the level that you work toward.").await?;
        browser.choose("The level I work toward", "Apprentice").await?;
        browser.reads("Apprentice is below your present level, Baker. Check both.").await?;
        browser.reads("This ladder states no requirements for this level.").await?;
        browser.choose("The level I work toward", "Shift Lead").await?;
        browser.sees_no("text", "/Check both/").await
    })
    .await
}

#[tokio::test]
async fn another_tabs_entries_appear() -> Outcome {
    to_baker(async |browser| {
        browser.sees("text", "Saved").await?;
        let first = browser.driver.window().await?;
        let second = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(second).await?;
        browser.open("assess/bakery/").await?;
        reach(browser, "Apprentice", "2020-01-31").await?;
        browser.sees("text", "Saved").await?;
        browser.driver.switch_to_window(first).await?;
        tells(browser, "1 year at level 1", "12 of 12 months").await?;
        let from = browser.find("textbox", "From").await?;
        assert_eq!(from.prop("value").await?.as_deref(), Some("2020-01-31"));
        Ok(())
    })
    .await
}

/// Enters something for every kind of requirement of a baker.
async fn fill_in(browser: &Browser) -> Outcome {
    begin(browser, "Apprentice", "Baker").await?;
    reach(browser, "Apprentice", "2020-01-31").await?;
    reach(browser, "Elsewhere, or on leave", "9000-01-01").await?;
    master(browser, "rye").await?;
    browser.click("button", "Note a review").await?;
    click(browser, "1 year at level 1", "button", "Waived?").await?;
    click(browser, "1 year at level 1", "checkbox", "This requirement was waived for me").await?;
    enter_day(browser, "Waived on", "9000-01-01").await?;
    browser.sees("alert", "/^Not saved/").await
}

/// Whatever is worked out of requirements asks for the day, of which the page then makes a date.
#[tokio::test]
async fn a_rating_has_nothing_of_requirements_worked_out_again() -> Outcome {
    to_baker(async |browser| {
        reach(browser, "Apprentice", "2020-01-31").await?;
        browser.sees("text", "Saved").await?;
        let count = "const Own = Date; window.asked = 0; \
            window.Date = class extends Own { constructor(...of) { super(...of); window.asked += of.length } }";
        browser.eval(count).await?;
        rate(browser, "at least 95 percent", "Consistently").await?;
        browser.reads("1 of 7 rated").await?;
        browser.settled().await?;
        let asked = browser.eval("return window.asked").await?;
        ensure!(asked == 0, "a rating asks for the day {asked} times");
        click(browser, "peer review", "button", "Note a review").await?;
        browser.holds("what is entered for a requirement does", "return window.asked > 0").await
    })
    .await
}

#[tokio::test]
async fn what_is_entered_for_requirements_is_accessible() -> Outcome {
    visit(async |browser| {
        fill_in(browser).await?;
        is_accessible(browser, "requirements with entries and an error").await
    })
    .await
}

#[tokio::test]
async fn it_fits_a_screen_of_320_pixels_and_is_accessible_on_it() -> Outcome {
    Setup::fixtures()
        .width(320)
        .run(async |browser| {
            fill_in(browser).await?;
            browser.holds("it fits", "return document.documentElement.scrollWidth <= innerWidth").await?;
            is_accessible(browser, "requirements on a narrow screen").await
        })
        .await
}

#[tokio::test]
async fn a_reworded_requirement_keeps_its_entries_and_says_so() -> Outcome {
    assess("Baker", "Master Baker", async |browser| {
        click(browser, "Wants to teach", "radio", "Yes, this holds").await?;
        let reword = "const word = data['requirement:master-baker:own-word:word']; \
            word.wording = '0000000000000000'; word.statement = 'Likes to teach.'";
        with_stored(browser, reword).await?;
        browser.reads("Reworded since you answered; what you entered stands. It was:").await?;
        browser.reads("Likes to teach.").await?;
        tells(browser, "Wants to teach", "Met by your account.").await?;
        browser.click("button", "It still holds").await?;
        browser.sees_no("text", "Likes to teach.").await?;
        tells(browser, "Wants to teach", "Met by your account.").await
    })
    .await
}

#[tokio::test]
async fn entries_without_a_requirement_are_listed_deleted_and_brought_back() -> Outcome {
    assess("Baker", "Master Baker", async |browser| {
        click(browser, "Wants to teach", "radio", "Yes, this holds").await?;
        let retire = "const at = 'requirement:master-baker:own-word:word'; \
            data['requirement:master-baker:long-gone:word'] = data[at]; delete data[at]";
        with_stored(browser, retire).await?;
        browser.reads("No longer in this ladder").await?;
        browser.reads("Master Baker: Wants to teach.").await?;
        browser.reads("By your account, it holds.").await?;
        browser.click("button", "/^Delete what you entered for: Master Baker/").await?;
        browser.sees_no("text", "By your account, it holds.").await?;
        browser.click("button", "Undo").await?;
        browser.reads("By your account, it holds.").await
    })
    .await
}

#[tokio::test]
async fn ones_own_figure_stands_against_the_bar_with_its_period() -> Outcome {
    to_baker(async |browser| {
        let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
        click_in(browser, &row, "button", "Your own figure").await?;
        browser.fill("/^rolls fit for sale/", "many").await?;
        browser.press("\t").await?;
        browser.sees("alert", "Not saved: give a number such as 90 or 82.5.").await?;
        browser.fill("/^rolls fit for sale/", "92,5").await?;
        browser.press("\t").await?;
        browser.sees("status", "Not saved yet: give the first and the last day.").await?;
        enter_day(browser, "From", "2021-06-30").await?;
        browser.sees("status", "Not saved yet: give the last day.").await?;
        enter_day(browser, "Until", "2021-01-01").await?;
        browser.reads("The period ends before it begins.").await?;
        enter_day(browser, "From", "2020-01-01").await?;
        browser.sees_no("text", "The period ends before it begins.").await?;
        let told = "92.5\u{a0}% from 1 January 2020 to 1 January 2021; the ladder asks for 95\u{a0}%: not reached.";
        browser.reads(told).await?;
        is_accessible(browser, "a figure").await?;
        browser.sees("text", "Saved").await?;
        browser.reload().await?;
        browser.reads(told).await?;
        browser.fill("/^rolls fit for sale/", "97").await?;
        browser.press("\t").await?;
        browser.reads("the ladder asks for 95\u{a0}%: reached.").await?;
        browser.sees_no("status", "/Not saved yet/").await?;
        browser.fill("/^rolls fit for sale/", "").await?;
        browser.press("\t").await?;
        browser.sees_no("text", "/the ladder asks for 95/").await?;
        browser.sees("status", "Not saved yet: give the number.").await
    })
    .await
}

#[tokio::test]
async fn on_paper_stands_what_was_entered_without_what_enters_it() -> Outcome {
    to_baker(async |browser| {
        master(browser, "rye").await?;
        browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        tells(browser, "2 kinds of dough", "baked rye").await?;
        browser.sees_no("#requirements button", "/./").await?;
        browser.sees_no("#requirements form", "/./").await
    })
    .await
}
