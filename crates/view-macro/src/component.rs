//! `#[component]`: the arguments of a function as the fields of a struct that becomes a node.

use proc_macro2::TokenStream;
use quote::quote;
use syn::spanned::Spanned;
use syn::{Error, FnArg, ItemFn, Pat, Result};

pub fn expand(tokens: TokenStream) -> Result<TokenStream> {
    let function: ItemFn = syn::parse2(tokens)?;
    let (docs, visibility, name) = (&function.attrs, &function.vis, &function.sig.ident);
    let mut fields = Vec::new();
    let mut names = Vec::new();
    let mut arguments = Vec::new();
    if let Some(strange) = function.sig.generics.params.first() {
        return Err(Error::new(strange.span(), "a component has no generics"));
    }
    if let Some(strange) = &function.sig.asyncness {
        return Err(Error::new(strange.span(), "a component is made at once"));
    }
    for input in &function.sig.inputs {
        let FnArg::Typed(input) = input else {
            return Err(Error::new(input.span(), "a component has no `self`"));
        };
        let Pat::Ident(pattern) = &*input.pat else {
            return Err(Error::new(input.pat.span(), "a property needs a name"));
        };
        let (attributes, ident, ty) = (&input.attrs, &pattern.ident, &input.ty);
        fields.push(quote! { #(#attributes)* pub #ident: #ty });
        names.push(quote! { #ident });
        arguments.push(quote! { #pattern: #ty });
    }
    let (output, body) = (&function.sig.output, &function.block);
    Ok(quote! {
        #(#docs)*
        #[allow(missing_docs)]
        #visibility struct #name { #(#fields),* }

        impl ::rungs_view::Component for #name {
            fn into_node(self) -> ::rungs_view::Node {
                fn view(#(#arguments),*) #output #body
                let Self { #(#names),* } = self;
                ::rungs_view::made(move || ::rungs_view::IntoNode::into_node(view(#(#names),*)))
            }
        }
    })
}
