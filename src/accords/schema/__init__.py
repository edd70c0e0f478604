"""The JSON Schema of the format: generated from the model, stored in the package, and explained to people."""
