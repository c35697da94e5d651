//! View pieces used by more than one page.

pub mod anchor;
pub mod archive;
pub mod banner;
pub mod bin;
pub mod change;
pub mod clipboard;
pub mod continue_list;
pub mod empty_cell;
pub mod evidence;
pub mod expectation;
pub mod fields;
pub mod focus;
pub mod frame;
pub mod ladder_choice;
pub mod ladder_nav;
pub mod link_problems;
pub mod map;
pub mod new_version;
pub mod rating;
pub mod requirements;
pub mod reworded;
pub mod save_state;
pub mod search;
pub mod share;
pub mod share_preview;
pub mod stored_name;
pub mod switch;
pub mod unread;

pub use rungs_core::ladder::capitalised;
