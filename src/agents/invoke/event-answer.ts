import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { isJsonObject, type JsonObject } from '../../domain/json.js';
import { type AgentAnswer, errorIn, parsed, readAnswer } from './answer-text.js';
import { createCappedText, type CappedText } from './capped-text.js';

/** Reads the server-sent events of an agent while they arrive. */
export interface EventAnswer {
  push(text: string): void;
  /** True once no more of it is kept. */
  readonly tooLong: boolean;
  /** The words until now. */
  readonly textSoFar: string;
  /** Call it when the stream has ended well. `unfinished` says why it was not whole even so. */
  end(): AgentAnswer;
}

/**
 * Agents stream in their own forms, and some send each piece in two of them (Strands: `data` and `event`). So the words of
 * each form are kept apart, the form that spoke first counts, and a final answer beats them all.
 */
export function createEventAnswer(onText: (text: string) => void): EventAnswer {
  const forms = new Map<string, CappedText>();
  let first: string | undefined;
  let final: AgentAnswer | undefined;
  let failed: AgentAnswer | undefined;
  let lastUnknown: JsonObject | undefined;
  /** An answer has been announced as begun and not yet as ended. */
  let open = false;
  let tail = '';

  const hear = (form: string, text: string): void => {
    first ??= form;
    const heard = forms.get(form) ?? createCappedText();
    forms.set(form, heard);
    const kept = heard.add(text);
    if (form === first && kept !== '') onText(kept);
  };

  const take = ({ data, event: name }: EventSourceMessage): void => {
    const value = parsed(data);
    if (data === '[DONE]') open = false;
    else if (name === 'error')
      failed = { kind: 'failed', message: isJsonObject(value) ? (errorIn(value) ?? data) : data };
    else if (typeof value === 'string') hear('string', value);
    else if (isJsonObject(value)) takeObject(value);
    else hear('plain', data);
  };

  const takeObject = (event: JsonObject): void => {
    const mark = markOf(event);
    if (mark !== undefined) open = mark === 'begin';
    if (event['type'] === 'run-ended') {
      final = readAnswer(event['answer']) ?? final;
      return;
    }
    const error =
      event['type'] === 'run-failed' || event['type'] === 'error' || !saysWords(event) ? errorIn(event) : undefined;
    if (error !== undefined) {
      failed = { kind: 'failed', message: error };
      return;
    }
    const delta = deltaOf(event);
    if (delta !== undefined) hear(...delta);
    else if ('result' in event) final = readAnswer(event) ?? final;
    else if (mark === undefined && typeof event['type'] !== 'string') lastUnknown = event;
  };

  const parser = createParser({ onEvent: take });
  const heardFirst = (): CappedText | undefined => (first === undefined ? undefined : forms.get(first));

  return {
    push(text) {
      tail = `${tail}${text}`.slice(-TAIL);
      parser.feed(text);
    },
    get tooLong() {
      return heardFirst()?.cut === true;
    },
    get textSoFar() {
      return final?.kind === 'text' ? final.text : (heardFirst()?.text ?? '');
    },
    end() {
      const cutShort = endsMidEvent(tail);
      parser.feed('\n\n');
      if (failed !== undefined) return failed;
      const answer = final ?? textOf(heardFirst(), lastUnknown);
      if (answer.kind === 'failed' || answer.unfinished !== undefined) return answer;
      const unfinished = cutShort
        ? 'its stream ended in the middle of an event'
        : open && final === undefined
          ? 'its stream ended before the event that ends an answer'
          : undefined;
      return unfinished === undefined ? answer : { ...answer, unfinished };
    },
  };
}

const TAIL = 64 * 1024;

function textOf(heard: CappedText | undefined, lastUnknown: JsonObject | undefined): AgentAnswer {
  if (heard !== undefined) return { kind: 'text', text: heard.text };
  if (lastUnknown === undefined) return { kind: 'text', text: '', unfinished: 'its stream had no words in it' };
  return readAnswer(lastUnknown) ?? { kind: 'text', text: JSON.stringify(lastUnknown, undefined, 2) };
}

/** Not every server ends its last event with an empty line; one whose data is whole has ended all the same. */
function endsMidEvent(tail: string): boolean {
  if (tail === '' || /[\r\n]$/u.test(tail)) return false;
  const data = /^data: ?(.*)$/u.exec(tail.split(/\r\n|[\r\n]/u).at(-1) ?? '')?.[1];
  return data === undefined || (data !== '[DONE]' && parsed(data) === undefined);
}

function markOf(event: JsonObject): 'begin' | 'end' | undefined {
  const inner = isJsonObject(event['event']) ? event['event'] : event;
  const type = event['type'];
  if ('messageStart' in inner || type === 'run-started' || type === 'message_start') return 'begin';
  if ('messageStop' in inner || type === 'run-ended' || type === 'run-failed' || type === 'message_stop') return 'end';
  return undefined;
}

/** `{"error": …}` beside words is a field of the words' own. */
function saysWords(event: JsonObject): boolean {
  return deltaOf(event) !== undefined;
}

const DELTAS = [
  'data',
  'delta',
  'token',
  'chunk',
  'text',
  'content',
  'response',
  'output',
  'completion',
  'answer',
  'message',
];

const SPEAKING = /text|delta|token|chunk|content|answer|response|message|data/iu;

/** The words that an event adds, and in which form they came. */
function deltaOf(event: JsonObject): readonly [form: string, text: string] | undefined {
  if (event['type'] === 'text-delta')
    return typeof event['text'] === 'string' ? ['text-delta', event['text']] : undefined;
  const converse = textAt(isJsonObject(event['event']) ? event['event'] : event, [
    'contentBlockDelta',
    'delta',
    'text',
  ]);
  if (converse !== undefined) return ['contentBlockDelta', converse];
  if (event['type'] === 'content_block_delta') {
    const text = textAt(event, ['delta', 'text']);
    return text === undefined ? undefined : ['content_block_delta', text];
  }
  const [choice] = Array.isArray(event['choices']) ? event['choices'] : [];
  const chosen = textAt(choice, ['delta', 'content']);
  if (chosen !== undefined) return ['choices', chosen];
  // "status", "tool_call": what an agent does is not what it says.
  if (typeof event['type'] === 'string' && !SPEAKING.test(event['type'])) return undefined;
  for (const name of DELTAS) {
    const text = event[name];
    if (typeof text === 'string') return [name, text];
  }
  return undefined;
}

function textAt(value: unknown, path: readonly string[]): string | undefined {
  let current: unknown = value;
  for (const name of path) current = isJsonObject(current) ? current[name] : undefined;
  return typeof current === 'string' ? current : undefined;
}
