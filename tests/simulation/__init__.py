"""A house over years, on a seeded clock, with ports that fail."""
