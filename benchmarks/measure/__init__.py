"""How fast and how large is the checker, measured against something that runs beside it?"""
