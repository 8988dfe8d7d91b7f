//! The table of what is found, printed with `--nocapture`.

use crate::accounts::*;
use crate::chance::{Chance, values};
use crate::found::found;
use crate::people::*;

/// How many of each.
const N: usize = 200;

const ID: &str = "confidential/national-id";
const CARD: &str = "confidential/payment-card";
const IBAN: &str = "confidential/iban";

/// A kind of number, the rule, a sentence with `#` for the number that names
/// it, a sentence that does not, and whether the number is found there too.
struct Row(
    &'static str,
    &'static str,
    Maker,
    &'static str,
    &'static str,
    bool,
);

const BARE: &str = "They wrote # on the door.";

const ROWS: &[Row] = &[
    Row("US SSN", ID, ssn, "Her SSN is #.", BARE, true),
    Row("UK NINO", ID, nino, "National Insurance: #", BARE, true),
    Row("CA SIN", ID, sin, "My SIN is #, see.", BARE, false),
    Row(
        "DE Steuer-IdNr",
        ID,
        tax_id,
        "Meine Steuer-ID lautet #.",
        BARE,
        false,
    ),
    Row(
        "FR NIR",
        ID,
        nir,
        "Le numéro de sécurité sociale # est le sien.",
        BARE,
        true,
    ),
    Row("ES DNI", ID, dni, "Su DNI es #.", BARE, false),
    Row("ES NIE", ID, nie, "Su NIE es #.", BARE, false),
    Row(
        "IT codice fiscale",
        ID,
        tax_code,
        "Il codice fiscale: #.",
        BARE,
        true,
    ),
    Row(
        "NL BSN",
        ID,
        bsn,
        "Haar burgerservicenummer is #.",
        BARE,
        false,
    ),
    Row("BR CPF", ID, cpf, "O CPF é #.", BARE, true),
    Row("PL PESEL", ID, pesel, "Jej PESEL to #.", BARE, false),
    Row(
        "SE personnummer",
        ID,
        personal_number,
        "Personnummer: #",
        BARE,
        false,
    ),
    Row(
        "IN Aadhaar",
        ID,
        aadhaar,
        "The Aadhaar number # was read out.",
        BARE,
        false,
    ),
    Row("Visa", CARD, visa, "Paid by card #.", BARE, true),
    Row(
        "Mastercard",
        CARD,
        mastercard,
        "Paid by card #.",
        BARE,
        true,
    ),
    Row(
        "American Express",
        CARD,
        amex,
        "Paid by card #.",
        BARE,
        true,
    ),
    Row("Discover", CARD, discover, "Paid by card #.", BARE, true),
    Row("JCB", CARD, jcb, "Paid by card #.", BARE, true),
    Row("Diners Club", CARD, diners, "Paid by card #.", BARE, true),
    Row("UnionPay", CARD, unionpay, "Paid by card #.", BARE, true),
    Row(
        "Maestro, unbroken",
        CARD,
        maestro,
        "Paid by card #.",
        BARE,
        false,
    ),
    Row("IBAN", IBAN, iban, "Pay to #.", BARE, true),
];

#[test]
fn valid_numbers_are_found_and_wrong_ones_are_not() {
    println!(
        "{:20} {:>6} {:>6} {:>6}",
        "of 200", "named", "bare", "wrong"
    );
    for (seed, Row(name, rule, make, named, bare, alone)) in ROWS.iter().enumerate() {
        let mut chance = Chance::new(seed as u64 + 1);
        let made: Vec<_> = (0..N).map(|_| varied(&mut chance, *make)).collect();
        let right: Vec<String> = made.iter().map(|(right, _)| right.clone()).collect();
        let wrong: Vec<String> = made.into_iter().map(|(_, wrong)| wrong).collect();
        let in_name = found(rule, &post(named, &right));
        let in_bare = found(rule, &post(bare, &right));
        let in_wrong = found(rule, &post(named, &wrong));
        println!(
            "{name:20} {:6} {:6} {:6}",
            in_name.len(),
            in_bare.len(),
            in_wrong.len()
        );
        assert_eq!(in_name, right, "{name}");
        let expected = if *alone { right } else { Vec::new() };
        assert_eq!(in_bare, expected, "{name} without a word");
        assert_eq!(in_wrong, [""; 0], "{name} with a wrong check digit");
    }
}

/// A post with a paragraph for each number.
fn post(sentence: &str, numbers: &[String]) -> String {
    let paragraphs = numbers.iter().map(|number| sentence.replace('#', number));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// A number that does not look made up, which chance brings now and then.
fn varied(chance: &mut Chance, make: Maker) -> (String, String) {
    loop {
        let (right, wrong) = make(chance);
        let digits = values(&right);
        let variety = (0..10).filter(|digit| digits.contains(digit)).count();
        let counts = |step: u64| {
            let follows = |pair: &[u64]| pair[1] == (pair[0] + step) % 10;
            digits.windows(5).any(|run| run.windows(2).all(follows))
        };
        let repeats = digits
            .windows(4)
            .any(|run| run.iter().all(|digit| *digit == run[0]));
        let enough = if digits.len() > 12 { 6 } else { 4 };
        if variety >= enough && !counts(1) && !counts(9) && !repeats {
            return (right, wrong);
        }
    }
}

#[test]
fn a_run_of_digits_that_passes_by_chance_is_silent() {
    let mut chance = Chance::new(99);
    let runs: Vec<String> = (0..2000)
        .map(|_| {
            let length = chance.within(8, 20) as usize;
            chance.digits(length)
        })
        .collect();
    for sentence in [
        "Build # is out.",
        "`id = #`",
        "    [#, 12]",
        "The sum was # in all.",
    ] {
        for rule in [ID, CARD, IBAN] {
            assert_eq!(
                found(rule, &post(sentence, &runs)),
                [""; 0],
                "{rule}: {sentence}"
            );
        }
    }
}
