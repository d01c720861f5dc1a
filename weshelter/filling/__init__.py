"""A site of any size, made by the owner in bulk: what `manage.py fill` does.

Each subject first decides in a temporary table (`fill_…`) who is how far since when, and then writes its rows from it,
one function per table, with the events that the triggers would have written. A new model is one more function here.
"""
