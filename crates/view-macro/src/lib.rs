//! `view!` and `#[component]`: the syntax of Leptos, which makes values of one type, `rungs_view::Node`.
//!
//! Leptos' own macros make a type for each view and compile the code that builds and updates it for each of these
//! types. In a page of some eighty components that is four fifths of the WASM. See docs/performance.md.

mod component;
mod view;

use proc_macro::TokenStream;

/// A view in the syntax of Leptos' `view!`; a `rungs_view::Node`.
///
/// Known are elements with attributes, `class:name`, `prop:name`, `on:event` and `node_ref`; components with their
/// properties and children; `<Show when=…>`, `<For each=… key=… let:item>`; texts and blocks. A value may be
/// anything that is `IntoValue`, a child anything that is `IntoNode`: closures of such values are run again
/// whenever a signal changes that they read.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    view::expand(tokens.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Makes a function a component: `<Name a=… b />` in a `view!`, its arguments the properties.
///
/// All properties must be given. One that is named `children` takes what stands between the tags, as a
/// `Children`. What a component reads while it is made is not tracked.
#[proc_macro_attribute]
pub fn component(_: TokenStream, tokens: TokenStream) -> TokenStream {
    component::expand(tokens.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}
