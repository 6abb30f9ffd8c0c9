"""A library of any size, made from a seed: for measurements, and to look at pages that are full."""
