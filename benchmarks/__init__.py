"""What the checker is measured on, and the measurements."""
