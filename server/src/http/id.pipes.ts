import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { isPlainText } from '@open-ballot/shared/contract/spellings';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { type Problem, refusal } from './problem.ts';

/** An id of ours in a path. What is no id names nothing, so it is not found rather than malformed. */
@Injectable()
export class UuidPipe implements PipeTransform<string, string> {
  transform(text: string): string {
    if (!isUUID(text)) throw unknown(text);
    return text.toLowerCase();
  }
}

/** An id the client chose, in a path. */
@Injectable()
export class TextIdPipe implements PipeTransform<string, string> {
  transform(text: string): string {
    if (!isPlainText(text) || text.length > bounds.id) throw unknown(text);
    return text;
  }
}

const unknown = (text: string): Problem =>
  refusal('not-found', `there is nothing with the id ${JSON.stringify(text.slice(0, bounds.id))}`);
