use super::*;

/// The words that `find` reads at the first of the phrases that makes a claim.
fn found<T>(
    sentence: &str,
    phrases: impl Iterator<Item = &'static str>,
    find: impl Fn(&Statement<'_>) -> Option<(Range<usize>, T)>,
) -> Option<&str> {
    let speaker = Speaker {
        companies: vec!["Acme"],
        products: vec!["Acme Cloud", "Acme Balm"],
    };
    let read = Reading::new(sentence);
    let phrases: Vec<Vec<&str>> = phrases.map(|one| one.split(' ').collect()).collect();
    let places = (0..read.folded.len()).flat_map(|at| {
        let here = &read.folded[at..];
        let is_here = |phrase: &&Vec<&str>| {
            here.len() >= phrase.len() && phrase.iter().zip(here).all(|(one, other)| one == other)
        };
        let starts = phrases.iter().filter(is_here);
        starts
            .map(|phrase| at..at + phrase.len())
            .collect::<Vec<_>>()
    });
    places.into_iter().find_map(|place| {
        let statement = Statement::new(sentence, read.bytes(place), &speaker)?;
        find(&statement).map(|(range, _)| &sentence[range])
    })
}

fn guaranteed(sentence: &str) -> Option<&str> {
    found(sentence, guarantee::phrases(), |said| {
        Some((guarantee::find(said)?, ()))
    })
}

fn healed(sentence: &str) -> Option<&str> {
    found(sentence, health::phrases(), |said| {
        Some((health::find(said)?, ()))
    })
}

fn green(sentence: &str) -> Option<&str> {
    found(sentence, green::phrases(), |said| {
        Some((green::find(said)?, ()))
    })
}

fn carbon(sentence: &str) -> Option<&str> {
    found(sentence, carbon::phrases(), carbon::find)
}

fn returned(sentence: &str) -> Option<&str> {
    found(sentence, forecast::phrases(), |said| {
        Some((forecast::find(said)?, ()))
    })
}

#[test]
fn guarantees_are_made_by_the_speaker() {
    for (sentence, words) in [
        ("Acme Cloud 3 is 100% secure.", "100% secure"),
        ("Your data is 100% safe with us.", "100% safe"),
        ("Acme’s unbreakable vault", "unbreakable"),
        ("Our fund is risk-free.", "risk-free"),
        ("You can earn guaranteed yields.", "guaranteed yields"),
        ("We guarantee you a profit.", "guarantee you a profit"),
        ("Our servers never go down.", "never go down"),
    ] {
        assert_eq!(guaranteed(sentence), Some(words), "{sentence}");
    }
    for sentence in [
        "The bank offers guaranteed returns.",
        "All figures are targets, not guaranteed returns.",
        "We guarantee the order of messages.",
        "We use 100% secure in tests.",
        "The data is 100% safe.",
        "We compare a fund with a risk-free investment.",
        "We return 100 rows.",
        "Our fund is risk-free if you believe it.",
        "You cannot earn guaranteed yields.",
        "Our customers are 100% safe.",
    ] {
        assert_eq!(guaranteed(sentence), None, "{sentence}");
    }
}

#[test]
fn remedies_heal_and_doctors_treat() {
    for (sentence, words) in [
        ("Acme Balm helps prevent eczema.", "prevent eczema"),
        (
            "Our tea cures and prevents colds.",
            "cures and prevents colds",
        ),
        ("We cure cancer.", "cure cancer"),
        ("Acme Balm, clinically proven.", "clinically proven"),
        ("Our clinically proven drops help.", "clinically proven"),
    ] {
        assert_eq!(healed(sentence), Some(words), "{sentence}");
    }
    for sentence in [
        "We treat cancer.",
        "Our doctors treat diabetes.",
        "Aspirin prevents strokes.",
        "The clinically proven method is theirs.",
        "Our tea treats guests, some with a cold heart, and no disease.",
        "Our app prevents crashes, a disease of software.",
        "Our app treats spam like a disease.",
        "Our soap stops thirst and aids digestion.",
    ] {
        assert_eq!(healed(sentence), None, "{sentence}");
    }
}

#[test]
fn green_is_what_one_sells_or_uses() {
    for (sentence, words) in [
        ("Our soap is gentle and biodegradable.", "biodegradable"),
        (
            "We use environmentally friendly inks.",
            "environmentally friendly",
        ),
        ("Acme's non-toxic paint", "non-toxic"),
    ] {
        assert_eq!(green(sentence), Some(words), "{sentence}");
    }
    for sentence in [
        "Banana peel is biodegradable.",
        "Our guide to eco-friendly travel",
        "We met an eco-friendly printer.",
        "Contribute to our eco-friendly initiatives.",
        "Our customers want eco-friendly cups.",
        "We are non-toxic, and so is our non-toxic culture.",
        "Our team is environmentally friendly.",
    ] {
        assert_eq!(green(sentence), None, "{sentence}");
    }
    assert!(green::is_qualified("It is made from cork.") && !green::is_qualified("It is green."));
}

#[test]
fn carbon_is_the_speakers_own() {
    for (sentence, words) in [
        ("We're carbon neutral.", "carbon neutral"),
        ("We've achieved net zero.", "net zero"),
        ("Our carbon-neutral hosting is here.", "carbon-neutral"),
        (
            "We have pledged to become climate neutral.",
            "climate neutral",
        ),
        (
            "Acme offsets 120% of its emissions.",
            "offsets 120% of its emissions",
        ),
    ] {
        assert_eq!(carbon(sentence), Some(words), "{sentence}");
    }
    for sentence in [
        "The UK will be net zero by 2050.",
        "We help Bergbank become carbon neutral.",
        "We support the goal of net zero.",
        "We offset your flights.",
        "We offset the pointer by all eight bytes.",
        "Our net-zero strategy is late.",
        "Our partner’s carbon-neutral hosting helps.",
        "Our zero-emission buses leave at nine.",
        "Our goal is to help cities reach net zero.",
    ] {
        assert_eq!(carbon(sentence), None, "{sentence}");
    }
    assert!(carbon::has_method("For scope 1.") && !carbon::has_method("For us."));
}

#[test]
fn returns_are_those_of_own_funds() {
    for (sentence, words) in [
        ("Our portfolio has returned 9.5% a year.", "returned 9.5"),
        ("Our fund beat the index.", "beat"),
        ("We have a target yield of 6 percent.", "target yield of 6"),
    ] {
        assert_eq!(returned(sentence), Some(words), "{sentence}");
    }
    for sentence in [
        "We returned 12% of the goods this year.",
        "The index returned 9% a year.",
        "Our fund returned the mail.",
        "Our model gained 3% in accuracy.",
        "The expected return is 5%.",
    ] {
        assert_eq!(returned(sentence), None, "{sentence}");
    }
    assert!(forecast::has_caveat("You may lose money.") && !forecast::has_caveat("You win."));
}

#[test]
fn a_signature_has_a_dash_and_a_name() {
    assert!(testimonial::is_signature("— Ines Berg"));
    assert!(!testimonial::is_signature("Ines Berg") && !testimonial::is_signature("- and so on"));
}
