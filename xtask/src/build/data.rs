//! Which constants the main module never reads, so that it needn't carry them.
//!
//! The linker tells by its relocations which function names which piece of data, and which piece names another one. Constants
//! that are reached only through the entries of parts move into these; each puts them where they were when it is loaded.
//! What nothing reaches, because the functions that would are cut out, is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::{Module, RawSection};
use wasmparser::{
    Data, DataKind, ExternalKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocSectionReader,
    RelocationType, SymbolInfo,
};

use super::functions;
use super::plan::Part;
use super::snip::Cut;

/// Bytes that the main module doesn't read.
pub struct Piece {
    /// The places in the list of the parts that do.
    pub parts: Vec<usize>,
    /// The address of the first byte.
    pub at: u32,
    /// What stands there.
    pub bytes: Vec<u8>,
}

impl Piece {
    /// The addresses of the bytes.
    pub fn range(&self) -> Range<u32> {
        self.at..self.at + self.bytes.len() as u32
    }
}

/// Where an active segment of data lies in the memory, if that is a constant.
pub fn address(data: &Data) -> Result<Option<u32>> {
    let DataKind::Active { offset_expr, .. } = &data.kind else { return Ok(None) };
    let first = offset_expr.get_operators_reader().read()?;
    Ok(if let Operator::I32Const { value } = first { Some(value as u32) } else { None })
}

/// The module without what only the linker's relocations are told by.
pub fn without_relocations(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::CustomSection(section) = &payload
            && (section.name() == "linking" || section.name().starts_with("reloc."))
        {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: &wasm[range] });
        }
    }
    Ok(module.finish())
}

/// What the main module doesn't read, from the module as the linker wrote it, once some functions are cut out of it.
pub fn pieces(wasm: &[u8], parts: &[Part], cut: &Cut) -> Result<Vec<Piece>> {
    let mut linked = Linked::read(wasm)?;
    let names = functions::names(wasm)?;
    let find = |name: &str| {
        let found = names.iter().find(|(_, known)| *known == name).map(|(index, _)| Node::Function(*index));
        found.with_context(|| format!("no function of the wasm is called {name}"))
    };
    for function in &cut.dead {
        linked.named.remove(&Node::Function(*function));
    }
    for (from, to) in &cut.instead {
        linked.named.insert(Node::Function(*from), vec![Node::Function(*to)]);
    }
    let mut entries: Vec<Vec<Node>> = Vec::new();
    for part in parts {
        let mut of_part = Vec::new();
        for entry in part.entries {
            of_part.push(find(entry)?);
        }
        entries.push(of_part);
    }
    let all: BTreeSet<Node> = entries.iter().flatten().copied().collect();
    // The parts that read each byte; where the main module does, the byte is taken out again.
    let mut readers: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    for range in linked.ranges.values() {
        readers.extend(range.clone().map(|at| (at, BTreeSet::new())));
    }
    for (place, own) in entries.iter().enumerate() {
        let others = all.iter().copied().filter(|entry| !own.contains(entry)).collect();
        for node in linked.reach(own, &others) {
            for at in linked.addresses(node) {
                readers.entry(at).or_default().insert(place);
            }
        }
    }
    for node in linked.reach(&linked.roots, &all) {
        for at in linked.addresses(node) {
            readers.remove(&at);
        }
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, places) in readers {
        let Some(byte) = linked.constant(at) else { continue };
        let parts: Vec<usize> = places.into_iter().collect();
        match pieces.last_mut() {
            Some(piece) if piece.parts == parts && piece.range().end == at => piece.bytes.push(byte),
            _ => pieces.push(Piece { parts, at, bytes: vec![byte] }),
        }
    }
    Ok(pieces)
}

/// What names other things and is named.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Function(u32),
    /// By the place in the linker's table of symbols.
    Data(u32),
}

/// A module as the linker wrote it.
#[derive(Default)]
struct Linked<'a> {
    /// The functions that are called from outside.
    roots: Vec<Node>,
    /// What each function and each piece of data names.
    named: BTreeMap<Node, Vec<Node>>,
    symbols: Vec<Option<Node>>,
    /// The addresses of each piece of data.
    ranges: BTreeMap<Node, Range<u32>>,
    /// Segments of data by their addresses.
    segments: Vec<(u32, &'a [u8])>,
    /// Which of them hold what never changes.
    constants: BTreeSet<u32>,
}

