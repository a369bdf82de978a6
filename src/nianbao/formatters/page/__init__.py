"""The page of a run: one file, no script, style or picture from elsewhere."""
