//! The table of providers: who gives out tokens, and how these are written.
//!
//! A line is a provider. `Docs` means that the shape was read in what the
//! provider says of it; `Scanners` that it was read in the rules of public
//! scanners of repositories, such as gitleaks; `Recalled` that it, or a length
//! in it, is told from memory and wants to be looked up. Tokens for
//! trying things out (Stripe's `sk_test_`) and keys that are public by design
//! (`pk_live_`, ids of clients) are not in it.

/// A provider, and how its secrets are written.
#[derive(Debug)]
pub struct Provider {
    /// What it is, in a message: "a GitHub token".
    pub what: &'static str,
    /// The names that stand before it, when its shape alone says too little:
    /// `DD_API_KEY`. Empty when it says enough.
    pub names: &'static [&'static str],
    /// How it is written; see [`Shape`](super::Shape).
    pub shapes: &'static [&'static str],
    /// What must be true of it besides.
    pub proof: Proof,
    /// Where the shape is known from.
    pub known_from: KnownFrom,
}

/// What must be true of a token besides its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Nothing.
    Shape,
    /// Its last letters are a CRC-32 in base 62.
    Crc62,
    /// Its last letters are a Bech32 checksum.
    Bech32,
    /// These words stand in the same address.
    Beside(&'static str),
    /// The text names the provider, in any case.
    Named(&'static str),
}

/// Where a shape is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownFrom {
    /// The provider says so.
    Docs,
    /// The rules of public scanners have it.
    Scanners,
    /// It was not looked up yet.
    Recalled,
}

use KnownFrom::{Docs, Recalled, Scanners};

const fn token(
    what: &'static str,
    known_from: KnownFrom,
    shapes: &'static [&'static str],
) -> Provider {
    named(what, known_from, &[], shapes)
}

const fn named(
    what: &'static str,
    known_from: KnownFrom,
    names: &'static [&'static str],
    shapes: &'static [&'static str],
) -> Provider {
    Provider {
        what,
        names,
        shapes,
        proof: Proof::Shape,
        known_from,
    }
}

impl Provider {
    const fn proved_by(mut self, proof: Proof) -> Provider {
        self.proof = proof;
        self
    }
}

