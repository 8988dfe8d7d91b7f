//! Digits that are no number of a person, an account or a card.

use crate::found::found;

const RULES: [&str; 3] = [
    "confidential/national-id",
    "confidential/payment-card",
    "confidential/iban",
];

#[test]
fn published_values_are_silent_even_beside_their_names() {
    for text in [
        "A valid Luhn number looks like 4539 5787 6362 1486.",
        "Pay by card 4111111111111111, 4242 4242 4242 4242 or 5555-5555-5555-4444.",
        "Card 378282246310005, card 3714 496353 98431, card 6011000990139424.",
        "Card 3530111333300000, card 3056 930902 5904, card 6200000000000005.",
        "SSN 078-05-1120, SSN 219-09-9999, SSN 987-65-4320, SSN 123-45-6789.",
        "SSN 000-12-3456, SSN 666-12-4456, SSN 111-11-1111, SSN 512-00-0283.",
        "NINO QQ 12 34 56 C and NINO AB123456C.",
        "SIN 046 454 286, SIN 123 456 789, SIN 000 000 000.",
        "Steuer-ID 86 095 742 719, BSN 111222333, BSN 123456782, BSN 000000000.",
        "CPF 111.444.777-35, CPF 529.982.247-25, CPF 111.111.111-11, CPF 123.456.789-09.",
        "PESEL 44051401359, personnummer 811228-9874, DNI 12345678Z, NIE X1234567L.",
        "Aadhaar 9999 9999 0019, codice fiscale RSSMRA85T10A562S, NIR 2 69 05 49 588 157 80.",
        "IBAN GB29NWBK60161331926819, DE89 3704 0044 0532 0130 00, GB82 WEST 1234 5698 7654 32.",
        "IBAN FR14 2004 1010 0505 0001 3M02 606 and ES91 2100 0418 4502 0005 1332.",
    ] {
        for rule in RULES {
            assert_eq!(found(rule, text), [""; 0], "{rule}: {text}");
        }
    }
}

#[test]
fn numbers_of_things_are_silent() {
    for text in [
        "Order 4526 0181 5908 3012 left with tracking number 899-41-7206.",
        "ISBN 978-3-16-148410-0, ISBN 0-306-40615-2, arXiv:2101.03961, doi:10.1000/182.",
        "On 2026-05-04 at 10:20:30, version 1.899.41.7206 of 4.52.6018, 192.168.10.20.",
        "Commit 5266131860913905abc, hash 4526018159083012deadbeef, 0x5266131860913905.",
        "The id is 52661318-6091-4905-8a3c-407162859abc, or 0000-0002-1825-0097.",
        "See https://example.com/card/5266131860913905?ssn=899-41-7206 for more.",
        "![Card](/img/card-5266131860913905.png) and [SSN](ssn/899-41-7206.html)",
        "Tracking 1Z999AA10123456784, parcel 9400 1118 9956 1234 5678 90.",
        "Pi is 3.14159265358979323846, e is 2.718281828459045, card 0.5266131860913905.",
        "It sold 539,271,841 units for $407162859, or 407 162 859 kroner.",
        "Call 212-736-0418, +1 899 41 7206, or fax 899-41-7206.",
        "```c\nint cards[] = {4526, 181, 5908, 3012, 407162859, 539271841};\n```",
        "| Year | Sum |\n|---|---|\n| 2026 | 407162859 |\n| 2025 | 50718362 |",
        "00000000: 5266 1318 6091 3905 4526 0181 5908 3012  R...`..E&....0.",
        "[AT 10 20 30 45] GB30 ACME, DE57 is a part, and DE57700100809371502847 is not.",
    ] {
        for rule in RULES {
            assert_eq!(found(rule, text), [""; 0], "{rule}: {text}");
        }
    }
}

#[test]
fn numbers_are_found_wherever_they_slip_in() {
    let places = [
        "#",
        "(#)",
        "**#**",
        "\"#\"",
        "SSN:#",
        "SSN=#;",
        "| SSN | # |",
        "<!-- # -->",
        "`#`",
        "    #",
        "> #,",
        "<p>#</p>",
        "ssn\t#",
        "#\r\n",
        "número:#。",
        "---\nid: \"#\"\n---\nText.",
        "{{< note \"#\" >}}",
    ];
    for place in places {
        let text = place.replace('#', "899-41-7206");
        assert_eq!(found(RULES[0], &text), ["899-41-7206"], "{text}");
        let text = place.replace('#', "4526 0181 5908 3012");
        assert_eq!(found(RULES[1], &text), ["4526 0181 5908 3012"], "{text}");
        let text = place.replace('#', "GB30ACME20496183075216");
        assert_eq!(found(RULES[2], &text), ["GB30ACME20496183075216"], "{text}");
    }
}
