//! Splits the wasm: what only some charts need becomes a module of its own, which the page loads with the first of them.
//!
//! A part is named by the functions through which the main module enters it. Everything that is reached only through
//! them moves along, with the constants that nothing else reads; of what several parts share, each has a copy. A part has no memory of its own: it imports memory,
//! table, stack pointer and the functions it calls from the main module's exports, and puts its entries into
//! slots that the main module keeps free in its table. This is how Binaryen's wasm-split links its secondary modules.
//! Entering a part that is not loaded is a trap; the page loads it before.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, ExportKind, ExportSection, Function,
    FunctionSection, ImportSection, Module, TableSection, TypeSection,
};
use wasmparser::{
    CustomSectionReader, Data, ElementItems, ElementSectionReader, ExportSectionReader, ExternalKind,
    FuncType, FunctionBody, GlobalType, MemoryType, Operator, Parser, Payload, Table, TableType, TypeRef,
    TypeSectionReader,
};

use super::data::{self, Piece};
use super::{functions, snip};

/// A part and the functions through which it is entered, by their Rust names.
pub struct Part {
    /// What the page calls it.
    pub name: &'static str,
    /// Never inlined: `#[inline(never)]` in the source, and wasm-opt is told.
    pub entries: &'static [&'static str],
}

/// The module that imports the main module's exports calls it so.
const MAIN: &str = "p";

/// A module on its way to becoming several.
pub struct Splitter<'a> {
    wasm: &'a [u8],
    whole: Whole,
    plan: Plan,
    pieces: Vec<Piece>,
    /// What the parts may import from the main module, and under which name.
    shared: BTreeMap<(u8, u32), String>,
}

impl<'a> Splitter<'a> {
    /// Plans the parts of a module that has its names; some data is known to be read only by one of them.
    pub fn new(wasm: &'a [u8], parts: &[Part], pieces: Vec<Piece>) -> Result<Splitter<'a>> {
        let whole = Whole::read(wasm)?;
        let plan = Plan::make(&whole, parts)?;
        Ok(Splitter { wasm, whole, plan, pieces, shared: BTreeMap::new() })
    }

    /// The main module, which exports for the parts what `used` names of the imports that were offered to them.
    pub fn main(&self, used: &BTreeSet<String>) -> Result<Vec<u8>> {
        let mut module = Module::new();
        Main { splitter: self, used, next: self.whole.imported }
            .parse_core_module(&mut module, Parser::new(0), self.wasm)
            .context("the wasm can't be split")?;
        Ok(module.finish())
    }
}

/// The names of what a part imports from the main module.
pub fn imports(part: &[u8]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(part) {
        let Payload::ImportSection(section) = payload? else { continue };
        for import in section.into_imports() {
            names.push(import?.name.to_string());
        }
    }
    Ok(names)
}

/// What there is to know of a module before it is split.
#[derive(Default)]
struct Whole {
    /// How many functions are imported; the others follow.
    imported: u32,
    /// The type of each function, imported ones first.
    types: Vec<u32>,
    signatures: Vec<FuncType>,
    /// For each function that is not imported.
    calls: Vec<Vec<u32>>,
    names: BTreeMap<u32, String>,
    /// Functions that are called from outside, or through the table.
    roots: Vec<u32>,
    tables: Vec<TableType>,
    globals: Vec<GlobalType>,
    memory: Option<MemoryType>,
}

impl Whole {
    fn read(wasm: &[u8]) -> Result<Whole> {
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

    fn signature(&self, function: u32) -> Result<&FuncType> {
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
struct Plan {
    /// The parts that have each function that moves.
    parts: BTreeMap<u32, Vec<usize>>,
    /// The slot of the table in which each entry is found.
    slots: BTreeMap<u32, u32>,
    /// The size of the table with the slots for the entries.
    table: u64,
}

impl Plan {
    fn make(whole: &Whole, parts: &[Part]) -> Result<Plan> {
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
        Ok(Plan { parts: homes, slots, table })
    }

    fn has(&self, place: usize, function: u32) -> bool {
        self.parts.get(&function).is_some_and(|places| places.contains(&place))
    }
}

/// Kinds by the codes that name them in a module.
const KINDS: [ExportKind; 4] = [ExportKind::Func, ExportKind::Table, ExportKind::Memory, ExportKind::Global];

/// Turns the whole module into the main one: wasm-opt drops what nothing reaches any more.
struct Main<'a> {
    splitter: &'a Splitter<'a>,
    used: &'a BTreeSet<String>,
    next: u32,
}

impl Reencode for Main<'_> {
    type Error = Infallible;

    fn parse_table(&mut self, tables: &mut TableSection, table: Table<'_>) -> Result<(), Error<Infallible>> {
        let mut ty = self.table_type(table.ty)?;
        // The first table is the one that functions are called through.
        if tables.is_empty() {
            ty.minimum = self.splitter.plan.table;
            ty.maximum = ty.maximum.map(|most| most.max(self.splitter.plan.table));
        }
        tables.table(ty);
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_export_section(self, exports, section)?;
        for ((kind, index), name) in &self.splitter.shared {
            if self.used.contains(name) {
                exports.export(name, KINDS[usize::from(*kind)], *index);
            }
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Infallible>> {
        let function = self.next;
        self.next += 1;
        if let Some(&slot) = self.splitter.plan.slots.get(&function) {
            // Entered through the table, where the part has put it.
            let mut stub = Function::new([]);
            let parameters =
                self.splitter.whole.signature(function).map_or(0, |signature| signature.params().len());
            for parameter in 0..parameters as u32 {
                stub.instructions().local_get(parameter);
            }
            let ty = self.splitter.whole.types[function as usize];
            stub.instructions().i32_const(slot as i32).call_indirect(0, ty).end();
            code.function(&stub);
        } else if self.splitter.plan.parts.contains_key(&function) {
            code.function(&snip::trap());
        } else {
            utils::parse_function_body(self, code, body)?;
        }
        Ok(())
    }

    /// Names have served their end, and wasm-opt fails where it splits data that has one.
    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        if section.name() == "name" {
            return Ok(());
        }
        utils::parse_custom_section(self, module, section)
    }

    /// What moved becomes zeros, which wasm-opt leaves out.
    fn parse_data(&mut self, section: &mut DataSection, data: Data<'_>) -> Result<(), Error<Infallible>> {
        let mut bytes = data.data.to_vec();
        if let Ok(Some(address)) = data::address(&data) {
            for (at, byte) in (address..).zip(&mut bytes) {
                if self.splitter.pieces.iter().any(|piece| piece.range().contains(&at)) {
                    *byte = 0;
                }
            }
        }
        utils::parse_data(self, section, Data { data: &bytes, ..data })
    }
}

/// Copies functions of the whole module into a part.
struct Copier<'a> {
    /// Where each function is in the part.
    places: &'a BTreeMap<u32, u32>,
}

impl Reencode for Copier<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        // Everything that a part calls is either its own or was imported.
        Ok(self.places.get(&function).copied().unwrap_or(u32::MAX))
    }
}

