"""Offer Python functions to a model as tools, and run the calls that it makes."""
