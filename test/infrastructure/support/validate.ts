import { RegoEngine, SchemaFile, TemplateFile } from '@aws/cloudformation-validate';

/** A template that is not in a file, for mistakes made on purpose. */
class TemplateText extends TemplateFile {
  readonly #text: string;

  constructor(name: string, text: string) {
    super(name);
    this.#text = text;
  }

  override readBytes(): Uint8Array {
    return new TextEncoder().encode(this.#text);
  }
}

export interface Validator {
  /**
   * Problems of a template, from warnings up: AWS's resource provider schemas and cfn-lint's rules, both within the
   * validator, offline. Parameters are given so that no branch of the template is left with an empty default.
   */
  problems(name: string, text: string, parameters: Readonly<Record<string, string>>): readonly string[];
  close(): void;
}

export function createValidator(): Validator {
  const schema = new SchemaFile('infrastructure/schemas/bedrockagentcore-runtime.json');
  // The faster of the validator's two engines to start; they find the same.
  const engine = new RegoEngine({ schemaValidatorConfig: { additionalSchemas: [schema] } });
  return {
    problems(name, text, parameters) {
      const report = engine.validateStandard(new TemplateText(name, text), {
        severityLevel: 'WARN',
        parameterOverrides: { ...parameters },
        // ARNs that our parameters bring along are not written in the template.
        exclude: { ids: ['W9002'] },
      });
      const found = report.diagnostics.map(
        ({ severity, ruleId, entity, propertyPath = '', message }) =>
          `${severity} ${ruleId} ${entity?.logicalId ?? ''} ${propertyPath}: ${message}`,
      );
      return report.status === 'OK' ? found : [`${name} was not validated: ${report.status}`, ...found];
    },
    close: () => engine.free(),
  };
}
