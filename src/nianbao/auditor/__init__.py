"""Puts an audit together: paths and a folder in, outputs and numbers out."""