/// Every provider.
#[rustfmt::skip]
pub static PROVIDERS: &[Provider] = &[
    // Clouds
    token("an AWS access key", Scanners, &["AKIA{b32:16}", "ASIA{b32:16}"]),
    named("an AWS secret access key", Recalled, &["aws_secret_access_key", "AWS_SECRET_ACCESS_KEY", "SecretAccessKey", "secretAccessKey"], &["{b64:40}"]),
    token("a Google API key", Scanners, &["AIza{url:35}"]),
    token("a Google OAuth client secret", Scanners, &["GOCSPX-{url:28}"]),
    token("an Azure storage account key", Scanners, &["AccountKey={b64:86}=="]),
    token("an Azure client secret", Scanners, &["{url~:3}8Q~{url~:31-34}", "{url~:3}7Q~{url~:31-34}"]),
    token("an Azure SAS signature", Recalled, &["sig={pct:43-63}%3D"]).proved_by(Proof::Beside("sv=20")),
    token("an Alibaba Cloud access key", Scanners, &["LTAI{an:20}"]),
    token("a DigitalOcean token", Scanners, &["dop_v1_{hex:64}", "doo_v1_{hex:64}", "dor_v1_{hex:64}"]),
    token("a Heroku API key", Scanners, &["HRKU-AA{url:58}"]),
    named("a Heroku API key", Scanners, &["HEROKU_API_KEY"], &["{uuid}"]),
    named("a Linode token", Recalled, &["LINODE_TOKEN", "LINODE_CLI_TOKEN"], &["{hex:64}"]),
    token("a Fly.io token", Scanners, &["fo1_{url:43}", "fm2_{b64:100-900}"]),
    named("a Vercel token", Recalled, &["VERCEL_TOKEN"], &["{an:24}"]),
    token("a Netlify token", Scanners, &["nfp_{an:36-40}"]),
    token("a Scalingo token", Scanners, &["tk-us-{url:48}"]),
    token("an OpenShift token", Scanners, &["sha256~{url:43}"]),
    token("a Cloudflare origin key", Scanners, &["v1.0-{hex:24}-{hex:146}"]),
    named("a Cloudflare API token", Scanners, &["CLOUDFLARE_API_TOKEN", "CF_API_TOKEN"], &["{url:40}"]),
    named("a Cloudflare API key", Scanners, &["CLOUDFLARE_API_KEY", "CF_API_KEY", "X-Auth-Key"], &["{hex:37}"]),
    named("a Fastly API token", Scanners, &["Fastly-Key", "FASTLY_API_TOKEN", "FASTLY_API_KEY"], &["{url:32}"]),
    // Code and packages
    token("a GitHub token", Docs, &["ghp_{an:36}", "gho_{an:36}", "ghu_{an:36}", "ghs_{an:36}", "ghr_{an:36}"]).proved_by(Proof::Crc62),
    token("a GitHub token", Scanners, &["github_pat_{an:22}_{an:59}"]),
    token("a GitLab token", Scanners, &["glpat-{url:20}", "gldt-{url:20}", "glrt-{url:20}", "glrt-t{d:1}_{url:20}", "glsoat-{url:20}", "glft-{url:20}", "glimt-{url:25}", "glagent-{url:50}", "gloas-{url:64}", "glptt-{hex:40}", "glcbt-{an:1-5}_{url:20}", "glpat-{url:27-300}.{low:9}"]),
    token("a GitLab token", Recalled, &["glpat-{url:27-300}.{low:2}.{low:9}"]),
    token("a Bitbucket app password", Scanners, &["ATBB{an:32}"]),
    token("an Atlassian API token", Scanners, &["ATATT3{url=:186}"]),
    token("an npm token", Scanners, &["npm_{an:36}"]).proved_by(Proof::Crc62),
    token("a PyPI token", Scanners, &["pypi-AgEIcHlwaS5vcmc{url:50-1000}"]),
    token("a RubyGems API key", Scanners, &["rubygems_{hex:48}"]),
    token("a crates.io token", Scanners, &["cio{an:32}"]),
    token("a Docker Hub token", Scanners, &["dckr_pat_{url:27}"]),
    token("a NuGet API key", Scanners, &["oy2{low:43}"]),
    token("a Clojars token", Scanners, &["CLOJARS_{low:60}"]),
    token("a JFrog key", Scanners, &["AKCp{an:69}", "cmVmd{an:59}"]),
    token("a SonarQube token", Scanners, &["sqp_{hex:40}", "squ_{hex:40}", "sqa_{hex:40}"]),
    token("a CircleCI token", Scanners, &["CCIPAT_{an:22}_{hex:40}"]),
    token("a CircleCI token", Recalled, &["CCIPRJ_{an:22}_{hex:40}"]),
    token("a Buildkite token", Scanners, &["bkua_{low:40}"]),
    token("a Sourcegraph token", Scanners, &["sgp_{hex:40}", "sgp_{hex:16}_{hex:40}"]),
    token("an Octopus Deploy API key", Scanners, &["API-{up:26}"]),
    token("a Postman API key", Scanners, &["PMAK-{hex:24}-{hex:34}"]),
    token("a ReadMe API key", Scanners, &["rdme_{low:70}"]),
    // Messages
    token("a Slack token", Scanners, &["xoxb-{d:10-13}-{d:10-13}-{an:24}", "xoxp-{d:10-13}-{d:10-13}-{d:10-13}-{hex:32}", "xapp-{d:1}-{up:9-13}-{d:10-13}-{hex:64}", "xoxe.xoxp-{d:1}-{an:163-166}", "xoxe-{d:1}-{an:146}"]),
    token("a Slack webhook", Scanners, &["hooks.slack.com/services/T{up:8-12}/B{up:8-12}/{an:24}"]),
    token("a Discord webhook", Scanners, &["discord.com/api/webhooks/{d:17-20}/{url:60-80}", "discordapp.com/api/webhooks/{d:17-20}/{url:60-80}"]),
    named("a Discord bot token", Recalled, &["DISCORD_TOKEN", "DISCORD_BOT_TOKEN"], &["{url:24-28}.{url:6}.{url:27-38}"]),
    token("a Telegram bot token", Scanners, &["{d:8-10}:AA{url:33}"]),
    token("a Microsoft Teams webhook", Scanners, &[".webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}"]),
    token("a Zapier webhook", Recalled, &["hooks.zapier.com/hooks/catch/{d:5-9}/{low:7}"]),
    named("a Twilio auth token", Recalled, &["TWILIO_AUTH_TOKEN"], &["{hex:32}"]),
    named("a Twilio API secret", Recalled, &["TWILIO_API_SECRET", "TWILIO_API_KEY_SECRET"], &["{an:32}"]),
    // Mail
    token("a SendGrid API key", Scanners, &["SG.{url:22}.{url:43}"]),
    token("a Mailgun API key", Scanners, &["key-{hex:32}"]).proved_by(Proof::Named("mailgun")),
    named("a Mailgun API key", Scanners, &["MAILGUN_API_KEY"], &["{hex:32}-{hex:8}-{hex:8}"]),
    token("a Mailchimp API key", Scanners, &["{hex:32}-us{d:1-2}"]),
    named("a Postmark server token", Recalled, &["X-Postmark-Server-Token", "POSTMARK_SERVER_TOKEN", "POSTMARK_API_TOKEN"], &["{uuid}"]),
    token("a Brevo key", Scanners, &["xkeysib-{hex:64}-{an:16}"]),
    token("a Brevo key", Recalled, &["xsmtpsib-{hex:64}-{an:16}"]),
    token("a Resend API key", Recalled, &["re_{an:8}_{an:24}"]),
    // Money and shops
    token("a Stripe live key", Scanners, &["sk_live_{an:24-107}", "rk_live_{an:24-107}"]),
    token("a Stripe webhook secret", Recalled, &["whsec_{an:32}"]),
    token("a Square access token", Scanners, &["sq0atp-{url:22}", "sq0csp-{url:43}", "EAAA{url:60}"]),
    token("a Braintree access token", Scanners, &["access_token$production${low:16}${hex:32}"]),
    token("a Shopify token", Scanners, &["shpat_{Hex:32}", "shpca_{Hex:32}", "shppa_{Hex:32}", "shpss_{Hex:32}"]),
    token("an EasyPost API key", Scanners, &["EZAK{an:54}"]),
    token("a Shippo token", Scanners, &["shippo_live_{hex:40}"]),
    token("a Duffel token", Scanners, &["duffel_live_{url:43}"]),
    // Language models
    token("an OpenAI API key", Scanners, &["sk-{an:20}T3BlbkFJ{an:20}", "sk-proj-{url:58-74}T3BlbkFJ{url:58-74}", "sk-svcacct-{url:58-74}T3BlbkFJ{url:58-74}", "sk-admin-{url:58-74}T3BlbkFJ{url:58-74}"]),
    token("an Anthropic API key", Scanners, &["sk-ant-api03-{url:93}AA", "sk-ant-admin01-{url:93}AA"]),
    token("a Hugging Face token", Scanners, &["hf_{abc:34}", "api_org_{abc:34}"]),
    token("a Replicate token", Scanners, &["r8_{an:37}"]),
    token("a Groq API key", Scanners, &["gsk_{an:52}"]),
    token("a Perplexity API key", Scanners, &["pplx-{an:48}"]),
    named("a Cohere API key", Scanners, &["CO_API_KEY", "COHERE_API_KEY"], &["{an:40}"]),
    // Watching over systems
    named("a Datadog API key", Recalled, &["DD_API_KEY", "DATADOG_API_KEY", "DD-API-KEY"], &["{hex:32}"]),
    named("a Datadog application key", Scanners, &["DD_APP_KEY", "DATADOG_APP_KEY", "DD-APPLICATION-KEY"], &["{hex:40}"]),
    token("a New Relic key", Scanners, &["NRAK-{up:27}", "NRII-{url:32}"]),
    token("a Sentry token", Scanners, &["sntryu_{hex:64}", "sntrys_eyJ{b64:60-400}_{b64:43}", "sntrys_eyJ{b64:60-400}=_{b64:43}", "sntrys_eyJ{b64:60-400}==_{b64:43}"]),
    token("a Grafana token", Scanners, &["glsa_{an:32}_{hex:8}", "glc_eyJ{b64:60-400}", "glc_eyJ{b64:60-400}=", "glc_eyJ{b64:60-400}=="]),
    named("a PagerDuty API key", Recalled, &["PAGERDUTY_TOKEN", "PAGERDUTY_API_KEY", "PAGERDUTY_USER_TOKEN"], &["{url:20}"]),
    token("a Dynatrace token", Scanners, &["dt0c01.{up:24}.{up:64}"]),
    token("a Dynatrace token", Recalled, &["dt0s01.{up:24}.{up:64}"]),
    // Data
    token("a Databricks token", Scanners, &["dapi{hex:32}", "dapi{hex:32}-{d:1}"]),
    token("a PlanetScale token", Scanners, &["pscale_tkn_{url:32-64}", "pscale_pw_{url:32-64}", "pscale_oauth_{url:32-64}"]),
    token("a Supabase key", Scanners, &["sbp_{hex:40}", "sb_secret_{url:31-36}"]),
    named("a Supabase service key", Recalled, &["SUPABASE_SERVICE_ROLE_KEY", "SUPABASE_SERVICE_KEY"], &["eyJ{url:10-200}.eyJ{url:40-400}.{url:43}"]),
    named("a MongoDB Atlas private key", Recalled, &["MONGODB_ATLAS_PRIVATE_KEY"], &["{uuid}"]),
    token("an Airtable token", Scanners, &["pat{an:14}.{hex:64}"]),
    named("an Algolia admin key", Scanners, &["ALGOLIA_ADMIN_KEY", "ALGOLIA_ADMIN_API_KEY"], &["{hex:32}"]),
    token("a Mapbox secret token", Recalled, &["sk.eyJ{url:60-120}.{url:22}"]),
    // Work
    token("a Notion token", Scanners, &["ntn_{d:11}{an:35}", "secret_{an:43}"]),
    token("a Linear API key", Scanners, &["lin_api_{an:40}"]),
    token("a Figma token", Scanners, &["figd_{url:40-45}"]),
    named("an Asana access token", Recalled, &["ASANA_ACCESS_TOKEN", "ASANA_TOKEN"], &["{d:1}/{d:12-20}:{hex:32}", "{d:1}/{d:12-20}/{d:12-20}:{hex:32}"]),
    token("a HubSpot access token", Scanners, &["pat-na1-{uuid}", "pat-eu1-{uuid}"]),
    token("a Typeform token", Scanners, &["tfp_{url:59}"]),
    token("a Frame.io token", Scanners, &["fio-u-{url:64}"]),
    token("a Contentful token", Scanners, &["CFPAT-{url:43}"]),
    named("a Sanity token", Recalled, &["SANITY_TOKEN", "SANITY_API_TOKEN", "SANITY_AUTH_TOKEN"], &["sk{an:80-180}"]),
    token("a Dropbox access token", Scanners, &["sl.{url:130-200}"]),
    // Networks
    token("a Facebook access token", Scanners, &["EAACEdEose0cBA{an:20-300}", "EAAM{an:100-300}", "EAAC{an:100-300}"]),
    token("an X bearer token", Scanners, &["AAAAAAAAAAAAAAAAAAAAA{pct:20-60}%3D{an:40-60}"]),
    named("a LinkedIn client secret", Scanners, &["LINKEDIN_CLIENT_SECRET"], &["{an:16}"]),
    // Keeping secrets
    named("an Okta API token", Scanners, &["OKTA_API_TOKEN", "OKTA_CLIENT_TOKEN"], &["00{url:40}"]),
    token("a Vault token", Scanners, &["hvs.{url:90-120}", "hvb.{url:138-300}"]),
    token("a Vault token", Recalled, &["hvs.{an:24}"]),
    token("a Terraform Cloud token", Scanners, &["{an:14}.atlasv1.{url:60-70}"]),
    token("a Pulumi access token", Scanners, &["pul-{hex:40}"]),
    token("a Doppler token", Scanners, &["dp.pt.{an:40-44}"]),
    token("a Doppler token", Recalled, &["dp.ct.{an:40-44}", "dp.sa.{an:40-44}", "dp.scim.{an:40-44}"]),
    token("a 1Password secret key", Scanners, &["A3-{up:6}-{up:6}-{up:5}-{up:5}-{up:5}-{up:5}", "A3-{up:6}-{up:11}-{up:5}-{up:5}-{up:5}"]),
    token("a 1Password service account token", Scanners, &["ops_eyJ{b64:250-1500}", "ops_eyJ{b64:250-1500}=", "ops_eyJ{b64:250-1500}=="]),
    token("an age secret key", Scanners, &["AGE-SECRET-KEY-1{bech32:58}"]).proved_by(Proof::Bech32),
    token("a Tailscale key", Recalled, &["tskey-auth-{an:11-20}-{an:20-40}", "tskey-api-{an:11-20}-{an:20-40}", "tskey-client-{an:11-20}-{an:20-40}"]),
    token("an Adobe client secret", Scanners, &["p8e-{low:32}"]),
    token("a Prefect API key", Scanners, &["pnu_{an:36}"]),
    token("an Infracost API key", Scanners, &["ico-{an:32}"]).proved_by(Proof::Named("infracost")),
];
