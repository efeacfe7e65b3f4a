"""The conversation at the terminal: what is asked, and how an answer is typed in.

Everything goes to stderr, so that stdout carries results only.
"""
