//! The things a post is made of, besides its words.

use crate::post::prose::Prose;
use crate::span::Span;

/// How a link is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](destination)`
    Inline,
    /// `[text][label]`, `[label]`
    Reference,
    /// `<https://example.com>`
    Automatic,
    /// `https://example.com` in running text
    Bare,
    /// `<a href="…">`
    Html,
    /// `[[page]]`, `[[page|text]]`
    Wiki,
    /// `{{< ref "page" >}}` among words: the address is what readers see.
    Call,
}

/// A link.
#[derive(Clone, Debug)]
pub struct Link {
    /// How it is written.
    pub kind: LinkKind,
    /// All of it.
    pub span: Span,
    /// What stands between its brackets or tags, without them.
    pub text: Span,
    /// What is shown when one points at it.
    pub title: Option<Title>,
    /// Where it leads, as the generator reads it.
    pub destination: String,
    /// Where the destination stands; for a reference, in its definition.
    pub destination_span: Span,
    /// The page that a `ref`, `relref`, `post_url` or the like in the
    /// destination names.
    pub page: Option<Span>,
}

/// The title of a link.
#[derive(Clone, Debug)]
pub struct Title {
    /// What it says.
    pub text: String,
    /// Where it stands, without its quotation marks.
    pub span: Span,
}

/// How an image is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageOrigin {
    /// `![alt](source)`
    Markdown,
    /// `<img>`
    Html,
    /// `![[source]]`
    Wiki,
    /// A shortcode, a tag or a component that is known to make an image.
    Call,
}

/// What stands in for an image when it cannot be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alt {
    /// Nothing at all, or blanks where Markdown has no word for decoration.
    Missing,
    /// Marked as decoration: `alt=""`, `role="presentation"`, `aria-hidden`.
    Decorative,
    /// Words.
    Text(String),
    /// A template decides.
    Unknown,
}

/// An image.
#[derive(Clone, Debug)]
pub struct Image {
    /// How it is written.
    pub origin: ImageOrigin,
    /// All of it.
    pub span: Span,
    /// What stands in for it.
    pub alt: Alt,
    /// Where that stands, empty or not; none where nothing could.
    pub alt_span: Option<Span>,
    /// Where it is loaded from.
    pub source: String,
    /// Where the source stands.
    pub source_span: Span,
    /// True when its declared width and height are a pixel or less.
    pub is_pixel: bool,
}

/// Something shown from elsewhere: a film, a post of a network, a frame.
#[derive(Clone, Debug)]
pub struct Embed {
    /// What calls it, in lower case: `youtube`, `iframe`.
    pub name: String,
    /// The call, or the tag that opens it.
    pub span: Span,
    /// What is shown: an address or an id.
    pub source: Option<Span>,
}

/// A code span or a code block.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// All of it, with its marks.
    pub span: Span,
    /// True for a block.
    pub is_block: bool,
}

/// A heading.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    /// Its level, 1 to 6.
    pub level: u8,
    /// All of it.
    pub span: Span,
}

/// A comment that readers of the page do not see.
#[derive(Clone, Copy, Debug)]
pub struct Comment {
    /// All of it.
    pub span: Span,
    /// What it says.
    pub text: Span,
}

/// A place and the label it carries.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// The label without its marks.
    pub label: String,
    /// All of it.
    pub span: Span,
}

/// Footnotes.
#[derive(Clone, Debug, Default)]
pub struct Footnotes {
    /// `[^label]` in the text.
    pub references: Vec<Labelled>,
    /// `[^label]: …`
    pub definitions: Vec<Labelled>,
}

/// Everything the body is made of.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) prose: Prose,
    pub(super) links: Vec<Link>,
    pub(super) images: Vec<Image>,
    pub(super) code: Vec<Code>,
    pub(super) comments: Vec<Comment>,
    pub(super) footnotes: Footnotes,
    pub(super) citations: Vec<Span>,
    pub(super) embeds: Vec<Embed>,
    pub(super) headings: Vec<Heading>,
    pub(super) elements: Vec<Span>,
}
