"""Slips of the pen that a careful reader would notice."""
