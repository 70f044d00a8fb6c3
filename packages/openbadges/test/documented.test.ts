import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url))
const program = ts.createProgram([entry], {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: [],
})
const checker = program.getTypeChecker()
const source = program.getSourceFile(entry)
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source as ts.SourceFile) as ts.Symbol).map((symbol) => ({
  name: symbol.name,
  symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
}))
const functions = exported.filter(({ symbol }) => symbol.flags & ts.SymbolFlags.Function)

const sentenceOf = (symbol: ts.Symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim()
const tagsOf = (symbol: ts.Symbol, name: string) =>
  symbol
    .getJsDocTags(checker)
    .filter((tag) => tag.name === name)
    .map(({ text }) => ts.displayPartsToString(text).trim())

/** The options of a function: members of a parameter that is an object written down here, each with its own words or a tag. */
function undocumentedOptions(symbol: ts.Symbol): string[] {
  const declaration = symbol.valueDeclaration as ts.FunctionDeclaration
  return declaration.parameters.flatMap((parameter) => {
    const name = parameter.name.getText()
    const words = tagsOf(symbol, 'param').join('\n')
    if (parameter.type === undefined || !ts.isTypeLiteralNode(parameter.type)) return []
    return parameter.type.members
      .map((member) => ({ name: member.name?.getText() ?? '', symbol: checker.getSymbolAtLocation(member.name as ts.Node) }))
      .filter((member) => !words.includes(`${name}.${member.name} `) && !(member.symbol && sentenceOf(member.symbol)))
      .map((member) => `@param ${name}.${member.name}`)
  })
}

function missingOf(symbol: ts.Symbol): string[] {
  const missing: string[] = []
  const sentence = sentenceOf(symbol)
  if (!/^[A-Z`].*[.:]/s.test(sentence)) missing.push('a first sentence')
  if (tagsOf(symbol, 'throws').length === 0 && !/never throws/i.test(sentence)) missing.push('@throws, or that it never throws')
  if (!tagsOf(symbol, 'example').some((text) => text.length > 0)) missing.push('@example')
  if (!tagsOf(symbol, 'see').some((text) => /https:\/\/\S+/.test(text))) missing.push('@see with an address')
  return [...missing, ...undocumentedOptions(symbol)]
}

test.each(functions)('$name says what it does, what it throws, how it is called and where the standard has it', ({ symbol }) => {
  expect(missingOf(symbol)).toEqual([])
})

test('every exported type and value has its sentence', () => {
  const silent = exported.filter(({ symbol }) => !(symbol.flags & ts.SymbolFlags.Function) && sentenceOf(symbol) === '' && tagsOf(symbol, 'see').length === 0)
  expect(silent.map(({ name }) => name)).toEqual([])
})

test('what is exported is found at all', () => {
  expect(functions.length).toBeGreaterThan(35)
  expect(functions.map(({ name }) => name)).toContain('verifyCredential')
})
