"""The document as values: no input, no output, no library."""
