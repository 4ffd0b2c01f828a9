/** Text of a message as elements. Nothing here takes HTML. */
import type { JSX } from 'preact';
import type { Block, Span } from '../../text/block.ts';
import { readBlocks } from '../../text/read-blocks.ts';
import { readPlainSpans } from '../../text/read-spans.ts';

export function Formatted({ text, isPlain }: { readonly text: string; readonly isPlain: boolean }): JSX.Element {
  if (isPlain) return <p>{readPlainSpans(text).map(drawSpan)}</p>;
  return <>{readBlocks(text).map(drawBlock)}</>;
}

function drawBlock(block: Block): JSX.Element {
  if (block.kind === 'paragraph') return <p>{block.spans.map(drawSpan)}</p>;
  const items = block.items.map((spans) => <li>{spans.map(drawSpan)}</li>);
  return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
}

function drawSpan(span: Span): JSX.Element | string {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'break':
      return <br />;
    case 'code':
      return <code>{span.text}</code>;
    case 'strong':
      return <strong>{span.spans.map(drawSpan)}</strong>;
    case 'em':
      return <em>{span.spans.map(drawSpan)}</em>;
    case 'link':
      return (
        <a href={span.href} target="_blank" rel="noopener noreferrer nofollow">
          {span.text}
        </a>
      );
  }
}
