"""The demo: a small news site and an official register on loopback, and the real pipeline run against them."""
