//! Text of a document as a raw literal, in which quotes stand as they are.

use proc_macro2::Literal;

/// The literal, with as many `#` as the text needs.
pub fn raw(text: &str) -> Literal {
    let mut hashes = "#".to_owned();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    let literal = format!("r{hashes}\"{text}\"{hashes}").parse();
    literal.unwrap_or_else(|_| Literal::string(text))
}
