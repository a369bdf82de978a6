"""How an audit fares: killed at any moment, and by the number of processes and reports."""
