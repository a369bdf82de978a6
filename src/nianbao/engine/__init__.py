"""Runs rules, and makes findings of what they hit."""
