//! A catalogue as files of the site, where it is too large to be made part of the program.
//!
//! | file | holds | is fetched |
//! |---|---|---|
//! | `data-ladder-<id>-….bin` | one ladder | when it is asked for |
//! | `data-index-….bin` | the site's settings, the outlines of all ladders, and the hash of each one's file | before the first of those |
//! | `data-search-….bin` | all that can be found | when the search field is first used |
//!
//! Names change with the content. A page names the index and what can be found, and may name its own ladder; the index
//! names all ladders. So neither the program nor a page grows with their number.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::ladder::{Damaged, Index, LadderId};

/// The SHA-256 of a file.
type Hash = [u8; 32];

/// A file of the site: its name, and what the browser checks it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRef {
    /// The name, without a folder.
    pub name: String,
    /// `sha256-…`, as in the attribute `integrity`.
    pub integrity: String,
}

impl FileRef {
    fn new(what: &str, hash: &Hash) -> Self {
        let mut name = format!("data-{what}-");
        hash[..8].iter().for_each(|byte| name.extend([hex(byte >> 4), hex(byte & 15)]));
        name.push_str(".bin");
        Self { name, integrity: String::from("sha256-") + &base64(hash) }
    }

    fn of_ladder(id: &LadderId, hash: &Hash) -> Self {
        Self::new(&format!("ladder-{id}"), hash)
    }
}

/// The index as it comes in a file of its own, with the files of the ladders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The index.
    pub index: Arc<Index>,
    hashes: Vec<Hash>,
}

/// What the file of the index holds; borrowed or owned makes no difference to the bytes.
#[derive(Serialize, Deserialize)]
struct Written<I> {
    index: I,
    hashes: Vec<Hash>,
}

impl Listing {
    /// Decodes an index that came in a file.
    ///
    /// # Errors
    /// [`Damaged`] where the bytes are not those of an index.
    pub fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let Written { index, hashes } = postcard::from_bytes::<Written<Index>>(bytes).map_err(|_| Damaged)?;
        let is_whole = index.ladders.len() == hashes.len();
        if is_whole { Ok(Self { index: Arc::new(index), hashes }) } else { Err(Damaged) }
    }

    /// The file of a ladder, by its present id; `None` where no ladder has that id.
    pub fn file(&self, id: &LadderId) -> Option<FileRef> {
        let position = self.index.ladders.iter().position(|card| card.id == *id)?;
        Some(FileRef::of_ladder(id, self.hashes.get(position)?))
    }
}

fn hex(digit: u8) -> char {
    char::from(b"0123456789abcdef"[usize::from(digit)])
}

/// Base64 with padding, as of RFC 4648.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * at)) as usize & 63];
            text.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(feature = "compile")]
pub use written::{DataFile, DataFiles};

/// Making the files, which the page's program does not do.
#[cfg(feature = "compile")]
mod written {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use sha2::{Digest, Sha256};

    use super::{FileRef, Hash, Written};
    use crate::ladder::{Catalogue, Damaged, LadderId};
    use crate::search::SearchIndex;

    /// A file of the site and what it holds.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct DataFile {
        /// Its name and hash.
        pub file: FileRef,
        /// What it holds, as the program reads it.
        pub bytes: Vec<u8>,
        /// The same as the site sends it: gzipped, of which the name and the hash are. A host that knows nothing of such
        /// files, as GitHub Pages, would send them as they are, and they are large.
        pub packed: Vec<u8>,
    }

    impl DataFile {
        fn new(bytes: Vec<u8>, name: impl FnOnce(&Hash) -> FileRef) -> Self {
            let packed = packed(&bytes);
            Self { file: name(&hash(&packed)), bytes, packed }
        }
    }

    /// All files of a catalogue.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct DataFiles {
        /// The site's settings and the outlines of all ladders.
        pub index: DataFile,
        /// What can be found.
        pub search: DataFile,
        /// Each ladder, in the order of the index.
        pub ladders: Vec<(LadderId, DataFile)>,
    }

    impl DataFiles {
        /// Every file once.
        pub fn all(&self) -> impl Iterator<Item = &DataFile> {
            [&self.index, &self.search].into_iter().chain(self.ladders.iter().map(|(_, file)| file))
        }
    }

    impl Catalogue {
        /// The catalogue as files of the site.
        ///
        /// # Errors
        /// [`Damaged`] where a file would be larger than 4 GB.
        pub fn files(&self) -> Result<DataFiles, Damaged> {
            let mut hashes: Vec<Hash> = Vec::with_capacity(self.ladders.len());
            let mut ladders = Vec::with_capacity(self.ladders.len());
            for ladder in &self.ladders {
                let name = |hash: &Hash| {
                    hashes.push(*hash);
                    FileRef::of_ladder(&ladder.id, hash)
                };
                ladders.push((ladder.id.clone(), DataFile::new(ladder.encode()?, name)));
            }
            Ok(DataFiles {
                index: named(
                    "index",
                    postcard::to_allocvec(&Written { index: &self.index, hashes }).map_err(|_| Damaged)?,
                ),
                search: named("search", SearchIndex::build(&self.ladders).encode()?),
                ladders,
            })
        }
    }

    fn named(what: &str, bytes: Vec<u8>) -> DataFile {
        DataFile::new(bytes, |hash| FileRef::new(what, hash))
    }

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        // What is written to is memory, which refuses nothing.
        _ = packer.write_all(bytes);
        packer.finish().unwrap_or_default()
    }

    fn hash(bytes: &[u8]) -> Hash {
        Sha256::digest(bytes).into()
    }
}

#[cfg(test)]
mod tests {
    use super::{FileRef, base64};

    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn a_name_is_of_what_the_file_holds() {
        let file = FileRef::new("index", &[0xab; 32]);
        assert_eq!(file.name, "data-index-abababababababab.bin");
        assert_eq!(file.integrity, "sha256-q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=");
    }
}
