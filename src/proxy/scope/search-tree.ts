import { type LogicalExpressionToken, type ParserAst, parse, type TagToken } from 'liqe';
import { allOf, anyOf, not } from './search-lucene.ts';
import type { Token } from './search-scanner.ts';
import { compileTerm, type SearchTerm } from './search-terms.ts';

/**
 * Lucene for a search whose grammar is complete: the parser makes the tree, and each node is written anew.
 *
 * The parser is given names for terms (`t0 AND (t1 OR NOT t2)`), single blanks and no implicit operators. Left to
 * itself it takes 4^n steps for `(a) (b) (c)`, refuses `-(a)`, `(a)(b)` and `NOT NOT a`, and compiles a function
 * with `new Function` for every `field:value`, which Workers and strict content security policies forbid.
 */
export function compileTree(tokens: readonly Token[]): string {
  const terms: SearchTerm[] = [];
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'NOT' && words.at(-1) === 'NOT') words.pop();
    else if (token.kind === 'term') words.push(`t${terms.push(token.term) - 1}`);
    else words.push(token.kind);
  }
  return write(parse(words.join(' ')), terms);
}

function write(node: ParserAst, terms: readonly SearchTerm[]): string {
  switch (node.type) {
    case 'ParenthesizedExpression':
      return write(node.expression, terms);
    case 'UnaryOperator':
      return not(write(node.operand, terms));
    case 'LogicalExpression':
      return writeChain(node, terms);
    case 'Tag':
      return compileTerm(termOf(node, terms));
    default:
      throw new Error(`A search cannot hold ${node.type}`);
  }
}

/** The parser reads from left to right; here AND binds closer than OR, as people and Auth0's examples take it. */
function writeChain(node: LogicalExpressionToken, terms: readonly SearchTerm[]): string {
  const alternatives: string[][] = [[]];
  const visit = (part: ParserAst) => {
    if (part.type !== 'LogicalExpression') {
      alternatives.at(-1)?.push(write(part, terms));
      return;
    }
    visit(part.left);
    if (part.operator.operator === 'OR') alternatives.push([]);
    visit(part.right);
  };
  visit(node);
  return anyOf(alternatives.map(allOf));
}

function termOf({ field, expression }: TagToken, terms: readonly SearchTerm[]): SearchTerm {
  const isName = field.type === 'ImplicitField' && expression.type === 'LiteralExpression';
  const term = isName ? terms[Number(String(expression.value).slice(1))] : undefined;
  if (!term) throw new Error('The parser gave a term that it was not given');
  return term;
}
