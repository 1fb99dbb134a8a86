//! What holds for whole descriptions.

mod nasty;

use super::rustdoc;

/// Pairs of a description and the comment that it becomes at 40 columns.
fn holds(cases: &[(&str, &str)]) {
    for (text, comment) in cases {
        assert_eq!(rustdoc(text, 40).join("\n"), *comment, "from {text:?}");
    }
}

#[test]
fn blank_text_gives_no_lines() {
    for text in ["", " \n\t\n", "\u{feff}\u{202e}", "<!-- a -->", "#"] {
        assert!(rustdoc(text, 40).is_empty(), "{text:?}");
    }
}

#[test]
fn code_never_runs() {
    holds(&[
        ("```\na\n```", "```text\na\n```"),
        ("```rust,no_run\na", "```text\na\n```"),
        ("~~~ json\n```\n~~~", "````text\n```\n````"),
        ("> ```\n> a", "> ```text\n> a\n> ```"),
        ("- ```\n  a", "- ```text\n  a\n  ```"),
        ("a\n\n    let b = 1;", "a\n\n```text\nlet b = 1;\n```"),
        ("- a\n\n      let b = 1;", "- a\n\n  ```text\n  let b = 1;\n  ```"),
        ("<pre>\n\n```rust\na\n```\n</pre>", "```text\na\n```"),
        ("a<br>```rust<br>b", "a\n\n\\`\\`\\`rust\n\nb"),
    ]);
}

#[test]
fn pushed_in_prose_is_prose() {
    holds(&[
        ("    a b", "a b"),
        ("\n    a\n      - b\n", "a\n\n- b"),
        ("a\n\n        b c\n\n        - d e", "a\n\nb c\n\n- d e"),
        ("a:\n    - b\n    - c", "a:\n\n- b\n- c"),
    ]);
}

#[test]
fn html_is_text_or_markdown() {
    holds(&[
        ("a Vec<String>", "a Vec&lt;String>"),
        ("a <b>b <i>c</i> <br> d</b>", "a **b *c* d**"),
        ("<script>a</script>", "&lt;script>a&lt;/script>"),
        ("a <img src=x onerror=y>", "a &lt;img src=x onerror=y>"),
        ("a<br>b<br/>\nc", "a\n\nb\n\nc"),
        ("<p>a <b>b</b></p><p>c</p>", "a **b**\n\nc"),
        ("a:<ul><li>b</li><li>c</li></ul>", "a:\n\n- b\n- c"),
        ("<code>a&lt;b&gt;</code> <code>", "`a<b>` &lt;code>"),
        ("a <a href=\"https://b.c\">d e</a>", "a [d e](https://b.c)"),
        ("a <a href='javascript:b'>d</a>", "a d"),
        ("a < b && c > d &amp; e", "a < b && c > d &amp; e"),
    ]);
}

#[test]
fn links_lead_to_the_web_alone() {
    holds(&[
        ("[a *b*](https://c.d/e \"f\")", "[a *b*](https://c.d/e)"),
        ("[a](#b) [c](/d) [e](javascript:f)", "a c e"),
        ("[a][b] [b]\n\n[b]: https://c.d", "[a](https://c.d) [b](https://c.d)"),
        ("[a][b]\n\n[b]: #c", "a"),
        ("![a](https://b.c) ![d](e.png)", "[a](https://b.c) d"),
        ("[![a](https://b.c)](https://d.e)", "[a](https://d.e)"),
        ("<https://a.b> <c@d.e> <ftp:g>", "<https://a.b> c@d.e &lt;ftp:g>"),
        ("[https://a.b](https://a.b)", "<https://a.b>"),
    ]);
}

#[test]
fn bare_urls_are_links() {
    holds(&[
        ("see https://a.b/c_d_e, or", "see <https://a.b/c_d_e>, or"),
        ("https://a.b/?c=d&amp;e=f", "<https://a.b/?c=d&e=f>"),
        ("*(http://a.b)*", "*(<http://a.b>)*"),
        ("`https://a.b`", "`https://a.b`"),
    ]);
}

#[test]
fn signs_that_mean_nothing_are_escaped() {
    holds(&[
        ("[a] b[0] [`c`] \\[d\\]", "\\[a\\] b\\[0\\] \\[`c`\\] \\[d\\]"),
        ("[a]: b c [^1]", "\\[a\\]: b c \\[^1\\]"),
        ("a `b` c`", "a `b` c\\`"),
        ("- [ ] a\n- [x] b", "- [ ] a\n- [x] b"),
    ]);
}

#[test]
fn hidden_characters_go() {
    holds(&[
        ("a\u{202e}b\u{200b}c\u{0}d", "abcd"),
        ("a\rb\u{2028}c", "a b c"),
        ("a&#x202e;b &copy; é日", "ab &copy; é日"),
    ]);
}

#[test]
fn blocks_survive() {
    holds(&[
        ("a\n=\nb\n-\n### c ##", "# a\n\n## b\n\n### c"),
        ("1) a\n2) b\n   * c\n\n***", "1) a\n2) b\n   * c\n\n---"),
        ("  - a\n\n  - b", "- a\n\n- b"),
        ("a\n\n  - b\n  - c", "a\n\n- b\n- c"),
        ("> a\nb\n>\n> - c", "> a b\n>\n> - c"),
        ("|a|b|\n|:-|-:|\n|`c\\|d`|e", "| a | b |\n| :-- | --: |\n| `c\\|d` | e |"),
        ("a  \nb\\\nc *d  \ne*", "a\n\nb\n\nc *d e*"),
        ("- * * *", "- ___"),
    ]);
}

#[test]
fn paragraphs_are_filled_and_begin_no_block() {
    holds(&[
        (
            "one two\nthree four five six seven eight nine ten",
            "one two three four five six seven eight\nnine ten",
        ),
        (
            "- one two three four five six seven eight nine",
            "- one two three four five six seven\n  eight nine",
        ),
        (
            "one two three four five six seven `eight nine` [ten ten](https://a.b)",
            "one two three four five six seven\n`eight nine` [ten ten](https://a.b)",
        ),
        (
            "one two three four five six seven eigh - nine",
            "one two three four five six seven eigh -\nnine",
        ),
    ]);
}
