"""The building blocks of every page: plain values in, signals out."""
