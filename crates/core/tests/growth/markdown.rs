//! The worksheet as Markdown.

use rungs_core::assessment::Reply;
use rungs_core::growth::{self, Aim, Opportunity, Topic, Work, Worksheet, whole};
use rungs_core::record::Book;

use crate::fixture::{AIM, TODAY, answer, at, day, id, measured, opening, priorities, say};

#[test]
fn all_of_it_comes_out_in_the_order_of_the_page() {
    let mut book = priorities(&["Keep customers", "Grow in Asia"]);
    growth::change_path(&mut book, "To lead a team.\n\nIn two years.".into(), at(1));
    growth::put_work(&mut book, &id("w"), Some(&measured("Faster replies", Some("1"))), at(1));
    growth::put_work(&mut book, &id("x"), Some(&Work { to: "a wiki".into(), ..Work::default() }), at(1));
    growth::answer(&mut book, Topic::Budget, &answer(Reply::No, "Next year, says Kim"), at(1));
    for topic in [Topic::Pace, Topic::Management] {
        say(&mut book, topic, Reply::Yes);
    }
    say(&mut book, Topic::Limit, Reply::No);
    let sheet = Worksheet::of(&book);
    let unknown = opening(Reply::Unknown);
    let expected = "\
# Growth worksheet

Toward Senior Engineer (Customer Engineering)

## The path I want

To lead a team.

In two years.

## Impact

### The company’s priorities

1. Keep customers
2. Grow in Asia
   - Nothing serves it yet

### My work

- **Faster replies**
  - Input metric: first replies within an hour, from 60 % to 75 %, by 31 March 2027
  - Output metric: renewals
  - Serves priority 1: Keep customers
- **Work without a name**
  - Input metric: not said, to a wiki
  - Output metric: not said
  - Serves no priority

## Opportunity

- Is there an opening? **Don’t know yet** (9 November 2026)
- Is there budget for it? **No** (2 November 2026)
  - Next year, says Kim
- Is the pace right for you? **Yes** (2 November 2026)
- Is the number of such roles limited? **No** (2 November 2026)
- Has management answered what more you can take on? **Yes** (2 November 2026)

## What this comes to

Impact is tied to one of two priorities; whether there is an opening is not known: ask.

Against it: there is no budget.

One of two pieces of work serves no priority.

One of two pieces of work is not measurable yet.

### To ask

- Is there an opening at this level: Senior Engineer?
";
    assert_eq!(whole(&sheet, Some(AIM), &Opportunity::of(&sheet, Some(&unknown), day(TODAY))), expected);
}

#[test]
fn an_empty_sheet_says_so() {
    let sheet = Worksheet::of(&Book::default());
    let text = whole(&sheet, None, &Opportunity::of(&sheet, None, day(TODAY)));
    assert!(text.contains("\nNo priorities are named yet.\n\nNo work is entered yet.\n"));
    assert!(text.contains("\n- Is there an opening? Not asked yet\n"));
    assert!(!text.contains("comes to"));
}

#[test]
fn texts_come_out_as_they_were_typed_and_on_their_line() {
    let odd = "# 1|2\r\n3. *a* <b> `c` [d](e) 🎉 مرحبا, שלום";
    let escaped = r"\# 1\|2 3. \*a\* \<b\> \`c\` \[d\](e) 🎉 مرحبا, שלום";
    let mut book = priorities(&[odd]);
    let [what, input, from, to, output] = [(); 5].map(|()| odd.to_owned());
    let work = Work { what, input, from, to, output, serves: Some(id("1")), ..Work::default() };
    growth::put_work(&mut book, &id("w"), Some(&work), at(1));
    growth::answer(&mut book, Topic::Budget, &answer(Reply::Yes, odd), at(1));
    let sheet = Worksheet::of(&book);
    let aim = Aim { level: odd, ladder: odd };
    let text = whole(&sheet, Some(aim), &Opportunity::of(&sheet, None, day(TODAY)));
    let within = &escaped[1..];
    assert_eq!(text.matches(within).count(), 11, "{text}");
    assert_eq!(text.matches("🎉").count(), 11);
    assert!(text.contains(&format!("\n- **{escaped}**\n")));
    assert!(text.contains(&format!("\n1. {escaped}\n")));
}

#[test]
fn a_path_keeps_its_paragraphs_and_none_of_them_becomes_a_heading() {
    let mut book = Book::default();
    growth::change_path(&mut book, "one\n---\n# two\n\n\n  - three".into(), at(1));
    let sheet = Worksheet::of(&book);
    let text = whole(&sheet, None, &Opportunity::of(&sheet, None, day(TODAY)));
    assert!(text.contains("\n\none\n\n\\---\n\n\\# two\n\n\\- three\n\n## Impact\n"), "{text}");
}
