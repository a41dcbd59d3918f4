//! With the feature `embed`, puts the built site (styles, fonts, icons, islands) into the
//! binary, so that one file is all there is to install.

use std::fmt::Write;
use std::path::Path;

#[allow(clippy::disallowed_methods, reason = "cargo speaks to build scripts in the environment")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/site/assets");
    println!("cargo::rerun-if-changed=build.rs");
    let mut list = String::from("&[\n");
    if std::env::var_os("CARGO_FEATURE_EMBED").is_some() {
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files: Vec<_> = std::fs::read_dir(&folder)
            .map_err(|error| format!("{}: {error}; run `make site` first", folder.display()))?
            .collect::<Result<_, _>>()?;
        files.sort_by_key(std::fs::DirEntry::file_name);
        for file in files {
            if file.file_type()?.is_file() {
                let path = file.path().canonicalize()?;
                let name = file.file_name();
                writeln!(list, "({name:?}, include_bytes!({path:?}).as_slice()),")?;
            }
        }
    }
    list.push(']');
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("site.rs"), list)?;
    Ok(())
}
