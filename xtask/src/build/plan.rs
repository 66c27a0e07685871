//! Which function of the whole module goes into which part of it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use wasmparser::{
    ElementItems, ElementSectionReader, ExternalKind, FuncType, GlobalType, MemoryType, Operator, Parser,
    Payload, TableType, TypeRef, TypeSectionReader,
};

use super::functions;

/// A part and the functions through which it is entered, by their Rust names.
pub struct Part {
    /// What the page calls it.
    pub name: &'static str,
    /// Never inlined: `#[inline(never)]` in the source, and wasm-opt is told.
    pub entries: &'static [&'static str],
}

/// What there is to know of a module before it is split.
#[derive(Default)]
pub struct Whole {
    /// How many functions are imported; the others follow.
    pub imported: u32,
    /// The type of each function, imported ones first.
    pub types: Vec<u32>,
    pub signatures: Vec<FuncType>,
    /// For each function that is not imported.
    pub calls: Vec<Vec<u32>>,
    names: BTreeMap<u32, String>,
    /// Functions that are called from outside, or through the table.
    pub roots: Vec<u32>,
    pub tables: Vec<TableType>,
    pub globals: Vec<GlobalType>,
    pub memory: Option<MemoryType>,
}

impl Whole {
    pub fn read(wasm: &[u8]) -> Result<Whole> {
        let mut whole =
            Whole { calls: functions::calls(wasm)?, names: functions::names(wasm)?, ..Whole::default() };
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(section) => whole.read_types(section)?,
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let TypeRef::Func(ty) = import?.ty else {
                            anyhow::bail!("only functions may be imported")
                        };
                        whole.types.push(ty);
                        whole.imported += 1;
                    }
                }
                Payload::FunctionSection(section) => {
                    for ty in section {
                        whole.types.push(ty?);
                    }
                }
                Payload::TableSection(section) => {
                    for table in section {
                        whole.tables.push(table?.ty);
                    }
                }
                Payload::MemorySection(section) => {
                    for memory in section {
                        whole.memory = Some(memory?);
                    }
                }
                Payload::GlobalSection(section) => {
                    for global in section {
                        whole.globals.push(global?.ty);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            whole.roots.push(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => whole.roots.push(func),
                Payload::ElementSection(section) => whole.read_elements(section)?,
                _ => {}
            }
        }
        Ok(whole)
    }

    fn read_types(&mut self, section: TypeSectionReader) -> Result<()> {
        for ty in section.into_iter_err_on_gc_types() {
            self.signatures.push(ty?);
        }
        Ok(())
    }

    fn read_elements(&mut self, section: ElementSectionReader) -> Result<()> {
        for segment in section {
            match segment?.items {
                ElementItems::Functions(items) => {
                    for function in items {
                        self.roots.push(function?);
                    }
                }
                ElementItems::Expressions(_, items) => {
                    for item in items {
                        for operator in item?.get_operators_reader() {
                            if let Operator::RefFunc { function_index } = operator? {
                                self.roots.push(function_index);
                            }
                        }
                    }
                }
            }
        }
        Ok(())
    }

    pub fn signature(&self, function: u32) -> Result<&FuncType> {
        let ty = self.types.get(function as usize).context("a function has no type")?;
        self.signatures.get(*ty as usize).context("a type is missing")
    }

    /// All that is reached from some functions without going through others, those themselves included.
    fn reach(&self, from: &[u32], around: &BTreeSet<u32>) -> BTreeSet<u32> {
        let mut reached = BTreeSet::new();
        let mut left = from.to_vec();
        while let Some(function) = left.pop() {
            if around.contains(&function) || !reached.insert(function) {
                continue;
            }
            if let Some(own) = function.checked_sub(self.imported) {
                left.extend(&self.calls[own as usize]);
            }
        }
        reached
    }
}

/// Which function goes where.
pub struct Plan {
    /// The parts that have each function that moves.
    pub parts: BTreeMap<u32, Vec<usize>>,
    /// The slot of the table in which each entry is found.
    pub slots: BTreeMap<u32, u32>,
    /// The size of the table with the slots for the entries.
    pub table: u64,
    /// What parts call of the main module, which is found in the slots after those: what most of them call comes first,
    /// because its name is short.
    pub shared: Vec<u32>,
}

impl Plan {
    pub fn make(whole: &Whole, parts: &[Part]) -> Result<Plan> {
        let mut entries: Vec<Vec<u32>> = Vec::new();
        for part in parts {
            let mut of_part = Vec::new();
            for entry in part.entries {
                let found = whole.names.iter().find(|(_, name)| name == entry);
                let (&function, _) = found.with_context(|| {
                    format!(
                        "no function of the wasm is called {entry}: bring the parts in wasm.rs up to date"
                    )
                })?;
                ensure!(
                    !whole.roots.contains(&function),
                    "{entry} is called through the table or from outside"
                );
                of_part.push(function);
            }
            entries.push(of_part);
        }
        let all: BTreeSet<u32> = entries.iter().flatten().copied().collect();
        let main = whole.reach(&whole.roots, &all);
        let mut homes: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (place, own) in entries.iter().enumerate() {
            let others = all.iter().copied().filter(|entry| !own.contains(entry)).collect();
            for function in whole.reach(own, &others) {
                if function >= whole.imported && !main.contains(&function) {
                    homes.entry(function).or_default().push(place);
                }
            }
        }
        let first = whole.tables.first().context("the wasm has no table")?.initial;
        let slots: BTreeMap<u32, u32> = all.iter().copied().zip(first as u32..).collect();
        let table = first + slots.len() as u64;
        let mut plan = Plan { parts: homes, slots, table, shared: Vec::new() };
        let mut callers: BTreeMap<u32, usize> = BTreeMap::new();
        for place in 0..parts.len() {
            for function in plan.called(whole, place) {
                *callers.entry(function).or_default() += 1;
            }
        }
        plan.shared.extend(callers.keys());
        plan.shared.sort_by_key(|function| Reverse(callers[function]));
        Ok(plan)
    }

    /// The functions of a part.
    pub fn own(&self, place: usize) -> Vec<u32> {
        self.parts.keys().copied().filter(|function| self.has(place, *function)).collect()
    }

    /// What those call besides themselves.
    pub fn called(&self, whole: &Whole, place: usize) -> BTreeSet<u32> {
        let mut called = BTreeSet::new();
        for function in self.own(place) {
            called.extend(&whole.calls[(function - whole.imported) as usize]);
        }
        called.retain(|function| !self.has(place, *function));
        called
    }

    pub fn has(&self, place: usize, function: u32) -> bool {
        self.parts.get(&function).is_some_and(|places| places.contains(&place))
    }
}
