//! Countries that have account numbers of the kind, as the registry that SWIFT
//! keeps for ISO 13616 lists them.

/// A country of the registry.
#[derive(Debug)]
pub(super) struct Country {
    /// Its code, the first two letters of its numbers.
    pub(super) code: &'static str,
    /// What follows the check digits: `n` digits, `a` capital letters, `c`
    /// either, each with how many there are.
    structure: &'static str,
    /// The example in the registry, which is nobody's account.
    pub(super) example: &'static str,
}

impl Country {
    /// How long its numbers are.
    pub(super) fn len(&self) -> usize {
        self.example.len()
    }

    /// True when `plain` has the structure of its numbers.
    pub(super) fn fits(&self, plain: &str) -> bool {
        let mut rest = plain.bytes().skip(2);
        let mut takes = |kind: u8, count: usize| {
            rest.by_ref()
                .take(count)
                .filter(|byte| match kind {
                    b'n' => byte.is_ascii_digit(),
                    b'a' => byte.is_ascii_uppercase(),
                    _ => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
                })
                .count()
                == count
        };
        let parts = self.structure.split(' ');
        takes(b'n', 2)
            && parts.into_iter().all(|part| {
                let kind = part.as_bytes().first().copied().unwrap_or_default();
                takes(kind, part[1..].parse().unwrap_or_default())
            })
            && rest.next().is_none()
    }
}

const fn country(code: &'static str, structure: &'static str, example: &'static str) -> Country {
    Country {
        code,
        structure,
        example,
    }
}

/// All of them, by code.
#[rustfmt::skip]
pub(super) static COUNTRIES: &[Country] = &[
    country("AD", "n8 c12", "AD1200012030200359100100"),
    country("AE", "n19", "AE070331234567890123456"),
    country("AL", "n8 c16", "AL47212110090000000235698741"),
    country("AT", "n16", "AT611904300234573201"),
    country("AZ", "a4 c20", "AZ21NABZ00000000137010001944"),
    country("BA", "n16", "BA391290079401028494"),
    country("BE", "n12", "BE68539007547034"),
    country("BG", "a4 n6 c8", "BG80BNBG96611020345678"),
    country("BH", "a4 c14", "BH67BMAG00001299123456"),
    country("BI", "n23", "BI4210000100010000332045181"),
    country("BR", "n23 a1 c1", "BR1800360305000010009795493C1"),
    country("BY", "c4 n4 c16", "BY13NBRB3600900000002Z00AB00"),
    country("CH", "n5 c12", "CH9300762011623852957"),
    country("CR", "n18", "CR05015202001026284066"),
    country("CY", "n8 c16", "CY17002001280000001200527600"),
    country("CZ", "n20", "CZ6508000000192000145399"),
    country("DE", "n18", "DE89370400440532013000"),
    country("DJ", "n23", "DJ2100010000000154000100186"),
    country("DK", "n14", "DK5000400440116243"),
    country("DO", "c4 n20", "DO28BAGR00000001212453611324"),
    country("EE", "n16", "EE382200221020145685"),
    country("EG", "n25", "EG380019000500000000263180002"),
    country("ES", "n20", "ES9121000418450200051332"),
    country("FI", "n14", "FI2112345600000785"),
    country("FK", "a2 n12", "FK88SC123456789012"),
    country("FO", "n14", "FO6264600001631634"),
    country("FR", "n10 c11 n2", "FR1420041010050500013M02606"),
    country("GB", "a4 n14", "GB29NWBK60161331926819"),
    country("GE", "a2 n16", "GE29NB0000000101904917"),
    country("GI", "a4 c15", "GI75NWBK000000007099453"),
    country("GL", "n14", "GL8964710001000206"),
    country("GR", "n7 c16", "GR1601101250000000012300695"),
    country("GT", "c24", "GT82TRAJ01020000001210029690"),
    country("HR", "n17", "HR1210010051863000160"),
    country("HU", "n24", "HU42117730161111101800000000"),
    country("IE", "a4 n14", "IE29AIBK93115212345678"),
    country("IL", "n19", "IL620108000000099999999"),
    country("IQ", "a4 n15", "IQ98NBIQ850123456789012"),
    country("IS", "n22", "IS140159260076545510730339"),
    country("IT", "a1 n10 c12", "IT60X0542811101000000123456"),
    country("JO", "a4 n4 c18", "JO94CBJO0010000000000131000302"),
    country("KW", "a4 c22", "KW81CBKU0000000000001234560101"),
    country("KZ", "n3 c13", "KZ86125KZT5004100100"),
    country("LB", "n4 c20", "LB62099900000001001901229114"),
    country("LC", "a4 c24", "LC55HEMM000100010012001200023015"),
    country("LI", "n5 c12", "LI21088100002324013AA"),
    country("LT", "n16", "LT121000011101001000"),
    country("LU", "n3 c13", "LU280019400644750000"),
    country("LV", "a4 c13", "LV80BANK0000435195001"),
    country("LY", "n21", "LY83002048000020100120361"),
    country("MC", "n10 c11 n2", "MC5811222000010123456789030"),
    country("MD", "c20", "MD24AG000225100013104168"),
    country("ME", "n18", "ME25505000012345678951"),
    country("MK", "n3 c10 n2", "MK07250120000058984"),
    country("MN", "n16", "MN121234123456789123"),
    country("MR", "n23", "MR1300020001010000123456753"),
    country("MT", "a4 n5 c18", "MT84MALT011000012345MTLCAST001S"),
    country("MU", "a4 n19 a3", "MU17BOMM0101101030300200000MUR"),
    country("NI", "a4 n20", "NI45BAPR00000013000003558124"),
    country("NL", "a4 n10", "NL91ABNA0417164300"),
    country("NO", "n11", "NO9386011117947"),
    country("OM", "n3 c16", "OM810180000001299123456"),
    country("PK", "a4 c16", "PK36SCBL0000001123456702"),
    country("PL", "n24", "PL61109010140000071219812874"),
    country("PS", "a4 c21", "PS92PALS000000000400123456702"),
    country("PT", "n21", "PT50000201231234567890154"),
    country("QA", "a4 c21", "QA58DOHB00001234567890ABCDEFG"),
    country("RO", "a4 c16", "RO49AAAA1B31007593840000"),
    country("RS", "n18", "RS35260005601001611379"),
    country("SA", "n2 c18", "SA0380000000608010167519"),
    country("SC", "a4 n20 a3", "SC18SSCB11010000000000001497USD"),
    country("SD", "n14", "SD2129010501234001"),
    country("SE", "n20", "SE4550000000058398257466"),
    country("SI", "n15", "SI56263300012039086"),
    country("SK", "n20", "SK3112000000198742637541"),
    country("SM", "a1 n10 c12", "SM86U0322509800000000270100"),
    country("SO", "n19", "SO211000001001000100141"),
    country("ST", "n21", "ST23000100010051845310146"),
    country("SV", "a4 n20", "SV62CENR00000000000000700025"),
    country("TL", "n19", "TL380080012345678910157"),
    country("TN", "n20", "TN5910006035183598478831"),
    country("TR", "n5 n1 c16", "TR330006100519786457841326"),
    country("UA", "n6 c19", "UA213223130000026007233566001"),
    country("VA", "n18", "VA59001123000012345678"),
    country("VG", "a4 n16", "VG96VPVG0000012345678901"),
    country("XK", "n16", "XK051212012345678906"),
];
