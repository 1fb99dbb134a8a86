//! What the generator is made of: nothing that could reach a network.

use std::collections::BTreeSet;
use std::process::Command;

/// Crates that open sockets, or ask a resolver.
const NETWORK: &[&str] = &[
    "async-std",
    "attohttpc",
    "curl",
    "h2",
    "hickory-resolver",
    "hyper",
    "isahc",
    "mio",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "surf",
    "tokio",
    "ureq",
];

#[test]
fn the_generator_depends_on_nothing_that_opens_a_socket() {
    let tree = ["tree", "--package", "bindery", "--edges", "normal,build"];
    let mut command = Command::new(env!("CARGO"));
    let command = command.args(tree).args(["--prefix", "none", "--offline", "--locked"]);
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("a tree");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let crates: BTreeSet<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains("bindery") && crates.contains("serde"), "{crates:?}");
    let network: Vec<_> = crates.into_iter().filter(|name| NETWORK.contains(name)).collect();
    assert!(network.is_empty(), "{network:?}");
}
