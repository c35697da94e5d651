//! Sentences of a given number of words, in which common words come often and terms of a trade seldom.

use crate::chance::Chance;

const VERBS: &str = "answers arranges builds checks coaches collects compares corrects decides defends delivers
    describes designs documents drafts estimates explains finds follows handles improves introduces keeps leads measures
    mends names negotiates notices organises plans prepares presents protects publishes questions reads records resolves
    reviews schedules shapes shares simplifies supports teaches tests writes";
const ADJECTIVES: &str = "annual broad careful clear common complex costly critical daily difficult early fair familiar
    frequent honest important internal joint known large late likely local long lasting new open own plain public rare
    recent regular risky shared simple small technical urgent whole";
const NOUNS: &str = "agreements analyses answers budgets cases changes colleagues contracts conversations customers
    data deadlines decisions departments designs documents drafts errors estimates evidence experiments failures findings
    goals guidelines handovers ideas incidents interviews issues knowledge lessons limits meetings methods mistakes needs
    newcomers notes objections outages partners plans practices priorities problems processes products projects proposals
    questions records releases reports requests results reviews risks roles schedules services shifts skills standards
    suppliers systems tasks teams tests tools trade-offs workshops";
const JOINTS: &str = "with for of across before after within despite through beyond and or about from";
const ARTICLES: &str = "the all most some our other these many";
const SYLLABLES: &str = "al an ar ba be ca ce co da de do el en er fa ga in is ka la le li lo ma me mi na ne no or pa
    po ra re ri sa so ta te vo";

/// The words of a trade: those that all trades share, and terms that few others use.
pub struct Trade {
    verbs: Vec<&'static str>,
    adjectives: Vec<&'static str>,
    nouns: Vec<&'static str>,
    joints: Vec<&'static str>,
    articles: Vec<&'static str>,
    terms: Vec<String>,
}

impl Trade {
    /// A trade with as many terms as asked for.
    pub fn new(terms: usize, chance: &mut Chance) -> Self {
        let list = |words: &'static str| words.split_whitespace().collect::<Vec<_>>();
        let syllables = list(SYLLABLES);
        let mut term = |_| (0..chance.between(2, 4)).map(|_| chance.one_of(&syllables)).collect();
        Self {
            verbs: list(VERBS),
            adjectives: list(ADJECTIVES),
            nouns: list(NOUNS),
            joints: list(JOINTS),
            articles: list(ARTICLES),
            terms: (0..terms).map(&mut term).collect(),
        }
    }

    /// A sentence of exactly so many words, at least 1.
    pub fn sentence(&self, words: usize, chance: &mut Chance) -> String {
        let mut text = capitalised(chance.one_of(&self.verbs));
        for at in 1..words {
            text.push(' ');
            text.push_str(self.word(at, chance));
        }
        text + "."
    }

    /// The word that stands at a place of a sentence.
    fn word(&self, at: usize, chance: &mut Chance) -> &str {
        match at % 5 {
            1 => chance.one_of(&self.articles),
            2 => chance.one_of(&self.adjectives),
            3 if chance.percent(25) => chance.one_of(&self.terms),
            4 => chance.one_of(&self.joints),
            _ => chance.one_of(&self.nouns),
        }
    }

    /// A name of two words, such as "Careful plans".
    pub fn name(&self, chance: &mut Chance) -> String {
        format!("{} {}", capitalised(chance.one_of(&self.adjectives)), chance.one_of(&self.nouns))
    }

    /// A term with a capital.
    pub fn proper(&self, chance: &mut Chance) -> String {
        capitalised(chance.one_of(&self.terms))
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}
