"""What did the user set, is it something that can be set, and what holds for a document?"""
