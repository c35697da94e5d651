//! The questions of the opportunity.

use std::fmt;

use crate::assessment::Reply;

/// A question of the opportunity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether there is an opening. It is answered once, in the assessment of the target's ladder.
    Opening,
    /// One that is answered on the worksheet.
    Other(Topic),
}

/// What a question that is answered on the worksheet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Whether there is budget.
    Budget,
    /// Whether the company moves at the pace at which the user wants to.
    Pace,
    /// Whether the number of such roles is limited.
    Limit,
    /// Whether someone is ahead.
    Queue,
    /// Whether management answered what the user could take on.
    Management,
}

impl Topic {
    /// All, in their order on the screen.
    pub const ALL: [Self; 5] = [Self::Budget, Self::Pace, Self::Limit, Self::Queue, Self::Management];

    /// The name in stored data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::Pace => "pace",
            Self::Limit => "limit",
            Self::Queue => "queue",
            Self::Management => "management",
        }
    }

    /// Reads the name in stored data.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == text)
    }
}

/// What is said of a question, wherever it stands.
struct Sentences {
    /// To the user.
    heading: &'static str,
    /// Why it is worth asking.
    why: &'static str,
    /// The user's own question, to be asked.
    to_ask: &'static str,
    /// A clause for an answer that stands against growing here.
    against: &'static str,
    /// A clause for what is not known.
    unknown: &'static str,
}

impl Question {
    /// All, in their order on the screen.
    pub const ALL: [Self; 6] = [
        Self::Opening,
        Self::Other(Topic::Budget),
        Self::Other(Topic::Pace),
        Self::Other(Topic::Limit),
        Self::Other(Topic::Queue),
        Self::Other(Topic::Management),
    ];

    /// The question to the user.
    pub fn heading(self) -> &'static str {
        self.sentences().heading
    }

    /// Why it is worth asking.
    pub fn why(self) -> &'static str {
        self.sentences().why
    }

    /// A clause that says an answer which stands against growing here.
    pub fn against(self) -> &'static str {
        self.sentences().against
    }

    /// A clause that says what is not known: "whether there is budget".
    pub fn unknown(self) -> &'static str {
        self.sentences().unknown
    }

    /// Whether a reply stands against growing here.
    pub fn is_against(self, reply: Reply) -> bool {
        let against = match self {
            Self::Other(Topic::Limit | Topic::Queue) => Reply::Yes,
            Self::Opening | Self::Other(Topic::Budget | Topic::Pace | Topic::Management) => Reply::No,
        };
        reply == against
    }

    /// The question as the user asks it, about the level of that name.
    pub fn to_ask(self, level: Option<&str>) -> String {
        match (self, level) {
            (Self::Opening, Some(level)) => ["Is there an opening at this level: ", level, "?"].concat(),
            _ => self.sentences().to_ask.to_owned(),
        }
    }

    fn sentences(self) -> Sentences {
        match self {
            Self::Opening => Sentences {
                heading: "Is there an opening?",
                why: "However good the work is, a company may have no room for the next step.",
                to_ask: "Is there an opening for me to grow into, and if so, what is it?",
                against: "there is no opening",
                unknown: "whether there is an opening",
            },
            Self::Other(Topic::Budget) => Sentences {
                heading: "Is there budget for it?",
                why: "A step that nobody can pay for does not happen.",
                to_ask: "Is there budget for me to move to the next level?",
                against: "there is no budget",
                unknown: "whether there is budget",
            },
            Self::Other(Topic::Pace) => Sentences {
                heading: "Is the pace right for you?",
                why: "The company may not be moving as fast as you want to.",
                to_ask: "How fast will the company, and roles like the one I want, grow over the next year?",
                against: "the pace is not yours",
                unknown: "whether the pace is right",
            },
            Self::Other(Topic::Limit) => Sentences {
                heading: "Is the number of such roles limited?",
                why: "In some organisations one is free only when someone leaves.",
                to_ask: "Is the number of such roles limited, and when does one become free?",
                against: "the number of such roles is limited",
                unknown: "whether the number of such roles is limited",
            },
            Self::Other(Topic::Queue) => Sentences {
                heading: "Is someone ahead of you?",
                why: "Where roles are limited, others may be next.",
                to_ask: "Is anyone ahead of me for such a role?",
                against: "someone is ahead of you",
                unknown: "whether someone is ahead of you",
            },
            Self::Other(Topic::Management) => Sentences {
                heading: "Has management answered what more you can take on?",
                why: "Ask straight out, as the company would ask you about its metrics.",
                to_ask: "What more can I take on, and what would that lead to?",
                against: "management has nothing more for you to take on",
                unknown: "what management would have you take on",
            },
        }
    }
}

/// The question to the user.
impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.heading())
    }
}
