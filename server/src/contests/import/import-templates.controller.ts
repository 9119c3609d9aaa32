import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { importKinds, templateFormats, type TemplateFormat } from '@open-ballot/shared/contract/import';
import { fault } from '@open-ballot/shared/rules/fault';
import { invalid, refusal } from '../../http/problem.ts';
import { csvTemplate, xlsxTemplate } from './template.ts';
import { templateLanguages } from './template-text.ts';

const contentTypes: Readonly<Record<TemplateFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
const binary = { schema: { type: 'string', format: 'binary' } };

/** Empty tables with the titles that an import knows. */
@ApiTags('import')
@Controller('import-templates')
export class ImportTemplatesController {
  @Get(':what.:format')
  @Header('cache-control', 'no-store')
  @ApiParam({ name: 'what', enum: importKinds })
  @ApiParam({ name: 'format', enum: templateFormats })
  @ApiQuery({ name: 'language', enum: templateLanguages, required: false })
  @ApiOperation({ summary: 'A table to fill in; of XLSX the second sheet is an example' })
  @ApiOkResponse({ content: { [contentTypes.xlsx]: binary, [contentTypes.csv]: binary } })
  async read(
    @Param('what') wanted: string,
    @Param('format') asked: string,
    @Query('language') spoken = 'ru',
  ): Promise<StreamableFile> {
    const what = importKinds.find((each) => each === wanted);
    const format = templateFormats.find((each) => each === asked);
    if (!what || !format) throw refusal('not-found', 'there is no such template');
    const language = templateLanguages.find((each) => each === spoken);
    if (!language) throw invalid(fault('language', 'one-of', { options: templateLanguages.join(', ') }));
    const bytes = format === 'csv' ? csvTemplate(what, language) : await xlsxTemplate(what, language);
    return new StreamableFile(bytes, {
      type: contentTypes[format],
      disposition: `attachment; filename="${what}.${format}"`,
      length: bytes.length,
    });
  }
}