impl<'a> Linked<'a> {
    fn read(wasm: &'a [u8]) -> Result<Linked<'a>> {
        let mut linked = Linked::default();
        let (mut symbols, mut relocations) = (Vec::new(), Vec::new());
        // Sections of code and data by their places in the module, and what lies where in their bytes.
        let mut sections = BTreeMap::new();
        let (mut count, mut function) = (0, functions::imported(wasm)?);
        let mut bodies = Vec::new();
        let mut segments = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            let place = count;
            count += u32::from(payload.as_section().is_some());
            match payload {
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            linked.roots.push(Node::Function(export.index));
                        }
                    }
                }
                Payload::CodeSectionStart { range, .. } => {
                    sections.insert(place, range.start);
                }
                Payload::CodeSectionEntry(body) => {
                    bodies.push((body.range(), function));
                    function += 1;
                }
                Payload::DataSection(section) => {
                    sections.insert(place, section.range().start);
                    for data in section {
                        let data = data?;
                        // The bytes are the end of what the range spans.
                        let start = data.range.end - data.data.len();
                        segments.push(start..data.range.end);
                        linked.segments.push((address(&data)?.context("data lies nowhere")?, data.data));
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(parts) => {
                        for part in parts {
                            if let Linking::SymbolTable(table) = part? {
                                for symbol in table {
                                    symbols.push(symbol?);
                                }
                            }
                        }
                    }
                    KnownCustom::Reloc(section) => relocations.push(section),
                    KnownCustom::Name(names) => {
                        for name in names {
                            let Name::Data(segments) = name? else { continue };
                            for segment in segments {
                                let segment = segment?;
                                if segment.name == ".rodata" {
                                    linked.constants.insert(segment.index);
                                }
                            }
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        ensure!(!symbols.is_empty(), "the wasm has no linker's symbols: is it linked with `--emit-relocs`?");
        linked.add_symbols(&symbols);
        for section in relocations {
            let Some(&start) = sections.get(&section.section_index()) else { continue };
            linked.add_relocations(&section, start, &bodies, &segments)?;
        }
        Ok(linked)
    }

    fn add_symbols(&mut self, symbols: &[SymbolInfo]) {
        for (place, symbol) in (0..).zip(symbols) {
            self.symbols.push(match symbol {
                SymbolInfo::Func { index, .. } => Some(Node::Function(*index)),
                SymbolInfo::Data { symbol: Some(data), .. } => {
                    let node = Node::Data(place);
                    if let Some((address, _)) = self.segments.get(data.index as usize) {
                        let start = address + data.offset;
                        self.ranges.insert(node, start..start + data.size);
                    }
                    Some(node)
                }
                _ => None,
            });
        }
    }

    fn add_relocations(
        &mut self,
        section: &RelocSectionReader,
        start: usize,
        bodies: &[(Range<usize>, u32)],
        segments: &[Range<usize>],
    ) -> Result<()> {
        for entry in section.entries() {
            let entry = entry?;
            match entry.ty {
                RelocationType::FunctionIndexLeb
                | RelocationType::TableIndexSleb
                | RelocationType::TableIndexI32
                | RelocationType::MemoryAddrLeb
                | RelocationType::MemoryAddrSleb
                | RelocationType::MemoryAddrI32 => {}
                RelocationType::TypeIndexLeb
                | RelocationType::GlobalIndexLeb
                | RelocationType::TableNumberLeb => continue,
                other => bail!("the linker wrote a relocation that data.rs doesn't know: {other:?}"),
            }
            let Some(named) = self.symbols.get(entry.index as usize).copied().flatten() else { continue };
            let at = start + entry.offset as usize;
            let body = bodies.partition_point(|(range, _)| range.end <= at);
            if let Some((_, function)) = bodies.get(body).filter(|(range, _)| range.contains(&at)) {
                self.named.entry(Node::Function(*function)).or_default().push(named);
                continue;
            }
            let segment = segments.iter().position(|range| range.contains(&at));
            let segment = segment.context("a relocation lies in neither code nor data")?;
            let address = self.segments[segment].0 + (at - segments[segment].start) as u32;
            for (node, range) in &self.ranges {
                if range.contains(&address) {
                    self.named.entry(*node).or_default().push(named);
                }
            }
        }
        Ok(())
    }

    /// All that is reached from some things without going through others, those themselves included.
    fn reach(&self, from: &[Node], around: &BTreeSet<Node>) -> BTreeSet<Node> {
        let mut reached = BTreeSet::new();
        let mut left = from.to_vec();
        while let Some(node) = left.pop() {
            if !around.contains(&node) && reached.insert(node) {
                left.extend(self.named.get(&node).into_iter().flatten());
            }
        }
        reached
    }

    fn addresses(&self, node: Node) -> Range<u32> {
        self.ranges.get(&node).cloned().unwrap_or_default()
    }

    /// The byte at an address, if it never changes: a part that is loaded writes it anew.
    fn constant(&self, at: u32) -> Option<u8> {
        let mut found = self.segments.iter().zip(0..).filter_map(|((address, bytes), index)| {
            let byte = bytes.get(at.checked_sub(*address)? as usize)?;
            self.constants.contains(&index).then_some(*byte)
        });
        found.next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, CustomSection, DataSection, ExportKind, ExportSection, Function,
        FunctionSection, LinkingSection, MemorySection, MemoryType, NameMap, NameSection, SymbolTable,
        TypeSection,
    };

    const AT: u32 = 1024;
    const DATA: &[u8] = b"main lines bars shared \x20\x04\0\0pointed";
    /// Pieces of the data: the word before the last one has the address of the last one.
    const SYMBOLS: [Range<u32>; 6] = [0..5, 5..11, 11..16, 16..23, 23..27, 27..34];
    /// `show` is exported and enters `line` and `bar`; `own` is reached from `line` alone.
    const FUNCTIONS: [(&str, &[u32], &[u32]); 5] = [
        ("show", &[1, 2], &[0]),
        ("line", &[3], &[1, 3]),
        ("bar", &[], &[2, 3]),
        ("own", &[], &[4]),
        ("called", &[], &[]),
    ];
    const PARTS: [Part; 2] =
        [Part { name: "line", entries: &["line"] }, Part { name: "bar", entries: &["bar"] }];

    const UNCUT: Cut = Cut { instead: BTreeMap::new(), dead: BTreeSet::new() };

    fn padded(value: u32) -> [u8; 5] {
        [0, 7, 14, 21, 28].map(|shift| (value >> shift) as u8 & 0x7f | if shift < 28 { 0x80 } else { 0 })
    }

    /// The module as the linker would write it, with a name for its data.
    fn linked(segment: &str) -> Vec<u8> {
        let (mut types, mut declared, mut memories) =
            (TypeSection::new(), FunctionSection::new(), MemorySection::new());
        let (mut exports, mut code, mut data) =
            (ExportSection::new(), CodeSection::new(), DataSection::new());
        let (mut names, mut symbols) = (NameMap::new(), SymbolTable::new());
        types.ty().function([], []);
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        exports.export("show", ExportKind::Func, 0);
        // A section of code begins with the number of functions, each with its size and that of its locals before it.
        let (mut at, mut of_code) = (1, Vec::new());
        for (index, (name, calls, reads)) in (0..).zip(FUNCTIONS) {
            declared.function(0);
            names.append(index, name);
            symbols.function(0, index, Some(name));
            let mut body = Function::new([]);
            at += 2;
            for &call in calls {
                of_code.extend([0, at + 1, call as u8]);
                body.raw([&[0x10], &padded(call)[..]].concat());
                at += 6;
            }
            for &read in reads {
                of_code.extend([4, at + 1, (FUNCTIONS.len() as u32 + read) as u8, 0]);
                body.raw([&[0x41], &padded(AT + SYMBOLS[read as usize].start)[..], &[0x1a]].concat());
                at += 7;
            }
            body.instructions().end();
            at += 1;
            code.function(&body);
        }
        for (place, range) in SYMBOLS.iter().enumerate() {
            let definition = wasm_encoder::DataSymbolDefinition {
                index: 0,
                offset: range.start,
                size: range.end - range.start,
            };
            symbols.data(0, &place.to_string(), Some(definition));
        }
        data.active(0, &ConstExpr::i32_const(AT as i32), DATA.iter().copied());
        // The bytes begin behind the number of segments, flags, address and length.
        let of_data = [5, 1 + 1 + 4 + 1 + SYMBOLS[4].start as u8, FUNCTIONS.len() as u8 + 5, 0];
        let (mut name, mut linking) = (NameSection::new(), LinkingSection::new());
        name.functions(&names);
        let mut named = NameMap::new();
        named.append(0, segment);
        name.data(&named);
        linking.symbol_table(&symbols);
        let count = FUNCTIONS.iter().map(|(_, calls, reads)| calls.len() + reads.len()).sum::<usize>() as u8;
        let relocations = |section: u8, count: u8, entries: &[u8]| [&[section, count], entries].concat();
        let (of_code, of_data) = (relocations(4, count, &of_code), relocations(5, 1, &of_data));
        let custom = |name: &'static str, data| CustomSection { name: name.into(), data };
        let mut module = Module::new();
        module.section(&types).section(&declared).section(&memories).section(&exports);
        module.section(&code).section(&data).section(&linking);
        module.section(&custom("reloc.CODE", of_code.as_slice().into()));
        module.section(&custom("reloc.DATA", of_data.as_slice().into())).section(&name);
        module.finish()
    }

    /// What moves where the functions `dead` are cut out and others are called in their place.
    fn moved(segment: &str, dead: &[u32], instead: &[(u32, u32)]) -> Vec<(Vec<usize>, u32, String)> {
        let cut = Cut { instead: instead.iter().copied().collect(), dead: dead.iter().copied().collect() };
        let pieces = pieces(&linked(segment), &PARTS, &cut).unwrap();
        let text = |piece: &Piece| String::from_utf8_lossy(&piece.bytes).into_owned();
        pieces.iter().map(|piece| (piece.parts.clone(), piece.at - AT, text(piece))).collect()
    }

    #[test]
    fn what_only_parts_read_moves_with_what_it_points_to() {
        let lines = (vec![0], 5, "lines ".into());
        let bars = (vec![1], 11, "bars ".into());
        let shared = (vec![0, 1], 16, "shared ".into());
        let pointed = (vec![0], 23, "\x20\x04\0\0pointed".into());
        let all = [lines, bars, shared, pointed];
        assert_eq!(moved(".rodata", &[], &[]), all);
        assert_eq!(moved(".data", &[], &[]), [], "what may change stays");
    }

    #[test]
    fn what_is_cut_out_reads_nothing() {
        let own = moved(".rodata", &[3], &[]);
        assert_eq!(own.last(), Some(&(vec![], 23, "\x20\x04\0\0pointed".into())));
        // `bar` does what `own` did, and reads its data.
        let bar = moved(".rodata", &[2], &[(2, 3)]);
        let parts: Vec<&[usize]> = bar.iter().map(|(parts, ..)| parts.as_slice()).collect();
        assert_eq!(parts, [&[0][..], &[], &[0], &[0, 1]]);
        // `show` enters no part, but calls `own`.
        assert_eq!(moved(".rodata", &[0], &[(0, 3)])[0].1, SYMBOLS[0].start);
    }

    #[test]
    fn a_module_is_left_without_relocations() {
        let wasm = without_relocations(&linked(".rodata")).unwrap();
        assert_eq!(functions::names(&wasm).unwrap().len(), FUNCTIONS.len());
        let error = pieces(&wasm, &PARTS, &UNCUT).err().unwrap().to_string();
        assert!(error.contains("--emit-relocs"), "{error}");
    }

    #[test]
    fn a_name_that_has_gone_is_told() {
        let parts = [Part { name: "x", entries: &["gone"] }];
        let error = pieces(&linked(".rodata"), &parts, &UNCUT).err().unwrap().to_string();
        assert!(error.contains("is called gone"), "{error}");
    }
}
