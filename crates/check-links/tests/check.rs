//! Ids of the working tree against those of a commit, each in a repository made for the test.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use check_links::{Answer, Impossible, Kind, Question, check};

const THEMES: &str = "[[theme]]\nid = \"craft\"\nname = \"Craft\"\nsummary = \"Doing it well.\"\n";
const BAKERY: &str = r#"
format = 1
name = "Bakery"
version = "1.0.0"
status = "current"
lang = "en"
summary = "Bread."

[[track]]
id = "bench"
name = "Bench"
kind = "core"

[[competency]]
id = "dough"
name = "Dough"
themes = ["craft"]

[[level]]
id = "apprentice"
name = "Apprentice"
track = "bench"
rank = 1

[[level.expects]]
id = "kneads"
competency = "dough"
text = "Kneads by hand."

[[level]]
id = "baker"
former_ids = ["journeyman"]
name = "Baker"
track = "bench"
rank = 2

[[level.expects]]
id = "proves"
competency = "dough"
text = "Judges when the dough has proved."

[[level.requires]]
id = "year"
kind = "time-at-rank"
rank = 1
months = 12

[[level.requires]]
id = "taught"
kind = "any-of"
of = [
  { id = "coached", kind = "experience", text = "Has coached an apprentice." },
  { id = "course", kind = "experience", text = "Has given a course." },
]

[[rule]]
id = "waiver"
name = "Waiver"
text = "The owner can waive a requirement."
"#;

/// A repository of its own, with the bakery committed; it goes when the test is over.
struct Repository(PathBuf);

impl Repository {
    /// One without a commit.
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("check-links-{}-{count}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("ladders")).unwrap();
        let repository = Self(folder);
        repository.git(&["init", "-q", "-b", "main"]);
        repository
    }

    fn published() -> Self {
        Self::publishing(BAKERY)
    }

    fn publishing(bakery: &str) -> Self {
        let repository = Self::new();
        repository.write("themes.toml", THEMES);
        repository.write("bakery.toml", bakery);
        repository.commit();
        repository
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "--allow-empty", "-m", "Publish"]);
    }

    fn git(&self, arguments: &[&str]) {
        let mut git = Command::new("git");
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            git.env_remove(variable);
        }
        let who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
        let hooks = ["-c", "core.hooksPath=/dev/null"];
        let status = git.current_dir(&self.0).args(who).args(hooks).args(arguments).status().unwrap();
        assert!(status.success(), "git {arguments:?}");
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join("ladders").join(name), text).unwrap();
    }

    fn check(&self) -> Result<Answer, Impossible> {
        self.check_against("main", false)
    }

    fn check_against(&self, against: &str, may_be_missing: bool) -> Result<Answer, Impossible> {
        check(&Question { root: &self.0, ladders: "ladders", against, may_be_missing })
    }

    /// The messages on what is lost.
    fn lost(&self) -> Vec<String> {
        match self.check().unwrap() {
            Answer::Lost(lost) => lost.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        }
    }
}

