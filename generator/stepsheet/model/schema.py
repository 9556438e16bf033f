"""The JSON Schema of a guide, for editors (JSON Schema 2020-12, json-schema.org)."""

import json

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from stepsheet.model.guide import Guide


class _AsWritten(GenerateJsonSchema):
    """What an author may write: a key that may be left out is not one that may be empty."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        return {key: value for key, value in made.items() if key != "default" or value not in (None, [], "")}


def schema() -> str:
    """The schema as indented JSON with a line end."""
    made = Guide.model_json_schema(by_alias=True, schema_generator=_AsWritten)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Stepsheet guide"}
    return json.dumps({**head, **{key: value for key, value in made.items() if key != "title"}}, indent=2) + "\n"
