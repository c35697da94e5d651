//! A catalogue: an index and the ladders that it lists, and the bytes in which both travel.
//!
//! The bytes are postcard. Without the names of fields the three sample ladders and their index take
//! 42 kB, where JSON takes 87; gzipped, which is how they travel, the difference is 12.8 to 14.2 kB. More
//! counts that decoding needs no parser of numbers, escapes and names in the page.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Index, Ladder, LadderId};

/// A compiled folder of ladders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// What is known without a ladder's body.
    pub index: Index,
    /// The ladders, in the order of the index.
    pub ladders: Vec<Ladder>,
}

/// A catalogue as bytes: the index, and the bodies one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blobs {
    /// The index, and how long each body is.
    pub index: Vec<u8>,
    /// The bodies, in the order of the index.
    pub bodies: Vec<u8>,
}

/// The index, decoded, with the place of each body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// The index.
    pub index: Arc<Index>,
    /// The bytes of each ladder in the bodies, in the order of the index.
    places: Vec<Range<usize>>,
}

/// The bytes are not those of a catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the data of this site is damaged: a file did not arrive whole, or belongs to another release")
    }
}

impl std::error::Error for Damaged {}

/// What the index blob holds; borrowed or owned makes no difference to the bytes.
#[derive(Serialize, Deserialize)]
struct Written<I> {
    index: I,
    lengths: Vec<u32>,
}

impl Blobs {
    /// How many bytes a catalogue may have that is made part of the program, index and bodies together.
    ///
    /// Whoever opens one ladder then fetches all of them. Of a hundred kilobytes some 30 travel (the three samples are
    /// 42 and 13): no more than a phone's line of 1.6 Mbit/s carries in the 150 ms that it takes to ask for one file
    /// more. Beyond that, ladders by themselves are sooner there.
    pub const LARGEST_EMBEDDED: usize = 100_000;

    /// Whether they are made part of the program, or else [files](crate::files) of the site.
    pub fn are_embedded(&self) -> bool {
        self.index.len() + self.bodies.len() <= Self::LARGEST_EMBEDDED
    }
}

impl Catalogue {
    /// A ladder, by its present id.
    pub fn ladder(&self, id: &LadderId) -> Option<&Ladder> {
        self.ladders.iter().find(|ladder| ladder.id == *id)
    }

    /// The catalogue as bytes.
    ///
    /// # Errors
    /// [`Damaged`] where it is larger than 4 GB.
    pub fn encode(&self) -> Result<Blobs, Damaged> {
        let (mut bodies, mut lengths) = (Vec::new(), Vec::new());
        for ladder in &self.ladders {
            let body = ladder.encode()?;
            lengths.push(u32::try_from(body.len()).map_err(|_| Damaged)?);
            bodies.extend(body);
        }
        let index = postcard::to_allocvec(&Written { index: &self.index, lengths }).map_err(|_| Damaged)?;
        Ok(Blobs { index, bodies })
    }
}

impl Contents {
    /// Decodes an index.
    ///
    /// # Errors
    /// [`Damaged`] where the bytes are not an index.
    pub fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let written: Written<Index> = postcard::from_bytes(bytes).map_err(|_| Damaged)?;
        if written.lengths.len() != written.index.ladders.len() {
            return Err(Damaged);
        }
        let (mut places, mut start) = (Vec::new(), 0_usize);
        for length in written.lengths {
            let end = start.checked_add(length as usize).ok_or(Damaged)?;
            places.push(start..end);
            start = end;
        }
        Ok(Self { index: Arc::new(written.index), places })
    }

    /// The position of a ladder in the index; `None` for an unknown id.
    pub fn position(&self, id: &LadderId) -> Option<usize> {
        self.index.ladders.iter().position(|card| card.id == *id)
    }

    /// Decodes the ladder at that position from the bodies.
    ///
    /// # Errors
    /// [`Damaged`] where the bodies are not those of this index, or the body refers to what is not in it.
    pub fn ladder(&self, position: usize, bodies: &[u8]) -> Result<Ladder, Damaged> {
        let place = self.places.get(position).ok_or(Damaged)?;
        Ladder::decode(&self.index.ladders[position].id, bodies.get(place.clone()).ok_or(Damaged)?)
    }
}
