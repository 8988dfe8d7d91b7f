//! The rules: one file each, in the folder of the question it asks.
//!
//! To add a rule, copy a neighbour's file, add one line to the list below and
//! run `cargo test`: the examples in its [`Meta`] are its documentation and
//! its tests.
//!
//! A rule sees a post and a [`Context`] and reports spans. It knows nothing of
//! git, files, the clock, policy files or output.

mod channel;
#[macro_use]
mod whole;

mod check;
mod claimed;
mod context;
mod exhibit;
mod glued;
mod heading;
mod kind;
mod leftover;
mod mention;
mod meta;
mod options;
mod passage;
mod permission;
mod pictures;
mod renamed;
mod reviewed;
mod social_copy;
mod spoken;
mod summary;
mod swallowed;
mod terms;
mod waiver_fault;

pub use check::{Check, Rule};
pub use context::{Context, is_reason};
pub use kind::{is_post, is_posts_folder};
pub use meta::{Example, Meta, OptionDoc, Source};
pub use options::{Build, Entry};
pub use permission::{GivenWaiver, Waiver, WaiverPlace, is_author};
pub use pictures::is_picture_name;
pub use renamed::{RENAMED, new_name, now_called};
pub use reviewed::{GivenReview, ReviewFault, Reviews, WantedReview};
pub use terms::{ReviewDemand, WaiverTerms, is_same_name};
pub use waiver_fault::{WaiverFault, one_of};

use crate::finding::Question;

/// Declares the file of every rule and gathers the rules in [`RULES`].
macro_rules! rules {
    ($($question:ident { $($file:ident :: $rule:ident,)* })*) => {
        $(mod $question { $(pub(super) mod $file;)* })*

        /// Every built-in rule, in the order of the questions.
        pub static RULES: &[Entry] = &[
            $($(Entry::of::<$question::$file::$rule>(),)*)*
        ];
    };
}

rules! {
    confidential {
        secret::Secret,
        private_key::PrivateKey,
        url_credentials::UrlCredentials,
        internal_host::InternalHost,
        private_address::PrivateAddress,
        workspace_link::WorkspaceLink,
        confidential_marking::ConfidentialMarking,
        embargo::Embargo,
        sealed_term::SealedTerm,
        personal_email::PersonalEmail,
        phone_number::PhoneNumber,
        national_id::NationalId,
        payment_card::PaymentCard,
        iban::Iban,
        image_location::ImageLocation,
        image_metadata::ImageMetadata,
        leftover_note::LeftoverNote,
        material_nonpublic::MaterialNonpublic,
        unconsented_person::UnconsentedPerson,
    }
    reputation {
        reordered_text::ReorderedText,
        invisible_character::InvisibleCharacter,
        machine_residue::MachineResidue,
        placeholder::Placeholder,
        repeated_word::RepeatedWord,
        typo::Typo,
        misspelt_name::MisspeltName,
        inconsistent_name::InconsistentName,
        profanity::Profanity,
        slur::Slur,
        insensitive_term::InsensitiveTerm,
        disparagement::Disparagement,
        shouting::Shouting,
        blaming_reader::BlamingReader,
        non_apology::NonApology,
        legal_admission::LegalAdmission,
    }
    evidence {
        superlative::Superlative,
        unnamed_study::UnnamedStudy,
        wrong_weekday::WrongWeekday,
        dangling_citation::DanglingCitation,
        unsourced_statistic::UnsourcedStatistic,
        unsourced_comparison::UnsourcedComparison,
        weasel_attribution::WeaselAttribution,
        overstatement::Overstatement,
        stale_figure::StaleFigure,
        relative_time::RelativeTime,
        guarantee::Guarantee,
        testimonial::Testimonial,
        health_claim::HealthClaim,
        vague_green_claim::VagueGreenClaim,
        carbon_claim::CarbonClaim,
        forecast::Forecast,
    }
    helpful {
        vague_link_text::VagueLinkText,
        missing_alt_text::MissingAltText,
        useless_alt_text::UselessAltText,
        tracking_link::TrackingLink,
        missing_summary::MissingSummary,
        awkward_title::AwkwardTitle,
        clickbait_title::ClickbaitTitle,
        thin_post::ThinPost,
        hard_to_read::HardToRead,
        long_sentence::LongSentence,
        wall_of_text::WallOfText,
        broken_link::BrokenLink,
        mismatched_link::MismatchedLink,
        shortened_link::ShortenedLink,
        insecure_link::InsecureLink,
        promised_link::PromisedLink,
        broken_markup::BrokenMarkup,
        heading_order::HeadingOrder,
        miscounted_list::MiscountedList,
        stale_date::StaleDate,
        buzzword::Buzzword,
    }
    conversation {
        announcement_voice::AnnouncementVoice,
        missing_invitation::MissingInvitation,
        invitation_without_channel::InvitationWithoutChannel,
        missing_byline::MissingByline,
        press_release::PressRelease,
        impersonal::Impersonal,
        self_centred::SelfCentred,
        dead_end::DeadEnd,
    }
    mindset {
        broken_front_matter::BrokenFrontMatter,
        missing_front_matter::MissingFrontMatter,
        missing_disclaimer::MissingDisclaimer,
        undisclosed_employer::UndisclosedEmployer,
        undisclosed_affiliate::UndisclosedAffiliate,
        undisclosed_sponsor::UndisclosedSponsor,
        over_network_limit::OverNetworkLimit,
        inaccessible_hashtag::InaccessibleHashtag,
        missing_canonical::MissingCanonical,
    }
    judgement {
        unexplained_waiver::UnexplainedWaiver,
        expired_waiver::ExpiredWaiver,
        outdated_waiver::OutdatedWaiver,
        forbidden_waiver::ForbiddenWaiver,
        unknown_approver::UnknownApprover,
        self_approved::SelfApproved,
        unused_waiver::UnusedWaiver,
        blanket_waiver::BlanketWaiver,
        missing_review::MissingReview,
    }
}

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static Entry> {
    RULES.iter().find(|rule| rule.meta.id == id)
}

/// True for a rule that is about waivers, and not about a post.
pub fn judges_waivers(id: &str) -> bool {
    let missing_review = judgement::missing_review::MissingReview::META.id;
    Question::of_rule(id) == Some(Question::Judgement) && id != missing_review
}

/// What to say of an id that no rule has.
pub fn unknown(id: &str) -> String {
    if let Some(told) = now_called(id) {
        return told;
    }
    match nearest(id) {
        Some(near) => format!("there is no rule `{id}`; did you mean `{near}`?"),
        None => format!("there is no rule `{id}`; `sayso rules` lists them all"),
    }
}

/// The id that is meant by `id`, which no rule has: its name now when it was
/// renamed, else the nearest one when that is near enough.
pub fn nearest(id: &str) -> Option<&'static str> {
    let ids = RULES.iter().map(|rule| rule.meta.id);
    // A name without its question is enough.
    let by_name = |known: &&str| known.split_once('/').is_some_and(|(_, name)| name == id);
    new_name(id)
        .or_else(|| ids.clone().find(by_name))
        .or_else(|| crate::nearest::nearest(id, ids))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_name_leads_to_the_new_one() {
        let old = RENAMED[0].0;
        assert_eq!(nearest(old), Some("evidence/superlative"));
        let told = "`evidence/boast` is now called `evidence/superlative`";
        assert_eq!(unknown(old), told);
    }

    #[test]
    fn a_review_is_about_the_post() {
        assert!(judges_waivers("judgement/expired-waiver"));
        assert!(!judges_waivers("judgement/missing-review"));
        assert!(!judges_waivers("evidence/superlative"));
    }
}