impl Drop for Repository {
    fn drop(&mut self) {
        // What is left over in the folder for temporary files does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What is lost where one part of the bakery was written in another way.
fn lost_after(old: &str, new: &str) -> Vec<String> {
    let repository = Repository::published();
    assert!(BAKERY.contains(old), "{old}");
    repository.write("bakery.toml", &BAKERY.replace(old, new));
    repository.lost()
}

/// Kind, present id, what may take its place, and the path by which `gone.txt` names it.
const NAMED: [(&str, &str, &str, &str); 5] = [
    ("level", "apprentice", "trainee-apprentice", "bakery.apprentice"),
    ("competency", "dough", "doughs", "bakery.dough"),
    ("expectation", "proves", "proves-dough", "bakery.proves"),
    ("requirement", "year", "one-year", "bakery.baker.year"),
    ("requirement", "coached", "has-coached", "bakery.baker.coached"),
];

#[test]
fn what_is_as_it_was_keeps_every_id() {
    let answer = Repository::published().check().unwrap();
    assert!(matches!(answer, Answer::Kept { ids: 13, .. }), "{answer:?}");
}

#[test]
fn an_id_of_any_kind_that_vanished_is_named_with_file_and_cure() {
    for (kind, old, new, path) in NAMED {
        let lost = lost_after(&format!("\"{old}\""), &format!("\"{new}\""));
        let expected = format!(
            "error: ladders/bakery.toml: the {kind} `{old}` is gone, and links or saved answers still name it\n  \
             cure: add former_ids = [\"{old}\"] to the {kind} `{new}` in ladders/bakery.toml, or to whatever took its place\n        \
             if nothing did, add the line `{kind} {path}` to ladders/gone.txt"
        );
        assert_eq!(lost, [expected]);
    }
}

#[test]
fn an_id_that_became_a_former_one_is_kept() {
    for (_, old, new, _) in NAMED {
        let declared = format!("id = \"{old}\"");
        let is_inline = BAKERY.contains(&format!("{{ {declared}"));
        let separator = if is_inline { ", " } else { "\n" };
        let renamed = format!("id = \"{new}\"{separator}former_ids = [\"{old}\"]");
        // Where the competency's new id is used, its former one would be unknown.
        let bakery = BAKERY.replace(&format!("competency = \"{old}\""), &format!("competency = \"{new}\""));
        let repository = Repository::published();
        repository.write("bakery.toml", &bakery.replace(&declared, &renamed));
        assert!(matches!(repository.check(), Ok(Answer::Kept { .. })), "{old}: {:?}", repository.check());
    }
}

#[test]
fn a_former_id_has_to_stay_known_too() {
    let lost = lost_after("former_ids = [\"journeyman\"]\n", "");
    assert!(lost.len() == 1 && lost[0].contains("the level `journeyman` is gone"), "{lost:?}");
}

#[test]
fn former_ids_that_are_there_stay_in_the_cure() {
    let lost = lost_after("id = \"baker\"", "id = \"bakers\"");
    assert!(lost[0].contains("add former_ids = [\"journeyman\", \"baker\"] to the level `bakers`"), "{lost:?}");
}

#[test]
fn a_rule_and_a_theme_keep_their_ids() {
    let lost = lost_after("id = \"waiver\"", "id = \"exception\"");
    assert!(lost[0].contains("cure: keep the id `waiver`; names and texts can change freely"), "{lost:?}");
    let repository = Repository::published();
    repository.write("themes.toml", &THEMES.replace("craft", "skill"));
    repository.write("bakery.toml", &BAKERY.replace("craft", "skill"));
    let lost = repository.lost();
    assert!(lost[0].starts_with("error: ladders/themes.toml: the theme `craft` is gone"), "{lost:?}");
}

#[test]
fn a_ladder_that_vanished_is_named_once_and_not_all_that_was_in_it() {
    let repository = Repository::published();
    fs::rename(repository.0.join("ladders/bakery.toml"), repository.0.join("ladders/bakerys.toml")).unwrap();
    let lost = repository.lost();
    assert_eq!(lost.len(), 1);
    assert!(
        lost[0].contains("add former_ids = [\"bakery\"] to the ladder `bakerys` in ladders/bakerys.toml"),
        "{lost:?}"
    );
}

#[test]
fn under_its_new_id_a_ladder_and_a_level_are_looked_through() {
    let repository = Repository::published();
    fs::remove_file(repository.0.join("ladders/bakery.toml")).unwrap();
    let renamed = format!("former_ids = [\"bakery\"]\n{BAKERY}")
        .replace("id = \"baker\"\nformer_ids = [", "id = \"master\"\nformer_ids = [\"baker\", ");
    repository.write("bread.toml", &renamed);
    assert_eq!(repository.lost(), Vec::<String>::new());
    repository.write("bread.toml", &renamed.replace("id = \"year\"", "id = \"a-year\""));
    let lost = repository.lost();
    assert_eq!(lost.len(), 1);
    assert!(lost[0].starts_with("error: ladders/bread.toml: the requirement `year` is gone"), "{lost:?}");
    assert!(lost[0].ends_with("add the line `requirement bakery.baker.year` to ladders/gone.txt"), "{lost:?}");
}

#[test]
fn what_is_said_to_be_gone_is_not_lost() {
    let repository = Repository::published();
    repository.write("bakery.toml", &BAKERY.replace("\"proves\"", "\"judges\""));
    assert_eq!(repository.lost().len(), 1);
    repository.write("gone.txt", "expectation bakery.proves # asks something else now\n");
    assert_eq!(repository.lost(), Vec::<String>::new());
    fs::remove_file(repository.0.join("ladders/bakery.toml")).unwrap();
    repository.write("bread.toml", BAKERY);
    repository.write("gone.txt", "ladder bakery\n");
    assert_eq!(repository.lost(), Vec::<String>::new());
    repository.write("gone.txt", "bakery\n");
    let error = repository.check().unwrap_err().to_string();
    assert!(error.starts_with("ladders/gone.txt:1: `bakery` is not understood\n  cure: "), "{error}");
}

#[test]
fn nothing_alike_gives_a_cure_without_a_name() {
    let lost = lost_after("id = \"kneads\"", "id = \"washes-up\"");
    assert!(
        lost[0].contains("cure: add former_ids = [\"kneads\"] to the expectation that took its place\n"),
        "{lost:?}"
    );
}

#[test]
fn ladders_of_then_that_do_not_compile_are_no_pass() {
    let repository = Repository::publishing("format = 7\nname = \"Bakery\"\n");
    repository.write("bakery.toml", BAKERY);
    let error = repository.check().unwrap_err().to_string();
    assert!(error.starts_with("the ladders of main ("), "{error}");
    assert!(
        error.contains("cannot be read by the compiler of this revision") && error.contains(":ladders/bakery.toml")
    );
}

#[test]
fn ladders_of_now_that_do_not_compile_are_shown_with_their_mistakes() {
    let repository = Repository::published();
    repository.write("bakery.toml", &BAKERY.replace("rank = 2", "rank = 1"));
    let error = repository.check().unwrap_err().to_string();
    assert!(error.starts_with("the ladders as they are now have mistakes:\n\nerror: "), "{error}");
}

#[test]
fn a_revision_that_is_not_there_passes_only_if_that_is_said() {
    let repository = Repository::new();
    repository.write("bakery.toml", BAKERY);
    let error = repository.check_against("origin/main", false).unwrap_err().to_string();
    assert!(error.starts_with("there is no revision `origin/main` to compare with\n  cure: "), "{error}");
    let answer = repository.check_against("origin/main", true);
    assert_eq!(answer, Ok(Answer::Nothing("there is no revision `origin/main`".into())));
}

#[test]
fn a_revision_without_ladders_has_no_ids_to_lose() {
    let repository = Repository::new();
    repository.commit();
    repository.write("bakery.toml", BAKERY);
    repository.write("themes.toml", THEMES);
    let answer = repository.check().unwrap();
    assert!(matches!(&answer, Answer::Nothing(why) if why.ends_with("has no ladders in ladders/")), "{answer:?}");
}

#[test]
fn the_repository_may_hold_more_than_the_site() {
    let repository = Repository::new();
    let site = repository.0.join("site");
    fs::create_dir_all(site.join("ladders")).unwrap();
    fs::write(site.join("ladders/themes.toml"), THEMES).unwrap();
    fs::write(site.join("ladders/bakery.toml"), BAKERY).unwrap();
    repository.commit();
    let question = Question { root: &site, ladders: "ladders", against: "main", may_be_missing: false };
    assert!(matches!(check(&question), Ok(Answer::Kept { .. })));
    fs::write(site.join("ladders/bakery.toml"), BAKERY.replace("\"kneads\"", "\"kneads-dough\"")).unwrap();
    let Ok(Answer::Lost(lost)) = check(&question) else { panic!("nothing is lost") };
    assert_eq!((lost[0].kind, lost[0].id.as_str()), (Kind::Expectation, "kneads"));
}

#[test]
fn a_folder_that_is_no_repository_is_said() {
    let folder = env::temp_dir().join(format!("check-links-none-{}", process::id()));
    fs::create_dir_all(&folder).unwrap();
    let question = Question { root: &folder, ladders: "ladders", against: "main", may_be_missing: true };
    let error = check(&question).unwrap_err().to_string();
    fs::remove_dir_all(&folder).unwrap();
    assert!(error.starts_with("git rev-parse --git-dir says: "), "{error}");
}
