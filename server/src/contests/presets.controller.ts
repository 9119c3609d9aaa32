import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ListOf, RulePreset } from '@open-ballot/shared/contract/http';
import { presets } from '@open-ballot/shared/rules/plan/presets';

/** Complete rule sets to choose from (rules, "Presets"). */
@ApiTags('presets')
@Controller('presets')
export class PresetsController {
  @Get()
  list(): ListOf<RulePreset> {
    return { items: Object.entries(presets).map(([name, ruleSet]) => ({ name, ruleSet })) };
  }
}
