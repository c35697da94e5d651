//! `view!`: calls that build a `rungs_view::Node`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement, NodeName};
use syn::spanned::Spanned;
use syn::{Error, Expr, ExprLit, Lit, Result};

pub fn expand(tokens: TokenStream) -> Result<TokenStream> {
    let nodes = rstml::parse2(tokens)?;
    nodes_view(&nodes)
}

/// Several nodes: none is empty, one is itself.
fn nodes_view(nodes: &[Node]) -> Result<TokenStream> {
    let views = nodes.iter().map(node_view).collect::<Result<Vec<_>>>()?;
    Ok(match views.as_slice() {
        [] => quote! { ::rungs_view::Node::Empty },
        [one] => quote! { #one },
        _ => quote! { ::rungs_view::Node::Many(::std::vec![#(#views),*]) },
    })
}

fn node_view(node: &Node) -> Result<TokenStream> {
    match node {
        Node::Element(element) if is_component(element.name()) => component_view(element),
        Node::Element(element) => element_view(element),
        Node::Fragment(fragment) => nodes_view(&fragment.children),
        Node::Text(text) => {
            let text = &text.value;
            Ok(quote! { ::rungs_view::Node::text(#text) })
        }
        Node::Block(NodeBlock::ValidBlock(block)) => {
            let span = block.span();
            let value = match block.stmts.as_slice() {
                [syn::Stmt::Expr(value, None)] => quote! { #value },
                _ => quote! { #block },
            };
            Ok(quote_spanned! { span=> ::rungs_view::IntoNode::into_node(#value) })
        }
        other => Err(Error::new(other.span(), "view! knows elements, components, quoted texts and blocks")),
    }
}

fn is_component(name: &NodeName) -> bool {
    name.to_string().starts_with(char::is_uppercase)
}

fn attributes<'a>(element: &'a NodeElement<rstml::Infallible>) -> Result<Vec<&'a KeyedAttribute>> {
    let keyed = |attribute: &'a NodeAttribute| match attribute {
        NodeAttribute::Attribute(attribute) => Ok(attribute),
        other @ NodeAttribute::Block(_) => Err(Error::new(other.span(), "attributes are written name=value")),
    };
    element.attributes().iter().map(keyed).collect()
}

/// The text of a value that is a literal string.
fn literal(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// A braced value is what stands in the braces.
fn value_of(attribute: &KeyedAttribute) -> Option<TokenStream> {
    attribute.value().map(|value| quote! { #value })
}

fn element_view(element: &NodeElement<rstml::Infallible>) -> Result<TokenStream> {
    let tag = element.name().to_string();
    let mut fixed = Vec::new();
    let mut parts = Vec::new();
    for attribute in attributes(element)? {
        let key = attribute.key.to_string().replace(' ', "");
        let span = attribute.key.span();
        if let Some((kind, name)) = key.split_once(':') {
            let Some(value) = value_of(attribute) else {
                return Err(Error::new(span, "this takes a value"));
            };
            parts.push(match kind {
                "on" => {
                    let event = format_ident!("{name}", span = span);
                    quote_spanned! { span=> .on(::rungs_view::ev::#event, #value) }
                }
                "class" => quote_spanned! { span=> .class(#name, ::rungs_view::IntoValue::into_value(#value)) },
                "prop" => quote_spanned! { span=> .property(#name, ::rungs_view::IntoValue::into_value(#value)) },
                _ => return Err(Error::new(span, "view! knows on:, class: and prop:")),
            });
            continue;
        }
        match attribute.value() {
            None => fixed.push(quote! { (#key, "") }),
            Some(value) if key == "node_ref" => parts.push(quote_spanned! { span=> .node_ref(#value) }),
            Some(value) => match literal(value) {
                Some(text) => fixed.push(quote! { (#key, #text) }),
                None => {
                    parts.push(quote_spanned! { span=> .attribute(#key, ::rungs_view::IntoValue::into_value(#value)) })
                }
            },
        }
    }
    if let Some(class) = classes_twice(element)? {
        return Err(Error::new(class.span(), "a class that is computed again would take away what class:name sets"));
    }
    for child in &element.children {
        let child = node_view(child)?;
        parts.push(quote! { .child(#child) });
    }
    Ok(quote! {
        ::rungs_view::Node::Element({
            const FIXED: &[(&str, &str)] = &[#(#fixed),*];
            ::rungs_view::Element::new(#tag, FIXED) #(#parts)*
        })
    })
}

/// The closure that computes `class` of an element that has a `class:name` besides.
fn classes_twice(element: &NodeElement<rstml::Infallible>) -> Result<Option<&Expr>> {
    let attributes = attributes(element)?;
    let class =
        attributes.iter().find(|attribute| attribute.key.to_string() == "class").and_then(|class| class.value());
    let has_named = attributes.iter().any(|attribute| attribute.key.to_string().starts_with("class:"));
    Ok(class.filter(|class| has_named && matches!(class, Expr::Closure(_))))
}

/// `<Show>` and `<For>` are calls; any other component is a struct of its properties.
fn component_view(element: &NodeElement<rstml::Infallible>) -> Result<TokenStream> {
    let NodeName::Path(path) = element.name() else {
        return Err(Error::new(element.name().span(), "a component is named by a path"));
    };
    let name = element.name().to_string();
    let children = (!element.children.is_empty()).then(|| nodes_view(&element.children)).transpose()?;
    let mut bound = None;
    let mut given = Vec::new();
    for attribute in attributes(element)? {
        let key = attribute.key.to_string().replace(' ', "");
        if let Some(item) = key.strip_prefix("let:") {
            bound = Some(format_ident!("{item}", span = attribute.key.span()));
            continue;
        }
        let ident = format_ident!("{key}", span = attribute.key.span());
        let value = value_of(attribute).unwrap_or_else(|| quote! { #ident });
        given.push((ident, value));
    }
    match name.as_str() {
        "Show" => {
            let [when] = take(&given, ["when"], element)?;
            let children = children.unwrap_or_else(|| quote! { ::rungs_view::Node::Empty });
            Ok(quote! { ::rungs_view::show(#when, move || #children) })
        }
        "For" => {
            let [each, key] = take(&given, ["each", "key"], element)?;
            let (Some(item), Some(children)) = (bound, children) else {
                return Err(Error::new(path.span(), "<For> needs let:name and children"));
            };
            Ok(quote! { ::rungs_view::each(#each, #key, move |#item| #children) })
        }
        _ => {
            let mut fields: Vec<_> = given.iter().map(|(name, value)| quote! { #name: #value }).collect();
            if let Some(children) = children {
                fields.push(quote! { children: ::std::boxed::Box::new(move || #children) });
            }
            Ok(quote! { ::rungs_view::Component::into_node(#path { #(#fields),* }) })
        }
    }
}

/// The values of just these properties.
fn take<const N: usize>(
    given: &[(Ident, TokenStream)],
    names: [&str; N],
    element: &NodeElement<rstml::Infallible>,
) -> Result<[TokenStream; N]> {
    if let Some((stranger, _)) = given.iter().find(|(name, _)| !names.iter().any(|known| name == known)) {
        return Err(Error::new(stranger.span(), "not a property of this component"));
    }
    let value = |name: &str| given.iter().find(|(given, _)| given == name).map(|(_, value)| value.clone());
    let values: Vec<_> = names.iter().filter_map(|name| value(name)).collect();
    values.try_into().map_err(|_| Error::new(element.name().span(), format!("needs {}", names.join(", "))))
}
