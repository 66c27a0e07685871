//! Splits the wasm: what only some charts need becomes a module of its own, which the page loads with the first of them.
//!
//! A part is named by the functions through which the main module enters it. Everything that is reached only through
//! them moves along, with the constants that nothing else reads; of what several parts share, each has a copy. A part has
//! no memory of its own: it imports memory, table and stack pointer from the main module's exports, and puts its entries
//! into slots that the main module keeps free in its table. This is how Binaryen's wasm-split links its secondary modules;
//! but the functions that a part calls are no exports, whose names every chart would load: they are taken from the table.
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
    CustomSectionReader, Data, ElementSectionReader, ExportSectionReader, FunctionBody, Parser, Payload,
    Table,
};

use super::data::{self, Piece};
use super::plan::{Part, Plan, Whole};
use super::snip;

/// The module that imports the main module's exports calls it so.
const MAIN: &str = "p";

/// A module on its way to becoming several.
pub struct Splitter<'a> {
    wasm: &'a [u8],
    whole: Whole,
    plan: Plan,
    pieces: Vec<Piece>,
    /// What the parts may import from the main module's exports, and under which name.
    exports: BTreeMap<String, (ExportKind, u32)>,
}

impl<'a> Splitter<'a> {
    /// Plans the parts of a module that has its names; some data is known to be read only by one of them.
    pub fn new(wasm: &'a [u8], parts: &[Part], pieces: Vec<Piece>) -> Result<Splitter<'a>> {
        let whole = Whole::read(wasm)?;
        let plan = Plan::make(&whole, parts)?;
        Ok(Splitter { wasm, whole, plan, pieces, exports: BTreeMap::new() })
    }

    /// The main module, which exports for the parts what `used` names of the imports that were offered to them.
    pub fn main(&self, used: &BTreeSet<String>) -> Result<Vec<u8>> {
        let mut module = Module::new();
        let mut main = Main { splitter: self, used, next: self.whole.imported, shares: false };
        main.parse_core_module(&mut module, Parser::new(0), self.wasm).context("the wasm can't be split")?;
        ensure!(main.shares, "the table of the wasm has no elements, to which those for the parts are added");
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

/// What the parts call the function in a slot of the table: see `start` in www/core.mjs.
fn name(slot: u64) -> Result<String> {
    let letter = u32::try_from(slot).ok().filter(|slot| *slot <= 0xffff).and_then(char::from_u32);
    Ok(letter.context("the table is too long for its slots to be named by letters")?.to_string())
}

/// Turns the whole module into the main one: wasm-opt drops what nothing reaches any more.
struct Main<'a> {
    splitter: &'a Splitter<'a>,
    used: &'a BTreeSet<String>,
    /// The function whose body comes next.
    next: u32,
    /// Whether the parts find in the table what they call.
    shares: bool,
}

impl Reencode for Main<'_> {
    type Error = Infallible;

    fn parse_table(&mut self, tables: &mut TableSection, table: Table<'_>) -> Result<(), Error<Infallible>> {
        let mut ty = self.table_type(table.ty)?;
        // The first table is the one that functions are called through.
        if tables.is_empty() {
            ty.minimum = self.splitter.plan.table + self.splitter.plan.shared.len() as u64;
            ty.maximum = ty.maximum.map(|most| most.max(ty.minimum));
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
        for (name, (kind, index)) in &self.splitter.exports {
            if self.used.contains(name) {
                exports.export(name, *kind, *index);
            }
        }
        Ok(())
    }

    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        section: ElementSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_element_section(self, elements, section)?;
        self.share(elements);
        self.shares = true;
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

impl Main<'_> {
    /// Puts the functions that parts import into the table.
    fn share(&self, elements: &mut ElementSection) {
        let plan = &self.splitter.plan;
        let used = (plan.table..)
            .zip(&plan.shared)
            .filter(|(slot, _)| name(*slot).is_ok_and(|name| self.used.contains(&name)));
        let mut run: (u64, Vec<u32>) = (plan.table, Vec::new());
        for (slot, &function) in used {
            // A run that goes on with what stands there already is shorter than another one.
            while let Some(&last) = run.1.last()
                && run.0 + (run.1.len() as u64) < slot
            {
                run.1.push(last);
            }
            if run.1.is_empty() {
                run.0 = slot;
            }
            run.1.push(function);
        }
        if !run.1.is_empty() {
            let offset = ConstExpr::i32_const(run.0 as i32);
            elements.active(None, &offset, Elements::Functions(run.1.into()));
        }
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
        let (whole, plan) = (&self.whole, &self.plan);
        let exports = &mut self.exports;
        let (own, called) = (plan.own(place), plan.called(whole, place));
        let places: BTreeMap<u32, u32> = called.iter().chain(&own).copied().zip(0..).collect();

        let (mut types, mut imports, mut declared) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        let (mut elements, mut code) = (ElementSection::new(), CodeSection::new());
        let mut same = RoundtripReencoder;
        for function in &called {
            let ty = wasm_encoder::EntityType::Function(whole.types[*function as usize]);
            let place = plan.shared.iter().position(|known| known == function);
            let place = place.context("a function that is called has no slot")?;
            imports.import(MAIN, &name(plan.table + place as u64)?, ty);
        }
        let mut import = |letter: char, kind: ExportKind, index: u32, ty: wasm_encoder::EntityType| {
            let name = format!("{letter}{index}");
            imports.import(MAIN, &name, ty);
            exports.insert(name, (kind, index));
        };
        for (index, table) in whole.tables.iter().enumerate() {
            let mut ty = same.table_type(*table)?;
            if index == 0 {
                ty.minimum = plan.table;
                ty.maximum = None;
            }
            import('t', ExportKind::Table, index as u32, ty.into());
        }
        let memory = same.memory_type(whole.memory.context("the wasm has no memory")?)?;
        import('m', ExportKind::Memory, 0, memory.into());
        for (index, global) in whole.globals.iter().enumerate() {
            import('g', ExportKind::Global, index as u32, same.global_type(*global)?.into());
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
    use super::super::{baseline, functions, snip::tests::module};
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
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(1), Elements::Functions([0].as_slice().into()));
        // Sections go by their ids, so the new ones are put in where they belong.
        let bytes = named.finish();
        let mut module = Module::new();
        for payload in Parser::new(0).parse_all(&bytes) {
            let payload = payload.unwrap();
            if matches!(payload, Payload::CodeSectionStart { .. }) {
                module.section(&tables).section(&memories).section(&exports).section(&elements);
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
        // `draw` is called from outside, and `common` lies in the table, behind the two entries.
        let read = Whole::read(&main).unwrap();
        assert_eq!((read.roots, read.tables[0].initial), (vec![0, 0, 1], 2 + 2 + 1));
        assert_eq!(imports(&line).unwrap(), ["\u{4}", "t0", "m0"]);
        assert!(used.contains("t0") && exports(&main) == ["draw", "m0", "t0"]);
    }

    fn exports(wasm: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let Payload::ExportSection(section) = payload.unwrap() else { continue };
            names.extend(section.into_iter().map(|export| export.unwrap().name.to_string()));
        }
        names
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
        assert_eq!(
            (Whole::read(&lean).unwrap().roots, exports(&lean)),
            (vec![0, 0], vec!["draw".to_string()])
        );
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
