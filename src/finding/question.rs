//! The seven questions a careful person asks before sharing anything.

use std::fmt;

/// A group of rules; its text is printed with every finding of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Is the information confidential?
    Confidential,
    /// Does this make the company look bad?
    Reputation,
    /// Can I back up what I am saying?
    Evidence,
    /// Is the information helpful?
    Helpful,
    /// Is this a conversation, or a press release?
    Conversation,
    /// Who is speaking, to whom, and why?
    Mindset,
    /// Has somebody used common sense?
    Judgement,
}

impl Question {
    /// Every question, in the order they are asked.
    pub const ALL: [Question; 7] = [
        Question::Confidential,
        Question::Reputation,
        Question::Evidence,
        Question::Helpful,
        Question::Conversation,
        Question::Mindset,
        Question::Judgement,
    ];

    /// The first half of a rule's id.
    pub fn id(self) -> &'static str {
        match self {
            Question::Confidential => "confidential",
            Question::Reputation => "reputation",
            Question::Evidence => "evidence",
            Question::Helpful => "helpful",
            Question::Conversation => "conversation",
            Question::Mindset => "mindset",
            Question::Judgement => "judgement",
        }
    }

    /// The question as a person asks it.
    pub fn text(self) -> &'static str {
        match self {
            Question::Confidential => "Is the information confidential?",
            Question::Reputation => "Does this make the company look bad?",
            Question::Evidence => "Can I back up what I am saying?",
            Question::Helpful => "Is the information helpful?",
            Question::Conversation => "Is this a conversation, or a press release?",
            Question::Mindset => "Who is speaking, to whom, and why?",
            Question::Judgement => "Has somebody used common sense?",
        }
    }

    /// The question that the rule `id` belongs to.
    pub fn of_rule(id: &str) -> Option<Question> {
        let (group, _) = id.split_once('/')?;
        Question::from_id(group)
    }

    /// The question named `id`.
    pub fn from_id(id: &str) -> Option<Question> {
        Question::ALL
            .into_iter()
            .find(|question| question.id() == id)
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}
