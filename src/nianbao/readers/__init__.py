"""From bytes to a report: decoding, the formats, and the binding of labels to cells."""
