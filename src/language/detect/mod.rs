//! The language of a text.

mod hints;
mod tally;

use tally::Tally;

/// A text is read in rounds, each of them a piece from several places of the
/// text, so that a quotation at the start does not decide.
const ROUNDS: usize = 150;
const PLACES: usize = 4;
const PIECE: usize = 32;

/// The language of `text` as an ISO 639-1 code, when there is enough to tell.
///
/// Most scripts tell it, and small words like "the" tell the languages in Latin
/// letters. A language that is not known here may pass for a near relation, as
/// Catalan for Spanish.
pub fn detect(text: &str) -> Option<&'static str> {
    let mut tally = Tally::default();
    let share = text.len().div_ceil(PLACES);
    let mut read: [usize; PLACES] = std::array::from_fn(|place| cut(text, place * share));
    for offset in (0..share).step_by(PIECE).take(ROUNDS) {
        for (place, read) in read.iter_mut().enumerate() {
            let end = cut(text, place * share + share.min(offset + PIECE));
            tally.read(&text[*read..end]);
            *read = end;
        }
        if tally.is_clear() {
            break;
        }
    }
    tally.language()
}

/// Where a word ends near byte `at`, or at least a character.
fn cut(text: &str, at: usize) -> usize {
    let near = text.len().min(at + 40);
    let is_blank = |at: &usize| *at == 0 || text.as_bytes()[*at] <= b' ';
    let is_character = |at: &usize| text.is_char_boundary(*at);
    let blank = (at..near).find(is_blank);
    blank
        .or_else(|| (at..near).find(is_character))
        .unwrap_or(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "We moved the build to a new machine on Friday, and it has been \
        twice as fast since. Here is what we learned on the way, and what we would do again. ";
    const SPANISH: &str = "Queremos que los datos de la empresa estén a salvo, y para eso hemos \
        escrito una guía que explica lo que se puede publicar y lo que no. ";

    #[test]
    fn every_language_is_told() {
        for (code, text) in [
            ("en", ENGLISH),
            ("es", SPANISH),
            (
                "de",
                "Wir haben den Dienst neu gebaut, und er ist jetzt schneller als vor einem Jahr.",
            ),
            (
                "fr",
                "Nous avons écrit ce guide pour les équipes qui publient sur le blog de l’entreprise.",
            ),
            (
                "pt",
                "Este guia é para as equipes que não sabem o que pode ser publicado no blog da empresa.",
            ),
            (
                "it",
                "Abbiamo scritto questa guida per le persone che non sanno cosa si può dire nel blog.",
            ),
            (
                "nl",
                "We hebben deze gids geschreven voor de mensen die niet weten wat er op het blog mag.",
            ),
            (
                "pl",
                "Nie wiemy jeszcze, czy to się uda, ale piszemy o tym na blogu, bo jest to ważne dla nas.",
            ),
            (
                "sv",
                "Vi har skrivit en guide för den som inte vet vad som får stå på bloggen och vad som inte får det.",
            ),
            (
                "da",
                "Vi har skrevet en guide til dem, der ikke ved, hvad der må stå på bloggen, og hvad de ikke må vise.",
            ),
            (
                "no",
                "Vi har skrevet en guide for dem som ikke vet hva som kan stå på bloggen, og hva de ikke bør vise nå.",
            ),
            (
                "fi",
                "Tämä ei ole uusi asia, mutta se on tärkeä, ja siksi me olemme kirjoittaneet siitä ohjeen.",
            ),
            (
                "tr",
                "Bu yazı, ne paylaşılabilir diye soran herkes için bir rehber ve daha çok örnek içeren bir liste.",
            ),
            (
                "cs",
                "Nevíme, jestli to bude fungovat, ale píšeme o tom na blogu, protože je to pro nás důležité a není to tajné.",
            ),
            (
                "hu",
                "Ez az útmutató azoknak szól, akik nem tudják, hogy mit szabad és mit nem, és még kérdeznek is.",
            ),
            (
                "ro",
                "Am scris acest ghid pentru cei care nu știu ce este permis și ce nu, ca să nu mai fie întrebări.",
            ),
            (
                "id",
                "Panduan ini adalah untuk tim yang tidak tahu apa yang bisa ditulis di blog dan apa yang tidak.",
            ),
            ("ja", "このガイドは、ブログに書いてよいことを説明します。"),
            ("zh", "这份指南说明哪些内容可以发布，哪些不可以。"),
            ("ko", "이 안내서는 블로그에 쓸 수 있는 내용을 설명합니다."),
            (
                "ru",
                "Мы написали это руководство для тех, кто ведёт блог компании.",
            ),
            (
                "uk",
                "Ми написали цей посібник для тих, хто веде блог компанії.",
            ),
            (
                "el",
                "Γράψαμε αυτόν τον οδηγό για όσους γράφουν στο ιστολόγιο.",
            ),
            ("ar", "كتبنا هذا الدليل لمن يكتبون في مدونة الشركة."),
            ("he", "כתבנו את המדריך הזה למי שכותב בבלוג של החברה."),
            ("th", "เราเขียนคู่มือนี้สำหรับคนที่เขียนบล็อกของบริษัท"),
            ("hi", "हमने यह गाइड उन लोगों के लिए लिखी है जो ब्लॉग लिखते हैं।"),
        ] {
            assert_eq!(detect(text), Some(code), "{text}");
        }
    }

    #[test]
    fn too_little_tells_nothing() {
        for text in [
            "",
            " \n",
            "Falcon 9",
            "42",
            "\u{fffc}",
            "こ",
            "Kubernetes operator handbook, second edition: 操作員模式入門",
            "Los Angeles, Las Vegas, El Paso, La Paz, Los Alamos",
            "cargo build, cargo test, npm run dev",
            "https://example.com/es/la/los/de/el",
        ] {
            assert_eq!(detect(text), None, "{text}");
        }
        assert_eq!(detect("The State of the Union"), Some("en"));
    }

    #[test]
    fn most_of_a_mixed_text_counts() {
        let english = ENGLISH.repeat(8);
        for quotation in [
            SPANISH,
            "これは日本語の引用文です。とても長いです。",
            "Это цитата на русском языке.",
        ] {
            assert_eq!(detect(&format!("{quotation}\n{english}")), Some("en"));
            assert_eq!(detect(&format!("{english}\n{quotation}")), Some("en"));
        }
        let spanish = SPANISH.repeat(8);
        assert_eq!(detect(&format!("{ENGLISH}\n{spanish}")), Some("es"));
        let half = format!("{}{}", ENGLISH.repeat(4), SPANISH.repeat(4));
        assert_ne!(detect(&half), Some("es"));
        assert_eq!(
            detect("Rust 1.90 と Cargo の新しい機能を使って CI を速くする方法。"),
            Some("ja")
        );
        assert_eq!(
            detect("ბლოგი ყველასთვის, ვინც წერს კომპანიის სახელით, the end of it"),
            None
        );
    }

    #[test]
    fn any_text_can_be_read() {
        for text in [
            "é",
            "日本",
            "a\u{301}",
            "’s",
            "ß".repeat(1000).as_str(),
            "x".repeat(100_000).as_str(),
        ] {
            assert_eq!(detect(text), None, "{}", text.len());
        }
        assert_eq!(detect(&"秘".repeat(100_000)), Some("zh"));
    }
}
