"""How is a result put out?"""
