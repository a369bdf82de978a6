"""What Chinese text says: dates, organs; no library."""
