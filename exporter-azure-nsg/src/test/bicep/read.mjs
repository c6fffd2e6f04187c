// Reads Bicep with tree-sitter, and prints for each file one line: its syntax tree in JSON, as BicepReader has it.
//
//   node read.mjs FOLDER FILE...
//
// FOLDER is where `npm ci` was run with the package.json beside this file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, ...files] = process.argv.slice(2);
const modules = join(folder, 'node_modules');
const { Language, Parser } = await import(pathToFileURL(join(modules, 'web-tree-sitter', 'web-tree-sitter.js')));
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(join(modules, 'tree-sitter-bicep', 'tree-sitter-bicep.wasm')));

function wrong(node, what) {
  throw new Error(`${what}: ${node.type} at line ${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`);
}

/** The named parts of a node, without comments. */
function parts(node) {
  return node.namedChildren.filter((child) => child.type !== 'comment');
}

function only(node) {
  const all = parts(node);
  return all.length === 1 ? all[0] : wrong(node, 'Not one part');
}

const ESCAPES = { "'": "'", '\\': '\\', $: '$', n: '\n', r: '\r', t: '\t' };

function decode(node, raw) {
  if (/[\u0000-\u001f]/.test(raw)) {
    wrong(node, 'A control character in a text');
  }
  return raw.replace(/\\(u\{([0-9a-fA-F]+)\}|.?)/gsu, (all, escaped, point) => {
    if (point) {
      return String.fromCodePoint(parseInt(point, 16));
    }
    return ESCAPES[escaped] ?? wrong(node, 'An unknown escape');
  });
}

/** Texts are taken from the source: the grammar gives no nodes for some escapes. */
function string(node) {
  const source = node.text;
  const found = [];
  let from = 1;
  const text = (to) => {
    const decoded = decode(node, source.slice(from, to));
    if (decoded !== '') {
      found.push(decoded);
    }
  };
  for (const part of node.namedChildren) {
    if (part.type === 'interpolation') {
      text(part.startIndex - node.startIndex);
      found.push(expression(only(part)));
      from = part.endIndex - node.startIndex;
    }
  }
  text(source.length - 1);
  return { kind: 'string', parts: found };
}

function plain(node) {
  if (node.type !== 'string') {
    return node.text;
  }
  const { parts: found } = string(node);
  return found.length === 1 && typeof found[0] === 'string' ? found[0] : wrong(node, 'Not a plain text');
}

function call(node) {
  return {
    kind: 'call',
    name: node.childForFieldName('function').text,
    arguments: parts(node.childForFieldName('arguments')).map(expression),
  };
}

function expression(node) {
  const field = (name) => expression(node.childForFieldName(name));
  switch (node.type) {
    case 'string':
      return string(node);
    case 'number':
      return { kind: 'number', value: Number(node.text) };
    case 'identifier':
      return { kind: 'name', name: node.text };
    case 'call_expression':
      return call(node);
    case 'member_expression':
      return { kind: 'member', object: field('object'), name: node.childForFieldName('property').text };
    case 'parenthesized_expression':
      return expression(only(node));
    case 'unary_expression':
      return node.childForFieldName('operator').text === '!'
        ? { kind: 'not', operand: field('argument') }
        : wrong(node, 'An unknown operator');
    case 'binary_expression':
      return {
        kind: 'binary',
        operator: node.childForFieldName('operator').text,
        left: field('left'),
        right: field('right'),
      };
    case 'ternary_expression':
      return { kind: 'choice', condition: field('condition'), yes: field('consequence'), no: field('alternative') };
    case 'lambda_expression': {
      const [parameter, body] = parts(node);
      return { kind: 'lambda', parameter: parameter.text, body: expression(body) };
    }
    case 'array':
      return { kind: 'array', items: parts(node).map(expression) };
    case 'object':
      return { kind: 'object', entries: parts(node).map(entry) };
    case 'for_statement': {
      const [variable, items, body] = parts(node);
      return { kind: 'for', variable: variable.text, items: expression(items), body: expression(body) };
    }
    default:
      return wrong(node, 'An unknown expression');
  }
}

function entry(node) {
  const [key, value] = parts(node);
  return { kind: 'entry', key: plain(key), value: expression(value) };
}

function statement(node, decorators) {
  const [name, ...rest] = parts(node);
  const kinds = {
    metadata_declaration: 'metadata',
    variable_declaration: 'var',
    parameter_declaration: 'param',
    resource_declaration: 'resource',
    output_declaration: 'output',
  };
  const result = { kind: kinds[node.type] ?? wrong(node, 'An unknown statement'), name: name.text, decorators };
  if (result.kind === 'param' || result.kind === 'output' || result.kind === 'resource') {
    result.type = plain(rest.shift());
  }
  if (result.kind === 'resource') {
    result.existing = node.children.some((child) => child.type === 'existing');
  }
  if (rest.length > 1) {
    wrong(node, 'Too many parts');
  }
  if (rest.length === 1) {
    result.value = expression(rest[0]);
  }
  return result;
}

for (const file of files) {
  const root = parser.parse(readFileSync(file, 'utf8')).rootNode;
  if (root.hasError) {
    throw new Error(`${file} has a syntax error.`);
  }
  const statements = [];
  let decorators = [];
  for (const node of parts(root)) {
    if (node.type === 'decorators') {
      decorators = parts(node).map((decorator) => call(only(decorator)));
    } else {
      statements.push(statement(node, decorators));
      decorators = [];
    }
  }
  console.log(JSON.stringify(statements));
}
