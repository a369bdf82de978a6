"""Functions of rules that no check kind fits: one module each, named as the rule."""
