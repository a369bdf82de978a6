"""From a report to a document: the blank form as a page."""