impl Splitter<'_> {
    /// Builds the part at a place of the list.
    pub fn part(&mut self, place: usize) -> Result<Vec<u8>> {
        let (whole, plan, shared) = (&self.whole, &self.plan, &mut self.shared);
        let own: Vec<u32> =
            plan.parts.keys().copied().filter(|function| plan.has(place, *function)).collect();
        let mut called: BTreeSet<u32> = BTreeSet::new();
        for function in &own {
            called.extend(&whole.calls[(function - whole.imported) as usize]);
        }
        called.retain(|function| !plan.has(place, *function));
        let places: BTreeMap<u32, u32> = called.iter().chain(&own).copied().zip(0..).collect();

        let (mut types, mut imports, mut declared) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        let (mut elements, mut code) = (ElementSection::new(), CodeSection::new());
        let mut import = |kind: ExportKind, index: u32, ty: wasm_encoder::EntityType| {
            let count = shared.len();
            let code = KINDS.iter().position(|known| *known == kind).unwrap_or(0) as u8;
            imports.import(MAIN, shared.entry((code, index)).or_insert_with(|| count.to_string()), ty);
        };
        let mut same = RoundtripReencoder;
        for function in &called {
            let ty = wasm_encoder::EntityType::Function(whole.types[*function as usize]);
            import(ExportKind::Func, *function, ty);
        }
        for (index, table) in whole.tables.iter().enumerate() {
            let mut ty = same.table_type(*table)?;
            if index == 0 {
                ty.minimum = plan.table;
                ty.maximum = ty.maximum.map(|most| most.max(plan.table));
            }
            import(ExportKind::Table, index as u32, ty.into());
        }
        let memory = same.memory_type(whole.memory.context("the wasm has no memory")?)?;
        import(ExportKind::Memory, 0, memory.into());
        for (index, global) in whole.globals.iter().enumerate() {
            import(ExportKind::Global, index as u32, same.global_type(*global)?.into());
        }
        for (entry, slot) in plan.slots.iter().filter(|(entry, _)| plan.has(place, **entry)) {
            let offset = ConstExpr::i32_const(*slot as i32);
            let function = *places.get(entry).context("an entry has gone")?;
            elements.active(None, &offset, Elements::Functions([function].as_slice().into()));
        }
        let mut copier = Copier { places: &places };
        let mut next = whole.imported;
        for payload in Parser::new(0).parse_all(self.wasm) {
            match payload? {
                Payload::TypeSection(section) => same.parse_type_section(&mut types, section)?,
                Payload::CodeSectionEntry(body) => {
                    if plan.has(place, next) {
                        declared.function(whole.types[next as usize]);
                        copier.parse_function_body(&mut code, body)?;
                    }
                    next += 1;
                }
                _ => {}
            }
        }
        let mut data = DataSection::new();
        for piece in self.pieces.iter().filter(|piece| piece.parts.contains(&place)) {
            data.active(0, &ConstExpr::i32_const(piece.at as i32), piece.bytes.iter().copied());
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&declared).section(&elements).section(&code);
        module.section(&data);
        Ok(module.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{baseline, snip::tests::module};
    use super::*;
    use wasm_encoder::{MemorySection, RefType};

    /// `read` and `draw` are exported; only `draw` enters the parts `line` and `pie`.
    fn whole() -> Vec<u8> {
        let named = module(&[
            ("draw", &[1, 2, 3]),
            ("common", &[]),
            ("line", &[1, 4, 5]),
            ("pie", &[5]),
            ("stroke", &[1]),
            ("of both", &[]),
        ]);
        let (mut tables, mut memories, mut exports) =
            (TableSection::new(), MemorySection::new(), ExportSection::new());
        let table = wasm_encoder::TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 2,
            maximum: Some(2),
            shared: false,
        };
        tables.table(table);
        let memory = wasm_encoder::MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        memories.memory(memory);
        exports.export("draw", ExportKind::Func, 0);
        // Sections go by their ids, so the new ones are put in where they belong.
        let bytes = named.finish();
        let mut module = Module::new();
        for payload in Parser::new(0).parse_all(&bytes) {
            let payload = payload.unwrap();
            if matches!(payload, Payload::CodeSectionStart { .. }) {
                module.section(&tables).section(&memories).section(&exports);
            }
            if let Some((id, range)) = payload.as_section() {
                if matches!(payload, Payload::CustomSection(_)) {
                    let mut data = DataSection::new();
                    data.active(0, &ConstExpr::i32_const(8), *b"common line");
                    module.section(&data);
                }
                module.section(&wasm_encoder::RawSection { id, data: &bytes[range] });
            }
        }
        module.finish()
    }

    const PARTS: [Part; 2] =
        [Part { name: "line", entries: &["line"] }, Part { name: "pie", entries: &["pie"] }];

    #[test]
    fn what_only_a_part_reaches_moves_into_it() {
        let wasm = whole();
        let mut splitter = Splitter::new(&wasm, &PARTS, Vec::new()).unwrap();
        let line = splitter.part(0).unwrap();
        let pie = splitter.part(1).unwrap();
        let used = [imports(&line).unwrap(), imports(&pie).unwrap()].concat().into_iter().collect();
        let main = splitter.main(&used).unwrap();
        for module in [&line, &pie, &main] {
            baseline::check(module).unwrap();
        }
        // Imported is `common`; its own are `line`, `stroke` and a copy of `of both`.
        assert_eq!(functions::imported(&line).unwrap(), 1);
        assert_eq!(functions::calls(&line).unwrap(), [vec![0, 2, 3], vec![0], vec![]]);
        assert_eq!(
            (functions::imported(&pie).unwrap(), functions::calls(&pie).unwrap()),
            (0, vec![vec![1], vec![]])
        );
        // The entries are stubs, what moved is a trap.
        assert_eq!(functions::calls(&main).unwrap(), [vec![1, 2, 3], vec![], vec![], vec![], vec![], vec![]]);
        let exported = Parser::new(0).parse_all(&main).filter_map(|payload| match payload.unwrap() {
            Payload::ExportSection(section) => Some(section.count()),
            _ => None,
        });
        assert_eq!(exported.sum::<u32>() as usize, 1 + used.len());
    }

    /// The data of a module: where it lies and what it is.
    fn data_of(wasm: &[u8]) -> Vec<(Option<u32>, Vec<u8>)> {
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let Payload::DataSection(section) = payload.unwrap() else { continue };
            for data in section {
                let data = data.unwrap();
                found.push((data::address(&data).unwrap(), data.data.to_vec()));
            }
        }
        found
    }

    #[test]
    fn data_of_a_part_lies_in_it_and_no_longer_in_the_main_module() {
        let wasm = whole();
        let piece = Piece { parts: vec![0], at: 15, bytes: b"line".to_vec() };
        let mut splitter = Splitter::new(&wasm, &PARTS, vec![piece]).unwrap();
        assert_eq!(data_of(&splitter.part(0).unwrap()), [(Some(15), b"line".to_vec())]);
        assert_eq!(data_of(&splitter.part(1).unwrap()), []);
        let main = splitter.main(&BTreeSet::new()).unwrap();
        baseline::check(&main).unwrap();
        assert_eq!(data_of(&main), [(Some(8), b"common \0\0\0\0".to_vec())]);
    }

    #[test]
    fn what_is_not_used_is_not_exported() {
        let wasm = whole();
        let mut splitter = Splitter::new(&wasm, &PARTS, Vec::new()).unwrap();
        splitter.part(0).unwrap();
        let lean = splitter.main(&BTreeSet::new()).unwrap();
        assert!(Whole::read(&lean).unwrap().roots.len() == 1);
    }

    #[test]
    fn an_entry_that_has_gone_or_is_called_from_outside_is_refused() {
        let wasm = whole();
        let refused = |entry| {
            let parts = [Part { name: "x", entries: entry }];
            Splitter::new(&wasm, &parts, Vec::new()).err().unwrap().to_string()
        };
        assert!(refused(&["bars"]).contains("no function of the wasm is called bars"));
        assert!(refused(&["draw"]).contains("from outside"));
    }
}
