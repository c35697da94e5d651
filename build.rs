//! Compiles `ladders/` into the catalogue that the page embeds.

fn main() {
    println!("cargo::rerun-if-changed=ladders");
}
