"""Do the examples of the rules notice it when a rule is changed?"""
