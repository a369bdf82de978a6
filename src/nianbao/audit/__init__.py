"""Auditing many reports: who must report, what is kept between runs, and work in parallel."""
