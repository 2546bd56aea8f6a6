"""Days that only parts of a country keep: own lists of regions, cities, and how many people have them."""
