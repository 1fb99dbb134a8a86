//! Crates of one run: what is decided on those that share a runtime is not decided again for that.

use std::collections::BTreeMap;

use super::{Decided, Job, config, decide};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::lock::Inputs;
use crate::lower::join;
use crate::model::Model;
use crate::profile::Profile;
use crate::render::Target;

/// What has been decided on crates that share a runtime, by the name of that.
#[derive(Debug, Default)]
pub struct Crates(BTreeMap<String, Shared>);

/// What has been decided on the crates that share one runtime.
#[derive(Debug, Default)]
struct Shared {
    models: Vec<Model>,
    profiles: Vec<&'static Profile>,
    inputs: Inputs,
}

impl Crates {
    /// Goes half of the way, as [`decide`] does, and for a runtime a shorter one if the crates that have it
    /// went before. It has no documents then, and warnings of its own alone.
    ///
    /// # Errors
    ///
    /// As [`decide`].
    pub fn decide(&mut self, job: &Job) -> Result<Decided, Diagnostics> {
        if job.target == Target::Runtime {
            return self.decide_runtime(job);
        }
        let decided = decide(job)?;
        if let Target::Client(runtime) = &job.target {
            self.0.entry(runtime.name.clone()).or_default().add(&decided);
        }
        Ok(decided)
    }

    fn decide_runtime(&mut self, job: &Job) -> Result<Decided, Diagnostics> {
        let shared = self.0.remove(&job.name);
        let mut decided = match shared.filter(|it| it.profiles.len() == job.inputs.len()) {
            Some(shared) => shared.decided(job),
            None => decide(job)?,
        };
        decided.warnings.extend(several_vendors(&job.name, &decided.profiles));
        Ok(decided)
    }
}

/// What is lost by a vendor whose crates share a runtime with those of others.
fn several_vendors(runtime: &str, profiles: &[&'static Profile]) -> Option<Diagnostic> {
    if Profile::common(profiles).is_some() {
        return None;
    }
    let vendor = profiles.iter().find(|profile| profile.client.is_some())?.name;
    let message = format!(
        "crates of `{vendor}` share the runtime `{runtime}` with others, and have no client of their own"
    );
    let help = "give each vendor's crates a runtime of their own";
    Some(Diagnostic::general(Code::SeveralVendors, message).with_help(help))
}

impl Shared {
    fn add(&mut self, decided: &Decided) {
        self.models.push(decided.model.clone());
        self.profiles.extend(&decided.profiles);
        for (name, hash) in &decided.inputs.documents {
            self.inputs.add_hash(name, hash);
        }
    }

    fn decided(self, job: &Job) -> Decided {
        Decided {
            model: join(&job.name, self.models, &self.profiles),
            documents: Vec::new(),
            profiles: self.profiles,
            inputs: Inputs { config: config(job), ..self.inputs },
            warnings: Diagnostics::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Order, split};
    use crate::pipeline::{Input, make_of};

    fn jobs(documents: &[&str]) -> Vec<Job> {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../");
        let order = |name: String, inputs| {
            Order::new(Job::of(name.clone(), inputs), name.clone().into(), name)
        };
        let input = |path: &&str| Input::file(format!("{root}{path}").as_ref());
        let orders = documents.iter().enumerate();
        let orders = orders.map(|(at, path)| order(format!("crate-{at}"), vec![input(path)]));
        let orders = split(orders.collect(), order("base".to_owned(), Vec::new()));
        orders.expect("crates of different names").into_iter().map(|order| order.job).collect()
    }

    /// What is decided on the last of the jobs, the runtime, behind all others and alone.
    fn both(jobs: &[Job]) -> (Decided, Decided) {
        let decide = |jobs: &[Job]| {
            let mut crates = Crates::default();
            let decided = jobs.iter().map(|job| crates.decide(job).expect("a sound document"));
            decided.last().expect("a job")
        };
        (decide(jobs), decide(&jobs[jobs.len() - 1..]))
    }

    #[test]
    fn a_runtime_is_the_same_behind_its_crates_and_alone() {
        // Two of these files are called alike.
        let jobs = jobs(&[
            "specs/twilio_chat_v2.json",
            "tests/cases/maps/spec.json",
            "tests/cases/streams/spec.json",
            "specs/twilio_flex_v1.json",
        ]);
        let (behind, alone) = both(&jobs);
        assert_eq!(behind.inputs, alone.inputs);
        assert_eq!(behind.profiles, alone.profiles);
        let files = |decided| make_of(&jobs[4], decided).files;
        // It lists modules, and documents that are called alike are modules of different names in one crate.
        let texts = |decided| files(decided).into_iter().filter(|file| file.path != "README.md");
        assert!(texts(behind).eq(texts(alone)));
    }

    #[test]
    fn several_vendors_of_which_one_has_a_client_are_told_of() {
        let (twilio, maps) = ("specs/twilio_chat_v2.json", "tests/cases/maps/spec.json");
        let cases: [(&[&str], &[Code]); 4] = [
            (&[twilio], &[]),
            (&[maps, maps], &[]),
            (&[twilio, "specs/twilio_flex_v1.json"], &[]),
            (&[maps, twilio], &[Code::SeveralVendors]),
        ];
        for (documents, expected) in cases {
            let (behind, alone) = both(&jobs(documents));
            for decided in [behind, alone] {
                let codes: Vec<Code> = decided.warnings.iter().map(|it| it.code).collect();
                assert_eq!(codes, expected, "{documents:?}");
            }
        }
    }
}
