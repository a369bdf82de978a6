"""Rules as data: their files, the equation language, and the closed list of check kinds."""
